import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { findEngine } from '../../../src/services/recording/engine.ts'
import { startFakeEngine } from './fake-engine.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-engine-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const problemAt = async (socketPath: string): Promise<string> => {
  const error = await findEngine(socketPath).catch((reason: unknown) => reason)
  if (!(error instanceof LecternError)) throw new Error('an engine was found')
  expect(error.failure.message.ko).toMatch(/요\.$/)
  return error.failure.message.en
}

test('finds an engine and what it speaks', async () => {
  const fake = await startFakeEngine(join(folder, 'engine.sock'), '1.41')
  expect(await findEngine(fake.socketPath)).toMatchObject({ api: '1.41', socketPath: fake.socketPath })
  await fake.close()
})

test('nothing at the socket', async () => {
  expect(await problemAt(join(folder, 'none.sock'))).toContain('No Docker engine answers at')
})

test('an engine that is too old', async () => {
  const fake = await startFakeEngine(join(folder, 'engine.sock'), '1.40')
  expect(await problemAt(fake.socketPath)).toContain('too old: it speaks API 1.40')
  await fake.close()
})

test('something else that answers', async () => {
  const server = createServer((_, response) => response.end('hello'))
  await new Promise<void>((resolve) => server.listen(join(folder, 'other.sock'), resolve))
  expect(await problemAt(join(folder, 'other.sock'))).toContain('is not a Docker engine')
  await new Promise((resolve) => server.close(resolve))
})

test('a socket that one may not use', async () => {
  const fake = await startFakeEngine(join(folder, 'engine.sock'))
  await chmod(folder, 0o755)
  await chmod(fake.socketPath, 0o600)
  const isRoot = process.getuid?.() === 0
  // Root may use any socket, so this asks as nobody.
  if (isRoot) process.seteuid?.(65534)
  else await chmod(fake.socketPath, 0)
  const said = await problemAt(fake.socketPath).finally(() => {
    if (isRoot) process.seteuid?.(0)
  })
  expect(said).toContain('You may not use')
  await fake.close()
})
