import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import { eventsPanelEdge } from '../../diagram/parts/events-panel-edge.ts'
import { eventsPanelHead } from '../../diagram/parts/events-panel-head.ts'
import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { mix, type Tone } from '../../diagram/tone.ts'
import { conditions, ghost } from './events-panel.ts'
import type { EventRef } from '../../traces/digest.ts'
import { boot, events, startup } from './recorded.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** Where the lanes are: five stages side by side, and the record beside them where there is room. */
interface Tracks {
  readonly width: number
  readonly stage: number
  readonly gap: number
  readonly size: number
  readonly panel: number | null
}

function tracksFor(width: number): Tracks {
  if (width < 900) return { width, stage: (width - 4 * 16) / 5, gap: 16, size: 18, panel: null }
  const room = width >= 1100 ? 816 : width - 340
  const gap = width >= 1100 ? 24 : 18
  const stage = (room - 4 * gap) / 5
  return { width: room, stage, gap, size: stage >= 130 ? 18 : 16, panel: width - 296 }
}

const HEIGHT = 64
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
    const hand = { size: tracks.size, anchor: 'middle', ink: look.ink } as const
    const centre = y + HEIGHT / 2
    pen.say(key, words, [middle, baseline(below ? centre - 12 : centre, tracks.size)], room.w - 12, {
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
  const skip = (key: string, i: number, y: number): void =>
    ghost(pen, `${key}/skip-${i}`, at(i, y), SKIPPED, tracks.size)

  const [kernel, lib, app, hard] = [pen.tone('kernel'), pen.tone('lib'), pen.tone('app'), pen.tone('hard')]
  laneHead(pen, tracks, 'vm', t('가상 머신', 'Virtual machine'), 28, `$ ${boot.command}`, recordedVm, {
    command: events.vmStarted,
    time: events.vmTimes,
  })
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

  laneHead(pen, tracks, 'micro', t('마이크로VM', 'microVM'), 172, null, specifiedMicro)
  skip('micro', 0, 192)
  skip('micro', 1, 192)
  stage('micro/kernel', 2, 192, kernel, t('작은 커널', 'Small kernel'))
  stage('micro/init', 3, 192, lib, 'init')
  stage('micro/app', 4, 192, app, t('앱', 'App'))
  arrows('micro', 192, 2)

  laneHead(pen, tracks, 'ct', t('컨테이너', 'Container'), 316, '$ docker run --rm busybox true', recordedDocker, {
    command: events.dockerTimes,
    time: events.dockerTimes,
  })
  skip('ct', 0, 336)
  skip('ct', 1, 336)
  const running: Tone = { ...kernel, fill: mix(theme.kernel, theme.paper, 0.1), ink: kernel.word }
  stage('ct/kernel', 2, 336, running, t('호스트 커널', 'Host kernel'), t('이미 켜져 있음', 'already on'), 7)
  stage(
    'ct/libs-2',
    3,
    336,
    { ...lib, fill: theme.card },
    t('네임스페이스', 'Namespaces'),
    t('루트 마운트', 'root mount'),
  )
  stage('ct/app-2', 4, 336, app, t('앱', 'App'))
  arrows('ct', 336, 2)

  const condition = t(
    'VM은 하드웨어 가상화 없이 켰다.\n둘의 비율은 뜻이 없다.',
    'No hardware virtualization:\nthe ratio means nothing.',
  )
  if (tracks.panel === null)
    conditions(pen, 'cond', pen.t(condition).replace('\n', ' '), { x: 0, y: 407, w: tracks.width }, { h: 32 })
  else log(pen, tracks.panel, pen.view.width - tracks.panel, condition)
}

const recordedVm = t(
  `기록 **${msText(startup.vm, 10)}** · 에뮬레이션(TCG)`,
  `recorded **${msText(startup.vm, 10)}** · emulation (TCG)`,
)
const recordedDocker = t(
  `기록 **${msText(startup.docker, 10)}** · 명령 전체`,
  `recorded **${msText(startup.docker, 10)}** · whole command`,
)
const specifiedMicro = t(
  `규격 **≤ ${msText(startup.microVmAtMost, 10)}** · 기록 아님`,
  `specified **≤ ${msText(startup.microVmAtMost, 10)}** · not recorded`,
)

/** A lane's name, and at its right end its command; without a record beside the lanes the time stands there instead. */
function laneHead(
  pen: Pen,
  tracks: Tracks,
  key: string,
  name: Words,
  y: number,
  command: string | null,
  time: Text,
  shown?: { readonly command: EventRef; readonly time: EventRef },
): void {
  const { theme } = pen
  const { right } = pen.say(`${key}/name`, name, [0, y], tracks.width, { size: 20, weight: 700 })
  const room = tracks.width - right - 16
  if (tracks.panel === null)
    pen.say(`${key}/time`, time, [tracks.width, y - 1], room, { anchor: 'end', ink: theme.soft })
  else if (command === null) {
    pen.say(`${key}/spec`, t('Firecracker 규격', 'Firecracker specification'), [tracks.width, y - 2], room, {
      anchor: 'end',
      ink: theme.soft,
    })
  } else {
    const text = shortenedCommand(pen, command, Math.min(room - 24, 330), 16)
    const w = pen.set(text, Infinity, { mono: true }).width + 25
    pen.terminal(`${key}/command`, { x: tracks.width - w, y: y - 24, w, h: 32 }, [text])
  }
  if (shown !== undefined) pen.shows(tracks.panel === null ? shown.time : shown.command)
}

interface Entry {
  readonly name: Words
  readonly time: string
  readonly about?: Words
  readonly now?: boolean
  readonly event?: EventRef
}

/** What was measured, medians only, under the condition without which they would mislead. */
function log(pen: Pen, x: number, w: number, condition: Words): void {
  eventsPanelEdge(pen, 'divider', x - 22, 432)
  eventsPanelHead(
    pen,
    'log',
    t(`기록 · ${startup.runs}번의 중앙값`, `Recorded · medians of ${startup.runs}`),
    [x, 20],
    w,
  )
  const measured: Entry[] = [
    {
      name: 'VM',
      time: msText(startup.vm, 10),
      about: t('첫 프로그램까지 · 에뮬레이션(TCG)', 'to its first program · TCG'),
      event: events.vmTimes,
    },
    {
      name: 'docker run',
      time: msText(startup.docker, 10),
      about: t('명령 전체 · 브리지 네트워크', 'whole command · bridge network'),
      event: events.dockerTimes,
      now: true,
    },
    { name: 'runc run', time: msText(startup.runc, 10), event: events.runcTimes },
    { name: 'unshare + chroot', time: msText(startup.unshare, 10), event: events.unshareTimes },
  ]
  const end = entries(pen, 'log', measured, x, w, 32)
  eventsPanelHead(pen, 'spec', t('규격 · 기록 아님', 'Specification · not recorded'), [x, end + 24], w)
  const micro: Entry = {
    name: t('마이크로VM', 'microVM'),
    time: `≤ ${msText(startup.microVmAtMost, 10)}`,
    about: t('Firecracker 규격 · init까지', 'Firecracker · to init'),
  }
  const last = entries(pen, 'spec', [micro], x, w, end + 36)
  conditions(pen, 'cond', condition, { x, y: last + 8, w })
}

function entries(pen: Pen, key: string, list: readonly Entry[], x: number, w: number, top: number): number {
  const { theme } = pen
  let y = top
  list.forEach(({ name, time, about, now, event }, i) => {
    const h = about ? 64 : 40
    const first = about ? 25.5 : 26
    const writings = [
      pen.writing(name, 10, first, w - 120, { weight: 600 }),
      pen.writing(time, w - 10, first, 110, { mono: true, size: 17, anchor: 'end' }),
      ...(about ? [pen.writing(about, 10, 49.5, w - 20, { ink: theme.soft })] : []),
    ]
    eventsPanelRow(pen, `${key}/entry-${i}`, { x, y, w, h }, writings, { lit: now, event })
    y += h
  })
  return y
}
