import type { Text } from '../../../contract/deck.ts'
import type { EventRef } from '../../traces/digest.ts'

import { use } from './recorded.ts'
import { t } from '../../words/t.ts'

/** Who asks for more memory than there may be: nobody, a process beside the first, or the first itself. */
export const eaters = ['nobody', 'other', 'first'] as const

/** What the knobs say: whether limits are set, who asks for memory, and whether the CPU share is a quarter. */
export interface Load {
  readonly limits: boolean
  readonly greedy: (typeof eaters)[number]
  readonly quarter: boolean
}

export interface Dial {
  readonly id: string
  readonly name: string | Text
  readonly file: string
  readonly limit: number
  readonly wanted: number
  /** How an amount is written. */
  readonly text: (amount: number) => string
  readonly end: Text
  readonly endDetail: Text
  readonly danger?: boolean
  readonly ref: EventRef
  /** What stood in its file with the limit, and without one. */
  readonly set: Recorded
  readonly unset: Recorded
}

interface Recorded {
  readonly value: string
  readonly ref: EventRef
}

export const NO_LIMIT = t('한도 없음', 'no limit')
export const DEFAULT = t('기본값', 'by default')
/** Without a limit only the CPU was measured; the other bars end at what was asked for. */
const UNMEASURED = t('기본값 · 예시', 'example')

/** The four things that cgroups count; what happens at the limit follows from what is wanted. */
export function dialsOf({ limits, greedy, quarter }: Load): Dial[] {
  const { cpu, memory, pids } = use
  const over = limits && greedy !== 'nobody'
  const free = { end: NO_LIMIT, endDetail: UNMEASURED }
  return [
    {
      id: 'cpu',
      set: quarter ? cpu.quarter.file : cpu.file,
      unset: cpu.unlimited,
      name: 'CPU',
      file: 'cpu.max',
      limit: quarter ? cpu.quarter.limit : cpu.limit,
      wanted: cpu.free,
      text: (n) => n.toFixed(2),
      ref: limits ? (quarter ? cpu.quarter.file.ref : cpu.measured) : cpu.freeRef,
      ...(limits
        ? {
            end: t('느려짐', 'slowed'),
            endDetail: quarter ? t('throttled · 예시', 'example') : t('throttled', 'throttled'),
          }
        : { ...free, endDetail: DEFAULT }),
    },
    {
      id: 'memory',
      set: memory.file,
      unset: memory.unlimited,
      name: t('메모리', 'Memory'),
      file: 'memory.max',
      limit: memory.limit,
      wanted: greedy === 'nobody' ? memory.idle.mib : memory.asked,
      text: (n) => `${Number.isInteger(n) ? n : n.toFixed(1)} MiB`,
      ref: limits ? (greedy === 'nobody' ? memory.idle.ref : memory.peak.ref) : memory.unlimited.ref,
      danger: over,
      ...(!limits
        ? free
        : over
          ? {
              end: t(`종료 ${memory.other.exitCode}`, `killed ${memory.other.exitCode}`),
              endDetail: t('OOM killed', 'out of memory'),
            }
          : { end: t('여유', 'room left'), endDetail: t('한도 아래', 'below the limit') }),
    },
    {
      id: 'pids',
      set: pids.file,
      unset: pids.unlimited,
      name: 'PID',
      file: 'pids.max',
      limit: pids.limit,
      wanted: pids.asked,
      text: (n) => String(n),
      ref: limits ? pids.forks.ref : pids.unlimited.ref,
      ...(limits ? { end: t('거절', 'refused'), endDetail: t("can't fork", "can't fork") } : free),
    },
  ]
}
