import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { t } from '../../words/t.ts'
import { laneX, rows, stackCell, type Grid } from './grid.ts'
import { sideHeading } from './heading.ts'
import { guestApps, rowNames } from './names.ts'
import { systems } from './recorded.ts'
import { leftOverWidth, PARTS, slab } from './stacks.ts'

/** VC-1: an ordinary computer, on which an app asks the kernel. */
export function plainComputer(pen: Pen, grid: Grid): void {
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
  pen.say('host/kernel/sub', t('하드웨어는 커널만 다룬다', 'Only it touches the hardware'), [inset, 312], width, {
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
  const panel = grid.width >= 1100 ? 784 : grid.width >= 900 ? words + 208 : words + 196
  const room = panel - words - 16
  pen.say('os', t('운영체제', 'OS'), [words, 270], room, { size: 18, weight: 700 })
  pen.say('os/sub', t('커널은 그 한 부분', 'the kernel is a part'), [words, 294], room, { ink: theme.soft })
  pen.say('example', t('예시', 'example'), [words, 70], room, { ink: theme.soft })
  pen.terminal(
    'term',
    { x: words, y: 80, w: room, h: 44 },
    [pen.choose(['$ echo hello > memo.txt', '$ echo hi > memo'], room - 20, { mono: true })],
    { pad: 10 },
  )
  const asked: readonly (readonly [Words, readonly [Words, ...Words[]], Hand])[] = [
    [t('시스템 콜', 'System call'), ['write(1, "hello\\n", 6)', 'write(1, …)'], { mono: true }],
    [
      t('장치 다루기', 'Device work'),
      [t('커널이 디스크에 쓴다', 'the kernel writes to disk'), t('디스크에 쓴다', 'to the disk')],
      {},
    ],
  ]
  asked.forEach(([title, details, hand], i) => {
    const y = (stops[i] ?? 0) + 6
    pen.with(
      'call/packet',
      'passed',
      () => {
        const said: Hand = { ...hand, ink: theme.soft }
        pen.say(`call/name-${i}`, title, [words, y], room, { size: 18, weight: 600, ink: theme.accent })
        pen.say(`call/detail-${i}`, pen.choose(details, room, said), [words, y + 24], room, said)
      },
      { place: [lane, stops[i] ?? 0] },
    )
  })
  distributions(pen, panel, grid.width - panel)
}

/** Recorded twice: what differs between two distributions is not the kernel. */
function distributions(pen: Pen, x: number, w: number): void {
  const { theme } = pen
  const heading = { words: t('기록', 'recorded'), ink: theme.soft, weight: 400 } as const
  sideHeading(
    pen,
    'systems',
    [t('배포판은 둘, 커널은 같다', 'Two systems, one kernel'), t('커널은 같다', 'One kernel')],
    heading,
    x,
    w,
  )
  const half = (w - 16) / 2
  systems.forEach(({ distribution }, i) => {
    const room = { x: x + i * (half + 16), y: 88, w: half, h: 96 }
    pen.block(`systems/${i}`, room, pen.tone('lib'), distribution, { size: 18, pad: 14, lines: 2, leading: 24 })
  })
  const kernel = pen.tone('kernel')
  pen.block('systems/kernel', { x, w, ...rows.host }, kernel, systems[0].kernel, { size: 24, pad: 24 })
}
