import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeIndex } from '../../../src/services/recording/index-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const event = (t_ms: number, protocol: string, more: object = {}) => ({
  t_ms,
  from: 'cli',
  to: 'dockerd',
  protocol,
  summary: `at ${t_ms}`,
  ...more,
})
const trace = (name: string, more: object = {}) => ({
  schema: 'docker-trace/1',
  name,
  title: `${name}, said at length`,
  recordedWith: { dockerd: '28.5.2', storageDriver: 'overlay2 graph driver (classic image store)' },
  actors: { cli: 'docker CLI', dockerd: 'Docker engine' },
  events: [event(0, 'shell')],
  ...more,
})
type Index = Readonly<{ schema: string; engine: string; traces: readonly Record<string, unknown>[] }>

/** The index of a folder with these files; what is no text is written as JSON. */
async function indexOf(files: Readonly<Record<string, unknown>>): Promise<Index> {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  await writeIndex(folder)
  return JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as Index
}

test('a recording is listed with what it holds', async () => {
  const one = trace('docker-run', {
    facts: { totals: { bytesUp: 3 } },
    title: '실행',
    events: [
      event(0, 'shell'),
      event(1, 'HTTP/1.1 over unix', { response: { t_ms: 2, end_t_ms: 9.6 } }),
      event(3, 'docker event', { from: 'dockerd', to: 'subscribers' }),
      event(5, 'HTTP/1.1 over tcp', { from: 'dockerd', to: 'registry', response: { t_ms: 7 } }),
    ],
  })
  expect(await indexOf({ 'run.json': one })).toEqual({
    schema: 'docker-trace-index/1',
    engine: '28.5.2',
    traces: [
      {
        name: 'docker-run',
        file: 'run.json',
        group: 'CLI and engine: HTTP on the socket',
        title: '실행',
        imageStore: 'classic',
        events: 4,
        duration_ms: 10,
        actors: ['cli', 'dockerd'],
        bytes: Buffer.byteLength(JSON.stringify(one)),
        totals: { bytesUp: 3 },
        calls: ['cli>dockerd at 1', 'dockerd>registry at 5'],
      },
    ],
  })
})

test('a recording lasts until the last of its events or answers', async () => {
  const durations = async (...events: readonly object[]) =>
    (await indexOf({ 'a.json': trace('a', { events }) })).traces.map((one) => one['duration_ms'])
  expect(await durations()).toEqual([0])
  expect(await durations(event(4, 'shell'))).toEqual([4])
  expect(await durations(event(1, 'shell', { response: { t_ms: 8 } }), event(4, 'shell'))).toEqual([8])
  expect(await durations(event(1, 'shell', { response: { t_ms: 2, end_t_ms: 6 } }))).toEqual([6])
  expect(await durations(event(1, 'shell', { response: {} }))).toEqual([1])
})

test('recordings stand by the names of their files, and belong to a group by their own', async () => {
  const index = await indexOf({
    'd.json': trace('docker-ps'),
    'b.json': trace('registry-push'),
    'a.json': trace('layers-diff'),
    'c.json': trace('my-docker-ps'),
  })
  expect(index.traces.map(({ name, group }) => [name, group])).toEqual([
    ['layers-diff', 'images, layers, volumes'],
    ['registry-push', 'engine and registry: HTTP'],
    ['my-docker-ps', 'other'],
    ['docker-ps', 'CLI and engine: HTTP on the socket'],
  ])
})

test('the engines of all recordings are named once each, and the store of each', async () => {
  const containerd = { dockerd: '29.0.1', storageDriver: 'overlayfs snapshotter (containerd image store)' }
  const index = await indexOf({
    'a.json': trace('a'),
    'b.json': trace('b', { recordedWith: containerd }),
    'c.json': trace('c'),
    'd.json': trace('d', { recordedWith: {} }),
  })
  expect(index.engine).toBe('28.5.2, 29.0.1')
  expect(index.traces.map((one) => one['imageStore'])).toEqual(['classic', 'containerd', 'classic', 'classic'])
})

test('what is no recording is left out: other files, other JSON, folders, the index itself', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'folder.json'))
  const files = {
    'a.json': JSON.stringify(trace('a')),
    'b.json': '{ torn',
    'c.json': JSON.stringify(trace('c', { schema: 'docker-trace/2' })),
    'd.json.bak': JSON.stringify(trace('d')),
    'index.json': JSON.stringify(trace('index')),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  await writeIndex(folder)
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as Index
  expect(index.traces.map(({ name }) => name)).toEqual(['a'])
})
