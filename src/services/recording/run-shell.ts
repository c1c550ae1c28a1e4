import { spawn } from 'node:child_process'
import { preciseNow } from './precise-clock.ts'
import { toHundredths, type RecordedEvent } from './trace.ts'

/** A command that was run in a shell. Times are those of `now`. */
export interface Ran {
  readonly command: string
  readonly startedAt: number
  readonly endedAt: number
  readonly exitCode: number
  /** Its output piece by piece, as it came. */
  readonly output: readonly { readonly at: number; readonly channel: 'stdout' | 'stderr'; readonly text: string }[]
}

export interface ShellOptions {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

const mostPieces = 80
const longestPiece = 3000

/** Runs a command in `sh`. Rejects with the signal's reason where it is stopped; the command is dead by then. */
export function runShell(command: string, { env, signal }: ShellOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error)
      return
    }
    const startedAt = preciseNow()
    const output: { at: number; channel: 'stdout' | 'stderr'; text: string }[] = []
    // A group of its own: Ctrl+C in a terminal goes to us, and we end the group as a whole.
    const child = spawn('sh', ['-c', command], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const channel of ['stdout', 'stderr'] as const) {
      child[channel].setEncoding('utf8').on('data', (text: string) => output.push({ at: preciseNow(), channel, text }))
    }
    const stop = (): void => {
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has just ended by itself.
      }
    }
    signal.addEventListener('abort', stop, { once: true })
    child.on('error', reject)
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason as Error)
      else resolve({ command, startedAt, endedAt: preciseNow(), exitCode: code ?? 1, output })
    })
  })
}

/** What a command wrote to one channel, or to both. */
export const textOf = ({ output }: Ran, channel?: 'stdout' | 'stderr'): string =>
  output
    .filter((piece) => channel === undefined || piece.channel === channel)
    .map(({ text }) => text)
    .join('')

/** A command as an event of a trace whose first command was started at `startMs`. */
export function shellEvent(ran: Ran, startMs: number): RecordedEvent {
  const { command, startedAt, endedAt, exitCode, output } = ran
  const since = (at: number): number => toHundredths(at - startMs)
  const pieces = output.slice(0, mostPieces).map(({ at, channel, text }) => ({
    t_ms: since(at),
    channel,
    text: text.length > longestPiece ? `${text.slice(0, longestPiece)}…` : text,
  }))
  return {
    t_ms: since(startedAt),
    from: 'user',
    to: 'cli',
    protocol: 'shell',
    summary: command,
    request: { command },
    response: { t_ms: since(endedAt), exitCode, output: pieces },
  }
}
