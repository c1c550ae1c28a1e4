import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { homeAt } from '../../../src/services/disk/home.ts'
import { asOnlyWriter } from '../../../src/services/progress/one-writer.ts'
import { temporaryFolder } from '../door/fake-shell.ts'

const lockModule = join(import.meta.dirname, '../../../src/services/instance/lock.ts')

it('a second process is told that the first one writes, and may write when it is gone', async () => {
  const home = homeAt(await temporaryFolder())
  const program = `
    const { takeLock } = await import(${JSON.stringify(lockModule)})
    await takeLock(${JSON.stringify(home.lock)})
    console.log('held')
    setInterval(() => undefined, 1000)`
  const app = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(app.stdout, 'data')
    const refused = asOnlyWriter(home, () => Promise.resolve('written'))
    await expect(refused).rejects.toMatchObject({
      failure: { code: 'busy', message: { ko: expect.stringContaining(`${app.pid ?? 0}`) as string } },
    })
  } finally {
    app.kill('SIGKILL')
    await once(app, 'close')
  }
  expect(await asOnlyWriter(home, () => Promise.resolve('written'))).toBe('written')
  // It gave the folder back.
  expect(await asOnlyWriter(home, () => Promise.resolve('again'))).toBe('again')
})
