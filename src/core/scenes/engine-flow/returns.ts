/**
 * What a dockerd does that comes back after its death. Recorded is the one with live-restore on. Without, it is after
 * moby's source (August 2026): docker.service has `Restart=always` and `RestartSec=2`, and `daemon.restore` shuts down what
 * containerd calls alive (daemon/daemon.go, `!cfg.LiveRestoreEnabled`), before restart policies are looked at.
 */
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { t } from '../../words/t.ts'
import { bar } from './bar.ts'
import { hop } from './calls.ts'
import type { Cuts } from './cuts.ts'
import { bottom, rows, top, type Grid } from './grid.ts'
import { RESTORE } from './knobs.ts'
import { grpcLine, nameHand, nameLine, noteLine } from './lanes.ts'
import { cutMark } from './process-bars.ts'
import { returned } from './recorded.ts'

/** From the longest to the shortest. */
type Wordings = readonly [Words, ...Words[]]

/** When what the returned daemon does comes, one after the other. */
const [STOPS, DIES, POLICY] = [200, 340, 460]

/** Whether the daemon looks after containers that outlived it, and whether that is recorded: never shown without it. */
export const restoreWords = (restore: number): Wordings =>
  restore === RESTORE.on
    ? [t('live-restore 켜짐', 'live-restore on'), 'live-restore']
    : [t('live-restore 꺼짐 (기본값)', 'live-restore off (default)'), t('live-restore 꺼짐', 'live-restore off')]

/** dockerd, and containerd where that was killed too, comes back; with live-restore off it stops the app. */
export function daemonReturns(pen: Pen, grid: Grid, cuts: Cuts, restore: number, both: boolean): void {
  if (both) backBar(pen, grid, 'containerd', cuts.back - 24)
  backBar(pen, grid, 'dockerd', cuts.back)
  set(pen, grid, cuts, restore)
  why(pen, grid, cuts, restore, both)
  if (restore === RESTORE.off) stopsTheApp(pen, grid, cuts)
}

function backBar(pen: Pen, grid: Grid, lane: 'dockerd' | 'containerd', from: number): void {
  bar(pen, `${lane}/back`, lane, pen.tone('daemon', lane === 'containerd'), {
    ...{ from, to: grid.right, openRight: true, strokeWidth: lane === 'dockerd' ? 2.2 : 1.8 },
  })
  pen.say(`${lane}/back/name`, lane, [from + 12, nameLine(lane)], 108, nameHand(pen, lane === 'dockerd'))
}

/** How the dockerd that came back is set; a press on it sets it the other way. */
function set(pen: Pen, grid: Grid, { back }: Cuts, restore: number): void {
  const from = back + 24 + pen.view.measure('dockerd', 700, false) * 18
  const room = grid.right - from - 8
  const words = pen.choose(restoreWords(restore), room, { weight: 600 })
  const { right } = pen.say('dockerd/back/set', words, [from, noteLine('dockerd')], room, { weight: 600 })
  const pid = `PID ${returned.dockerd.pid}`
  if (restore === RESTORE.on && pen.set(pid, grid.right - right - 20, { mono: true }).fits)
    pen.say('dockerd/back/pid', pid, [grid.right - 8, noteLine('dockerd')], 100, { mono: true, anchor: 'end' })
  pen.meter('dockerd/back/hand', { x: back, ...rows.dockerd, w: grid.right - back }, 0, clear(pen.theme))
  pen.turns({ knob: 'restore', value: restore === RESTORE.on ? RESTORE.off : RESTORE.on })
}

const takesOver: Wordings = [
  t('다시 떠서, 돌고 있는 web을 이어받는다', 'once back, it takes over the running web'),
  t('web을 이어받는다', 'takes over web'),
]
const isRestarted: Wordings = [
  t('2초쯤 뒤 systemd가 다시 띄운다', 'systemd brings it back, about 2 s later'),
  t('2초쯤 뒤 systemd가', 'by systemd, ~2 s later'),
]
const service: Wordings = [
  t('예시 · Restart=always, RestartSec=2', 'example · Restart=always, RestartSec=2'),
  t('예시 · RestartSec=2', 'example · RestartSec=2'),
]
const byHand = t('기록 · 손으로 다시 띄움', 'recorded · started by hand')
const afterBoth = t('기록은 containerd까지 죽인 뒤', 'recorded after containerd died too')

/** Who brought it back, above it: systemd does by default, in the recording it was done by hand. */
function why(pen: Pen, grid: Grid, { back }: Cuts, restore: number, both: boolean): void {
  const isOn = restore === RESTORE.on
  const room = grid.right - back
  const bold = { weight: 700 } as const
  pen.say('back/who', pen.choose(isOn ? takesOver : isRestarted, room, bold), [back, 64], room, bold)
  const source: Wordings = isOn ? [both ? byHand : afterBoth, t('기록', 'recorded')] : service
  pen.say('back/source', pen.choose(source, room), [back, 88], room, { ink: pen.theme.soft })
}

/** What is alive is stopped as `docker stop` would; whether it starts again is for its restart policy. */
function stopsTheApp(pen: Pen, grid: Grid, cuts: Cuts): void {
  const { theme } = pen
  const { stops: x, app } = cuts
  pen.then(() => {
    hop(pen, 'stops/grpc', x, 'dockerd', 'containerd', 'danger')
    hop(pen, 'stops/shim', x, 'containerd', 'shim', 'danger')
    const signal = [
      [x, bottom('shim') + 1],
      [x, top('app') - 1],
    ] as const
    pen.line('stops/signal', signal, theme.danger, { head: 10, strokeWidth: 2.6, halo: true })
    const room = grid.right - x - 12
    const words = [t('살아 있는 컨테이너를 멈춘다', 'stops what it finds alive'), t('멈춘다', 'stops it')] as const
    const hand = { weight: 600, ink: theme['danger-ink'] } as const
    pen.say('stops/what', pen.choose(words, room, hand), [x + 12, grpcLine], room, hand)
    pen.say('stops/name', 'SIGTERM', [x + 12, noteLine('runc')], 90, { ...hand, weight: 700 })
  }, STOPS)
  pen.then(() => {
    cutMark(pen, 'app/dead', app, 'app')
    cutMark(pen, 'shim/dead', cuts.shim, 'shim')
  }, DIES)
  pen.then(() => {
    policy(pen, grid, app + 28)
  }, POLICY)
}

/** Restart policies, which decide only after the stop. */
function policy(pen: Pen, grid: Grid, x: number): void {
  const room = grid.right - x
  const lines: readonly Wordings[] = [
    [t('다음은 재시작 정책', 'then the restart policy'), t('재시작 정책', 'restart policy')],
    [
      t('`no` (기본값): 멈춘 채로', '`no` (default): stays stopped'),
      t('`no`: 멈춘 채로', '`no`: stays stopped'),
      t('`no`: 멈춤', '`no`: stopped'),
    ],
    [t('`always`: 다시 시작', '`always`: restarts')],
  ]
  lines.forEach((wordings, i) => {
    const hand = i === 0 ? ({ weight: 700 } as const) : {}
    pen.say(`policy/${i}`, pen.choose(wordings, room, hand), [x, 328 + i * 22], room, hand)
  })
}
