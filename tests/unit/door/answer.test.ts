import { describe, expect, it, vi } from 'vitest'
import { requestSchemas, windowKinds, type Handlers, type RequestName } from '../../../src/contract/channels.ts'
import { LecternError } from '../../../src/contract/failure.ts'
import { answer } from '../../../src/services/door/answer.ts'

/** Handlers that answer with what they were asked; some are replaced. */
function handlers(replaced: Partial<Record<RequestName, (payload: never) => unknown>> = {}): Handlers {
  const all = Object.keys(requestSchemas).map((name) => [name, (payload: unknown) => ({ asked: payload })])
  return { ...Object.fromEntries(all), ...replaced } as Handlers
}
const ref = { course: 'docker', name: '01', lang: 'ko' }

describe('the door', () => {
  it('lets a right request through and answers with its value', async () => {
    // A folder may be named by one letter.
    for (const right of [ref, { ...ref, course: 'a' }])
      expect(await answer(handlers(), 'deck:read', { ref: right }, 'deck')).toEqual({
        value: { asked: { ref: right } },
      })
  })

  it('takes a path as long as a system has them, and no longer', async () => {
    for (const name of ['library:open', 'library:forget'] as const)
      for (const [length, is] of [
        [0, 'refused'],
        [1, 'taken'],
        [4096, 'taken'],
        [4097, 'refused'],
      ] as const) {
        const envelope = await answer(handlers(), name, { folder: 'a'.repeat(length) }, 'library')
        expect('value' in envelope ? 'taken' : 'refused').toBe(is)
      }
  })

  it('takes null for nothing, as it comes over JSON', async () => {
    for (const nothing of [null, undefined])
      expect(await answer(handlers(), 'talk:read', nothing, 'deck')).toEqual({ value: { asked: undefined } })
  })

  it.each([
    ['an unknown request', 'deck:delete', undefined],
    ['a name of the language itself', '__proto__', undefined],
    ['a name that every object has', 'constructor', {}],
    ['a payload where there is none', 'talk:end', {}],
    ['no payload where there is one', 'deck:read', undefined],
    ['a wrong type', 'talk:intent', { type: 'goTo', place: { slide: 'a', step: '2' } }],
    ['an unknown intent', 'talk:intent', { type: 'explode' }],
    ['a step that is no number', 'talk:intent', { type: 'goTo', place: { slide: 'a', step: NaN } }],
    ['a knob without end', 'talk:intent', { type: 'setKnob', scene: 'a', knob: 'b', value: Infinity }],
    ['a key too many', 'deck:read', { ref, file: '/etc/passwd' }],
    ['a language that we do not speak', 'deck:read', { ref: { ...ref, lang: 'fr' } }],
    ['a link to a program', 'link:open', { url: 'file:///etc/passwd' }],
    ['a link to a script', 'link:open', { url: 'javascript:alert(1)' }],
    ['a setting out of range', 'settings:write', { notesScale: 40 }],
  ])('refuses %s and asks no handler', async (_what, name, payload) => {
    const asked = vi.fn()
    const watched = new Proxy(handlers(), { get: (...given) => (asked(given[1]), Reflect.get(...given) as unknown) })
    expect(await answer(watched, name, payload, 'library')).toMatchObject({ failure: { code: 'bad-request' } })
    expect(asked).not.toHaveBeenCalled()
  })

  it('names what it does not know, and of a long name as much as a sentence bears', async () => {
    const envelope = await answer(handlers(), 'x'.repeat(101), undefined, 'library')
    const name = 'x'.repeat(100)
    const message = { ko: `이 요청은 이해할 수 없어요: ${name}`, en: `This request makes no sense here: ${name}` }
    expect(envelope).toEqual({ failure: { code: 'bad-request', message } })
  })

  it('answers nothing to a print window, which its printer answers', async () => {
    for (const name of Object.keys(requestSchemas))
      expect(await answer(handlers(), name, undefined, 'print')).toMatchObject({ failure: { code: 'refused' } })
  })

  it.each(windowKinds.filter((kind) => kind !== 'print'))('keeps print jobs from the %s window', async (kind) => {
    for (const [name, payload] of [
      ['print:read'],
      ['print:progress', { done: 1, total: 2 }],
      ['print:page', { slide: 'one', step: 1 }],
    ] as const)
      expect(await answer(handlers(), name, payload, kind)).toMatchObject({ failure: { code: 'refused' } })
  })

  it('turns our errors into values, with code, sentence and problems, and nothing of their cause', async () => {
    const message = { ko: '없어요.', en: 'Not there.' }
    const failing = handlers({
      'deck:read': () => {
        throw new LecternError('not-found', message, { cause: new Error('secret'), problems: [] })
      },
    })
    const envelope = await answer(failing, 'deck:read', { ref }, 'deck')
    expect(envelope).toEqual({ failure: { code: 'not-found', message, problems: [] } })
  })

  it('reports our errors where something else is behind them, and else nothing', async () => {
    const message = { ko: '없어요.', en: 'Not there.' }
    const report = vi.fn()
    const failingWith = (error: Error) => handlers({ 'talk:read': () => Promise.reject(error) })
    await answer(failingWith(new LecternError('not-found', message)), 'talk:read', undefined, 'deck', report)
    expect(report).not.toHaveBeenCalled()
    const caused = new LecternError('not-found', message, { cause: new Error('ENOENT') })
    await answer(failingWith(caused), 'talk:read', undefined, 'deck', report)
    expect(report).toHaveBeenCalledExactlyOnceWith(caused)
  })

  it('turns a bug into a sentence in both languages; only the report gets the bug itself', async () => {
    const bug = new TypeError('secret is not a function at /home/kim')
    const report = vi.fn()
    const failing = handlers({ 'talk:read': () => Promise.reject(bug) })
    const envelope = await answer(failing, 'talk:read', undefined, 'deck', report)
    expect(envelope).toMatchObject({ failure: { code: 'internal' } })
    expect(JSON.stringify(envelope)).not.toContain('secret')
    expect(report).toHaveBeenCalledWith(bug)
  })
})
