import { beforeEach, expect, test } from 'vitest'
import type { Shell } from '../../../src/contract/channels.ts'
import { bridge } from '../../harness/renderer.ts'

await import('../../../src/preload/index.ts')

const shell = bridge.exposed.get('shell') as Shell
const tell = (name: string, payload: unknown): void =>
  bridge.heard.get('broadcast')?.({ sender: 'electron' }, name, payload)
beforeEach(() => void bridge.invoked.splice(0))

test('a page gets one object with three functions, a path, and nothing of Electron', () => {
  expect([...bridge.exposed.keys()]).toEqual(['shell'])
  expect(Object.keys(shell).sort()).toEqual(['listen', 'ownBase', 'pathOf', 'request'])
  expect([...bridge.heard.keys()]).toEqual(['broadcast'])
})

test('requests go over one channel, with their name and one payload', async () => {
  await shell.request('window:open', { window: 'deck' })
  await shell.request('talk:read')
  await (shell.request as (...args: unknown[]) => Promise<unknown>)('talk:read', undefined, 'more', 'than asked')
  expect(bridge.invoked).toEqual([
    ['request', 'window:open', { window: 'deck' }],
    ['request', 'talk:read', undefined],
    ['request', 'talk:read', undefined],
  ])
})

test('each listener hears its broadcasts, without the event behind them, until it stops', () => {
  const heard: unknown[][] = []
  const listener = (...args: unknown[]): unknown => heard.push(args)
  const stopFirst = shell.listen('talk:changed', listener)
  const stopSecond = shell.listen('talk:changed', listener)
  tell('talk:changed', null)
  tell('library:changed', {})
  expect(heard).toEqual([[null], [null]])
  stopFirst()
  stopFirst()
  tell('talk:changed', null)
  expect(heard).toHaveLength(3)
  stopSecond()
  tell('talk:changed', null)
  expect(heard).toHaveLength(3)
})

test('a file has its path, or null where the platform does not tell', () => {
  expect(shell.pathOf({ path: '/home/me/decks' } as unknown as File)).toBe('/home/me/decks')
  expect(shell.pathOf({} as File)).toBeNull()
})
