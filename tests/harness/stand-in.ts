/** Starts the built main process on the stand-in, for tests that need no pages, and speaks with it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Command, StandInState } from './control.ts'

const launch = fileURLToPath(new URL('./launch.ts', import.meta.url))

export interface StandIn {
  /** Does something to it and gives its state after that. */
  tell(command: Command): Promise<StandInState>
  stderr(): string
  stop(signal: 'SIGTERM' | 'SIGKILL' | 'SIGUSR2'): void
  /** Its exit code, or null if a signal ended it. */
  readonly ended: Promise<number | null>
}

interface Reply {
  readonly id: number
  readonly state?: StandInState
  readonly error?: string
}

/** Starts it; it is there to be told things at once, and ready some time later. */
export function startStandIn(args: readonly string[], env: Readonly<Record<string, string>>): StandIn {
  const child: ChildProcess = spawn(process.execPath, [launch, ...args], {
    env: { ...process.env, HARNESS_CDP: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const waiting = new Map<number, (reply: Reply) => void>()
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply))
  let lastId = 0
  return {
    tell: (command) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, ({ state, error }) => {
          waiting.delete(id)
          if (state === undefined) reject(new Error(error))
          else resolve(state)
        })
        child.once('exit', () => reject(new Error(`it has ended: ${errors}`)))
        child.send({ id, command })
      }),
    stderr: () => errors,
    stop: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => child.on('close', resolve)),
  }
}
