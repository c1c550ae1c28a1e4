import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  fillOwnScreen,
  fillScreen,
  openWindow,
  swapScreens,
  watchScreens,
} from '../../../src/browser-shell/page/windows.ts'

const screenAt = (left: number, width: number, height: number) => ({
  ...{ left, top: 10, width, height },
  ...{ availLeft: left, availTop: 40, availWidth: width, availHeight: height - 40 },
})
const [laptop, projector] = [screenAt(0, 1440, 900), screenAt(1440, 1920, 1080)]

let opened: string[][]
let moved: number[][]
/** What the page may do without asking. */
let granted: ReadonlySet<string>
let page: { fullscreenElement: object | null; documentElement: object; exitFullscreen: () => Promise<void> }

/** A page that is on a screen among others; null: the browser tells of no screens. */
function onScreens(screens: readonly object[] | null, here = 0): void {
  const told = screens && { screens, currentScreen: screens[here] }
  vi.stubGlobal('window', {
    screen: { availWidth: 1600, availHeight: 1000 },
    open: (...what: string[]) => (opened.push(what), { focus: () => opened.push(['focus']) }),
    moveTo: (...to: number[]) => moved.push(to),
    resizeTo: (...to: number[]) => moved.push(to),
    ...(told && { getScreenDetails: () => Promise.resolve(told) }),
  })
}

beforeEach(() => {
  opened = []
  moved = []
  granted = new Set(['window-management', 'fullscreen without a press'])
  const root = {
    requestFullscreen: () => {
      page.fullscreenElement = root
      return Promise.resolve()
    },
  }
  page = {
    fullscreenElement: null,
    documentElement: root,
    exitFullscreen: () => {
      page.fullscreenElement = null
      return Promise.resolve()
    },
  }
  vi.stubGlobal('document', page)
  vi.stubGlobal('location', { search: '' })
  vi.stubGlobal('navigator', {
    permissions: {
      query: ({ name, allowWithoutGesture = false }: { name: string; allowWithoutGesture?: boolean }) => {
        const asked = allowWithoutGesture ? `${name} without a press` : name
        return Promise.resolve({ state: granted.has(asked) ? 'granted' : 'prompt' })
      },
    },
  })
  onScreens(null)
})
afterEach(async () => {
  // What it knows of screens is forgotten where the browser tells of none.
  onScreens(null)
  await swapScreens()
  vi.unstubAllGlobals()
})

describe('a window is opened', () => {
  test('in front, beside the edge of the only screen that is known, no larger than that', () => {
    expect(openWindow('presenter')).toBe(true)
    expect(opened).toEqual([
      ['/presenter/index.html', 'lectern-presenter', 'popup,left=320,top=0,width=1280,height=720'],
      ['focus'],
    ])
    Object.assign(window, { screen: { availWidth: 1024, availHeight: 600 } })
    openWindow('deck')
    expect(opened[2]).toEqual(['/deck/index.html', 'lectern-deck', 'popup,left=0,top=0,width=1024,height=600'])
  })

  test('for the audience on the other screen, which it has to itself', async () => {
    onScreens([laptop, projector])
    await watchScreens()
    openWindow('deck')
    expect(opened[0]).toEqual([
      '/deck/index.html?alone',
      'lectern-deck',
      'popup,left=1440,top=10,width=1920,height=1080',
    ])
  })

  test('for the presenter on the screen where the person is, beside what the system has there', async () => {
    onScreens([laptop, projector], 1)
    await watchScreens()
    openWindow('presenter')
    expect(opened[0]?.slice(1)).toEqual(['lectern-presenter', 'popup,left=1440,top=40,width=1920,height=1040'])
    openWindow('deck')
    expect(opened[2]?.[2]).toBe('popup,left=0,top=10,width=1440,height=900')
    openWindow('gallery')
    expect(opened[4]?.slice(0, 2)).toEqual(['/gallery/index.html', 'lectern-gallery'])
    expect(opened[4]?.[2]).toBe('popup,left=320,top=0,width=1280,height=720')
  })

  test('without looking at screens that the person would be asked about', async () => {
    granted = new Set()
    onScreens([laptop, projector])
    await watchScreens()
    openWindow('deck')
    expect(opened[0]?.[0]).toBe('/deck/index.html')
  })

  test('as if there were one screen, where the browser will not tell of them after all', async () => {
    onScreens([laptop, projector])
    await watchScreens()
    Object.assign(window, { getScreenDetails: () => Promise.reject(new TypeError('not allowed')) })
    await watchScreens()
    vi.stubGlobal('navigator', { permissions: { query: () => Promise.reject(new TypeError('unknown')) } })
    await watchScreens()
    openWindow('deck')
    expect(opened[0]?.[0]).toBe('/deck/index.html')
  })

  test('or says that the browser did not let it', () => {
    Object.assign(window, { open: () => null })
    expect(openWindow('deck')).toBe(false)
  })
})

describe('the screen is filled', () => {
  test('or left, as told or the other way round', async () => {
    expect(await fillScreen(true)).toBe(true)
    expect(page.fullscreenElement).not.toBeNull()
    await fillScreen()
    expect(page.fullscreenElement).toBeNull()
    expect(await fillScreen(false)).toBe(true)
    await fillScreen()
    expect(page.fullscreenElement).not.toBeNull()
  })

  test('not where the browser wants a key press', async () => {
    page.documentElement = { requestFullscreen: () => Promise.reject(new TypeError('no gesture')) }
    expect(await fillScreen(true)).toBe(false)
    page.fullscreenElement = {}
    page.exitFullscreen = () => Promise.reject(new TypeError('no gesture'))
    expect(await fillScreen(false)).toBe(false)
  })

  test.each([
    ['?alone', true, true],
    ['?alone', false, false],
    ['', true, false],
  ])('at once by a window at “%s”, where it may (%s): %s', async (search, may, fills) => {
    vi.stubGlobal('location', { search })
    granted = new Set(may ? ['fullscreen without a press'] : ['fullscreen'])
    await fillOwnScreen()
    expect(page.fullscreenElement !== null).toBe(fills)
  })
})

test('a window whose browser knows no such permission stays as it is', async () => {
  vi.stubGlobal('location', { search: '?alone' })
  vi.stubGlobal('navigator', { permissions: { query: () => Promise.reject(new TypeError('unknown')) } })
  await fillOwnScreen()
  expect(page.fullscreenElement).toBeNull()
})

describe('a window goes to the next screen', () => {
  test('as it was: filling it or not', async () => {
    onScreens([laptop, projector])
    await swapScreens()
    expect(moved).toEqual([
      [1440, 10],
      [1920, 1080],
    ])
    expect(page.fullscreenElement).toBeNull()
    await fillScreen(true)
    onScreens([laptop, projector], 1)
    await swapScreens()
    expect(moved.slice(2)).toEqual([
      [0, 10],
      [1440, 900],
    ])
    expect(page.fullscreenElement).not.toBeNull()
  })

  test('and stays where there is one, or none that is told of', async () => {
    onScreens([laptop])
    await swapScreens()
    onScreens(null)
    await swapScreens()
    expect(moved).toEqual([])
  })
})
