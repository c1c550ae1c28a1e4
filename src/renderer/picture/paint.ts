import { select, type Selection } from 'd3'
import { along, drawnLine } from '../../core/diagram/geometry.ts'
import type {
  Arrow,
  Badge,
  Box,
  Card,
  Frame,
  Label,
  Line,
  Mark,
  Meter,
  Packet,
  Plate,
  Run,
  Terminal,
  Writing,
} from '../../core/diagram/mark.ts'
import { FONT, MONO } from '../../core/diagram/text.ts'

type Attributes = Readonly<Record<string, string | number | null>>
type One<E extends Element = SVGElement> = Selection<E, unknown, null, undefined>

const written = new WeakMap<Element, Attributes>()
const typeset = new WeakMap<Element, { readonly lines: readonly Line[]; readonly leading: number }>()
const painted = new WeakMap<Element, Mark>()

const round = (n: number): number => Math.round(n * 100) / 100

/** Writes only what differs from last time: to the browser a repeated value is a change, and text is laid out again. */
function write(node: Element, next: Attributes): void {
  const last = written.get(node)
  // The plain loop: this runs for every part of every moving mark, sixty times a second.
  for (const name in next) {
    const value = next[name]
    if (last?.[name] === value) continue
    if (value === null) node.removeAttribute(name)
    else node.setAttribute(name, String(value))
  }
  written.set(node, next)
}

const XML = 'http://www.w3.org/XML/1998/namespace'

/** A colour that is not seen is not painted either. */
const seen = (colour: string): string => (/^#.{6}00$/.test(colour) ? 'none' : colour)

/** The n-th child of a mark's group, made if need be. */
function part(g: One<SVGGElement>, n: number, name: string): Element {
  const node = g.node()
  const found = node?.children[n]
  return found ?? (g.append(name).node() as Element)
}

/** Drops children that a mark no longer has. */
function rest(g: One<SVGGElement>, n: number): void {
  const { children } = g.node() as SVGGElement
  while (children.length > n) children[n]?.remove()
}

function writePlate(node: Element, { x, y, w, h, r, fill, stroke, strokeWidth, dash, gap }: Plate): void {
  write(node, {
    x: round(x),
    y: round(y),
    width: round(Math.max(0, w)),
    height: round(Math.max(0, h)),
    rx: round(r),
    fill: seen(fill),
    stroke: seen(stroke),
    'stroke-width': round(strokeWidth),
    'stroke-dasharray': dash > 0.05 ? `${round(dash)} ${round(gap)}` : 'none',
  })
}

const sameRun = (a: Run, b: Run | undefined): boolean =>
  a.text === b?.text && a.weight === b.weight && a.ink === b.ink && a.mono === b.mono

const sameShape = (a: readonly Line[], b: readonly Line[]): boolean =>
  a.length === b.length && a.every((line, row) => line.length === b[row]?.length)

function writeRun(node: Element, run: Run): void {
  write(node, { 'font-family': run.mono ? MONO : FONT, 'font-weight': run.weight, fill: run.ink })
  if (node.textContent !== run.text) node.textContent = run.text
}

/**
 * The lines of a text about its origin. They are left alone while they stay the same, whatever becomes of their place;
 * where only looks change, as when a picture is set back, only the pieces that do are written.
 */
function setLines(node: Element, lines: readonly Line[], leading: number): void {
  const last = typeset.get(node)
  typeset.set(node, { lines, leading })
  if (last?.leading === leading && sameShape(last.lines, lines)) {
    if (last.lines === lines) return
    lines.forEach((line, row) => {
      if (line === last.lines[row]) return
      const pieces = node.children[row]?.children
      line.forEach((run, n) => {
        const piece = pieces?.[n]
        if (piece !== undefined && !sameRun(run, last.lines[row]?.[n])) writeRun(piece, run)
      })
    })
    return
  }
  // What terminals printed has columns made of spaces; browsers keep them where the text itself says so.
  if (node.getAttributeNS(XML, 'space') !== 'preserve') node.setAttributeNS(XML, 'xml:space', 'preserve')
  const rows = select(node).selectChildren<SVGTSpanElement, unknown>().data(lines).join('tspan')
  rows.each(function (line, row) {
    write(this, { x: 0, y: round(row * leading) })
    const runs = select(this).selectChildren<SVGTSpanElement, unknown>().data(line).join('tspan')
    runs.each(function (run) {
      writeRun(this, run)
    })
  })
}

/** Lines are set about the origin and moved by a transform, so moving words lays out no text. */
function writeWords(node: Element, writing: Writing, dx = 0, dy = 0): void {
  const { x, y, lines, size, leading, anchor, opacity } = writing
  write(node, {
    transform: `translate(${round(x + dx)},${round(y + dy)})`,
    'font-size': round(size),
    'text-anchor': anchor,
    opacity: opacity === undefined ? null : round(opacity),
  })
  setLines(node, lines, leading)
}

const parts: { [K in Mark['kind']]: (g: One<SVGGElement>, m: Extract<Mark, { kind: K }>) => void } = {
  box: (g, m: Box) => writePlate(part(g, 0, 'rect'), m),
  label: (g, m: Label) => {
    const { x, y, lines, size, leading, anchor } = m
    writeWords(part(g, 0, 'text'), { x, y, lines, size, leading, anchor })
  },
  arrow: (g, m: Arrow) => {
    const { tip, angle } = along(m.points, m.drawn)
    const d = drawnLine(m.points, m.drawn, m.radius, m.head * 0.7)
    const common = { d, fill: 'none', 'stroke-linejoin': 'round' }
    write(part(g, 0, 'path'), {
      ...common,
      stroke: seen(m.halo),
      'stroke-width': round(m.haloWidth),
      'stroke-linecap': 'round',
    })
    write(part(g, 1, 'path'), {
      ...common,
      stroke: m.stroke,
      'stroke-width': round(m.strokeWidth),
      'stroke-dasharray': m.dash > 0.05 ? `${round(m.dash)} ${round(m.gap)}` : 'none',
    })
    const [long, wide] = [m.head, m.head * 0.48]
    write(part(g, 2, 'path'), {
      d: m.head ? `M0,0L${round(-long)},${round(-wide)}L${round(-long)},${round(wide)}Z` : 'M0,0',
      fill: m.stroke,
      transform: `translate(${round(tip[0])},${round(tip[1])})rotate(${round(angle)})`,
    })
  },
  packet: (g, m: Packet) => {
    const [x, y] = along(m.points, m.at).tip
    const place = { x: x - m.w / 2, y: y - m.h / 2, w: m.w, h: m.h, r: m.h / 2 }
    writePlate(part(g, 0, 'rect'), { ...place, fill: m.fill, stroke: m.stroke, strokeWidth: 2, dash: 0, gap: 0 })
    writeWords(part(g, 1, 'text'), {
      x,
      y: y + m.size * 0.36,
      lines: [[{ text: m.text, weight: 400, ink: m.ink, mono: true }]],
      size: m.size,
      leading: 0,
      anchor: 'middle',
    })
  },
  meter: (g, m: Meter) => {
    const share = Math.min(1, Math.max(0, m.share))
    const [w, h] = m.upright ? [m.w, m.h * share] : [m.w * share, m.h]
    const base = { r: m.r, stroke: 'none', strokeWidth: 0, dash: 0, gap: 0 }
    writePlate(part(g, 0, 'rect'), { x: m.x, y: m.y, w: m.w, h: m.h, fill: m.track, ...base })
    writePlate(part(g, 1, 'rect'), { x: m.x, y: m.upright ? m.y + m.h - h : m.y, w, h, fill: m.fill, ...base })
  },
  terminal: (g, m: Terminal) => {
    writePlate(part(g, 0, 'rect'), m)
    writeWords(part(g, 1, 'text'), m.writing, m.x, m.y)
  },
  badge: (g, m: Badge) => {
    write(part(g, 0, 'path'), {
      d: badgeShape(m),
      fill: m.fill,
      stroke: m.stroke,
      'stroke-width': round(m.strokeWidth),
    })
    writeWords(part(g, 1, 'text'), {
      x: m.x,
      y: m.y + m.size * 0.36,
      lines: [[{ text: m.text, weight: 700, ink: m.ink, mono: m.mono }]],
      size: m.size,
      leading: 0,
      anchor: 'middle',
    })
  },
  card: (g, m: Card) => {
    writePlate(part(g, 0, 'rect'), m)
    m.writings.forEach((writing, i) => writeWords(part(g, i + 1, 'text'), writing, m.x, m.y))
    rest(g, m.writings.length + 1)
  },
}

function badgeShape({ shape, x, y, w, h }: Badge): string {
  const [left, right, top, bottom] = [x - w / 2, x + w / 2, y - h / 2, y + h / 2].map(round) as [
    number,
    number,
    number,
    number,
  ]
  if (shape === 'flag')
    return `M${left},${bottom + round(h / 2)}V${top}H${right}L${round(right - h / 3)},${round(y)}L${right},${bottom}H${left}`
  const r = shape === 'tile' ? 4 : round(Math.min(w, h) / 2)
  return `M${left + r},${top}H${right - r}A${r},${r} 0 0 1 ${right},${top + r}V${bottom - r}A${r},${r} 0 0 1 ${right - r},${bottom}H${left + r}A${r},${r} 0 0 1 ${left},${bottom - r}V${top + r}A${r},${r} 0 0 1 ${left + r},${top}Z`
}

/** Whether a mark only fades: most of what arrives or leaves does. */
function onlyFades(before: Mark | undefined, now: Mark): boolean {
  if (before?.kind !== now.kind) return false
  const [was, is] = [before, now] as unknown as readonly Readonly<Record<string, unknown>>[]
  for (const name in is) if (name !== 'opacity' && is[name] !== was?.[name]) return false
  return true
}

function paintMark(node: SVGGElement, m: Mark, before: Mark | undefined): void {
  write(node, { opacity: round(m.opacity) })
  if (onlyFades(before, m)) return
  const g: One<SVGGElement> = select(node)
  // Each kind has its own painter; the compiler cannot pair them up across the table.
  const draw = parts[m.kind] as (g: One<SVGGElement>, m: Mark) => void
  draw(g, m)
}

/** What a mark answers to besides being there: its event, a press, a drag. */
const classOf = ({ links, handles }: Frame, { kind, key }: Mark): string => {
  const handle = handles[key]
  const turns = handle === undefined ? '' : 'axis' in handle ? ` drags-${handle.axis}` : ' turns'
  return `${kind}${links[key] === undefined ? '' : ' linked'}${turns}`
}

/** The key of the mark that something inside a picture belongs to, if it answers to a hand. */
export function keyUnderHand(target: EventTarget | null): string | undefined {
  const g = target instanceof Element ? target.closest<SVGGElement>('g:is(.linked, .turns, .drags-x, .drags-y)') : null
  return g?.dataset['key']
}

/** Draws a frame into an svg: the same frame gives the same picture, whatever was there before. */
export function paint(svg: SVGSVGElement, frame: Frame): void {
  // Two units around, so that edges are not cut.
  write(svg, { viewBox: `-2 -2 ${frame.width + 4} ${frame.height + 4}` })
  select(svg)
    .selectChildren<SVGGElement, Mark | undefined>()
    // A cloned picture keeps data-key but loses its data, so the key may come from either.
    .data(frame.marks, function (this: SVGGElement, m) {
      return m?.key ?? this.dataset['key'] ?? ''
    })
    .join((enter) =>
      enter
        .append('g')
        .attr('data-key', (m) => m.key)
        .attr('class', (m) => m.kind),
    )
    .each(function (m) {
      const name = classOf(frame, m)
      const was = this.getAttribute('class')
      const before = painted.get(this)
      if (before === m && was === name) return
      const isSameKind = was?.split(' ')[0] === m.kind
      if (!isSameKind) this.replaceChildren()
      if (was !== name) this.setAttribute('class', name)
      painted.set(this, m)
      paintMark(this, m, isSameKind ? before : undefined)
    })
}
