import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { hop } from './calls.ts'
import { since, type RunClock } from './run-clock.ts'
import { PLAYHEAD, rows, type Lane } from './grid.ts'
import { gapLine, grpcLine, noteLine } from './lanes.ts'
import { oci, run, runMs, typedCommand, type Moment } from './recorded.ts'
import { msText } from '../../words/duration-text.ts'
import { t } from '../../words/t.ts'

interface Call {
  readonly key: string
  readonly moment: Moment
  /** When, where that is not when the event began. */
  readonly ms?: number
  readonly from: Lane
  readonly to: Lane
}

const calls: readonly Call[] = [
  { key: 'create', moment: run.create, from: 'cli', to: 'dockerd' },
  { key: 'ask', moment: run.start, from: 'cli', to: 'dockerd' },
  { key: 'task', moment: run.tasksCreate, from: 'dockerd', to: 'containerd' },
  { key: 'to-shim', moment: run.shim, from: 'containerd', to: 'shim' },
  { key: 'to-runc', moment: run.runcCreate, from: 'shim', to: 'runc' },
  { key: 'to-init', moment: run.init, from: 'runc', to: 'app' },
  { key: 'cgroup', moment: run.cgroup, from: 'app', to: 'kernel' },
  { key: 'unshare', moment: run.unshare, from: 'app', to: 'kernel' },
  { key: 'pivot', moment: run.pivot, from: 'app', to: 'kernel' },
  { key: 'capset', moment: run.capset, from: 'app', to: 'kernel' },
  { key: 'let-go', moment: run.tasksStart, from: 'dockerd', to: 'containerd' },
  { key: 'to-start', moment: run.runcStart, from: 'shim', to: 'runc' },
  { key: 'exec', moment: run.exec, from: 'app', to: 'kernel' },
  { key: 'answer', moment: run.start, ms: run.start.end, from: 'dockerd', to: 'cli' },
]

/** Who asked whom until a moment. */
export function callsUntil(pen: Pen, clock: RunClock): void {
  for (const call of calls) {
    const { key, moment, ms = moment.ms, from, to } = call
    // Heads of calls that came one right after the other stand side by side.
    const beside = calls.filter((one) => one !== call && one.from === from && one.to === to)
    const room = Math.min(...beside.map((one) => Math.abs(clock.x(one.moment.ms) - clock.x(ms)))) - 1
    since(pen, clock, ms, () => {
      hop(pen, `run/call/${key}`, clock.x(ms), from, to, 'lit', moment, room)
    })
  }
}

/** The one call that goes past the others, behind them: dockerd mounts the root by itself. */
export function overlayUntil(pen: Pen, clock: RunClock): void {
  since(pen, clock, run.mount.ms, () => {
    hop(pen, 'run/call/mount', clock.x(run.mount.ms), 'dockerd', 'kernel', 'past', run.mount)
  })
}

/** When the app begins: what the title of the whole run counts to. */
const born = msText(run.exec.ms)

/** Of all that was typed the program and what it was told to do. */
const command = typedCommand(run.typed).split(' ', 2).join(' ')

interface Told {
  readonly key: string
  /** From the longest to the shortest; left out where none fits. */
  readonly wordings: readonly [Words, ...Words[]]
  /** The moment at which it happened, and the one up to which there is room: an earlier one for words before the first. */
  readonly at: number
  readonly until: number
  readonly y: number
  readonly moment: Moment
  readonly pad?: number
  readonly hand?: Hand
}

/** In as few words as name it, what had happened until a moment. */
export function wordsUntil(pen: Pen, clock: RunClock): void {
  const onKernel: Hand = { ink: pen.theme['on-kernel'] }
  const onAmber: Hand = { ink: pen.tone('hyper').ink }
  const api = gapLine('cli', 'dockerd')
  const kernel = noteLine('kernel')
  const all: readonly Told[] = [
    {
      ...{ key: 'typed', wordings: [command], at: run.typed.ms, until: run.typed.end, y: noteLine('cli') },
      ...{ moment: run.typed, pad: 12, hand: { mono: true, weight: 400 } },
    },
    {
      ...{ key: 'over', wordings: [t('끝', 'ends')], at: run.typed.end, until: run.start.ms, y: noteLine('cli') },
      ...{ moment: run.typed, pad: 12, hand: { weight: 700 } },
    },
    { key: 'create', wordings: ['create'], at: run.create.ms, until: 0, y: api, moment: run.create },
    { key: 'ask', wordings: ['start'], at: run.start.ms, until: run.start.end, y: api, moment: run.start },
    {
      ...{ key: 'task', wordings: ['Tasks.Create'], at: run.tasksCreate.ms, until: run.tasksStart.ms, y: grpcLine },
      moment: run.tasksCreate,
    },
    {
      ...{ key: 'network', wordings: [t('네트워크 연결', 'network'), t('연결', 'net')], y: noteLine('dockerd') },
      ...{ at: run.holdNet.ms, until: run.connected.ms, moment: run.holdNet, hand: { ink: pen.theme.card } },
    },
    {
      ...{ key: 'let-go', wordings: ['Tasks.Start'], at: run.tasksStart.ms, until: run.tasksCreate.end, y: grpcLine },
      moment: run.tasksStart,
    },
    {
      ...{ key: 'runc', wordings: ['runc create', 'create'], at: run.runcCreate.ms, until: run.runcCreated.ms },
      ...{ y: noteLine('runc'), moment: run.runcCreate, hand: onAmber, pad: 12 },
    },
    {
      ...{ key: 'start', wordings: ['start'], at: run.runcStarted.ms, until: runMs + 1, y: noteLine('runc') },
      moment: run.runcStart,
    },
    {
      ...{ key: 'init', wordings: ['runc init', 'init'], at: run.init.ms, until: run.runcCreated.ms },
      ...{ y: noteLine('app'), moment: run.init, hand: onAmber, pad: 12 },
    },
    {
      ...{ key: 'waits', wordings: [t('문 앞에서 대기', 'waits at the door'), t('대기', 'waits')] },
      ...{ at: run.runcCreated.ms, until: run.exec.ms, y: noteLine('app'), moment: run.runcCreated, hand: onAmber },
    },
    {
      ...{ key: 'app', at: run.exec.ms, until: run.capset.ms, y: gapLine('app', 'kernel'), moment: run.exec },
      wordings: [t(`${born} · ${oci.program} 시작`, `${born} · ${oci.program} starts`), born],
      hand: { weight: 700, ink: pen.tone('app').word },
    },
    {
      ...{ key: 'mount', wordings: [t('마운트', 'mount')], at: run.mount.ms, until: run.cgroup.ms, y: kernel },
      ...{ moment: run.mount, hand: onKernel },
    },
    {
      ...{ key: 'walls', wordings: [t('cgroup · 네임스페이스', 'cgroup · namespaces'), 'cgroup · ns'], y: kernel },
      ...{ at: run.cgroup.ms, until: run.pivot.ms, moment: run.cgroup, hand: onKernel },
    },
    {
      ...{ key: 'root', wordings: [t('루트', 'root')], at: run.pivot.ms, until: run.capset.ms, y: kernel },
      ...{ moment: run.pivot, hand: onKernel },
    },
    {
      ...{ key: 'rights', wordings: [t('권한', 'rights')], at: run.capset.ms, until: run.exec.ms, y: kernel },
      ...{ moment: run.capset, hand: onKernel },
    },
  ]
  network(pen, clock)
  for (const told of all) tell(pen, clock, told)
}

function tell(pen: Pen, clock: RunClock, { key, wordings, at, until, y, moment, pad = 8, hand }: Told): void {
  const before = until < at
  const room = Math.abs(clock.x(until) - clock.x(at)) - 2 * pad
  const whole: Hand = { weight: 600, anchor: before ? 'end' : 'start', ...hand }
  const words = pen.choose(wordings, room, whole)
  const { width, fits } = pen.set(words, room, whole)
  if (!fits) return
  const say = (): void => {
    pen.say(`run/told/${key}`, words, [clock.x(at) + (before ? -pad : pad), y], room, whole)
    pen.shows(moment.ref)
  }
  // Words after their moment come once the line has left them behind.
  since(pen, clock, at, say, before ? 0 : pad + width)
}

/** What dockerd does by itself before it lets the task start. */
function network(pen: Pen, { ms, x }: RunClock): void {
  const [from, to] = [run.holdNet.ms, Math.min(ms, run.connected.ms)]
  if (to <= from) return
  const { y, h } = rows.dockerd
  const { edge } = pen.tone('daemon')
  pen.with(PLAYHEAD, 'behind', () => {
    pen.box('run/network', { x: x(from), y: y + 4, w: x(to) - x(from), h: h - 8 }, { fill: edge, edge }, { r: 4 })
  })
  pen.link('run/network', run.holdNet.ref)
}
