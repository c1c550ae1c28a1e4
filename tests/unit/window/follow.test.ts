/** What a window shows of something that changes while it asks for it. */
import { afterEach, expect, it, vi } from 'vitest'
import type { Settings } from '../../../src/contract/library.ts'
import { follow } from '../../../src/renderer/shell.ts'

afterEach(() => vi.unstubAllGlobals())

const named = (deck: string): Settings => ({ deck }) as Settings

function followed(): {
  readonly tell: (settings: Settings) => void
  readonly answer: (settings: Settings) => void
  readonly read: () => Promise<void>
  readonly stop: () => void
  readonly taken: string[]
} {
  let tell: (settings: Settings) => void = () => undefined
  const listen = (_: string, listener: (settings: Settings) => void): (() => void) => {
    tell = listener
    return () => (tell = () => undefined)
  }
  vi.stubGlobal('window', { shell: { listen } })
  let asked = Promise.withResolvers<Settings>()
  const taken: string[] = []
  const { read, stop } = follow(
    'settings:changed',
    () => (asked = Promise.withResolvers<Settings>()).promise,
    ({ deck }) => taken.push(String(deck)),
  )
  return {
    tell: (settings) => tell(settings),
    answer: (settings) => asked.resolve(settings),
    ...{ read, stop, taken },
  }
}

it('takes what is answered, and what is told before and after', async () => {
  const { tell, answer, read, taken } = followed()
  tell(named('before'))
  const reading = read()
  answer(named('asked'))
  await reading
  tell(named('after'))
  expect(taken).toEqual(['before', 'asked', 'after'])
})

it('does not take an answer that was overtaken', async () => {
  const { tell, answer, read, taken } = followed()
  const reading = read()
  tell(named('newer'))
  answer(named('old'))
  await reading
  expect(taken).toEqual(['newer'])
})

it('hears nothing any more once it is stopped', () => {
  const { tell, stop, taken } = followed()
  stop()
  tell(named('late'))
  expect(taken).toEqual([])
})
