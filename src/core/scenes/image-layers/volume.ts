import type { Text } from '../../../contract/deck.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Point } from '../../diagram/mark.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { frames, insetOf, MOUNT, type Contained } from './frames.ts'
import { columnAt, gridFor, layerRow, rows, type Span } from './grid.ts'
import { warm } from './looks.ts'
import type { Shell } from './shell-output.ts'
import { anonymous, bind, listed, named, tmpfs } from './recorded-volume.ts'
import { appTile, axis, layers, MONO } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'

/** What is plugged in, in the order of the knob's values. */
export const STORES = ['named', 'bind', 'tmpfs', 'anonymous'] as const
type Store = (typeof STORES)[number]

interface Story {
  readonly name: readonly [Words, ...Words[]]
  readonly where: readonly [Words, ...Words[]]
  readonly end: readonly [Words, ...Words[]]
  /** Whether it outlives its container whatever is done to that, and in words. */
  readonly kept: boolean
  readonly mark: Text
  readonly shell: Shell
  readonly lines: readonly string[]
  /** In order of time. */
  readonly containers: readonly [Contained, Contained]
  /** Which of the two it is plugged into. */
  readonly plugged: 0 | 1
  readonly ref: EventRef
}

/** Mount points may appear in the writable layer; what is written to the mount does not. */
const EMPTY = { words: [t('여기에는 없다', 'not in here')], holds: 'nothing' } as const
const LOST = { words: [t('✕ 사라졌다', '✕ deleted'), t('✕ 삭제', '✕ gone')], holds: 'lost' } as const
const GONE = { words: [t('지워진 컨테이너', 'removed'), t('없음', 'gone')], from: 'nowhere', mono: false } as const

const command = (shell: Shell): string => `$ ${shell.command}`

const stories: Readonly<Record<Store, Story>> = {
  named: {
    name: [t(`볼륨 ${named.name}`, `Volume ${named.name}`)],
    where: [named.directory, `…/volumes/${named.name}/_data`, `volumes/${named.name}`],
    end: [
      t('rm -v에도 남고, volume rm으로 지운다', 'outlives rm -v, ends with volume rm'),
      t('rm -v에도 남는다', 'outlives rm -v'),
    ],
    kept: true,
    mark: t('✓ 남는다', '✓ kept'),
    shell: named.next,
    lines: [command(named.next), ...named.next.lines],
    containers: [
      {
        key: 'web',
        name: 'web',
        note: ['rm -v'],
        merged: [GONE],
        upper: { words: [t(`✕ /note ${named.lost}`, `✕ /note ${named.lost}`), '✕ /note'], holds: 'lost', mono: true },
        state: 'dead',
        ref: named.rm.ref,
      },
      {
        key: 'next',
        name: t('다음 컨테이너', 'Next container'),
        merged: [
          { words: [t('/note\n없음', '/note\nnone')], from: 'nowhere', mono: true },
          { words: [`${named.at}/note\n${named.kept}`, `note\n${named.kept}`], from: 'mount' },
        ],
        upper: EMPTY,
        ref: named.next.ref,
      },
    ],
    plugged: 1,
    ref: named.onHost.ref,
  },
  bind: {
    name: [t('바인드 마운트', 'Bind mount')],
    where: [`${bind.source} → ${bind.at}`, bind.source],
    end: [
      t('호스트의 디렉터리라서 rm -f 뒤에도 그대로다', 'a host directory, untouched by rm -f'),
      t('호스트의 디렉터리다', 'a host directory'),
      t('호스트 것', 'on the host'),
    ],
    kept: true,
    mark: t('✓ 남는다', '✓ kept'),
    shell: bind.left,
    lines: [command(bind.left), ...bind.left.lines],
    containers: [
      {
        key: 'web',
        name: 'web',
        merged: [
          { words: [`${bind.at}/${bind.file}\n${bind.text}`, `${bind.file}\n${bind.text}`, bind.text], from: 'mount' },
        ],
        upper: EMPTY,
        ref: bind.changed.ref,
      },
      {
        key: 'next',
        name: 'web',
        note: [t('rm -f 뒤', 'after rm -f'), 'rm -f'],
        merged: [GONE],
        upper: LOST,
        state: 'dead',
        ref: bind.rm.ref,
      },
    ],
    plugged: 0,
    ref: bind.mountedAs.ref,
  },
  tmpfs: {
    name: [t('tmpfs (메모리)', 'tmpfs (memory)')],
    where: [`${tmpfs.at} · ${tmpfs.mountSize}`, tmpfs.at],
    end: [t('컨테이너가 멈추면 비워진다', 'emptied when the container stops'), t('멈추면 비워진다', 'emptied on stop')],
    kept: false,
    mark: t('✕ 비워진다', '✕ emptied'),
    shell: tmpfs.empty,
    lines: [command(tmpfs.empty), tmpfs.found],
    containers: [
      {
        key: 'web',
        name: 'web',
        note: [t('멈추기 전', 'before stop')],
        merged: [{ words: [`${tmpfs.at}/x\n${tmpfs.mountSize}`, `x\n${tmpfs.mountSize}`], from: 'mount' }],
        upper: EMPTY,
        ref: tmpfs.full.ref,
      },
      {
        key: 'next',
        name: t('stop · start 뒤의 web', 'web after stop, start'),
        merged: [{ words: [`${tmpfs.at}\n${tmpfs.found}`], from: 'mount' }],
        upper: EMPTY,
        ref: tmpfs.empty.ref,
      },
    ],
    plugged: 1,
    ref: tmpfs.mountedAs.ref,
  },
  anonymous: {
    name: [
      t(`익명 볼륨 ${listed(anonymous.left)}개`, `${listed(anonymous.left)} anonymous volumes`),
      t('익명 볼륨', 'anonymous'),
    ],
    where: [anonymous.mounts.list.map(({ name, at }) => `${name.slice(0, 6)}… ${at}`).join(' · '), '/data · /cache'],
    end: [
      t('rm은 남기고, rm -v와 --rm은 함께 지운다', 'rm leaves them, rm -v and --rm take them'),
      t('rm -v는 함께 지운다', 'rm -v takes them'),
      t('rm -v면 삭제', 'rm -v takes it'),
    ],
    kept: false,
    mark: t('✕ 함께 지울 수 있다', '✕ can go too'),
    shell: anonymous.rmV,
    lines: [command(anonymous.rmV), ...anonymous.rmV.lines],
    containers: [
      {
        key: 'web',
        name: 'web',
        merged: anonymous.mounts.list.map(({ at }) => ({ words: [at], from: 'mount' })),
        upper: EMPTY,
        ref: anonymous.mounts.ref,
      },
      {
        key: 'next',
        name: 'web',
        note: [
          t(`rm -f -v 뒤 · 볼륨 ${listed(anonymous.leftV)}개`, `after rm -f -v: ${listed(anonymous.leftV)} volumes`),
          t('rm -f -v 뒤', 'after rm -f -v'),
          'rm -f -v',
        ],
        merged: [GONE],
        upper: LOST,
        state: 'dead',
        ref: anonymous.leftV.ref,
      },
    ],
    plugged: 0,
    ref: anonymous.mounts.ref,
  },
}

const CARD = { h: 96, step: 114.5 } as const
/** From the top: what a volume keeps stands beside the layers, so that its cable is seen to pass them. */
const PLACES: readonly Store[] = ['tmpfs', 'bind', 'anonymous', 'named']
const topOf = (store: Store): number => PLACES.indexOf(store) * CARD.step
/** Between the containers and the layers. */
const BETWEEN = (rows.frame.y + rows.frame.h + rows.layers.y) / 2

/** IL-10: what is plugged in past the layers, and what becomes of it. */
export function volumes(pen: Pen, knob: number): void {
  const width = pen.view.width
  const store = STORES[knob] ?? 'named'
  const story = stories[store]
  const zone = width >= 1100 ? 388 : width >= 900 ? 236 : 200
  const grid = gridFor(width, width - zone - 56)
  terminal(pen, 'shell', { ...rows.terminal, x: 0, w: grid.main }, story.lines, story.shell.ref)
  layers(pen, grid, appTile, { lit: () => false })
  axis(pen, grid, appTile, (id) => id !== 'new')
  const [from, to] = [columnAt(grid, 0), columnAt(grid, 2)]
  const room = to.x + to.w - from.x
  pen.say(
    'layers/same',
    pen.choose([t('✓ 이미지 app-a는 그대로', '✓ image app-a as it was'), t('✓ 그대로', '✓ as it was')], room),
    [from.x + 8, baseline(layerRow(1).y + layerRow(1).h / 2, 16)],
    room,
    { ink: pen.theme.good },
  )
  const spans = frames(pen, grid, story.containers, 24)
  const at = { x: width - zone, w: zone }
  STORES.forEach((id, i) => {
    const drawn = (): void => card(pen, id, at, i, id === store)
    // Those beside the layers come once these have drawn back from there.
    if (topOf(id) + CARD.h > rows.layers.y) pen.then(drawn)
    else drawn()
  })
  pen.then(() => cable(pen, store, spans, at), CABLE_MS)
}

function card(pen: Pen, id: Store, { x, w }: Span, i: number, plugged: boolean): void {
  const { theme } = pen
  const { name, where, end, kept, mark, ref } = stories[id]
  const look = plugged ? warm(pen) : pen.tone('plain', true)
  const y = topOf(id)
  const key = `store/${id}`
  pen.box(
    key,
    { x, y, w, h: CARD.h },
    { fill: plugged ? look.fill : theme.paper, edge: look.edge },
    {
      r: 18,
      strokeWidth: plugged ? 2.6 : 1.6,
      dash: id === 'tmpfs' ? 6 : 0,
    },
  )
  pen.link(key, ref)
  if (!plugged) pen.turns({ knob: 'volume', value: i }, key)
  const width = w - 32
  const ink = plugged ? theme.ink : look.ink
  const strong: Hand = { weight: 600, size: 17, ink }
  const head = pen.say(key, pen.choose(name, width - 24, strong), [x + 16, y + 30], width, strong)
  const short = pen.choose([mark, kept ? '✓' : '✕'], x + w - 16 - head.right - 8)
  pen.say(`${key}/kept`, short, [x + w - 16, y + 30], x + w - 16 - head.right - 8, {
    anchor: 'end',
    weight: 600,
    ink: plugged ? (kept ? theme.good : theme['danger-ink']) : look.ink,
  })
  pen.say(`${key}/where`, pen.choose(where, width, MONO), [x + 16, y + 56], width, {
    ...MONO,
    ink: plugged ? theme.soft : look.ink,
  })
  pen.say(`${key}/end`, pen.choose(end, width), [x + 16, y + 82], width, { ink })
}

/** So long after its card comes the cable, in ms. */
const CABLE_MS = 180

/** From the store to the container, beside the layers and not through them. */
function cable(pen: Pen, store: Store, spans: readonly Span[], { x }: Span): void {
  const { plugged, containers } = stories[store]
  const span = spans[plugged]
  if (!span) return
  const y = topOf(store) + CARD.h / 2
  const lane = x - 26
  const inset = insetOf(span.w)
  const tiles = containers[plugged].merged.length
  const above = (rows.terminal.h + rows.frame.y) / 2
  const middle = span.x + span.w - inset - (span.w - 2 * inset) / tiles / 2
  const end: readonly Point[] =
    plugged === spans.length - 1
      ? [
          [lane, MOUNT.side],
          [span.x + span.w - inset + 2, MOUNT.side],
        ]
      : [
          [lane, above],
          [middle, above],
          [middle, MOUNT.top - 2],
        ]
  pen.line('cable', [[x - 2, y], [lane, y], ...end], pen.theme.accent, {
    strokeWidth: 4,
    head: 12,
    radius: 8,
    halo: true,
  })
  pen.badge('cable/plug', [x, y], '', { w: 16, stroke: pen.theme.paper })
  if (y < BETWEEN) return
  const hand: Hand = { weight: 600, ink: pen.theme.accent, anchor: 'end' }
  const words = t('레이어 밖', 'outside the layers')
  pen.say('cable/outside', words, [lane - 12, baseline(BETWEEN, 16)], span.w, hand)
}
