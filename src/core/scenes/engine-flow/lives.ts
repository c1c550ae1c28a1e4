import type { Words } from '../../diagram/look.ts'
import type { ToneName } from '../../diagram/tone.ts'
import type { Lane } from './grid.ts'
import { run } from './recorded.ts'
import { t } from '../../words/t.ts'

/** From when to when in the run something lives; what was there before it, or goes on after it, without an end. */
export interface Life {
  readonly key: string
  readonly from: number
  readonly to: number
}

export interface Named {
  readonly lane: Exclude<Lane, 'app'>
  readonly words: Words
  readonly tone: ToneName
  /** More than one where a program runs more than once. */
  readonly lives: readonly Life[]
}

const always = (key: string): readonly Life[] => [{ key, from: -Infinity, to: Infinity }]

/** The six names of one `docker run`, from the top. */
export const named: readonly Named[] = [
  {
    lane: 'cli',
    words: 'docker CLI',
    tone: 'plain',
    lives: [{ key: 'cli', from: run.typed.ms, to: run.typed.end }],
  },
  { lane: 'dockerd', words: 'dockerd', tone: 'daemon', lives: always('dockerd') },
  { lane: 'containerd', words: 'containerd', tone: 'daemon', lives: always('containerd') },
  { lane: 'shim', words: 'shim', tone: 'daemon', lives: [{ key: 'shim', from: run.shim.ms, to: Infinity }] },
  {
    lane: 'runc',
    words: 'runc',
    tone: 'hyper',
    lives: [
      { key: 'runc', from: run.runcCreate.ms, to: run.runcCreated.ms },
      { key: 'start', from: run.runcStart.ms, to: run.runcStarted.ms },
    ],
  },
  { lane: 'kernel', words: t('리눅스 커널', 'Linux kernel'), tone: 'kernel', lives: always('kernel') },
]

/** What none of the six is: the process in the container, first runc's own and then the app. */
export const container: readonly { readonly tone: ToneName; readonly life: Life }[] = [
  { tone: 'hyper', life: { key: 'init', from: run.init.ms, to: run.exec.ms } },
  { tone: 'app', life: { key: 'app', from: run.exec.ms, to: Infinity } },
]

export const isAlive = ({ lives }: Named, ms: number): boolean => lives.some(({ from, to }) => from <= ms && ms < to)
