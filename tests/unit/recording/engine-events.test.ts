import { expect, test } from 'vitest'
import { engineEvents } from '../../../src/services/recording/engine-events.ts'
import type { Engine } from '../../../src/services/recording/engine.ts'

const mark = { label: 'lectern.record', value: 'user-0', prefix: 'lectern-' }
const ours = { 'lectern.record': 'user-0' }
const startMs = 1_700_000_000_000
const id = 'ab'.repeat(32)

const told = (Type: string, ID: string, Attributes?: Record<string, string> | null, afterMs = 0) => ({
  Type,
  Action: 'happen',
  Actor: { ID, Attributes },
  timeNano: (startMs + afterMs) * 1e6,
})

/** What is kept of what an engine tells, and the path that it was asked at. */
async function keptOf(events: readonly unknown[], images: readonly string[] = []) {
  const paths: string[] = []
  const ask: Engine['ask'] = (_, path) => {
    paths.push(path)
    return Promise.resolve({ status: 200, headers: {}, text: events.map((one) => `${JSON.stringify(one)}\n`).join('') })
  }
  const engine = { socketPath: '', api: '1.51', ask }
  const kept = await engineEvents(engine, mark, images, [startMs, startMs + 1500])
  return { kept, ids: kept.map(({ request }) => request?.['id']), paths }
}

test('an event has its time since the first command, its party, and what it is about without our label', async () => {
  const { kept, paths } = await keptOf([told('container', id, { name: 'web', ...ours }, 12.25)])
  expect(kept).toEqual([
    {
      t_ms: 12.25,
      from: 'dockerd',
      to: 'subscribers',
      protocol: 'docker event',
      summary: 'container happen',
      request: { id: 'abababababab', attributes: { name: 'web' } },
    },
  ])
  // The end of a process is told a little after its exit code.
  expect(paths).toEqual(['/events?since=1700000000.000000&until=1700000001.700000'])
})

test('an event of a moment before the first command counts as of its start', async () => {
  const { kept } = await keptOf([told('container', id, ours, -3)])
  expect(kept[0]?.t_ms).toBe(0)
})

test('only a whole hash is shortened to what docker shows of it', async () => {
  const others = ['alpine:3', `sha256:${id}`, `${id}0`, id.slice(1), id.toUpperCase()]
  expect((await keptOf(others.map((one) => told('container', one, ours)))).ids).toEqual(others)
})

test('events of others are left out, whatever they are about', async () => {
  const others = [
    told('container', 'a', { 'lectern.record': 'user-1' }),
    told('container', 'b', {}),
    told('container', 'c', null),
    told('image', 'alpine', { name: 'alpine' }),
    told('network', 'bridge', { container: 'b' }),
    told('network', 'bridge'),
    told('volume', 'v', {}),
    { Type: 'builder' },
  ]
  expect((await keptOf(others, ['lectern-busybox'])).ids).toEqual([])
})

test('of an image are kept those of our label, and those whose id or name is one of ours', async () => {
  const images = [
    told('image', 'a', ours),
    told('image', 'lectern-app-a'),
    told('image', 'b', { name: 'lectern-app-a' }),
  ]
  expect((await keptOf(images, ['lectern-busybox', 'lectern-app-a'])).ids).toEqual(['a', 'lectern-app-a', 'b'])
})

test('of a network are kept those that concern a container of ours, and not those of an image with our label', async () => {
  const networks = [
    told('network', 'before', { container: 'c' }),
    told('container', 'c', ours),
    told('image', 'i', ours),
    told('network', 'after', { container: 'c' }),
    told('network', 'else', { container: 'i' }),
    told('network', 'labelled', ours),
  ]
  expect((await keptOf(networks)).ids).toEqual(['before', 'c', 'i', 'after'])
})

test.each([400, 500])('an engine that does not tell its events is quoted: %i', async (status) => {
  const ask: Engine['ask'] = () => Promise.resolve({ status, headers: {}, text: 'out of order\n' })
  const asked = engineEvents({ socketPath: '', api: '1.51', ask }, mark, [], [startMs, startMs])
  await expect(asked).rejects.toThrow(/^The engine refused: \/events\S+ out of order$/)
})
