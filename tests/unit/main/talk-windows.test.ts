import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Screen } from 'electron/main'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createWindow } from '../../../src/main/windows/create-window.ts'
import { openWindowPlaces, WindowMemory } from '../../../src/main/windows/window-memory.ts'
import { DeckPlacement } from '../../../src/main/windows/deck-placement.ts'
import { TalkWindows } from '../../../src/main/windows/talk-windows.ts'
import { app, BrowserWindow, screen } from '../../harness/electron.ts'
import type { DisplaySpec } from '../../harness/screen.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const laptop: DisplaySpec = { id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }
const projector: DisplaySpec = { id: 2, x: 1440, y: 0, width: 1920, height: 1080, label: 'Projector' }
const area = ({ x, y, width, height }: DisplaySpec): object => ({ x, y, width, height })

/** Window systems answer when they like, and so do busy machines. */
const patienceMs = 20_000

let memory: WindowMemory
let file: string
let talk: TalkWindows
const bothClosed = vi.fn()
const opened = new Map<string, InstanceType<typeof BrowserWindow>>()

async function remember(): Promise<void> {
  memory = new WindowMemory(await openWindowPlaces(file), () => screen.getAllDisplays())
}
function begin(): TalkWindows {
  return new TalkWindows({
    create: (kind, bounds) => {
      const window = createWindow(kind, bounds, { title: kind, backgroundColor: '#000000' })
      opened.set(kind, window as never)
      return window
    },
    screen: screen as unknown as Screen,
    memory,
    onBothClosed: bothClosed,
  })
}
const window = (kind: 'deck' | 'presenter'): InstanceType<typeof BrowserWindow> => {
  const found = opened.get(kind)
  if (found === undefined) throw new Error(`no ${kind} window`)
  return found
}
/** Waits until a window is where it should be. */
const settles = (kind: 'deck' | 'presenter', bounds: object, isFullScreen: boolean): Promise<void> =>
  vi.waitFor(
    () => {
      expect([kind, window(kind).getBounds(), window(kind).isFullScreen()]).toEqual([kind, bounds, isFullScreen])
    },
    { timeout: patienceMs, interval: 20 },
  )
function present(): void {
  talk.open('deck')
  talk.open('presenter')
}

vi.setConfig({ testTimeout: 2 * patienceMs })
beforeAll(() => app.becomeReady())
beforeEach(async () => {
  file = join(await temporaryFolder(), 'windows.json')
  screen.removeAllListeners()
  screen.change([laptop, projector])
  bothClosed.mockReset()
  opened.clear()
  await remember()
  talk = begin()
})
afterEach(async () => {
  for (const open of BrowserWindow.getAllWindows()) open.destroy()
  await memory.settled()
})

test('the deck fills the other display, the presenter has the primary one and the keyboard', async () => {
  present()
  await settles('deck', area(projector), true)
  await settles('presenter', { x: 0, y: 0, width: 1440, height: 860 }, false)
  await vi.waitFor(() => expect(window('presenter').isFocused()).toBe(true), { timeout: patienceMs })
})

test('a display that is pulled out leaves both windows beside each other, and one that comes back takes the deck', async () => {
  present()
  await settles('deck', area(projector), true)
  screen.change([laptop])
  await settles('presenter', { x: 0, y: 0, width: 893, height: 860 }, false)
  await settles('deck', { x: 893, y: 0, width: 547, height: 340 }, false)
  screen.change([laptop, { ...projector, id: 9 }])
  await settles('deck', area(projector), true)
  await settles('presenter', { x: 0, y: 0, width: 1440, height: 860 }, false)
})

test('a display that changes its resolution is filled again', async () => {
  present()
  await settles('deck', area(projector), true)
  const smaller = { ...projector, width: 1280, height: 720 }
  screen.change([laptop, smaller])
  await settles('deck', area(smaller), true)
})

test('swapping changes the displays of both windows and is remembered for this arrangement', async () => {
  present()
  await settles('deck', area(projector), true)
  await talk.swap()
  await settles('deck', area(laptop), true)
  await settles('presenter', { x: 1440, y: 0, width: 1920, height: 1040 }, false)
  for (const kind of ['deck', 'presenter'] as const) window(kind).destroy()
  await memory.settled()

  await remember()
  screen.removeAllListeners()
  talk = begin()
  present()
  await settles('deck', area(laptop), true)
})

test('a window system that puts the window on the wrong display first is asked again', async () => {
  const moved = vi.spyOn(screen, 'getDisplayMatching').mockReturnValueOnce(screen.getPrimaryDisplay())
  present()
  await vi.waitFor(() => expect(moved).toHaveBeenCalledTimes(2), { timeout: patienceMs })
  await settles('deck', area(projector), true)
  moved.mockRestore()
})

test('full screen that the person leaves is not forced on them when a display changes', async () => {
  present()
  await settles('deck', area(projector), true)
  await talk.fullScreen()
  expect(window('deck').isFullScreen()).toBe(false)
  const before = window('deck').getBounds()
  expect(before.width).toBeLessThan(projector.width)
  screen.change([{ ...laptop, height: 899 }, projector])
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect([window('deck').isFullScreen(), window('deck').getBounds()]).toEqual([false, before])
  await talk.fullScreen(true)
  await settles('deck', area(projector), true)
})

test('a window system that never moves the deck is asked three times and then left in peace', async () => {
  const bounds = { x: 100, y: 100, width: 800, height: 500 }
  const deck = createWindow('deck', bounds, { title: '', backgroundColor: '#000000' })
  const screens = screen.getAllDisplays()
  const [here, there] = screens
  if (here === undefined || there === undefined) throw new Error('no display')
  const placement = new DeckPlacement(deck, { screen: here, bounds, isFullScreen: false }, () => screens)
  const moved = vi.spyOn(deck, 'setBounds').mockImplementation(() => undefined)
  await placement.put({ screen: there, bounds: there.bounds, isFullScreen: false })
  // Each time before and after it is to leave full screen.
  expect(moved).toHaveBeenCalledTimes(3 * 2)
  await placement.put({ screen: here, bounds, isFullScreen: false })
  expect(moved).toHaveBeenCalledTimes(3 * 2 + 1)
})

test('full screen that the person turns on or off by a means of the system is meant from the first', async () => {
  const deck = createWindow(
    'deck',
    { x: 100, y: 100, width: 800, height: 500 },
    { title: '', backgroundColor: '#000000' },
  )
  const screens = screen.getAllDisplays()
  const placement = new DeckPlacement(
    deck,
    { screen: screens[1] as never, bounds: deck.getBounds(), isFullScreen: false },
    () => screens,
  )
  for (const isFullScreen of [true, false]) {
    deck.setFullScreen(isFullScreen)
    await vi.waitFor(() => expect(placement.intended).toMatchObject({ screen: { id: laptop.id }, isFullScreen }), {
      timeout: patienceMs,
    })
  }
})

test('the deck that is as it is asked to be is not put anywhere', async () => {
  present()
  await settles('deck', area(projector), true)
  const turned = vi.spyOn(window('deck'), 'setFullScreen')
  const moved = vi.spyOn(window('deck'), 'setBounds')
  await talk.fullScreen(true)
  expect([turned.mock.calls, moved.mock.calls]).toEqual([[], []])
})

test('a deck that is off every display fills the one that it is meant for', async () => {
  present()
  await settles('deck', area(projector), true)
  await talk.fullScreen(false)
  window('deck').setBounds({ x: 9000, y: 9000, width: 800, height: 500 })
  await talk.fullScreen(true)
  await settles('deck', area(projector), true)
})

test('a presenter that was left maximised opens maximised', async () => {
  present()
  await settles('presenter', { x: 0, y: 0, width: 1440, height: 860 }, false)
  expect(window('presenter').isMaximized()).toBe(false)
  window('presenter').setBounds({ x: 40, y: 50, width: 900, height: 600 })
  window('presenter').maximize()
  window('presenter').close()
  await vi.waitFor(() => expect(window('presenter').isDestroyed()).toBe(true), { timeout: patienceMs })
  await memory.settled()
  await remember()
  talk = begin()
  talk.open('presenter')
  window('presenter').emit('ready-to-show')
  expect(window('presenter').isMaximized()).toBe(true)
})

test.each([
  ['leaves', false, { turned: 1, moved: 0 }],
  ['enters', true, { turned: 1, moved: 1 }],
])('a deck that is closed while it %s full screen is not touched any more', async (_, isFullScreen, before) => {
  const [here, there] = screen.getAllDisplays()
  if (here === undefined || there === undefined) throw new Error('no display')
  const deck = createWindow('deck', here.bounds, { title: '', backgroundColor: '#000000' })
  vi.spyOn(deck, 'isFullScreen').mockReturnValue(!isFullScreen)
  const turned = vi.spyOn(deck, 'setFullScreen').mockImplementation(() => {
    vi.spyOn(deck, 'isDestroyed').mockReturnValue(true)
    vi.spyOn(deck, 'getBounds').mockImplementation(() => {
      throw new Error('Object has been destroyed')
    })
    deck.emit('enter-full-screen')
    deck.emit('leave-full-screen')
  })
  const moved = vi.spyOn(deck, 'setBounds')
  const placement = new DeckPlacement(deck, { screen: here, bounds: here.bounds, isFullScreen }, () => [here, there])
  await placement.put({ screen: there, bounds: there.bounds, isFullScreen })
  expect({ turned: turned.mock.calls.length, moved: moved.mock.calls.length }).toEqual(before)
  vi.restoreAllMocks()
})

test('the presenter opens where it was left on that display', async () => {
  present()
  await settles('presenter', { x: 0, y: 0, width: 1440, height: 860 }, false)
  window('presenter').setBounds({ x: 40, y: 50, width: 900, height: 600 })
  window('presenter').close()
  await vi.waitFor(() => expect(window('presenter').isDestroyed()).toBe(true), { timeout: patienceMs })
  await memory.settled()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    bounds: { presenter: { 'Built-in 1440×900 at 0,0': { x: 40, y: 50, width: 900, height: 600 } } },
  })
  await remember()
  talk = begin()
  talk.open('presenter')
  await settles('presenter', { x: 40, y: 50, width: 900, height: 600 }, false)
})

test('the talk is over when both windows are closed, not before', async () => {
  present()
  window('deck').close()
  await vi.waitFor(() => expect(window('deck').isDestroyed()).toBe(true), { timeout: patienceMs })
  expect(bothClosed).not.toHaveBeenCalled()
  talk.open('deck')
  await settles('deck', area(projector), true)
  window('presenter').close()
  window('deck').close()
  await vi.waitFor(() => expect(bothClosed).toHaveBeenCalledTimes(1), { timeout: patienceMs })
})

/** Lets the time go by after which displays that changed are answered. */
const answered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400))
const third: DisplaySpec = { id: 3, x: 3360, y: 0, width: 1280, height: 1024, label: 'Desk' }

test('a window that is open comes to the front and is not opened twice', async () => {
  present()
  await settles('deck', area(projector), true)
  const before = BrowserWindow.getAllWindows().length
  for (const kind of ['deck', 'presenter', 'deck'] as const) {
    talk.open(kind)
    expect([kind, window(kind).isFocused()]).toEqual([kind, true])
  }
  expect(BrowserWindow.getAllWindows()).toHaveLength(before)
})

test('a deck alone has the keyboard, and one that goes while it is put on its display is let go', async () => {
  talk.open('deck')
  await vi.waitFor(() => expect(window('deck').isFocused()).toBe(true), { timeout: patienceMs })
  window('deck').destroy()
  talk.open('deck')
  window('deck').emit('ready-to-show')
  window('deck').destroy()
  await answered()
  expect(bothClosed).toHaveBeenCalledTimes(2)
  // Nothing is there to be moved.
  await talk.swap()
  await talk.fullScreen()
})

test('a presenter alone goes where it belongs on the displays that there are, also after there were none', async () => {
  talk.open('presenter')
  await settles('presenter', { x: 0, y: 0, width: 1440, height: 860 }, false)
  screen.change([])
  await answered()
  expect(window('presenter').getBounds()).toEqual({ x: 0, y: 0, width: 1440, height: 860 })
  screen.change([laptop])
  await settles('presenter', { x: 0, y: 0, width: 893, height: 860 }, false)
})

test('a deck that fills the only display goes to one that comes, and keeps off the notes until then', async () => {
  screen.change([laptop])
  await answered()
  present()
  await settles('deck', { x: 893, y: 0, width: 547, height: 340 }, false)
  await talk.swap()
  expect(window('deck').isFullScreen()).toBe(false)
  await talk.fullScreen(true)
  await settles('deck', area(laptop), true)
  const own = { x: 10, y: 20, width: 700, height: 500 }
  window('presenter').setBounds(own)
  const lower = { ...laptop, height: 850 }
  screen.change([lower])
  await settles('deck', area(lower), true)
  // With one display there is no other place for them.
  expect(window('presenter').getBounds()).toEqual(own)
  screen.change([lower, projector])
  await settles('deck', area(projector), true)
})

test('windows stay where the person put them when one more display comes', async () => {
  present()
  await settles('deck', area(projector), true)
  await talk.swap()
  await settles('deck', area(laptop), true)
  const own = { x: 1500, y: 60, width: 900, height: 600 }
  window('presenter').setBounds(own)
  screen.change([laptop, projector, third])
  await answered()
  expect([window('deck').getBounds(), window('presenter').getBounds()]).toEqual([area(laptop), own])
  // A deck in a window is taken for one that has not found its place.
  await talk.fullScreen(false)
  screen.change([laptop, projector, third, { ...third, id: 4, x: 4640, label: 'Wall' }])
  await settles('deck', area(projector), true)
})

test('notes that lie under the deck are brought out when displays change', async () => {
  present()
  await settles('deck', area(projector), true)
  window('presenter').setBounds({ x: 1500, y: 60, width: 900, height: 600 })
  screen.change([{ ...laptop, height: 850 }, projector])
  await settles('presenter', { x: 0, y: 0, width: 1440, height: 810 }, false)
  await settles('deck', area(projector), true)
})
