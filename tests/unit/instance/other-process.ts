import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { Failure } from '../../../src/contract/failure.ts'
import type { Outcome } from '../../../src/services/instance/messages.ts'

/** What `instance-process.ts` says. */
export interface Said {
  readonly isFirst?: boolean
  readonly pid?: number
  readonly outcome?: Outcome | null
  readonly asked?: string | null
  /** The number of another process that uses the same. */
  readonly other?: number
  readonly failure?: Failure
}

export interface OtherProcess {
  readonly pid: number
  /** Has it take the lock file, or give it back, and tells what came of it. */
  act(what: 'take' | 'release'): Promise<Said>
  /** What it says next. */
  next(): Promise<Said>
  /** Kills it, and is there when it is gone. */
  kill(): Promise<void>
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
}

/** Starts a process of this version, or of one from before the socket, that waits to be told to take a lock file. */
export async function otherProcess(
  file: string,
  version: 'present' | 'earlier' = 'present',
  env: NodeJS.ProcessEnv = {},
): Promise<OtherProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'instance-process.ts'), version, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Said> => {
    const { value } = await lines.next()
    return JSON.parse(value ?? '{"failure":"it has ended"}') as Said
  }
  await next()
  return {
    pid: child.pid ?? 0,
    act: (what) => {
      child.stdin.write(`${what}\n`)
      return next()
    },
    next,
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
    signal: (signal) => void child.kill(signal),
  }
}
