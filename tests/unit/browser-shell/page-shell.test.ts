/** What a window of the browser shell has as its `shell`: the connection, and what only a page can do. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Connection } from '../../../src/browser-shell/page/connection.ts'
import { createPageShell, type PageShell } from '../../../src/browser-shell/page/page-shell.ts'
import type { Push, WindowCommand } from '../../../src/browser-shell/wire.ts'
import type { Envelope, WindowKind } from '../../../src/contract/channels.ts'

const ref = { course: 'tcp', name: '01-open', lang: 'ko' } as const
const other = { ...ref, name: '02-close' }
const failure = (code: string) => ({ failure: { code, message: { ko: '안 돼요', en: 'No' } } }) as Envelope<never>

/** What was asked of the shell behind the connection. */
let asked: [string, unknown][]
let answers: Record<string, Envelope<unknown>>
let tell: (push: Push) => void
let order: (command: WindowCommand) => void
/** What the page did, and whether the browser lets it open windows. */
let done: unknown[]
let mayOpen: boolean

let ownBase = '/'
const connection: Connection = {
  get ownBase() {
    return ownBase
  },
  ask: (name, payload) => {
    asked.push([name, payload])
    return Promise.resolve(answers[name] ?? { value: `${name}!` })
  },
  onPush: (listener) => (tell = listener),
  onCommand: (listener) => (order = listener),
  onLink: () => undefined,
}
const shellOf = (kind: WindowKind): PageShell => createPageShell(kind, connection)

beforeEach(() => {
  asked = []
  answers = {}
  done = []
  mayOpen = true
  const page: { fullscreenElement: object | null; documentElement: object; exitFullscreen: () => Promise<void> } = {
    fullscreenElement: null,
    documentElement: {
      requestFullscreen: () => {
        page.fullscreenElement = {}
        done.push('fills')
        return Promise.resolve()
      },
    },
    exitFullscreen: () => {
      page.fullscreenElement = null
      done.push('leaves')
      return Promise.resolve()
    },
  }
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', {
    screen: { availWidth: 1600, availHeight: 1000 },
    open: (...[url, name, options]: string[]) => {
      done.push(name?.startsWith('lectern-') ? ['opens', url] : ['opens', url, name, options])
      return mayOpen ? { focus: () => undefined } : null
    },
    close: () => done.push('closes'),
    getScreenDetails: () => {
      done.push('looks for screens')
      return Promise.reject(new Error('not allowed'))
    },
  })
})
afterEach(() => void vi.unstubAllGlobals())

describe('a request', () => {
  test('is asked of the shell, with what it was given, and answered as that answers', async () => {
    const { shell } = shellOf('library')
    expect(await shell.request('library:read')).toEqual({ value: 'library:read!' })
    answers['library:open'] = failure('not-found')
    expect(await shell.request('library:open', { folder: '/notes' })).toEqual(failure('not-found'))
    expect(asked).toEqual([
      ['library:read', undefined],
      ['library:open', { folder: '/notes' }],
    ])
    expect(done).toEqual([])
  })

  test('for a window is done by the page, which says where the browser does not let it', async () => {
    const { shell } = shellOf('library')
    expect(await shell.request('window:open', { window: 'deck' })).toEqual({ value: null })
    expect(done).toEqual([['opens', '/deck/index.html']])
    mayOpen = false
    expect(await shell.request('window:open', { window: 'deck' })).toEqual({
      failure: {
        code: 'refused',
        message: { ko: expect.stringContaining('팝업') as string, en: expect.stringContaining('pop-ups') as string },
      },
    })
    expect(await shell.request('window:close')).toEqual({ value: null })
    expect(done.at(-1)).toBe('closes')
    expect(asked).toEqual([])
  })

  test('to fill the screen is for the window itself, but of the presenter for the deck window', async () => {
    const { shell } = shellOf('deck')
    expect(await shell.request('window:fullscreen', { on: true })).toEqual({ value: null })
    expect(await shell.request('window:fullscreen', {})).toEqual({ value: null })
    expect([done, asked]).toEqual([['fills', 'leaves'], []])
    const presenter = shellOf('presenter').shell
    expect(await presenter.request('window:fullscreen', { on: true })).toEqual({ value: 'window:fullscreen!' })
    expect([done.length, asked]).toEqual([2, [['window:fullscreen', { on: true }]]])
  })

  test.each([
    ['opens in this browser where the shell has none of its own', failure('refused'), { value: null }, true],
    ['was opened by the shell', { value: null }, { value: null }, false],
    ['is told as it failed', failure('internal'), failure('internal'), false],
  ])('for a link %s', async (_, told, answer, isOpened) => {
    answers['link:open'] = told
    expect(await shellOf('deck').shell.request('link:open', { url: 'https://example.com/' })).toEqual(answer)
    expect(asked).toEqual([['link:open', { url: 'https://example.com/' }]])
    expect(done).toEqual(isOpened ? [['opens', 'https://example.com/', '_blank', 'noopener,noreferrer']] : [])
  })
})

test('what the shell tells is heard by all who listen for it, until they stop', () => {
  const { shell } = shellOf('library')
  const [first, second, elsewhere] = [vi.fn(), vi.fn(), vi.fn()]
  const stop = shell.listen('talk:changed', first)
  shell.listen('talk:changed', second)
  shell.listen('settings:changed', elsewhere)
  tell({ push: 'talk:changed', payload: null })
  stop()
  tell({ push: 'talk:changed', payload: null })
  tell({ push: 'library:changed', payload: { courses: [] } as never })
  expect([first, second, elsewhere].map(({ mock }) => mock.calls)).toEqual([[[null]], [[null], [null]], []])
})

test('what the shell orders is done by the page', async () => {
  shellOf('deck')
  const orders = [
    'fill-screen',
    'leave-screen',
    'switch-screen-filling',
    'switch-screen-filling',
    'swap-displays',
    'close',
  ]
  for (const command of orders) {
    order(command as WindowCommand)
    await Promise.resolve()
  }
  expect(done).toEqual(['fills', 'leaves', 'fills', 'leaves', 'looks for screens', 'closes'])
})

describe('once a lost shell is back', () => {
  const changed = vi.fn()
  const reads = (deck: object, revision: number): void => {
    answers['deck:read'] = { value: { deck: { ref: deck }, revision } }
  }
  beforeEach(() => changed.mockReset())

  test('a deck that changed meanwhile is told to the window that shows it, by its last reading', async () => {
    const { shell, refresh } = shellOf('deck')
    shell.listen('deck:changed', changed)
    for (const [deck, revision] of [
      [other, 1],
      [ref, 4],
    ] as const) {
      reads(deck, revision)
      await shell.request('deck:read', { ref: deck })
    }
    asked = []
    await refresh()
    expect([changed.mock.calls, asked]).toEqual([[], [['deck:read', { ref }]]])
    reads(ref, 5)
    await refresh()
    expect(changed.mock.calls).toEqual([[{ ref, revision: 5 }]])
  })

  test('nothing is asked where no deck was read, and nothing told where it cannot be read any more', async () => {
    const { shell, refresh } = shellOf('deck')
    shell.listen('deck:changed', changed)
    answers['deck:read'] = failure('not-found')
    await shell.request('deck:read', { ref })
    await shell.request('library:read')
    asked = []
    await refresh()
    expect(asked).toEqual([])
    reads(ref, 4)
    await shell.request('deck:read', { ref })
    answers['deck:read'] = failure('not-found')
    await refresh()
    expect(changed).not.toHaveBeenCalled()
  })
})

test('knows no paths, and serves what is the person’s where it was told', () => {
  const { shell } = shellOf('library')
  expect(shell.pathOf({} as File)).toBeNull()
  expect(shell.ownBase).toBe('/')
  ownBase = '/own/x/'
  expect(shell.ownBase).toBe('/own/x/')
})
