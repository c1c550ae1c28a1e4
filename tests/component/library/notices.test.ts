import { fake, Failed } from './fake-shell.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { ShellFailure } from '../../../src/renderer/shell.ts'
import Notices from '../../../src/renderer/window/Notices.svelte'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { openTalkWindows } from '../../../src/renderer/window/open-windows.ts'
import { missingScene } from './sample-library.ts'

beforeEach(async () => {
  fake.reset()
  await look.start()
  notices.list = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  notices.list = []
})

const said = (): string[] => notices.list.map(({ kind, text }) => `${kind}: ${text.en}`)
const text = (en: string) => ({ ko: `${en} (ko)`, en })
const failure = (en: string, more: object = {}) =>
  new ShellFailure({ code: 'not-found', message: text(en), ...more } as never)

describe('what a window has to say', () => {
  test('goes by itself where it is news, and stays where it is trouble', () => {
    vi.useFakeTimers()
    notices.tell(text('closed'))
    notices.fail(failure('gone'))
    vi.advanceTimersByTime(5999)
    expect(said()).toEqual(['news: closed', 'trouble: gone'])
    vi.advanceTimersByTime(1)
    expect(said()).toEqual(['trouble: gone'])
    vi.advanceTimersByTime(600_000)
    expect(said()).toEqual(['trouble: gone'])
  })

  test('is said once, the newest last', () => {
    for (const one of ['a', 'b', 'a']) notices.fail(failure(one))
    expect(said()).toEqual(['trouble: b', 'trouble: a'])
  })

  test('that is said again stays as long as if it were new', () => {
    vi.useFakeTimers()
    notices.tell(text('closed'))
    vi.advanceTimersByTime(4000)
    notices.tell(text('closed'))
    vi.advanceTimersByTime(4000)
    expect(said()).toEqual(['news: closed'])
    vi.advanceTimersByTime(2000)
    expect(said()).toEqual([])
  })

  test('is nothing where the person cancelled it', () => {
    notices.fail(failure('cancelled', { code: 'cancelled' }))
    expect(said()).toEqual([])
  })

  test('is that something unexpected happened where a bug was thrown, and the console hears more', () => {
    const heard = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const bug = new TypeError('x is not a function')
    notices.fail(bug)
    expect(notices.list).toMatchObject([{ kind: 'trouble', text: { ko: expect.stringMatching(/./) as string } }])
    expect(said().join()).not.toContain('x is not')
    expect(heard.mock.calls).toEqual([[bug]])
  })

  test('is shown with the problems behind it and what can be done, which takes it away', async () => {
    await render(Notices)
    const run = vi.fn(() => said())
    notices.fail(failure('unreadable', { problems: [missingScene] }), { label: text('Forget'), run })
    notices.tell(text('closed'))
    const alert = page.getByRole('alert')
    await expect.element(alert).toMatchTextContent('unreadable (ko)')
    await expect.element(alert).toMatchTextContent('02-isolation.ko.md:42:7')
    expect(page.getByRole('alert').elements()).toHaveLength(1)
    await page.getByRole('button', { name: 'Forget (ko)' }).click()
    expect(run.mock.results).toEqual([{ type: 'return', value: ['news: closed'] }])
    await page.getByRole('button', { name: '알림 닫기' }).click()
    expect(said()).toEqual([])
  })
})

describe('the windows of a talk', () => {
  const opened = () => fake.payloads('window:open').map((payload) => (payload as { window: string }).window)

  test.each([
    ['both', ['deck', 'presenter']],
    ['deck', ['deck']],
    ['presenter', ['presenter']],
  ] as const)('%s: the page asks for %j where the shell opens none', (which, expected) => {
    openTalkWindows({ ...fake.features, opensWindows: false }, which)
    expect(opened()).toEqual(expected)
  })

  test('are left to the shell where it opens them', () => {
    openTalkWindows(fake.features, 'both')
    expect(opened()).toEqual([])
  })

  test('say why one cannot be opened', async () => {
    fake.when('window:open', () => {
      throw new Failed({ code: 'refused', message: text('blocked') })
    })
    openTalkWindows({ ...fake.features, opensWindows: false }, 'deck')
    await expect.poll(said).toEqual(['trouble: blocked'])
  })
})
