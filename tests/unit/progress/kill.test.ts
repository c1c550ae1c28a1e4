import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../door/fake-shell.ts'
import { logsIn, openLog } from './given.ts'

const kills = 1000
/** Lives of one folder: a log is cut and mended again and again. */
const livesOfFolder = 25
const lanes = 3
const patienceMs = 8

/** The writer in one file of JavaScript: a thousand processes begin sooner that way. */
async function writerProgram(): Promise<string> {
  const outDir = await temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, 'writer-process.ts'), outDir, emptyOutDir: false },
  })
  return join(outDir, 'writer-process.js')
}

/** Lets a writer live for a moment; resolves with the ids of the events that it was told were safe. */
async function live(program: string, folder: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  let said = ''
  let trouble = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()))
  // Most are killed while they write, some while they still open what the one before them left.
  if (Math.random() < 0.15) await wait(50 + Math.random() * 80)
  else {
    await once(child.stdout, 'data')
    await wait(Math.random() * patienceMs)
  }
  child.kill('SIGKILL')
  await closed
  expect(trouble).toBe('')
  expect(child.signalCode).toBe('SIGKILL')
  return said.split('\n').slice(0, -1)
}

it(
  'a thousand kills lose no acknowledged event and leave nothing that is not mended',
  { timeout: 600_000 },
  async () => {
    const program = await writerProgram()
    let killed = 0
    let acknowledged = 0
    const oneFolder = async (): Promise<void> => {
      const folder = await temporaryFolder()
      const safe = new Set<string>()
      for (let life = 0; life < livesOfFolder; life += 1) {
        for (const id of await live(program, folder)) safe.add(id)
        killed += 1
        const log = await openLog(folder)
        const there = new Set(log.events().map(({ id }) => id))
        expect([...safe].filter((id) => !there.has(id))).toEqual([])
        expect(log.notices().filter(({ kind }) => kind !== 'torn')).toEqual([])
        await log.close()
      }
      // All that is in the files now is whole lines.
      for (const bytes of (await logsIn(folder)).values()) expect(bytes.at(-1)).toBe(0x0a)
      const again = await openLog(folder)
      expect(again.notices()).toEqual([])
      const seqs = again.events().map(({ id }) => id)
      expect(new Set(seqs).size).toBe(seqs.length)
      await again.close()
      acknowledged += safe.size
    }
    let folders = kills / livesOfFolder
    const lane = async (): Promise<void> => {
      while (folders > 0) {
        folders -= 1
        await oneFolder()
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    expect(killed).toBe(kills)
    // They did live long enough to say something.
    expect(acknowledged).toBeGreaterThan(kills)
  },
)
