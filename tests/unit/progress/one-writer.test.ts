import { expect, it } from 'vitest'
import { homeAt } from '../../../src/services/disk/home.ts'
import { asOnlyWriter } from '../../../src/services/progress/one-writer.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { otherProcess } from '../instance/other-process.ts'

it('a second process is told that the first one writes, and since when, and may write when it is gone', async () => {
  const home = homeAt(await temporaryFolder())
  const first = await otherProcess(home.lock)
  expect(await first.act('take')).toEqual({ isFirst: true })
  const day = new Date().toLocaleString('ko', { dateStyle: 'medium' })
  await expect(asOnlyWriter(home, () => Promise.resolve('written'))).rejects.toMatchObject({
    failure: { code: 'busy', message: { ko: expect.stringContaining(`(프로세스 ${first.pid}, ${day}`) as string } },
  })
  await first.kill()
  expect(await asOnlyWriter(home, () => Promise.resolve('written'))).toBe('written')
  // It gave the folder back.
  expect(await asOnlyWriter(home, () => Promise.resolve('again'))).toBe('again')
})

it('the app is told that a command writes', async () => {
  const home = homeAt(await temporaryFolder())
  await asOnlyWriter(home, async () => {
    const app = await otherProcess(home.lock)
    expect(await app.act('take')).toEqual({ isFirst: false, pid: process.pid, outcome: { is: 'not-open' } })
  })
})
