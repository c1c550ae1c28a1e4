import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { t } from '../../words/t.ts'
import { columnX, type Grid } from './grid.ts'

/**
 * The engine: beside the containers, with dashed lines to what it manages, and never beneath them. With a flight it manages
 * what that asks for, once it has landed.
 */
export function engineBeside(
  pen: Pen,
  grid: Grid,
  lit: boolean,
  role: Words = { ko: '관리', en: 'manages' },
  flight?: string,
): void {
  const { theme } = pen
  const look = pen.tone('daemon', !lit)
  const room = grid.engine
  const middle = room.x + room.w / 2
  pen.box('engine', room, look, { rise: -16 })
  pen.say('engine', t('도커', 'Docker'), [middle, 100], room.w - 12, {
    size: 18,
    weight: 600,
    anchor: 'middle',
    ink: look.ink,
    rise: -16,
  })
  pen.say('engine/2', t('엔진', 'Engine'), [middle, 124], room.w - 12, {
    size: 18,
    weight: 600,
    anchor: 'middle',
    ink: look.ink,
    rise: -16,
  })
  pen.say('engine/role', role, [middle, 148], room.w - 12, {
    size: 16,
    anchor: 'middle',
    ink: lit ? look.word : look.ink,
    rise: -16,
  })
  const stroke = lit ? look.edge : mix(pen.tone('daemon').edge, theme.paper, 0.72)
  const top = (i: number): number => grid.right + columnX(grid, i) + grid.col / 2
  const thin = { strokeWidth: 1.8, dash: 6, head: 7.2 }
  const manage = (): void => {
    for (let i = grid.shown - 1; i > 0; i--)
      pen.line(
        `engine/to-${i}`,
        [
          [top(i), 40],
          [top(i), 55],
        ],
        stroke,
        { ...thin, dash: 0 },
      )
    pen.line(
      'engine/to-0',
      [
        [middle, room.y],
        [middle, 40],
        [top(0), 40],
        [top(0), 55],
      ],
      stroke,
      thin,
    )
  }
  if (flight === undefined) manage()
  else pen.with(flight, 'landed', manage)
}
