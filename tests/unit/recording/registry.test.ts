import { request } from 'node:http'
import { createServer } from 'node:net'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { prepareRegistry, registryProgram } from '../../../src/services/recording/registry.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { fakePrograms } from './fake-programs.ts'

const never = new AbortController().signal

/** Takes the port that registries have by custom, unless somebody else has it: then all of ours get one that is free. */
async function takeCustomaryPort(): Promise<boolean> {
  const server = createServer()
  const isOurs = await new Promise<boolean>((resolve) =>
    server.on('error', () => resolve(false)).listen(5000, '127.0.0.1', () => resolve(true)),
  )
  onTestFinished(() => void server.close())
  return isOurs
}

async function given() {
  await takeCustomaryPort()
  const folder = await temporaryFolder()
  const registry = await prepareRegistry(folder, { env: await fakePrograms(join(folder, 'bin')), signal: never })
  onTestFinished(() => registry.stop())
  const ask = (method: string, path: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { connection: 'close' }
      const asked = request({ host: '127.0.0.1', port: registry.proxy.port, method, path, headers }, (answer) =>
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
      )
      asked.on('error', reject).end()
    })
  return { folder, registry, ask }
}

test('a registry answers behind its proxy, which notes what was said', async () => {
  const { registry, ask } = await given()
  await registry.empty()
  expect(await ask('GET', '/v2/')).toBe(200)
  await expect.poll(() => registry.proxy.take().map((one) => one.request.startLine)).toEqual(['GET /v2/ HTTP/1.1'])
})

test('its log has what came over the proxy, without times and versions, and nothing of before it was emptied', async () => {
  const { registry, ask } = await given()
  expect(registry.accessLog()).toEqual([])
  await registry.empty()
  const looks = registry.accessLog().length
  await ask('PUT', '/v2/a/manifests/1')
  const line = '127.0.0.1 - - "PUT /v2/a/manifests/1 HTTP/1.1" 201 2 "" "docker"'
  await expect.poll(() => registry.accessLog().slice(looks)).toContain(line)
  await registry.empty()
  expect(registry.accessLog()).not.toContain(line)
})

test('a registry that was emptied has nothing of before', async () => {
  const { registry, ask } = await given()
  await registry.empty()
  await ask('PUT', '/v2/a/manifests/1')
  expect(await ask('HEAD', '/v2/a/manifests/1')).toBe(200)
  await registry.empty()
  expect(await ask('HEAD', '/v2/a/manifests/1')).toBe(404)
})

test('a registry that was stopped answers no more, also one that was never started', async () => {
  const { folder, registry, ask } = await given()
  await registry.empty()
  expect(existsSync(join(folder, 'registry'))).toBe(true)
  await registry.stop()
  await expect(ask('GET', '/v2/')).rejects.toThrow('ECONNREFUSED')
  const other = await given()
  await other.registry.stop()
  await expect(other.ask('GET', '/v2/')).rejects.toThrow('ECONNREFUSED')
})

test('where the port of registries is taken another one is used', async () => {
  const isOurs = await takeCustomaryPort()
  const { registry } = await given()
  expect(registry.proxy.port).toBeGreaterThan(0)
  if (isOurs) expect(registry.proxy.port).not.toBe(5000)
})

test('the program of a registry is known by either name, that of Debian first', async () => {
  const folder = await temporaryFolder()
  const env = await fakePrograms(folder, ['registry'])
  expect(registryProgram(env)).toBe(join(folder, 'docker-registry'))
  expect(registryProgram({ PATH: '/nowhere' })).toBeNull()
  await expect(prepareRegistry(folder, { env: { PATH: '/nowhere' }, signal: never })).rejects.toThrow(
    'Not installed: docker-registry.',
  )
})
