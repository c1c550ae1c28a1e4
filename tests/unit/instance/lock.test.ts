import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { knock, onKnock, type Knock } from '../../../src/services/instance/knock.ts'
import { takeLock } from '../../../src/services/instance/lock.ts'
import { temporaryFolder } from '../door/fake-shell.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Another process that takes the lock, says whether it got it, and stays until it is killed. */
async function otherProcess(file: string) {
  const module = JSON.stringify(join(root, 'src/services/instance/lock.ts'))
  const script = `const { takeLock } = await import(${module})
    console.log((await takeLock(${JSON.stringify(file)})).held)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    held: said.toString().trim() === 'true',
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

describe('takeLock', () => {
  it('makes the data folder and tells a second process who holds it', async () => {
    const file = join(await temporaryFolder(), 'new', 'lock')
    const first = await otherProcess(file)
    expect(first.held).toBe(true)
    expect(await takeLock(file)).toMatchObject({ held: false, owner: { pid: first.pid } })
  })

  it('takes over what a killed process left', async () => {
    const file = join(await temporaryFolder(), 'lock')
    const first = await otherProcess(file)
    await first.kill()
    const lock = await takeLock(file)
    expect(lock.held).toBe(true)
    expect((await otherProcess(file)).held).toBe(false)
  })

  it('goes to exactly one of several processes that all find a lock left behind', async () => {
    const file = join(await temporaryFolder(), 'lock')
    await (await otherProcess(file)).kill()
    const others = await Promise.all(Array.from({ length: 5 }, () => otherProcess(file)))
    expect(others.filter(({ held }) => held)).toHaveLength(1)
  })

  it('is free again once released, and a late release takes nothing from the next holder', async () => {
    const file = join(await temporaryFolder(), 'lock')
    const lock = await takeLock(file)
    if (!lock.held) throw new Error('not held')
    await lock.release()
    const next = await otherProcess(file)
    expect(next.held).toBe(true)
    await lock.release()
    expect(await takeLock(file)).toMatchObject({ held: false })
  })

  it.each([
    ['empty, as after a crash while it was made', ''],
    ['no lock of ours', '{"pid":"x"}'],
    [
      'of a process from before the last start of the computer',
      JSON.stringify({ pid: process.ppid, startedAtMs: 1, birth: '' }),
    ],
  ])('takes over a file that is %s', async (_what, content) => {
    const file = join(await temporaryFolder(), 'lock')
    await writeFile(file, content)
    expect((await takeLock(file)).held).toBe(true)
  })

  it.skipIf(process.platform !== 'linux')('is not fooled by another process with the same number', async () => {
    const file = join(await temporaryFolder(), 'lock')
    const other = await otherProcess(join(await temporaryFolder(), 'elsewhere'))
    const lock = { pid: other.pid, startedAtMs: Date.now(), birth: 'another boot 4711' }
    await writeFile(file, JSON.stringify(lock))
    expect((await takeLock(file)).held).toBe(true)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('says so where the folder cannot be written', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(takeLock(join(folder, 'file', 'lock'))).rejects.toMatchObject({ failure: { code: 'cannot-write' } })
  })
})

describe('knocking', () => {
  it('reaches the first instance, each knock once, and none from before', async () => {
    const knocks = join(await temporaryFolder(), 'knocks')
    knock(knocks, { folder: '/from/before' })
    const heard: Knock[] = []
    await new Promise<void>((resolve) => {
      onTestFinished(
        onKnock(knocks, (wish) => {
          heard.push(wish)
          if (heard.length === 2) resolve()
        }),
      )
      knock(knocks, { folder: '/home/kim/notes' })
      knock(knocks, { folder: null })
    })
    expect(heard).toHaveLength(2)
    expect(heard).toEqual(expect.arrayContaining([{ folder: '/home/kim/notes' }, { folder: null }]))
  })
})
