import type { Text } from '../../../contract/deck.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { lengthLegend, ticketLength } from './byte-length.ts'
import type { Call } from './recorded-calls.ts'
import { slotMiddle, ROW, rowY, slotRoom, type Grid } from './grid.ts'
import { CONFIG, LAYER, named } from './image.ts'
import { flag, flightOf, inTurn, lane, pointer, blobSlot, ticket, tree, type Standing } from './parts.ts'
import { platforms, short } from './recorded.ts'
import { amount, noToken, stage } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

const INDEX = t('인덱스', 'index')

/** What a manifest lists stands right under it: its configuration and two layers. */
const LISTED = 3
/** The row of a platform's manifest: those after the chosen one make room for what that lists. */
const manifestRow = (i: number, chosen: number): number => 2 + i + (i > chosen ? LISTED : 0)

const arch = (platform: string): string => platform.replace('linux/', '')

/** HP-4: the tag leads to an index, and the index to the manifest of one platform. */
export function platform(pen: Pen, grid: Grid, choice: number): void {
  const { theme } = pen
  const pull = platforms.pulls[choice === 1 ? 1 : 0]
  const { image, head, index, manifest } = pull
  const chosen = platforms.list.findIndex(({ digest }) => digest === manifest.digest)
  stage(pen, grid, {
    shell: {
      line: pull.command.line,
      ref: pull.command.ref,
      ...(choice === 1 ? {} : { output: pull.command.output[0] ?? '' }),
    },
    asks: { words: `POST /images/create … ${pull.asked.status}`, ref: pull.asked.ref },
    right: `**${pen.t(t('레지스트리', 'Registry'))}** · \`team/hello\``,
  })
  noToken(pen, grid)
  const bytes = (index?.down ?? 0) + manifest.down
  const listed = image.layers.reduce((sum, { size }) => sum + size, image.config.size)
  amount(
    pen,
    grid,
    [t('받은 것은 목록뿐', 'only lists so far'), t('목록만', 'lists')],
    bytesText(bytes),
    bytes / listed,
    flightOf(manifestRow(chosen, chosen)),
  )
  panels(pen, grid, choice, chosen)
  calls(pen, grid, { head, index, manifest })
  const other = slotMiddle(manifestRow(1 - chosen, chosen))
  const soft = mix(theme.soft, theme.paper, 0.76)
  pen.line(
    // One of its own for each, so that none slides over what is said between them.
    `other-${chosen}/wire`,
    [
      [grid.lane.x + 8, other],
      [grid.lane.x + grid.lane.w - 8, other],
    ],
    soft,
    { strokeWidth: 2, dash: 3 },
  )
  note(pen, grid, `other-${chosen}`, other, t('고르지 않음 · 0 B', 'not chosen · 0 B'))
  lengthLegend(pen, grid, 5)
  note(pen, grid, 'later', slotMiddle(4), t('내용은 아직 오지 않았다', 'the contents have not come yet'))
}

function note(pen: Pen, grid: Grid, key: string, y: number, words: Text): void {
  const { theme } = pen
  const hand = { size: 16, weight: 600 as const, ink: theme.soft }
  const w = Math.min(grid.lane.w - 24, pen.set(words, Infinity, hand).width + 32)
  const x = grid.lane.x + (grid.lane.w - w) / 2
  pen.card(
    `${key}"${words.ko}`,
    pen.plate({ x, y: y - 15, w, h: 30 }, { fill: theme.paper, edge: theme.paper }, { strokeWidth: 0 }),
    [pen.writing(words, w / 2, 21, w - 8, { ...hand, anchor: 'middle' })],
  )
}

/** The same rows on both sides: the tag, the index, its two platforms, and what the chosen one lists. */
function panels(pen: Pen, grid: Grid, choice: number, chosen: number): void {
  const { left, right } = grid
  const { index, list } = platforms
  const { image } = platforms.pulls[choice === 1 ? 1 : 0]
  const y = slotMiddle(0) - 4
  const end = flag(pen, 'left/tag', [left.x + 14, y], ':1', { lit: true })
  pen.say('left/tag/is', `= \`${short(index.digest)}\``, [end + 10, y + 6], left.w - 100, {})
  const tip = flag(pen, 'right/tag', [right.x + 14, y], ':1', { lit: true })
  pointer(
    pen,
    'right/points',
    [
      [tip + 4, y],
      [tip + 30, y],
      [tip + 30, rowY(1) - 1],
    ],
    true,
  )
  blobSlot(pen, `left/${short(index.digest)}`, slotRoom(grid, 'left', 1, 0), named(INDEX, index.digest), {
    kind: 'list',
    standing: 'have',
    tick: true,
    flight: flightOf(1),
  })
  blobSlot(pen, `right/${short(index.digest)}`, slotRoom(grid, 'right', 1, 0), named(INDEX, index.digest), {
    kind: 'list',
    standing: 'have',
  })
  const manifests = list.map((_, i) => manifestRow(i, chosen))
  const contents = Array.from({ length: LISTED }, (_, i) => manifestRow(chosen, chosen) + 1 + i)
  tree(pen, 'index', grid, 'left', 1, choice === 1 ? manifests : [manifestRow(chosen, chosen)], 0)
  tree(pen, 'index', grid, 'right', 1, manifests, 0)
  for (const side of ['left', 'right'] as const)
    tree(pen, 'manifest', grid, side, manifestRow(chosen, chosen), contents, 1)
  list.forEach(({ digest, platform: name }, i) => {
    const words = `${arch(name)} \`${short(digest)}\``
    const taken = i === chosen
    // The pull for the other platform came after the first one, whose manifest is still here.
    const here = taken || choice === 1
    const row = manifestRow(i, chosen)
    // In another row it is another slot: it would slide over what stands between.
    const key = `${short(digest)}/${row}`
    const standing: Standing = taken ? 'lit' : 'back'
    if (here)
      blobSlot(pen, `left/${key}`, slotRoom(grid, 'left', row, 1), words, {
        kind: 'list',
        standing,
        tick: true,
        flight: taken ? flightOf(row) : undefined,
      })
    blobSlot(pen, `right/${key}`, slotRoom(grid, 'right', row, 1), words, { kind: 'list', standing })
    pen.turns({ knob: 'platform', value: platforms.pulls.findIndex(({ manifest }) => manifest.digest === digest) })
  })
  const first = new Set(platforms.pulls[0].image.layers.map(({ digest }) => digest))
  const shared = (digest: string): boolean => choice === 1 && first.has(digest)
  const things: readonly (readonly [Text, string, 'list' | 'layer'])[] = [
    [CONFIG, image.config.digest, 'list'],
    ...image.layers.map(({ digest }) => [LAYER, digest, 'layer'] as const),
  ]
  for (const side of ['left', 'right'] as const) {
    things.forEach(([name, digest, kind], i) => {
      const words: Words = side === 'left' ? named(name, digest) : `\`${short(digest)}\``
      blobSlot(pen, `${side}/${short(digest)}`, slotRoom(grid, side, contents[i] ?? 0, 2), words, {
        kind,
        standing: side === 'left' && !shared(digest) ? 'want' : 'back',
      })
    })
  }
}

/** The numbered requests of the walk. An index that is here already is not asked for again. */
function calls(
  pen: Pen,
  grid: Grid,
  { head, index, manifest }: { head: Call; index: Call | undefined; manifest: Call },
): void {
  const { theme } = pen
  const chosen = platforms.list.findIndex(({ digest }) => digest === manifest.digest)
  const row = manifestRow(chosen, chosen)
  const walk: readonly { call: Call | undefined; row: number; amount: string; stroke: string }[] = [
    { call: head, row: 0, amount: `${short(head.digest)}…`, stroke: theme.ink },
    { call: index, row: 1, amount: bytesText(index?.down ?? 0), stroke: theme.ink },
    { call: manifest, row, amount: bytesText(manifest.down), stroke: theme.accent },
  ]
  let n = 0
  for (const { call, row: at, amount: words, stroke } of walk) {
    const room = { x: grid.lane.x + 43, y: rowY(at), w: grid.lane.w - 86, h: ROW }
    if (!call) {
      lane(pen, `wire-${at}`, grid, at, 'left', mix(theme.soft, theme.paper, 0.76), { quiet: true })
      note(pen, grid, 'here', slotMiddle(at), t('앞의 pull 때 받았다 · 0 B', 'here from an earlier pull · 0 B'))
      continue
    }
    n += 1
    const points = lane(pen, `wire-${at}`, grid, at, 'left', stroke, { strong: true })
    ticket(pen, `call-${at}`, room, [`${call.method} ${call.status}`, call.method], words, {
      stroke,
      strong: true,
      length: ticketLength(grid, call.down),
      link: call.ref,
      flight: flightOf(at),
    })
    pen.badge(`call-${at}/n`, [grid.lane.x + grid.lane.w - 22, slotMiddle(at)], String(n), {
      fill: stroke,
      ink: stroke === theme.accent ? theme['on-accent'] : theme.paper,
    })
    pen.packet(flightOf(at), points, call.down ? bytesText(call.down) : String(call.status), {
      fill: stroke,
      ink: stroke === theme.accent ? theme['on-accent'] : theme.paper,
      timed: inTurn(n - 1),
    })
    pen.link(flightOf(at), call.ref)
  }
}
