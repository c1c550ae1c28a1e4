import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { nodePath } from '../node.mjs'

/** A test run that is this slow hangs: a fault has made a loop without end. */
const longestMs = 10 * 60_000
const children = new Set<ChildProcess>()

const kill = ({ pid }: ChildProcess): void => {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

/** Ends all that runs in a copy. */
export const endRuns = (): void => children.forEach(kill)

/**
 * Runs a tool in a copy, in a group of its own so that nothing of it is left behind. Resolves with its exit code.
 * @param said the file for what it says
 */
export function runIn(
  place: string,
  script: string,
  args: readonly string[],
  said?: string,
): Promise<number | 'hangs'> {
  return new Promise((resolve) => {
    const stdio: StdioOptions = ['ignore', said === undefined ? 'ignore' : openSync(said, 'w'), 'ignore']
    const child = spawn(nodePath(), [join(place, script), ...args], { cwd: place, stdio, detached: true })
    children.add(child)
    const timer = setTimeout(() => {
      kill(child)
      resolve('hangs')
    }, longestMs)
    child.on('close', (code) => {
      clearTimeout(timer)
      children.delete(child)
      resolve(code ?? 1)
    })
  })
}
