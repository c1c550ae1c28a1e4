import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { problems } from './problems.ts'

/** A program that was started for a recording and runs until it is stopped. */
export interface Daemon {
  /** What it has written to its standard output and error so far. */
  log(): string
  /** Asks it to end, and ends it where it does not within some seconds. */
  stop(): Promise<void>
}

export interface DaemonOptions {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Whether it can be used. */
  readonly isReady: () => Promise<boolean>
}

/** How long a daemon may take to start before something must be wrong, and to end before it is killed. */
const startMs = 60_000
const stopMs = 15_000
const keptLog = 1_000_000

/**
 * Runs a program until it ends or standard input is closed, which happens however we end: a daemon must not outlive a
 * recorder that was killed.
 */
const guard = `exec 3<&0
"$@" 3<&- </dev/null &
daemon=$!
{ cat <&3 >/dev/null; kill "$daemon" 2>/dev/null; } &
wait "$daemon"`

/** Starts a program and waits until it is ready. Rejects with a `LecternError` that quotes its last words. */
export async function startDaemon(program: string, args: readonly string[], options: DaemonOptions): Promise<Daemon> {
  const { env, signal, isReady } = options
  signal.throwIfAborted()
  // A group of its own: Ctrl+C in a terminal would end it before what runs on it has been removed.
  const child = spawn('sh', ['-c', guard, 'sh', program, ...args], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => undefined)
  let log = ''
  let isOver = false
  const hasEnded = (): boolean => isOver
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-keptLog)))
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      log += error.message
      isOver = true
      resolve()
    })
    child.once('exit', () => {
      isOver = true
      child.stdin.end()
      resolve()
    })
  })
  const stop = async (): Promise<void> => {
    if (hasEnded()) return
    child.stdin.end()
    const patience = new AbortController()
    await Promise.race([ended, wait(stopMs, undefined, { signal: patience.signal }).catch(() => undefined)])
    patience.abort()
    if (!hasEnded() && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  const until = Date.now() + startMs
  while (!(await isReady())) {
    const isLate = Date.now() > until
    if (signal.aborted || hasEnded() || isLate) {
      await stop()
      signal.throwIfAborted()
      throw problems.didNotStart(program, log.trim().split('\n').at(-1) ?? '')
    }
    await wait(50)
  }
  return { log: () => log, stop }
}
