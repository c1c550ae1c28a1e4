/** Where on the axis of time each moment stands. Between moments the distances are for the eye, not to scale. */
export interface Axis {
  readonly ping: number
  readonly create: number
  /** Only in the foreground; where it would stand. */
  readonly attach: number | null
  readonly wait: number
  readonly start: number
  readonly mount: number
  readonly containersCreate: number
  readonly tasksCreate: number
  /** The short life of the program that starts the shim; null where there is no room for it. */
  readonly launch: number | null
  readonly shim: number
  readonly runc: number
  readonly init: number
  readonly cgroup: number
  readonly unshare: number
  readonly pivot: number
  readonly capset: number
  readonly runcEnd: number
  readonly gate: number
  readonly connect: number
  readonly tasksStart: number
  readonly runcStart: number
  readonly runcStartEnd: number
  readonly exec: number
  readonly answer: number
  readonly cliEnd: number
}

type Chapter = 'call' | 'birth' | 'life'
/** Drawn for this width; wider stages are stretched from it. */
interface Plan {
  readonly width: number
  readonly call: Axis
  readonly birth: Axis
  readonly life: Axis
}

const wideCall: Axis = {
  ping: 150,
  create: 228,
  attach: 306,
  wait: 394,
  start: 460,
  mount: 470,
  containersCreate: 486,
  tasksCreate: 642,
  launch: null,
  shim: 688,
  runc: 720,
  init: 752,
  cgroup: 800,
  unshare: 864,
  pivot: 928,
  capset: 992,
  runcEnd: 1048,
  gate: 1056,
  connect: 1056,
  tasksStart: 1056,
  runcStart: 1064,
  runcStartEnd: 1128,
  exec: 1128,
  answer: 1120,
  cliEnd: 1136,
}
const wideBirth: Axis = {
  ping: 160,
  create: 186,
  attach: null,
  wait: 206,
  start: 222,
  mount: 234,
  containersCreate: 242,
  tasksCreate: 250,
  launch: 242,
  shim: 338,
  runc: 350,
  init: 366,
  cgroup: 400,
  unshare: 532,
  pivot: 668,
  capset: 800,
  runcEnd: 852,
  gate: 860,
  connect: 888,
  tasksStart: 920,
  runcStart: 944,
  runcStartEnd: 1028,
  exec: 1036,
  answer: 1120,
  cliEnd: 1136,
}
const wideLife: Axis = {
  ...wideBirth,
  launch: null,
  ping: 164,
  create: 188,
  wait: 212,
  start: 236,
  mount: 256,
  shim: 304,
  runc: 320,
  init: 480,
  cgroup: 440,
  unshare: 450,
  pivot: 460,
  capset: 470,
  runcEnd: 396,
  runcStart: 404,
  runcStartEnd: 468,
  exec: 480,
  answer: 456,
  cliEnd: 472,
}
const wide: Plan = { width: 1168, call: wideCall, birth: wideBirth, life: wideLife }

const medium: Plan = {
  width: 960,
  call: {
    ...wideCall,
    ping: 136,
    create: 214,
    attach: null,
    wait: 306,
    start: 370,
    mount: 380,
    containersCreate: 402,
    tasksCreate: 552,
    shim: 592,
    runc: 616,
    init: 640,
    runcEnd: 848,
    runcStart: 860,
    runcStartEnd: 924,
    answer: 916,
    cliEnd: 932,
  },
  birth: {
    ...wideBirth,
    ping: 150,
    create: 172,
    wait: 188,
    start: 202,
    mount: 212,
    containersCreate: 218,
    tasksCreate: 226,
    launch: null,
    shim: 246,
    runc: 264,
    init: 280,
    cgroup: 314,
    unshare: 424,
    pivot: 536,
    capset: 644,
    runcEnd: 692,
    gate: 700,
    connect: 724,
    tasksStart: 756,
    runcStart: 772,
    runcStartEnd: 860,
    exec: 868,
    answer: 916,
    cliEnd: 932,
  },
  life: {
    ...wideLife,
    shim: 264,
    runc: 272,
    runcEnd: 336,
    runcStart: 342,
    runcStartEnd: 396,
    init: 408,
    exec: 408,
    cgroup: 372,
    unshare: 381,
    pivot: 390,
    capset: 399,
    mount: 248,
    answer: 380,
    cliEnd: 396,
  },
}

const narrow: Plan = {
  width: 760,
  call: {
    ...wideCall,
    ping: 130,
    create: 208,
    attach: null,
    wait: 298,
    start: 362,
    mount: 368,
    containersCreate: 380,
    tasksCreate: 536,
    shim: 528,
    runc: 540,
    init: 552,
    runcEnd: 664,
    runcStart: 672,
    runcStartEnd: 736,
    answer: 724,
    cliEnd: 736,
  },
  birth: {
    ...wideBirth,
    ping: 144,
    create: 164,
    wait: 178,
    start: 190,
    mount: 200,
    containersCreate: 205,
    tasksCreate: 210,
    launch: null,
    shim: 222,
    runc: 236,
    init: 248,
    cgroup: 280,
    unshare: 356,
    pivot: 436,
    capset: 508,
    runcEnd: 540,
    gate: 548,
    connect: 554,
    tasksStart: 572,
    runcStart: 592,
    runcStartEnd: 674,
    exec: 680,
    answer: 724,
    cliEnd: 736,
  },
  life: {
    ...wideLife,
    shim: 216,
    runc: 220,
    runcEnd: 282,
    runcStart: 286,
    runcStartEnd: 336,
    init: 344,
    exec: 344,
    cgroup: 312,
    unshare: 320,
    pivot: 328,
    capset: 336,
    mount: 204,
    answer: 290,
    cliEnd: 304,
  },
}

/** The axis of a chapter for a stage width. */
export function axisFor(chapter: Chapter, width: number): Axis {
  const plan = [wide, medium].find((one) => width >= one.width) ?? narrow
  const grown = width / plan.width
  if (grown === 1) return plan[chapter]
  return Object.fromEntries(
    Object.entries(plan[chapter]).map(([name, x]: [string, number | null]) => [name, x === null ? null : x * grown]),
  ) as unknown as Axis
}
