import { cross } from '../../diagram/parts/cross.ts'
import type { Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import type { Text } from '../../../contract/deck.ts'
import type { EventRef } from '../../traces/digest.ts'
import { ROW_HEIGHT, ROWS, type Grid } from './grid.ts'
import { heading, kernelBar, processBox } from './parts.ts'
import { rights } from './recorded.ts'
import { t } from '../../words/t.ts'

const total = rights.kept.length + rights.dropped.length

/** What stands between the process and what it might do, besides capabilities. */
interface Gate {
  readonly id: string
  readonly name: string | Text
  readonly what: Text
  readonly ref?: EventRef
  readonly off?: boolean
}

const gates: readonly Gate[] = [
  {
    id: 'seccomp',
    name: 'seccomp',
    what: t(`시스템 콜 ${rights.allowed}개만 허용`, `${rights.allowed} system calls allowed`),
    ref: rights.refs.seccomp,
  },
  { id: 'lsm', name: 'AppArmor · SELinux', what: t('프로필 · 기록 아님', 'profile · not recorded') },
  {
    id: 'masked',
    name: t('가린 경로', 'Hidden paths'),
    what: t(
      `${rights.masked.length}곳 · 읽기 전용 ${rights.readonly.length}곳`,
      `${rights.masked.length} · read-only ${rights.readonly.length}`,
    ),
    ref: rights.refs.masking,
  },
  {
    id: 'nnp',
    name: 'no-new-privileges',
    what: t('기본은 꺼짐 · setuid 차단', 'off by default · stops setuid'),
    ref: rights.status.ref,
    off: rights.noNewPrivs === 0,
  },
]

/** IS-9: what the process may do, as far as it sees and however much it uses. */
export function mayDo(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x, w } = grid.both
  heading(pen, 'do', t('할 수 있는 일', 'Do'), t('권한과 필터', 'rights and filters'), x)
  pen.say('do/count', `${rights.kept.length} / ${total}`, [x + w, 22], 100, {
    size: 20,
    weight: 700,
    anchor: 'end',
    ink: theme['app-ink'],
  })
  pen.shows(rights.status.ref)
  capabilities(pen, { x, y: ROWS[0], w, h: 120 })
  const half = (w - 16) / 2
  gates.forEach((gate, i) => {
    const room = { x: x + (i % 2) * (half + 16), y: ROWS[i < 2 ? 2 : 3], w: half, h: ROW_HEIGHT }
    drawGate(pen, gate, room)
  })
  processBox(pen, grid)
  calls(pen, grid)
  kernelBar(pen, grid, false)
}

/** One cell each: those that are left in the first row, those that were dropped below. */
function capabilities(pen: Pen, { x, y, w, h }: Room): void {
  const { theme } = pen
  const columns = rights.kept.length
  const gap = 4
  const cell = (w - gap * (columns - 1)) / columns
  pen.say('cap/name', 'capability', [x, y + 17], w / 2, { size: 18, weight: 700 })
  const left = pen.tone('app')
  const off = pen.tone('plain', true)
  ;[...rights.kept, ...rights.dropped].forEach((name, i) => {
    const kept = i < columns
    const room = { x: x + (i % columns) * (cell + gap), y: y + 30 + Math.floor(i / columns) * 20, w: cell, h: 16 }
    const look = kept ? left : { fill: clear(theme), edge: off.edge }
    pen.box(`cap/${name}`, room, look, { r: 3, dash: kept ? 0 : 3, strokeWidth: kept ? 1.6 : 1.2 })
    pen.shows(kept ? rights.refs.set : rights.refs.drop)
  })
  const example = t(
    `남은 것 ${rights.kept.at(-2) ?? ''} · 내려놓은 것 ${dropped(0)}, ${dropped(1)}`,
    `kept ${rights.kept.at(-2) ?? ''} · dropped ${dropped(0)}, ${dropped(1)}`,
  )
  const short = t(`내려놓은 것 ${dropped(0)}, ${dropped(1)}`, `dropped ${dropped(0)}, ${dropped(1)}`)
  pen.say('cap/which', pen.choose([example, short], w), [x, y + h - 10], w, { ink: theme.soft })
}

/** The dropped ones that people know: the administrator of everything, and of networks. */
const dropped = (i: number): string =>
  rights.dropped.filter((name) => name === 'SYS_ADMIN' || name === 'NET_ADMIN')[1 - i] ?? ''

function drawGate(pen: Pen, { id, name, what, ref, off }: Gate, room: Room): void {
  const { theme } = pen
  const edge = off ? pen.tone('plain', true).edge : theme['app-edge']
  pen.card(
    `gate/${id}`,
    pen.plate(room, { fill: off ? clear(theme) : theme.card, edge }, { strokeWidth: 1.8, dash: off || !ref ? 5 : 0 }),
    [
      pen.writing(name, 14, 24, room.w - 28, { size: 17, weight: 700 }),
      pen.writing(what, 14, 45, room.w - 28, { ink: theme.soft }),
    ],
  )
  if (ref) pen.shows(ref)
}

/** A call that is on the list goes through to the kernel; one that is not comes back with an error. */
function calls(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x, y, w, h } = grid.process
  const middle = y + h / 2
  const [left, right] = [x - 72, x + w + 72]
  pen.line(
    'call/pass',
    [
      [x, middle],
      [left, middle],
      [left, grid.kernel.y - 1],
    ],
    theme['app-edge'],
    { strokeWidth: 3, head: 10, radius: 6 },
  )
  pen.say('call/pass', 'write()', [left - 12, middle + 6], 90, { anchor: 'end', mono: true })
  pen.line(
    'call/stop',
    [
      [x + w, middle],
      [right, middle],
      [right, y + h + 6],
    ],
    theme.danger,
    { strokeWidth: 3, radius: 6 },
  )
  cross(pen, 'call/cross', [right, y + h + 10], { ink: theme.danger, size: 6 })
  const words: Words = t('`reboot()`\n오류 · 문서', '`reboot()`\nerror · docs')
  pen.say('call/stop', words, [right + 16, middle - 6], grid.width - right - 16, {
    ink: theme['danger-ink'],
    lines: 2,
    leading: 24,
  })
}
