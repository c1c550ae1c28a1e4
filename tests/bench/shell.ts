import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { withCompileCache } from '../../tools/node.mjs'
import { places } from './places.ts'

export interface RunningShell {
  /** Lets one browser in, once. */
  readonly address: string
  /** When its process was started, and when it told its address (ms since 1970). */
  readonly startedAt: number
  readonly readyAt: number
  /** What of the memory of this machine it has, in megabytes; NaN where the system does not say. */
  memoryMB(): Promise<number>
  stop(): Promise<void>
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>
}

const now = (): number => performance.timeOrigin + performance.now()

/**
 * Starts the browser shell as `npm start` does, without opening a browser.
 * @param home the folder for what it keeps
 * @param folder decks to open besides the bundled ones
 */
export async function startShell(home: string, folder?: string): Promise<RunningShell> {
  // Of somebody who has looked around: a first start shows no decks.
  await writeFile(join(home, 'settings.json'), JSON.stringify({ course: 'docker' }), { flag: 'wx' }).catch(
    () => undefined,
  )
  const startedAt = now()
  const child = spawn(process.execPath, [places.shell, ...(folder === undefined ? [] : [folder]), '--no-open'], {
    env: { ...withCompileCache(), LECTERN_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)
  const address = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(([code]) => {
      throw new Error(`the shell ended by itself with exit code ${String(code)}`)
    }),
  ])
  return {
    address,
    startedAt,
    readyAt: now(),
    memoryMB: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? NaN) / 1024
    },
    stop: async () => {
      child.kill()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
