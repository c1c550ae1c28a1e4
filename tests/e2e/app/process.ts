/** A shell's process, as tests start, ask and end it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export const clone = join(import.meta.dirname, '..', '..', '..')
export const built = join(clone, 'out')

export interface Place {
  /** The data folder. */
  readonly home: string
  /** A file with the connections that would have left the machine. */
  readonly leaks: string
  readonly lang: 'ko' | 'en'
  readonly env: Readonly<Record<string, string>>
}

export interface ShellProcess {
  readonly child: ChildProcess
  /** Resolves with the first line of standard output that matches, now or later. */
  line(pattern: RegExp): Promise<string>
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves with the exit code, or with the signal's name. */
  readonly ended: Promise<number | string>
  /** Asks it to end in order and waits for it. */
  end(): Promise<void>
  kill(): Promise<void>
}

/** What the shell's Node is told so that no connection leaves the machine. */
export const sealed = `--import=${new URL('./seal.mjs', import.meta.url).href}`

export const environment = ({ home, leaks, lang, env }: Place): NodeJS.ProcessEnv => {
  const locale = lang === 'ko' ? 'ko_KR.UTF-8' : 'en_US.UTF-8'
  const own = {
    // A shell is started for nearly every test: what Node makes of its sources is kept.
    NODE_COMPILE_CACHE: join(clone, '.cache', 'node'),
    LECTERN_HOME: home,
    LECTERN_LEAKS: leaks,
    LANG: locale,
    LC_ALL: locale,
    LANGUAGE: '',
    HARNESS_LANG: lang === 'ko' ? 'ko-KR' : 'en-US',
    NODE_OPTIONS: sealed,
  }
  // Without a display the browser shell tells its address, and the test's own browser comes in by it.
  return { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, ...own, ...env }
}

/** Runs a script on this very Node. */
export function startProcess(script: string, args: readonly string[], env: NodeJS.ProcessEnv): ShellProcess {
  const child = spawn(process.execPath, [script, ...args], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const waiting = new Set<(line: string) => void>()
  let errors = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    for (const tell of waiting) tell(line)
  })
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)

  return {
    child,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const take = (line: string): void => {
          if (!pattern.test(line)) return
          waiting.delete(take)
          resolve(line)
        }
        lines.forEach(take)
        waiting.add(take)
        void ended.then((how) => reject(new Error(`ended with ${how} before it said ${pattern.source}\n${errors}`)))
      }),
    stdout: () => lines.join('\n'),
    stderr: () => errors,
    ended,
    async end() {
      child.kill('SIGTERM')
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
