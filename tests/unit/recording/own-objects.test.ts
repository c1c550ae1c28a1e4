import { expect, test } from 'vitest'
import type { Engine } from '../../../src/services/recording/engine.ts'
import { removeOwnObjects } from '../../../src/services/recording/own-objects.ts'

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
