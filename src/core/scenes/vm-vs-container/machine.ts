import { eventsPanelEdge } from '../../diagram/parts/events-panel-edge.ts'
import { eventsPanelHead } from '../../diagram/parts/events-panel-head.ts'
import type { Hand } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { stackCell, columnX, laneX, rows, type Grid } from './grid.ts'
import { sideHeading } from './heading.ts'
import { countWord, guestApps } from './names.ts'
import { VMS } from './pair.ts'
import { bootCommand, conditions, ghost, eventRows, type Row } from './events-panel.ts'
import { boot, events, guestHardware, systems } from './recorded.ts'
import { leftOver, leftOverWidth, PARTS, rowNames, slab, vmStack } from './stacks.ts'
import type { State } from './state.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** VC-1 to VC-3: one computer on the left, what was recorded of it on the right. */
export function machine(pen: Pen, grid: Grid, guests: State['guests'], apps: number): void {
  if (guests === 'none') server(pen, grid)
  else if (guests === 'empty') emptyGuests(pen, grid, apps)
  else bootedGuests(pen, grid, apps)
  leftOver(pen, grid, grid.stack, 'vm')
}

/** Where the record begins, and how wide it is. */
function side(grid: Grid): { line: number; x: number; w: number } {
  const [toLine, toWords] = grid.width >= 1100 ? [48, 88] : [20, 40]
  return { line: grid.stack + toLine, x: grid.stack + toWords, w: grid.width - grid.stack - toWords }
}

/** VC-1: an ordinary computer, on which an app asks the kernel. */
function server(pen: Pen, grid: Grid): void {
  const { theme } = pen
  sideHeading(
    pen,
    'vm',
    [t('컴퓨터 한 대', 'One computer'), t('컴퓨터', 'Computer')],
    { words: t('커널은 하나', 'one kernel'), ink: theme.accent },
    0,
    grid.stack - leftOverWidth(grid),
  )
  slab(pen, 'vm/hardware', { x: 0, w: grid.stack, ...rows.hard }, 'hard', t('하드웨어', 'Hardware'), { details: PARTS })
  const kernel = pen.tone('kernel')
  pen.box('host/kernel', { x: 0, w: grid.stack, ...rows.host }, kernel)
  const inset = grid.terse ? 14 : 24
  const width = grid.stack - inset - grid.lane - 20
  pen.say('host/kernel', t('커널', 'Kernel'), [inset, 280], width, { size: 24, weight: 600, ink: kernel.ink })
  pen.say('host/kernel/sub', t('하드웨어는 커널만 만진다', 'Only it touches the hardware'), [inset, 312], width, {
    size: 18,
    ink: kernel.ink,
  })
  const lib = pen.tone('lib')
  const libs = { x: grid.pad, w: grid.stack - 2 * grid.pad, ...rows.libs }
  pen.block(
    'host/libs',
    libs,
    lib,
    pen.choose(
      [t('라이브러리 · 셸 · 도구', 'Libraries · shell · tools'), t('라이브러리 · 도구', 'Libraries · tools')],
      libs.w - 60,
      { weight: 600 },
    ),
    { pad: grid.inset },
  )
  const app: Hand = { size: grid.terse ? 16 : 17, weight: 600 }
  const names = rowNames(
    pen,
    guestApps.slice(0, grid.shown),
    grid.col - 2 * grid.pad - grid.inset - grid.lane + grid.pad - 5,
    app,
  )
  names.forEach((words, i) => {
    pen.block(`vm/app-${i}`, stackCell(grid, 0, i, rows.app), pen.tone('app'), words, { ...app, pad: grid.inset })
  })
  const lane = laneX(grid, 0, grid.shown - 1)
  const call = [
    [lane, 112],
    [lane, 403],
  ] as const
  const stops = [192, 380]
  pen.with('call/packet', 'along', () => {
    pen.line('call', call, theme.accent, { strokeWidth: 3.2, head: 10.8, halo: true })
  })
  pen.badge('call/from', [lane, 112], '', { w: 14 })
  pen.with('call/packet', 'passed', () => {
    stops.forEach((y, i) => {
      pen.badge(`call/${i + 1}`, [lane, y], String(i + 1))
    })
  })
  const [[, top], [, bottom]] = call
  pen.packet('call/packet', call, 'write()', { stops: stops.map((y) => (y - top) / (bottom - top)) })

  const edge = grid.stack + (grid.terse ? 8 : 14)
  pen.line(
    'os',
    [
      [edge - 6, 144],
      [edge, 144],
      [edge, 376],
      [edge - 6, 376],
    ],
    theme.soft,
    { strokeWidth: 2 },
  )
  const words = edge + 12
  const panel = grid.width >= 1100 ? 640 : words + 92
  pen.say('os', t('운영체제', 'OS'), [words, 254], panel - words - 16, { size: 18, weight: 700 })
  pen.say('os/sub', t('커널은 그\n한 부분', 'the kernel\nis a part'), [words, 280], panel - words - 16, {
    ink: theme.soft,
    leading: 22,
  })
  serverRecord(pen, panel, grid.width - panel)
}

function serverRecord(pen: Pen, x: number, w: number): void {
  eventsPanelEdge(pen, 'divider', x - (w > 480 ? 32 : 16), 432)
  eventsPanelHead(pen, 'example', t('예시 · 파일에 한 줄 쓰기', 'Example · writing a line to a file'), [x, 20], w)
  pen.terminal('term', { x, y: 36, w, h: 52 }, ['$ echo hello > memo.txt'], { size: 17, pad: 16 })
  const asks: Row[] = [
    { sign: 1, title: t('시스템 콜', 'System call'), detail: 'write(1, "hello\\n", 6)', now: true },
    {
      sign: 2,
      title: t('장치 다루기', 'Device work'),
      detail: t('커널이 디스크에 쓴다', 'the kernel writes to disk'),
      plainDetail: true,
    },
  ]
  eventRows(pen, 'asks', asks, { x, y: 100, w, h: 96 }, w > 480 ? 132 : 112)
  eventsPanelHead(
    pen,
    'kernels',
    t('기록 · 같은 커널, 다른 배포판', 'Recorded · one kernel, two distributions'),
    [x, 298],
    w,
  )
  const half = (w - 16) / 2
  systems.forEach(({ distribution }, i) => {
    const room = { x: x + i * (half + 16), y: 312, w: half, h: 56 }
    pen.block(`systems/${i}`, room, pen.tone('lib'), distribution, { size: 17, pad: 14 })
  })
  pen.block('systems/kernel', { x, w, ...rows.hard }, pen.tone('kernel'), systems[0].kernel, { size: 18, pad: 14 })
}

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
  const titles = [t('가상 하드웨어', 'Virtual hardware'), t('가상\n하드웨어', 'Virtual\nhardware')] as const
  for (let i = 0; i < grid.shown; i++) {
    const inner = grid.col - 2 * grid.pad
    const x = columnX(grid, i) + grid.pad
    ghost(pen, `vm/slot-${i}`, { x, y: 88, w: inner, h: 48 }, t('비어 있음', 'empty'), 16)
    const room = { x, y: 144, w: inner, h: 168 }
    pen.box(`vm/virtual-${i}`, room, look, { rise: 24 })
    const width = inner - grid.inset
    const title = pen.choose(titles, width, { weight: 600 })
    const { lines } = pen.say(`vm/virtual-${i}`, title, [x + grid.inset, 170], width, {
      weight: 600,
      lines: 2,
      leading: 20,
      rise: 24,
    })
    const step = lines > 1 ? 28 : 32
    const parts = [t('CPU', 'CPU'), t('메모리', 'Memory'), t('디스크', 'Disk'), t('NIC', 'NIC')]
    parts.forEach((words, n) => {
      const y = 170 + (lines - 1) * 20 + (n + 1) * step + (lines > 1 ? 4 : 2)
      pen.say(`vm/part-${i}-${n}`, words, [x + grid.inset, y], width, { ink: theme.soft, rise: 24 })
    })
  }
  const { line, x, w } = side(grid)
  eventsPanelEdge(pen, 'divider', line, 432)
  eventsPanelHead(pen, 'head', t('기록 · 게스트가 본 하드웨어', 'Recorded · the hardware a guest saw'), [x, 20], w)
  bootCommand(pen, 'term', { x, y: 36, w, h: 52 })
  const found: Row[] = [
    { sign: 'hard', title: 'CPU', detail: guestHardware.cpu, event: events.cpuFound, now: true },
    { sign: 'hard', title: t('메모리', 'Memory'), detail: guestHardware.memory, event: events.memoryFound },
    { sign: 'hard', title: t('펌웨어', 'Firmware'), detail: guestHardware.firmware, event: events.firmware },
    { sign: 'hard', title: t('버스', 'Bus'), detail: guestHardware.bus, event: events.busFound },
    { sign: 'hard', title: t('직렬 포트', 'Serial port'), detail: guestHardware.serial, event: events.serialFound },
  ]
  eventRows(pen, 'found', found, { x, y: 100, w, h: 240 }, 112)
  const words = t(
    '모두 게스트가 부팅하며 찍은 줄이다.\n이런 장치는 실제로 없고 QEMU가 만들어 보여 준다.',
    'All as the guest printed it while booting.\nNo such devices exist: QEMU makes them up.',
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
      [lane, 228],
      [lane, 124],
    ],
    theme.accent,
    { strokeWidth: 3.2, head: 10.8, halo: true },
  )
  ;[rows.kernel, rows.libs, rows.app].forEach(({ y, h }, i) => {
    pen.badge(`boot/${i + 1}`, [lane, y + h / 2], String(i + 1))
  })
  const { line, x, w } = side(grid)
  eventsPanelEdge(pen, 'divider', line, 432)
  eventsPanelHead(pen, 'head', t('기록 · VM 한 대가 켜질 때', 'Recorded · one VM starting'), [x, 20], w)
  bootCommand(pen, 'term', { x, y: 36, w, h: 52 })
  const stages: Row[] = [
    {
      time: msText(boot.firmware.ms, 10),
      sign: 'hard',
      title: t('펌웨어', 'Firmware'),
      detail: boot.firmware.line,
      event: events.firmware,
    },
    {
      time: msText(boot.load.ms, 10),
      sign: 'hard',
      title: t('커널 불러오기', 'Kernel loading'),
      detail: boot.load.line,
      event: events.kernelLoaded,
    },
    {
      time: msText(boot.kernel.ms, 10),
      sign: 1,
      title: t('게스트 커널 시작', 'Guest kernel starts'),
      detail: boot.kernel.line,
      event: events.kernelStarted,
      now: true,
    },
    {
      time: msText(boot.init.ms, 10),
      sign: 2,
      title: t('사용자 공간 시작', 'User space starts'),
      detail: boot.init.line,
      event: events.initStarted,
    },
    {
      time: msText(boot.ready.ms, 10),
      sign: 3,
      title: t('앱이 돌 준비', 'Ready for the app'),
      detail: boot.ready.line,
      event: events.guestReady,
    },
  ]
  eventRows(pen, 'stages', stages, { x, y: 100, w, h: w > 480 ? 240 : 210 }, 168)
  const words = t(
    `${boot.guestSystem} 커널을 소프트웨어 에뮬레이션(TCG)으로 켠 기록.\n${boot.unpackingSeconds}초는 커널 압축 풀기. 하드웨어 가상화라면 훨씬 짧다.`,
    `A ${boot.guestSystem} kernel under software emulation (TCG).\n${boot.unpackingSeconds} s unpack the kernel. Hardware virtualization is far faster.`,
  )
  conditions(pen, 'cond', words, { x, y: w > 480 ? 352 : 320, w }, w > 480 ? { h: 70 } : {})
}
