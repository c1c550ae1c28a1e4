import type { Hand, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { FLY, strokeOf, hop } from './calls.ts'
import { bottom, field, middle, top, type Grid } from './grid.ts'
import { grpcLine, noteLine, ownWork, pastContainerd } from './lanes.ts'
import { messageBytes, oci, run } from './recorded.ts'
import { futureProcesses } from './future-processes.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

/** The line of a call that dockerd makes to the kernel by itself, past containerd. */
export function overlay(pen: Pen, x: number, weight: 'lit' | 'past', halo = false): void {
  const { stroke, style } = strokeOf(pen, weight)
  pen.line(
    'overlay',
    [
      [x, bottom('dockerd') + 1],
      [x, top('kernel') - 1],
    ],
    stroke,
    { ...style, halo },
  )
  pen.link('overlay', run.mount.ref)
}

/** What dockerd writes down for those below it. */
function card(pen: Pen, grid: Grid, lit: boolean): void {
  const { theme } = pen
  const { x, w } = cardRoom(grid)
  const tone = pen.tone('daemon')
  const room = { x, y: 216, w, h: field.bottom - 216 }
  pen.box('spec', room, { fill: theme.card, edge: tone.edge }, { r: 10, strokeWidth: lit ? 2.4 : 1.8, rise: -16 })
  pen.link('spec', run.containersCreate.ref)
  const inner = w - 24
  const name: Hand = { weight: 700, size: 17 }
  const named = pen.choose([t('OCI 스펙', 'OCI spec'), 'OCI'], inner, name)
  const { right } = pen.say('spec/name', named, [x + 12, 238], inner, name)
  const size: Hand = { mono: true, ink: theme.soft, anchor: 'end' }
  // How much there is of it is known once it is sent.
  if (!lit) {
    const bytes = bytesText(messageBytes(run.containersCreate))
    pen.say('spec/bytes', bytes, [x + 12 + inner, 238], x + inner - right, size)
  }
  pen.line(
    'spec/rule',
    [
      [x, 249],
      [x + w, 249],
    ],
    tone.edge,
    { strokeWidth: 1.2 },
  )
  const lines: readonly { readonly says: readonly [Words, ...Words[]]; readonly limits: Words }[] = [
    {
      says: [
        t(`네임스페이스 ${oci.namespaces}개`, `${oci.namespaces} namespaces`),
        t(`ns ${oci.namespaces}개`, `${oci.namespaces} namespaces`),
      ],
      limits: t('보이는 것', 'what it sees'),
    },
    {
      says: [t('cgroup 경로 · 메모리 한도', 'cgroup path · memory limit'), t('cgroup 경로', 'cgroup path')],
      limits: t('쓰는 양', 'how much it uses'),
    },
    {
      says: [
        t(`capability ${oci.capabilities}개만`, `${oci.capabilities} capabilities`),
        t(`권한 ${oci.capabilities}개`, `${oci.capabilities} caps`),
      ],
      limits: t('할 수 있는 일', 'what it may do'),
    },
    {
      says: [
        t(`seccomp 허용 ${oci.calls}개`, `seccomp: ${oci.calls} calls`),
        t(`seccomp ${oci.calls}`, `seccomp ${oci.calls}`),
      ],
      limits: t('부를 수 있는 시스템 콜', 'which calls it may make'),
    },
    { says: [t(`마운트 ${oci.mounts}개`, `${oci.mounts} mounts`)], limits: t('보이는 파일', 'which files it has') },
  ]
  lines.forEach(({ says, limits }, i) => {
    const y = 270 + i * 21
    const words = pen.choose(says, inner)
    const { right } = pen.say(`spec/line-${i}`, words, [x + 12, y], inner, { ink: lit ? theme.ink : theme.soft })
    const room = x + 12 + inner - right - 16
    if (pen.set(limits, room).fits)
      pen.say(`spec/limits-${i}`, limits, [x + 12 + inner, y], room, { ink: theme.soft, anchor: 'end' })
  })
  const command = pen.choose([oci.command, oci.command.split(' ').slice(0, 4).join(' '), oci.program], inner, {
    mono: true,
  })
  pen.say('spec/command', command, [x + 12, 270 + 5 * 21], inner, { mono: true, ink: theme.ink })
}

const cardRoom = (grid: Grid): { x: number; w: number } => {
  const x = grid.left
  return { x, w: grid.x.mount - (grid.terse ? 14 : 24) - x }
}

/** EF-7: dockerd mounts the root and writes the specification; the kernel decides nothing by itself. */
export function specified(pen: Pen, grid: Grid): void {
  card(pen, grid, true)
  futureProcesses(pen, grid)
  specWritten(pen, grid)
  overlay(pen, grid.x.mount, 'lit', true)
  mounted(pen, grid)
  const x = grid.x.mount + 12
  const room = grid.x.shim - 20 - x
  const hand: Hand = { lines: 3, leading: 22, weight: 600 }
  const words = t('루트 파일시스템은\ndockerd가 직접\n마운트한다', 'the root file system:\nmounted by\ndockerd itself')
  if (!pen.set(words, room, hand).fits) return
  pen.say('overlay/why', words, [x, 284], room, hand)
  pen.shows(run.mount.ref)
}

/** From dockerd to the card that it writes, past containerd. */
function specWritten(pen: Pen, grid: Grid): void {
  const x = pastContainerd(pen, grid)
  const { stroke, style } = strokeOf(pen, 'now')
  pen.line(
    'spec/from',
    [
      [x, bottom('dockerd') + 1],
      [x, 215],
    ],
    stroke,
    { ...style, halo: true },
  )
  ownWork(pen, 'spec/written', t('OCI 스펙을 적는다', 'writes the OCI spec'), x, true)
}

/** Up to where the kernel's name reaches, and that it is in a VM. */
const NAMED = 178

/** What that call did, in the kernel that did it: in short where names or walls leave it no more room. */
export function mounted(pen: Pen, grid: Grid): void {
  const { x } = grid
  const hand: Hand = { anchor: 'middle', weight: 600, ink: pen.theme['on-kernel'] }
  const room = Math.min(160, 2 * (x.mount - NAMED), 2 * (x.cgroup - 40 - x.mount))
  const whole = t('overlay 마운트', 'overlay mount')
  const [words, at] = pen.set(whole, room, hand).fits ? [whole, x.mount] : ['overlay', x.mount + 6]
  pen.say('kernel/overlay', words, [at, noteLine('kernel')], 160, hand)
  pen.link(`kernel/overlay"${pen.t(words)}`, run.mount.ref)
}

/** EF-8: two calls over gRPC, the specification first. Kubernetes comes in here, past dockerd. */
export function handed(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x } = grid
  kubernetes(pen, grid)
  overlay(pen, x.mount, 'past', true)
  hop(pen, 'grpc/create', x.containersCreate, 'dockerd', 'containerd', 'lit', run.containersCreate)
  pen.with(FLY.task, 'along', () => {
    hop(pen, 'grpc/task', x.tasksCreate, 'dockerd', 'containerd', 'now', run.tasksCreate)
  })
  const room = x.tasksCreate - x.containersCreate - 14
  pen.say('grpc/create/name', 'Containers.Create', [x.containersCreate + 11, grpcLine], room, { weight: 600 })
  pen.with(FLY.task, 'landed', () => {
    const hand: Hand = { size: 17, weight: 700, ink: theme.accent }
    pen.say('grpc/task/name', 'Tasks.Create', [x.tasksCreate + 13, grpcLine], 140, hand)
    handsOn(pen, grid, hand)
  })
  const { x: left, w } = cardRoom(grid)
  pen.line(
    'spec/from',
    [
      [left + w / 2, bottom('containerd') + 1],
      [left + w / 2, 215],
    ],
    pen.tone('daemon').edge,
    { head: 9, strokeWidth: 2.2 },
  )
  card(pen, grid, false)
  futureProcesses(pen, grid)
  mounted(pen, grid)
}

/** What dockerd does with that call, in its own lane: it asks for the app, and starts nothing by itself. */
function handsOn(pen: Pen, grid: Grid, hand: Hand): void {
  const x = grid.x.tasksCreate + 13
  const room = grid.right - 8 - x
  const words = pen.choose(
    [t('앱을 띄우는 일은 넘긴다', 'hands the start of the app on'), t('띄우는 일은 넘긴다', 'hands the start on')],
    room,
    hand,
  )
  pen.say('grpc/task/why', words, [x, baseline(middle('dockerd'), 17)], room, hand)
  pen.shows(run.tasksCreate.ref)
}

/** The same door that Kubernetes uses: CRI is part of containerd, so dockerd is not needed there. */
function kubernetes(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const gap = grid.terse ? 14 : 24
  const room = { x: grid.x.mount + gap, y: 244, w: grid.x.shim - grid.x.mount - 2 * gap, h: 76 }
  pen.box('kubernetes', room, { fill: theme.card, edge: theme.soft }, { dash: 5, r: 10, strokeWidth: 1.8 })
  const inner = room.w - 24
  const name: Hand = { size: 18, weight: 700 }
  pen.say('kubernetes/name', t('쿠버네티스', 'Kubernetes'), [room.x + 12, room.y + 30], inner, name)
  const words = pen.choose([t('dockerd 없이 여기로', 'joins here, no dockerd'), t('바로 여기로', 'joins here')], inner)
  pen.say('kubernetes/where', words, [room.x + 12, room.y + 56], inner, { ink: theme.soft })
  const x = room.x + room.w / 2
  pen.line(
    'cri',
    [
      [x, room.y - 1],
      [x, bottom('containerd') + 1],
    ],
    theme.soft,
    { dash: 4, head: 9, strokeWidth: 2.2 },
  )
  pen.say('cri/name', 'CRI', [x + 12, 228], 50, { weight: 600 })
}
