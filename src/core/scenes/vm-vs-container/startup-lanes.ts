import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { mix, type Tone } from '../../diagram/tone.ts'
import { conditions } from './conditions.ts'
import { ghost } from './ghost.ts'
import type { EventRef } from '../../traces/digest.ts'
import { boot, events, startup } from './recorded.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** Where the lanes are: five stages side by side. */
interface Tracks {
  readonly width: number
  readonly stage: number
  readonly gap: number
  readonly roomy: boolean
}

function tracksFor(width: number): Tracks {
  const roomy = width >= 900
  const gap = roomy ? 32 : 16
  return { width, stage: (width - 4 * gap) / 5, gap, roomy }
}

const HEIGHT = 64
const SIZE = 18
const SKIPPED = t('건너뜀', 'skipped')

/** VC-6: which stages each way of starting goes through, and what was measured. */
export function startupLanes(pen: Pen): void {
  const tracks = tracksFor(pen.view.width)
  const { theme } = pen
  const at = (i: number, y: number): Room => ({ x: i * (tracks.stage + tracks.gap), y, w: tracks.stage, h: HEIGHT })
  const stage = (key: string, i: number, y: number, look: Tone, words: Words, below?: Words, dash = 0): void => {
    const room = at(i, y)
    pen.box(key, room, look, { dash, strokeWidth: dash ? 2 : 1.6 })
    const middle = room.x + room.w / 2
    const hand = { size: SIZE, anchor: 'middle', ink: look.ink } as const
    const centre = y + HEIGHT / 2
    pen.say(key, words, [middle, baseline(below ? centre - 12 : centre, SIZE)], room.w - 12, {
      ...hand,
      weight: 600,
    })
    if (below) pen.say(`${key}/2`, below, [middle, baseline(centre + 12, 16)], room.w - 8, { ...hand, size: 16 })
  }
  const arrows = (key: string, y: number, from: number): void => {
    for (let i = from; i < 4; i++) {
      const { x, w } = at(i, y)
      pen.line(
        `${key}/next-${i}`,
        [
          [x + w + 2, y + 32],
          [x + w + tracks.gap - 3, y + 32],
        ],
        theme.soft,
        { head: 7.2 },
      )
    }
  }
  const skip = (key: string, i: number, y: number): void => ghost(pen, `${key}/skip-${i}`, at(i, y), SKIPPED, SIZE)

  const [kernel, lib, app, hard] = [pen.tone('kernel'), pen.tone('lib'), pen.tone('app'), pen.tone('hard')]
  laneHead(
    pen,
    tracks,
    'vm',
    t('가상 머신', 'Virtual machine'),
    t('컴퓨터를 켠다', 'a computer boots'),
    28,
    `$ ${boot.command}`,
    recordedVm,
    {
      command: events.vmStarted,
      time: events.vmTimes,
    },
  )
  stage('vm/virtual-2', 0, 48, hard, t('펌웨어', 'Firmware'))
  pen.link('vm/virtual-2', events.firmware)
  stage('vm/loader', 1, 48, hard, t('부트로더', 'Boot loader'), t('기록에는 없음', 'not recorded'))
  stage('vm/kernel-2', 2, 48, kernel, t('커널 부팅', 'Kernel boots'))
  pen.link('vm/kernel-2', events.kernelStarted)
  stage('vm/libs-2', 3, 48, lib, 'init')
  pen.link('vm/libs-2', events.initStarted)
  stage('vm/app-2', 4, 48, app, t('앱', 'App'))
  pen.link('vm/app-2', events.guestReady)
  arrows('vm', 48, 0)

  laneHead(
    pen,
    tracks,
    'micro',
    t('마이크로VM', 'microVM'),
    t('줄여서 켠다', 'a short boot'),
    164,
    null,
    specifiedMicro,
  )
  skip('micro', 0, 184)
  skip('micro', 1, 184)
  stage('micro/kernel', 2, 184, kernel, t('작은 커널', 'Small kernel'))
  stage('micro/init', 3, 184, lib, 'init')
  stage('micro/app', 4, 184, app, t('앱', 'App'))
  arrows('micro', 184, 2)

  laneHead(
    pen,
    tracks,
    'ct',
    t('컨테이너', 'Container'),
    t('프로세스만 시작한다', 'a process starts'),
    300,
    '$ docker run --rm busybox true',
    recordedDocker,
    {
      command: events.dockerTimes,
      time: events.dockerTimes,
    },
  )
  skip('ct', 0, 320)
  skip('ct', 1, 320)
  const running: Tone = { ...kernel, fill: mix(theme.kernel, theme.paper, 0.1), ink: kernel.word }
  stage('ct/kernel', 2, 320, running, t('호스트 커널', 'Host kernel'), t('이미 켜져 있음', 'already on'), 7)
  stage(
    'ct/libs-2',
    3,
    320,
    { ...lib, fill: theme.card },
    t('네임스페이스', 'Namespaces'),
    t('루트 마운트', 'root mount'),
  )
  stage('ct/app-2', 4, 320, app, t('앱', 'App'))
  arrows('ct', 320, 2)

  const condition = t(
    'VM은 하드웨어 가상화 없이 에뮬레이션(TCG)으로 켰다. 둘의 비율은 의미가 없다.',
    'Emulation (TCG), no hardware virtualization: the ratio means nothing.',
  )
  conditions(pen, 'cond', condition, { x: 0, y: 400, w: tracks.width }, { h: 32 })
}

/** Each is the middle of several runs, measured to where its command ends: that of the VM to the first program in it. */
const recordedVm = t(
  `첫 프로그램까지 중앙값 **${msText(startup.vm, 10)}**`,
  `to the first program: median **${msText(startup.vm, 10)}**`,
)
const recordedDocker = t(
  `명령 전체의 중앙값 **${msText(startup.docker, 10)}**`,
  `whole command: median **${msText(startup.docker, 10)}**`,
)
const specifiedMicro = t(
  `규격 **≤ ${msText(startup.microVmAtMost, 10)}** · 기록 아님`,
  `specified **≤ ${msText(startup.microVmAtMost, 10)}** · not recorded`,
)

/** A lane's name, what happens in it, what it took at its right end, and the command that was measured where there is room for it. */
function laneHead(
  pen: Pen,
  tracks: Tracks,
  key: string,
  name: Words,
  does: Words,
  y: number,
  command: string | null,
  time: Text,
  shown?: { readonly command: EventRef; readonly time: EventRef },
): void {
  const { theme } = pen
  const named = pen.say(`${key}/name`, name, [0, y], tracks.width, { size: 20, weight: 700 })
  const ink = key === 'ct' ? theme.accent : theme.soft
  const { right } = pen.say(`${key}/does`, does, [named.right + 14, y - 1], tracks.width, {
    size: SIZE,
    weight: 600,
    ink,
  })
  const hand = { size: tracks.roomy ? SIZE : 16, anchor: 'end', ink: theme.soft } as const
  const room = tracks.width - right - 16
  pen.say(`${key}/time`, time, [tracks.width, y - 1], room, hand)
  if (shown !== undefined) pen.shows(shown.time)
  if (!tracks.roomy || command === null) return
  const free = room - pen.set(time, Infinity, hand).width - 16
  const text = shortenedCommand(pen, command, Math.min(free - 24, 330), 16)
  const w = pen.set(text, Infinity, { mono: true }).width + 25
  pen.terminal(`${key}/command`, { x: right + 16, y: y - 24, w, h: 32 }, [text])
  if (shown !== undefined) pen.shows(shown.command)
}
