import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { watchLogs } from '../../../src/services/progress/watch-logs.ts'
import { temporaryFolder } from '../temporary-folder.ts'

async function watching() {
  const home = join(await temporaryFolder(), 'home')
  const folder = join(home, 'progress')
  await mkdir(folder, { recursive: true })
  const tell = vi.fn()
  onTestFinished(watchLogs(folder, () => 'log-own.jsonl', tell, 20))
  /** Does something, and is there when that was told. */
  const told = async (work: () => Promise<unknown>): Promise<void> => {
    tell.mockClear()
    await work()
    await vi.waitFor(() => expect(tell).toHaveBeenCalled(), { timeout: 60_000 })
  }
  return { home, folder, told, tell }
}
const write = (folder: string, name: string): Promise<void> => writeFile(join(folder, name), 'a line\n')

it('tells of logs of other devices', async () => {
  const { folder, told } = await watching()
  await told(() => write(folder, 'log-a.jsonl'))
  await told(() => write(folder, 'log-a.jsonl'))
})

it.each([
  ['removed and made again', (home: string) => rm(home, { recursive: true })],
  ['moved, and another one came in its place', (home: string) => rename(home, `${home}-before`)],
])('tells of them though the folder was %s', async (_what, takeAway) => {
  const { home, folder, told } = await watching()
  await told(async () => {
    await takeAway(home)
    await mkdir(folder, { recursive: true })
    await write(folder, 'log-a.jsonl')
  })
  // Not only what had come before it was watched again.
  await told(() => write(folder, 'log-b.jsonl'))
  await told(() => write(folder, 'log-c.jsonl'))
})

it('tells of them once a folder that was moved is back', async () => {
  const { home, folder, told } = await watching()
  await rename(home, `${home}-away`)
  await write(join(`${home}-away`, 'progress'), 'log-a.jsonl')
  await told(() => rename(`${home}-away`, home))
  await told(() => write(folder, 'log-b.jsonl'))
})

it('tells nothing of its own log, of other files, and once it was stopped', async () => {
  const folder = join(await temporaryFolder(), 'new')
  const tell = vi.fn()
  const stop = watchLogs(folder, () => 'log-own.jsonl', tell, 5)
  await vi.waitFor(() => expect(tell).toHaveBeenCalledOnce(), { timeout: 60_000 })
  for (const name of ['log-own.jsonl', 'identity.json']) await write(folder, name)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(tell).toHaveBeenCalledOnce()
  stop()
  await write(folder, 'log-a.jsonl')
  await rm(folder, { recursive: true })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(tell).toHaveBeenCalledOnce()
})
