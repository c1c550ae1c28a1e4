import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { record, scenarios, type RecordOptions } from '../../../src/services/recording/index.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { startFakeEngine } from './fake-engine.ts'
import { fakePrograms } from './fake-programs.ts'

afterEach(() => vi.unstubAllEnvs())

test('while one recording goes on there is no other, and its folder stays until it has ended', async () => {
  const folder = await temporaryFolder()
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  vi.stubEnv('LECTERN_HOME', join(folder, 'home'))
  vi.stubEnv('TMPDIR', temporary)
  const workFolders = async () => (await readdir(temporary)).filter((name) => name.startsWith('lectern-record-'))

  const engine = await startFakeEngine(join(folder, 'engine.sock'))
  let release = (): void => undefined
  engine.hold = new Promise((resolve) => (release = resolve))
  const stop = new AbortController()
  const options: RecordOptions = {
    scenarios: scenarios.filter(({ name }) => name === 'docker-exec'),
    areNamed: true,
    out: join(folder, 'out'),
    env: await fakePrograms(join(folder, 'bin')),
    signal: stop.signal,
    onProgress: () => undefined,
  }
  const first = record(options, engine.socketPath).catch((error: unknown) => error)
  await expect.poll(() => engine.calls).toContain('POST /build')
  expect(await workFolders()).toHaveLength(1)
  await expect(record({ ...options, scenarios: [] }, engine.socketPath)).rejects.toThrow(
    'Another recording is going on',
  )
  expect(await workFolders()).toHaveLength(1)

  const reason = new LecternError('cancelled', { ko: '', en: 'stopped' })
  stop.abort(reason)
  release()
  expect(await first).toBe(reason)
  expect(await workFolders()).toEqual([])
  const next = record({ ...options, scenarios: [], signal: new AbortController().signal }, engine.socketPath)
  expect(await next).toEqual({ written: 0, failed: 0 })
  await engine.close()
})
