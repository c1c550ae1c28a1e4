import type { Pen } from '../../diagram/pen.ts'
import { bootLanes, firmwareSign } from './boot-lanes.ts'
import { conditions } from './conditions.ts'
import { ghost } from './ghost.ts'
import { columnX, laneX, rows, type Grid } from './grid.ts'
import { guestHardwareOpened } from './guest-hardware.ts'
import { sideHeading } from './heading.ts'
import { countWord } from './names.ts'
import { VMS } from './pair.ts'
import { boot } from './recorded.ts'
import { plainComputer } from './plain-computer.ts'
import { leftOver, leftOverWidth, vmStack } from './stacks.ts'
import type { State } from './state.ts'
import { hardwareOfGuest } from './hardware-of-guest.ts'
import { t } from '../../words/t.ts'

/** VC-1 to VC-3: one computer on the left, what was recorded of it on the right. */
export function machine(pen: Pen, grid: Grid, guests: State['guests'], apps: number): void {
  if (guests === 'none') plainComputer(pen, grid)
  else if (guests === 'empty') emptyGuests(pen, grid, apps)
  else bootedGuests(pen, grid, apps)
  leftOver(pen, grid, grid.stack, 'vm')
}

/** Where what was recorded of one of them is drawn, beside the stack. */
function side(grid: Grid): { x: number; w: number } {
  const aside = grid.width >= 1100 ? 64 : 24
  return { x: grid.stack + aside, w: grid.width - grid.stack - aside }
}

/** How far above the lower edge of its plate the last part of a computer is written. */
const PART_ABOVE_EDGE = 12

/** VC-2: three computers that do not exist, and nothing in them yet. */
function emptyGuests(pen: Pen, grid: Grid, apps: number): void {
  const { theme } = pen
  const sub = {
    words: t(`가상 컴퓨터 ${countWord(apps, 'ko')}`, apps > 1 ? `${countWord(apps, 'en')} computers` : 'one computer'),
    ink: theme.accent,
  }
  sideHeading(pen, 'vm', VMS, sub, 0, grid.stack - leftOverWidth(grid))
  vmStack(pen, grid, { guests: 'empty', lit: () => true })
  const look = pen.tone('hard')
  for (let i = 0; i < grid.shown; i++) {
    const inner = grid.col - 2 * grid.pad
    const x = columnX(grid, i) + grid.pad
    ghost(pen, `vm/slot-${i}`, { x, y: 88, w: inner, h: 48 }, t('비어 있음', 'empty'), 16)
    const virtual = { y: 144, h: 168 }
    const name = hardwareOfGuest(pen, grid, i, virtual, look, 24)
    const parts = [t('CPU', 'CPU'), t('메모리', 'Memory'), t('디스크', 'Disk'), t('NIC', 'NIC')]
    const step = Math.floor((virtual.y + virtual.h - PART_ABOVE_EDGE - name) / parts.length)
    parts.forEach((words, n) => {
      const y = name + (n + 1) * step
      pen.say(`vm/part-${i}-${n}`, words, [x + grid.inset, y], inner - grid.inset, { ink: theme.soft, rise: 24 })
    })
  }
  const { x, w } = side(grid)
  const last = columnX(grid, grid.shown - 1) + grid.col - grid.pad
  const recorded = { words: t('기록 · 한 대', 'one recorded'), ink: theme.soft, weight: 400 } as const
  sideHeading(pen, 'opened', [t('게스트가 본 하드웨어', 'What a guest sees')], recorded, x, w)
  guestHardwareOpened(pen, { x: last, y: 144, h: 168 }, x, w)
  const words = t(
    '모두 게스트가 부팅하며 찍은 줄이다.\n이런 장치는 실제로 없고 QEMU가 만들어 보여 준다.',
    'As the guest printed it while booting.\nNo such devices exist: QEMU makes them up.',
  )
  conditions(pen, 'cond', words, { x, y: 352, w }, { h: w > 480 ? 70 : 86 })
}

/** VC-3: the guests boot, kernel first. */
function bootedGuests(pen: Pen, grid: Grid, apps: number): void {
  const { theme } = pen
  const sub = {
    words: t(
      `${countWord(apps, 'ko')}${apps > 1 ? '이면' : '면'} 커널도 ${countWord(apps, 'ko')}`,
      `${countWord(apps, 'en')} kernel${apps > 1 ? 's' : ''}`,
    ),
    ink: theme.accent,
  }
  sideHeading(pen, 'vm', VMS, sub, 0, grid.stack - leftOverWidth(grid))
  vmStack(pen, grid, { guests: 'booted', lit: (part) => part === 'guest' })
  const lane = laneX(grid, 0, grid.shown - 1)
  pen.line(
    'boot',
    [
      [lane, rows.virtual.y + rows.virtual.h / 2],
      [lane, 124],
    ],
    theme.accent,
    { strokeWidth: 3.2, head: 10.8, halo: true },
  )
  // Firmware is no layer of its own: it belongs to the virtual hardware, from which booting sets out.
  firmwareSign(pen, 'boot/0', [lane, rows.virtual.y + rows.virtual.h / 2])
  ;[rows.kernel, rows.libs, rows.app].forEach(({ y, h }, i) => {
    pen.badge(`boot/${i + 1}`, [lane, y + h / 2], String(i + 1))
  })
  const { x, w } = side(grid)
  const order = {
    words: t('기록 · 가로는 시간', 'recorded, time left to right'),
    ink: theme.soft,
    weight: 400,
  } as const
  sideHeading(pen, 'up', [t('한 대가 켜지는 순서', 'One of them boots'), t('켜지는 순서', 'One boots')], order, x, w)
  bootLanes(pen, x, w)
  const words = t(
    `${boot.guestSystem} 커널을 소프트웨어 에뮬레이션(TCG)으로 켠 기록.\n${boot.unpackingSeconds}초는 커널 압축 풀기. 하드웨어 가상화라면 훨씬 짧다.`,
    `A ${boot.guestSystem} kernel under software emulation (TCG).\n${boot.unpackingSeconds} s to unpack the kernel. Hardware virtualization is far faster.`,
  )
  conditions(pen, 'cond', words, { x, y: w > 480 ? 352 : 320, w }, w > 480 ? { h: 70 } : {})
}
