import { expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import type { Engine } from '../../../src/services/recording/engine.ts'
import { refuseForeign, removeOwnObjects } from '../../../src/services/recording/own-objects.ts'

/** An engine with a container of ours that answers its removal so. */
function engineThatAnswers(status: number): { readonly engine: Engine; readonly deleted: string[] } {
  const deleted: string[] = []
  const ask: Engine['ask'] = (method, path) => {
    if (method === 'DELETE') deleted.push(path)
    const text = path.startsWith('/containers/json') ? JSON.stringify([{ Id: 'a1', Names: ['/lectern-web'] }]) : '[]'
    return Promise.resolve({ status: method === 'DELETE' ? status : 200, headers: {}, text })
  }
  return { engine: { socketPath: '', api: '1.51', ask }, deleted }
}
const mark = { label: 'lectern.record', value: 'user-0', prefix: 'lectern-' }

test.each([204, 404])('a container that is gone after its removal is in nobody’s way: %i', async (status) => {
  const { engine, deleted } = engineThatAnswers(status)
  await removeOwnObjects(engine, mark)
  expect(deleted).toEqual(['/containers/a1?force=1&v=1'])
})

test.each([400, 409, 500])('a container that the engine does not remove is told by name: %i', async (status) => {
  const { engine } = engineThatAnswers(status)
  await expect(removeOwnObjects(engine, mark)).rejects.toThrow('could not be removed: lectern-web')
})

/** An engine that answers `GET` so, by the beginning of the path, and has removed what was asked for. */
function engineWith(answers: Readonly<Record<string, unknown>>) {
  const deleted: string[] = []
  const gone = new Set<string>()
  const ask: Engine['ask'] = (method, path) => {
    if (method === 'DELETE') {
      const isNews = !gone.has(path)
      deleted.push(path)
      gone.add(path)
      return Promise.resolve({ status: isNews ? 200 : 404, headers: {}, text: '' })
    }
    const found = Object.entries(answers).find(([beginning]) => path.startsWith(beginning))
    return Promise.resolve({ status: found ? 200 : 404, headers: {}, text: JSON.stringify(found?.[1] ?? {}) })
  }
  return { engine: { socketPath: '', api: '1.51', ask }, deleted }
}
const container = (Image: string, Labels?: Record<string, string>) => ({ Config: { Image, Labels } })

test('of containers with our label go those with a name of ours and the steps of a build', async () => {
  const { engine, deleted } = engineWith({
    '/containers/json': [
      { Id: 'a', Names: ['/lectern-web'] },
      { Id: 'b', Names: ['/their-lectern-web'] },
      { Id: 'c', Names: ['/eager_curie'] },
      { Id: 'd', Names: null },
      { Id: 'e', Names: ['/other', '/lectern-alias'] },
    ],
    '/containers/b/json': container('lectern-app-a'),
    '/containers/c/json': container('sha256:0123'),
    '/containers/d/json': { Config: {} },
    '/images/json': [],
  })
  await removeOwnObjects(engine, mark)
  expect(deleted).toEqual(['a', 'c', 'e'].map((id) => `/containers/${id}?force=1&v=1`))
})

test('all containers that are left are told, one without a name by its id', async () => {
  const { engine } = engineWith({
    '/containers/json': [{ Id: 'a', Names: ['/lectern-web'] }, { Id: 'b' }],
    '/containers/b/json': container('sha256:0123'),
  })
  const ask: Engine['ask'] = (method, path) =>
    method === 'DELETE' ? Promise.resolve({ status: 500, headers: {}, text: '' }) : engine.ask(method, path)
  const removed = removeOwnObjects({ ...engine, ask }, mark)
  await expect(removed).rejects.toThrow('could not be removed: lectern-web, b')
})

test('of images with our label go our names, also those at a registry of ours, and what has no name', async () => {
  const { engine, deleted } = engineWith({
    '/containers/json': [],
    '/images/json': [
      { Id: 'a', RepoTags: ['lectern-busybox:latest', 'theirs:1', '127.0.0.1:5123/lectern-team/busybox:1'] },
      { Id: 'b', RepoTags: ['<none>:<none>'] },
      { Id: 'c', RepoTags: null },
      { Id: 'd', RepoTags: ['theirs:2', '10.0.0.1:5000/lectern-team/busybox:1'] },
    ],
  })
  await removeOwnObjects(engine, mark)
  const once = ['lectern-busybox:latest', '127.0.0.1:5123/lectern-team/busybox:1', 'b', 'c']
  // Once more, for what could not go before others had.
  expect(deleted).toEqual([...once, ...once].map((one) => `/images/${one}`))
})

test('only what has our label is asked for, on an engine that holds other things too', async () => {
  const asked: string[] = []
  const { engine } = engineWith({ '/containers/json': [], '/images/json': [] })
  const ask: Engine['ask'] = (method, path) => {
    asked.push(decodeURIComponent(path))
    return engine.ask(method, path)
  }
  await removeOwnObjects({ ...engine, ask }, mark)
  const filters = 'filters={"label":["lectern.record=user-0"]}'
  expect(asked).toEqual([`/containers/json?all=1&${filters}`, `/images/json?all=1&${filters}`])
})

test('a name that is needed may be free or ours, and nobody else’s', async () => {
  const names = { containers: ['lectern-web'], images: ['lectern-app-a'] }
  const refusal = (answers: Readonly<Record<string, unknown>>): Promise<unknown> =>
    refuseForeign(engineWith(answers).engine, mark, names).then(
      () => null,
      (error: unknown) => (error instanceof LecternError ? error.failure.message.en : error),
    )
  const ours = { Config: { Labels: { 'lectern.record': 'user-0' } } }
  expect(await refusal({})).toBeNull()
  expect(await refusal({ '/containers/lectern-web/json': ours, '/images/lectern-app-a/json': ours })).toBeNull()
  for (const theirs of [
    { Config: { Labels: { 'lectern.record': 'user-1' } } },
    { Config: { Labels: { other: 'user-0' } } },
    { Config: { Labels: null } },
    { Config: null },
  ]) {
    expect(await refusal({ '/containers/lectern-web/json': theirs })).toContain('a container named lectern-web')
    expect(await refusal({ '/images/lectern-app-a/json': theirs })).toContain('an image named lectern-app-a')
  }
})
