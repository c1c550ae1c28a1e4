import type { Text } from '../../../contract/deck.ts'
import type { EventRef } from '../../traces/digest.ts'
import { type Hand, type Pen, type Words } from '../../diagram/pen.ts'
import { frames, MOUNT_Y, type Contained } from './frames.ts'
import { gridFor, rows, type Span } from './grid.ts'
import { warm } from './looks.ts'
import type { Shell } from './read.ts'
import { anonymous, bind, listed, named, tmpfs } from './recorded-volume.ts'
import { app, layers, MONO } from './stack.ts'
import { terminal } from './terminal.ts'

const t = (ko: string, en: string): Text => ({ ko, en })

/** What is plugged in, in the order of the knob's values. */
export const STORES = ['named', 'bind', 'tmpfs', 'anonymous'] as const
type Store = (typeof STORES)[number]

interface Story {
  readonly name: Words
  readonly where: readonly [Words, ...Words[]]
  readonly end: readonly [Words, ...Words[]]
  /** What remains of it: a mark and a word. */
  readonly kept: boolean
  readonly commands: readonly Shell[]
  readonly lines: readonly string[]
  readonly then: Words
  readonly containers: readonly [Contained, Contained]
  readonly ref: EventRef
}

const EMPTY = { words: [t('비어 있음', 'empty')], holds: 'nothing' } as const
const LOST = { words: [t('✕ 사라졌다', '✕ deleted'), t('✕ 삭제', '✕ gone')], holds: 'lost' } as const
const GONE = { words: [t('지워진 컨테이너', 'removed'), t('없음', 'gone')], from: 'nowhere', mono: false } as const

const command = (shell: Shell): string => `$ ${shell.command}`

const stories: Readonly<Record<Store, Story>> = {
  named: {
    name: t(`볼륨 ${named.name}`, `Volume ${named.name}`),
    where: [named.directory, `…/volumes/${named.name}/_data`, `volumes/${named.name}`],
    end: [
      t('rm -v에도 남고, volume rm으로 지운다', 'outlives rm -v, ends with volume rm'),
      t('rm -v에도 남는다', 'outlives rm -v'),
    ],
    kept: true,
    commands: [named.next],
    lines: [command(named.next), ...named.next.lines],
    then: 'rm -v',
    containers: [
      {
        key: 'web',
        name: 'web',
        note: 'rm -v',
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
    ref: named.onHost.ref,
  },
  bind: {
    name: t('바인드 마운트', 'Bind mount'),
    where: [`${bind.source} → ${bind.at}`, bind.source],
    end: [
      t('호스트의 폴더라서 rm -f 뒤에도 그대로다', 'a folder of the host, untouched by rm -f'),
      t('호스트의 폴더다', "the host's own folder"),
      t('호스트 폴더', 'host folder'),
    ],
    kept: true,
    commands: [bind.left],
    lines: [command(bind.left), ...bind.left.lines],
    then: 'rm -f',
    containers: [
      {
        key: 'web',
        name: 'web',
        note: 'rm -f',
        merged: [GONE],
        upper: LOST,
        state: 'dead',
        ref: bind.rm.ref,
      },
      {
        key: 'next',
        name: t('지우기 전의 web', 'web before that'),
        merged: [
          { words: [`${bind.at}/${bind.file}\n${bind.text}`, `${bind.file}\n${bind.text}`, bind.text], from: 'mount' },
        ],
        upper: EMPTY,
        ref: bind.changed.ref,
      },
    ],
    ref: bind.mountedAs.ref,
  },
  tmpfs: {
    name: t('tmpfs (메모리)', 'tmpfs (memory)'),
    where: [`${tmpfs.at} · ${tmpfs.mountSize}`, tmpfs.at],
    end: [t('컨테이너가 멈추면 비워진다', 'emptied when the container stops'), t('멈추면 비워진다', 'emptied on stop')],
    kept: false,
    commands: [tmpfs.empty],
    lines: [command(tmpfs.empty), tmpfs.found],
    then: 'stop · start',
    containers: [
      {
        key: 'web',
        name: 'web',
        note: t('멈추기 전', 'before'),
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
    ref: tmpfs.mountedAs.ref,
  },
  anonymous: {
    name: t(`익명 볼륨 ${listed(anonymous.left)}개`, `${listed(anonymous.left)} anonymous volumes`),
    where: [anonymous.mounts.list.map(({ name, at }) => `${name.slice(0, 6)}… ${at}`).join(' · '), '/data · /cache'],
    end: [
      t('rm은 남기고, rm -v와 --rm은 함께 지운다', 'rm leaves them, rm -v and --rm take them'),
      t('rm -v는 함께 지운다', 'rm -v takes them'),
      t('rm -v면 삭제', 'rm -v takes it'),
    ],
    kept: false,
    commands: [anonymous.rmV],
    lines: [command(anonymous.rmV), ...anonymous.rmV.lines],
    then: 'rm -f -v',
    containers: [
      {
        key: 'web',
        name: 'web',
        note: 'rm -f',
        merged: [GONE],
        upper: {
          words: [
            t(`볼륨 ${listed(anonymous.left)}개 남음`, `${listed(anonymous.left)} volumes left`),
            t(`${listed(anonymous.left)}개 남음`, `${listed(anonymous.left)} left`),
          ],
          holds: 'nothing',
        },
        state: 'dead',
        ref: anonymous.left.ref,
      },
      {
        key: 'next',
        name: t('다음 web', 'Next web'),
        note: 'rm -f -v',
        merged: [GONE],
        upper: {
          words: [
            t(`✕ 볼륨 ${listed(anonymous.leftV)}개 남음`, `✕ ${listed(anonymous.leftV)} volumes left`),
            t(`✕ ${listed(anonymous.leftV)}개 남음`, `✕ ${listed(anonymous.leftV)} left`),
          ],
          holds: 'lost',
        },
        state: 'dead',
        ref: anonymous.leftV.ref,
      },
    ],
    ref: anonymous.mounts.ref,
  },
}

const CARD = { h: 96, step: 114.5 } as const

/** IL-10: what is plugged in past the layers, and what becomes of it. */
export function volumes(pen: Pen, knob: number): void {
  const width = pen.view.width
  const store = STORES[knob] ?? 'named'
  const story = stories[store]
  const zone = width >= 1100 ? 388 : width >= 900 ? 236 : 200
  const grid = { ...gridFor(width), panel: null, aside: null }
  const main = width - zone - 56
  const sheet = { x: grid.rail, w: main - grid.rail }
  const place = { ...grid, main, sheet }
  terminal(pen, 'shell', { ...rows.terminal, x: 0, w: main }, story.lines, story.commands[0]?.ref)
  layers(pen, place, app, { lit: () => false, tiles: false })
  pen.say(
    'layers/same',
    pen.choose([t('이미지 app-a · 그대로', 'Image app-a, as it was'), t('그대로', 'as it was')], sheet.w - 32),
    [sheet.x + 16, rows.layers.y + 26],
    sheet.w - 32,
    { ink: pen.theme.soft },
  )
  const spans = frames(pen, place, story.containers, 24)
  const at = { x: width - zone, w: zone }
  STORES.forEach((id, i) => {
    card(pen, id, at, i, id === store)
  })
  if (store === 'anonymous') return
  cable(pen, store, spans, at)
}

function card(pen: Pen, id: Store, { x, w }: Span, i: number, plugged: boolean): void {
  const { theme } = pen
  const { name, where, end, kept, ref } = stories[id]
  const look = plugged ? warm(pen) : pen.tone('plain', true)
  const y = i * CARD.step
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
  const width = w - 32
  const ink = plugged ? theme.ink : look.ink
  const strong: Hand = { weight: 600, size: 17, ink }
  const head = pen.say(key, name, [x + 16, y + 30], width, strong)
  const mark = kept ? t('✓ 남는다', '✓ kept') : t('✕ 지워질 수 있다', '✕ can go')
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

/** From the store to the container, beside the layers and not through them. */
function cable(pen: Pen, store: Store, spans: readonly Span[], { x }: Span): void {
  const { theme } = pen
  const last = spans.at(-1)
  if (!last) return
  const y = STORES.indexOf(store) * CARD.step + CARD.h / 2
  const lane = x - 26
  const inset = last.w < 150 ? 6 : 12
  const end = last.x + last.w - inset + 2
  pen.line(
    'cable',
    [
      [x - 2, y],
      [lane, y],
      [lane, MOUNT_Y],
      [end, MOUNT_Y],
    ],
    theme.accent,
    { strokeWidth: 4, head: 12, radius: 10, halo: true },
  )
}
