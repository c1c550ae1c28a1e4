import type { Text } from '../../../contract/deck.ts'
import type { Hand, Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { engineBeside } from './engine-beside.ts'
import { rows, type Grid } from './grid.ts'
import { sideHeading } from './heading.ts'
import { countWord } from './names.ts'
import { containers, leftOver, leftOverWidth, PARTS, slab } from './stacks.ts'
import { t } from '../../words/t.ts'

interface Desktop {
  readonly name: Text
  /** What is to be seen on the other one as well. */
  readonly other: Text
  readonly kernel: Text
  readonly shell: readonly Words[]
  readonly backends: readonly [Words, ...Words[]]
  /** Whether the system's own kernel runs on the hypervisor, beside the VM, rather than below both. */
  readonly kernelOnHypervisor: boolean
}

const mac: Desktop = {
  name: t('맥', 'Mac'),
  other: t('윈도우도 같다', 'same on Windows'),
  kernel: t('macOS 커널', 'macOS kernel'),
  shell: [
    '$ docker run -d nginx',
    '$ ps aux | grep nginx',
    t('(맥에서는 아무것도 안 보인다)', '(nothing to see on the Mac)'),
    '$ ▍',
  ],
  backends: [
    t(
      '애플 Virtualization 프레임워크 (기본) · Docker VMM (베타)',
      'Apple Virtualization framework (default) · Docker VMM (beta)',
    ),
    t('애플 Virtualization 프레임워크 (기본)', 'Apple Virtualization (default)'),
  ],
  kernelOnHypervisor: false,
}

const windows: Desktop = {
  name: t('윈도우', 'Windows'),
  other: t('맥도 같다', 'same on Mac'),
  kernel: t('윈도우 커널', 'Windows kernel'),
  shell: [
    'PS> docker run -d nginx',
    'PS> tasklist | findstr nginx',
    t('(윈도우에서는 아무것도 안 보인다)', '(nothing to see on Windows)'),
    'PS> ▍',
  ],
  backends: [
    t('WSL 2 (기본) · Hyper-V · Docker VMM (베타)', 'WSL 2 (default) · Hyper-V · Docker VMM (beta)'),
    t('WSL 2 (기본) · Hyper-V', 'WSL 2 (default) · Hyper-V'),
  ],
  kernelOnHypervisor: true,
}

/** The request that the CLI sends. */
const CALL = 'desktop/api/packet'
const CLI = { y: 248, h: 48 }
/** Between a plate and what it stands on. */
const APART = 8
const LOW = { first: { y: 304, h: 40 }, second: { y: 352, h: 32 }, third: { y: 392, h: 32 } }

/** VC-9: a Mac or a PC with Windows; engine and containers live in one Linux VM. */
export function desktop(pen: Pen, grid: Grid, apps: number, onWindows: boolean): void {
  const computer = onWindows ? windows : mac
  const { theme } = pen
  const vmX = grid.right - 16
  const vmW = grid.width - vmX
  sideHeading(pen, 'desktop', [computer.name], { words: computer.other, ink: theme.ink }, 0, grid.stack)
  const inside = { words: t('컨테이너는 모두 이 안에', 'all containers in it'), ink: theme['guest-ink'], flight: CALL }
  sideHeading(pen, 'lvm', [t('리눅스 VM 하나', 'One Linux VM')], inside, vmX, vmW - leftOverWidth(grid))

  const guest = { fill: mix(theme.guest, theme.paper, 0.55), edge: theme['guest-edge'] }
  const vmBottom = computer.kernelOnHypervisor ? LOW.first.y + LOW.first.h : CLI.y + CLI.h
  pen.box('desktop/vm', { x: vmX, y: 32, w: vmW, h: vmBottom - 32 }, guest, { r: 12, strokeWidth: 3, rise: 12 })
  const kernel = pen.tone('kernel')
  const kernelRoom = { x: grid.right, y: rows.host.y, w: grid.stack, h: 48 }
  const shared =
    apps > 1
      ? t(`${countWord(apps, 'ko')}이 함께 쓴다`, `shared by ${countWord(apps, 'en')}`)
      : t('하나가 쓴다', 'used by one')
  const words = pen.choose(
    [t(`리눅스 커널 · ${shared.ko}`, `Linux kernel · ${shared.en}`), t('리눅스 커널', 'Linux kernel')],
    grid.stack - 28,
    { size: 18, weight: 600 },
  )
  pen.block('ct/kernel', kernelRoom, kernel, words, { size: 18, pad: grid.terse ? 14 : 24 })
  containers(pen, grid, { lit: () => true })
  engineBeside(pen, grid, true, 'dockerd', CALL)
  leftOver(pen, grid, grid.width, 'ct')

  shell(pen, grid, computer)
  commandLine(pen, grid, computer)
  grounds(pen, grid, computer, vmX, vmW)

  const { x, y, w, h } = grid.engine
  const ask = [
    [grid.stack, 272],
    [x + w / 2, 272],
    [x + w / 2, y + h + 1],
  ] as const
  pen.with(CALL, 'along', () => {
    pen.line('desktop/api', ask, theme.accent, { strokeWidth: 3.2, head: 10.8, halo: true })
  })
  pen.badge('desktop/api/from', [grid.stack, 272], '', { w: 14 })
  // A dot, since a pill would hide what is said at both ends.
  pen.packet(CALL, ask, '')
}

function shell(pen: Pen, grid: Grid, { shell }: Desktop): void {
  const room: Room = { x: 0, y: 56, w: grid.stack, h: 152 }
  pen.terminal('desktop/shell', room, shell, { size: 17, leading: 28, pad: grid.terse ? 14 : 20 })
  pen.say('desktop/example', t('예시', 'example'), [grid.stack - 14, 196], 90, { anchor: 'end', ink: pen.theme.soft })
}

/** What sends the request: a process like any other of this computer, so that it stands on that computer's own kernel. */
function commandLine(pen: Pen, grid: Grid, { name, kernelOnHypervisor }: Desktop): void {
  const { theme } = pen
  const ground = kernelOnHypervisor ? LOW.first : LOW.second
  pen.box('desktop/cli', { x: 0, w: grid.stack, y: CLI.y, h: ground.y - APART - CLI.y }, pen.tone('plain'))
  const line = CLI.y + CLI.h / 2
  pen.say('desktop/cli', 'docker CLI', [12, baseline(line, 18)], 110, { size: 18, weight: 600 })
  const only: Hand = { weight: 600, ink: theme.accent, anchor: 'end' }
  const words = t('API 요청만 보낸다', 'sends API calls only')
  pen.say('desktop/only', words, [grid.stack - 14, line + 6], grid.stack - 130, only)
  if (kernelOnHypervisor) return
  const process = t(`${name.ko}에서 도는 프로세스`, `a process of the ${name.en}`)
  pen.say('desktop/process', process, [12, CLI.y + CLI.h + 26], grid.stack - 24, { ink: theme.soft })
}

/** What lies below: hypervisor, the system's own kernel, hardware. */
function grounds(
  pen: Pen,
  grid: Grid,
  { kernel, backends, kernelOnHypervisor }: Desktop,
  vmX: number,
  vmW: number,
): void {
  const whole = { x: 0, w: grid.width }
  const hyper = pen.tone('hyper')
  const hyperRoom: Room = kernelOnHypervisor ? { ...whole, ...LOW.second } : { x: vmX, w: vmW, ...LOW.first }
  pen.box('vm/hyper', hyperRoom, hyper)
  const middle = baseline(hyperRoom.y + hyperRoom.h / 2, 18)
  const { right } = pen.say(
    'desktop/hyper',
    t('하이퍼바이저', 'Hypervisor'),
    [hyperRoom.x + 14, middle],
    hyperRoom.w - 28,
    { size: 18, weight: 600, ink: hyper.ink },
  )
  const room = hyperRoom.x + hyperRoom.w - 14 - right - 16
  pen.say('desktop/backends', pen.choose(backends, room), [right + 16, middle - 0.5], room, { ink: hyper.ink })

  const kernelRoom: Room = kernelOnHypervisor ? { x: 0, w: grid.stack, ...LOW.first } : { ...whole, ...LOW.second }
  const look = pen.tone('kernel', true)
  pen.box('desktop/kernel', kernelRoom, look)
  const line = baseline(kernelRoom.y + kernelRoom.h / 2, 18)
  const name = pen.say('desktop/kernel', kernel, [12, line], kernelRoom.w - 24, {
    size: 18,
    weight: 600,
    ink: look.ink,
  })
  const claim = t('리눅스 시스템 콜을 모른다', 'knows no Linux system calls')
  const hand: Hand = { weight: 600, ink: pen.theme.ink }
  if (pen.set(claim, kernelRoom.w - name.right - 28, hand).fits)
    pen.say('desktop/claim', claim, [name.right + 16, line - 0.5], kernelRoom.w - name.right - 28, hand)
  slab(pen, 'vm/hardware', { ...whole, ...LOW.third }, 'hard', t('하드웨어', 'Hardware'), {
    back: true,
    details: PARTS,
  })
}
