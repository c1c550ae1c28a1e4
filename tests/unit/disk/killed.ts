import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import { build } from 'vite'
import { temporaryFolder } from '../temporary-folder.ts'

/** A program of the tests in one file of JavaScript: hundreds of processes begin sooner that way. */
export async function programOf(source: string): Promise<string> {
  const outDir = await temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: source, outDir, emptyOutDir: false },
  })
  return join(outDir, basename(source).replace(/\.ts$/, '.js'))
}

/**
 * Runs a program on a folder and kills it in the middle of its work.
 * @param until gets what the program has said whenever it says something, and resolves when it is to die
 * @param args what it is given after the folder
 * @returns the whole lines that it said
 */
export async function killed(
  program: string,
  folder: string,
  until: (said: () => string, next: () => Promise<unknown>) => Promise<unknown>,
  args: readonly string[] = [],
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  let said = ''
  let trouble = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()))
  await until(
    () => said,
    () => once(child.stdout, 'data'),
  )
  child.kill('SIGKILL')
  await closed
  expect(trouble).toBe('')
  expect(child.signalCode).toBe('SIGKILL')
  return said.split('\n').slice(0, -1)
}

/** Does some work `count` times, in a few lanes beside each other: most of a process that is killed is waiting. */
export async function inLanes(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let begun = 0
  const lane = async (): Promise<void> => {
    while (begun < count) {
      begun += 1
      await work(begun - 1)
    }
  }
  await Promise.all([lane(), lane(), lane()])
}
