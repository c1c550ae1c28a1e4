import { spawnSync } from 'node:child_process'
import { afterEach, expect, it, vi } from 'vitest'
import { isProcessAlive } from '../../../src/services/disk/process-alive.ts'

afterEach(() => void vi.restoreAllMocks())

it('a process is alive while it runs, and no signal is sent to it', () => {
  const kill = vi.spyOn(process, 'kill')
  expect(isProcessAlive(process.pid)).toBe(true)
  expect(kill.mock.calls).toEqual([[process.pid, 0]])
  expect(isProcessAlive(spawnSync(process.execPath, ['--version']).pid)).toBe(false)
})

it.each([
  ['belongs to someone else', Object.assign(new Error('refused'), { code: 'EPERM' }), true],
  ['is not there', Object.assign(new Error('none'), { code: 'ESRCH' }), false],
  ['cannot be asked for', new Error('none'), false],
])('a process that %s', (_what, error, isAlive) => {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw error
  })
  expect(isProcessAlive(4711)).toBe(isAlive)
})
