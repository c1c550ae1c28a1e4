import { shortened } from '../../diagram/parts/shortened.ts'
import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { Cuts } from './cuts.ts'
import { rows, top, type Grid } from './grid.ts'
import { STOP } from './knobs.ts'
import { addresses, typedCommand, outputOf, run, type Moment } from './recorded.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** An address that answered, or did not, and when it was asked. */
function answer(pen: Pen, key: string, x: number, w: number, words: Words, ok: boolean, moment: Moment): void {
  const { theme } = pen
  const edge = ok ? theme.good : theme.danger
  const { y, h } = rows.runc
  const look = { ...pen.tone('plain'), fill: theme.card, edge, ink: ok ? theme.ink : theme['danger-ink'] }
  pen.block(key, { x, y, w, h }, look, words, { anchor: 'middle', weight: 600, strokeWidth: 2, pad: 6 })
  pen.link(key, moment.ref)
  if (!ok) return
  pen.line(
    `${key}/from`,
    [
      [x + w / 2, top('app') - 1],
      [x + w / 2, y + h + 1],
    ],
    edge,
    { head: 8, strokeWidth: 2.2, halo: true },
  )
}

/** Who answered, in the room up to `right`: the address of the container itself where that is all there is room for. */
export function reachableAddresses(pen: Pen, grid: Grid, stop: number, right: number): void {
  const from = grid.x.exec + 84
  const room = right - from
  const hello = outputOf(run.answers)[0] ?? ''
  const heard = (moment: Moment): readonly [Words, ...Words[]] => [
    `✓ ${hello} · ${msText(moment.ms)}`,
    `✓ ${hello}`,
    '✓',
  ]
  const isWhole = right === grid.right
  const one = stop === STOP.dockerd ? run.answersOne : stop === STOP.both ? run.answersNone : run.answers
  const list: readonly { moment: Moment; words: readonly [Words, ...Words[]]; ok: boolean }[] = !isWhole
    ? [{ moment: one, words: heard(one), ok: true }]
    : stop === STOP.dockerd
      ? [
          { moment: run.refused, words: [`✕ ${addresses.proxy}`, t('✕ 거부', '✕ refused')], ok: false },
          { moment: run.natAnswers, words: [`✓ ${addresses.nat}`, '✓ NAT'], ok: true },
          { moment: run.answersOne, words: [`✓ ${addresses.own}`, '✓ IP'], ok: true },
        ]
      : stop === STOP.both
        ? [
            { moment: run.answersOne, words: heard(run.answersOne), ok: true },
            { moment: run.answersNone, words: heard(run.answersNone), ok: true },
          ]
        : [{ moment: one, words: heard(one), ok: true }]
  const gap = 16
  const w = Math.min(216, (room - gap * (list.length - 1)) / list.length)
  const step = (room - w) / Math.max(1, list.length - 1)
  list.forEach(({ moment, words, ok }, i) => {
    const x = list.length === 1 ? from + (room - w) / 2 : from + i * step
    answer(pen, `answer/${moment.ref}`, x, w, pen.choose(words, w - 12, { weight: 600 }), ok, moment)
  })
}

/** What was typed, and what came of it. */
export function checkTerminal(pen: Pen, cuts: Cuts, stop: number): void {
  const { x, w } = cuts.terminal
  const inner = w - 24
  const fit = (text: string): string => shortenedCommand(pen, text, inner)
  const asked = (moment: Moment): string[] => [
    fit(`$ ${typedCommand(moment)}`),
    shortened(pen, outputOf(moment)[0] ?? '', inner),
  ]
  const moment = stop === STOP.both ? run.answersNone : stop === STOP.dockerd ? run.nobody : run.answers
  const lines = asked(moment)
  pen.terminal('told', { x, y: 28, w, h: lines.length * 26 + 8 }, lines)
  pen.link(`told"${lines.join('\n')}`, moment.ref)
}
