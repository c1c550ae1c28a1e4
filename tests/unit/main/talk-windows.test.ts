import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Screen } from 'electron/main'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createWindow } from '../../../src/main/windows/create-window.ts'
import { openWindowPlaces, WindowMemory } from '../../../src/main/windows/window-memory.ts'
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
