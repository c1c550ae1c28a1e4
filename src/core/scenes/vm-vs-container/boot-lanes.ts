import type { EventRef } from '../../traces/digest.ts'
import type { Point } from '../../diagram/mark.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { Words } from '../../diagram/look.ts'
import type { ToneName } from '../../diagram/tone.ts'
import { msText } from '../../words/duration-text.ts'
import { t } from '../../words/t.ts'
import { rows } from './grid.ts'
import { deviceIds } from './guest-hardware.ts'
import { boot, events } from './recorded.ts'

interface Layer {
  readonly id: string
  readonly row: { readonly y: number; readonly h: number }
  readonly tone: ToneName
  readonly ms: number
  /** From the longest wording to the shortest. */
  readonly words: readonly [Words, ...Words[]]
  readonly event: EventRef
  /** As it is numbered in the stack. */
  readonly number?: number
}

/** From the bottom up, as they come. */
const layers: readonly Layer[] = [
  {
    ...{ id: 'virtual', row: rows.virtual, tone: 'hard', ms: boot.firmware.ms, event: events.firmware },
    words: [t(`펌웨어 · ${boot.firmware.line}`, `Firmware · ${boot.firmware.line}`), t('펌웨어', 'Firmware')],
  },
  {
    ...{ id: 'kernel', row: rows.kernel, tone: 'kernel', ms: boot.kernel.ms, event: events.kernelStarted, number: 1 },
    words: [t('게스트 커널 시작', 'Guest kernel starts'), t('커널 시작', 'Kernel starts')],
  },
  {
    ...{ id: 'libs', row: rows.libs, tone: 'lib', ms: boot.init.ms, event: events.initStarted, number: 2 },
    words: [t('사용자 공간', 'User space'), 'init'],
  },
  {
    ...{ id: 'app', row: rows.app, tone: 'app', ms: boot.ready.ms, event: events.guestReady, number: 3 },
    words: [t('앱이 돌 준비', 'Ready for app'), t('앱', 'App')],
  },
]

/** The share of the width at which the last of them comes: what is said of it needs the rest. */
const LAST = 0.64
/** They come once the open computer is gone, one after the other, in ms. */
const [CLOSED, APART] = [140, 170]

/** Where booting sets out: before the first of the layers that are counted. */
export function firmwareSign(pen: Pen, key: string, at: Point): void {
  const { accent, card } = pen.theme
  pen.badge(key, at, '', { shape: 'tile', w: 10, fill: card, stroke: accent, strokeWidth: 3 })
}

/** When each layer of one machine came up, in the rows in which the stack beside it has them: across is time. */
export function bootLanes(pen: Pen, x: number, w: number): void {
  const { theme } = pen
  const at = (ms: number): number => x + (ms / boot.ready.ms) * w * LAST
  const loading = { x: at(boot.load.ms), y: rows.kernel.y + 8, w: at(boot.kernel.ms) - at(boot.load.ms), h: 40 }
  // The computer that was open is looked at until this one is there to boot.
  pen.then(() => ['opened', ...deviceIds.map((id) => `device/${id}`)].forEach((key) => pen.clears(key)))
  layers.forEach(({ id, row, tone, ms, words, event, number }, i) => {
    const look = pen.tone(tone)
    const left = at(ms)
    const room = { x: left, y: row.y, w: x + w - left, h: row.h }
    pen.then(
      () => {
        if (id === 'kernel') {
          const unpacking = t(`압축 풀기 ${boot.unpackingSeconds}초`, `unpacking ${boot.unpackingSeconds} s`)
          const pale = { ...pen.tone('kernel', true), edge: theme.edge }
          pen.block('up/load', loading, pale, unpacking, { dash: 6, weight: 400 })
          pen.link('up/load', events.kernelLoaded)
        }
        pen.box(`up/${id}`, room, look)
        pen.link(`up/${id}`, event)
        const middle = row.y + row.h / 2
        const from = left + 34
        const time = msText(ms, 10)
        const hand = { size: 16, weight: 600, ink: look.ink } as const
        const told = pen.say(`up/${id}/time`, time, [from, baseline(middle, 16)], x + w - from, { ...hand, mono: true })
        const rest = x + w - 8 - told.right - 12
        pen.say(`up/${id}`, pen.choose(words, rest, hand), [told.right + 12, baseline(middle, 16)], rest, hand)
        if (number !== undefined) pen.badge(`up/${id}/sign`, [left + 16, middle], String(number))
        else firmwareSign(pen, `up/${id}/sign`, [left + 16, middle])
      },
      CLOSED + i * APART,
    )
  })
}
