import { join } from 'node:path'
import type { Rectangle, Screen } from 'electron/main'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createWindow } from '../../../src/main/windows/create-window.ts'
import { openSingleWindow, type SingleWindow } from '../../../src/main/windows/single-window.ts'
import { openWindowPlaces, WindowMemory } from '../../../src/main/windows/window-memory.ts'
import { app, BrowserWindow, screen } from '../../harness/electron.ts'
import { temporaryFolder } from '../temporary-folder.ts'

type Window = InstanceType<typeof BrowserWindow>
const workArea = { x: 0, y: 0, width: 1440, height: 860 }

let file: string
let memory: WindowMemory
/** As a start of the app: what is remembered is read from disk. */
async function start(): Promise<void> {
  memory = new WindowMemory(await openWindowPlaces(file), () => screen.getAllDisplays())
}
/** Opens a window of its own and lets it be shown. */
function open(kind: SingleWindow = 'library'): Window {
  const create = (bounds: Rectangle) => createWindow(kind, bounds, { title: kind, backgroundColor: '#ffffff' })
  const window = openSingleWindow(kind, create, memory, screen as unknown as Screen) as unknown as Window
  window.emit('ready-to-show')
  return window
}
/** The person closes it and starts the app again. */
async function close(window: Window): Promise<void> {
  window.close()
  window.destroy()
  await memory.settled()
  await start()
}

beforeAll(() => app.becomeReady())
beforeEach(async () => {
  file = join(await temporaryFolder(), 'windows.json')
  screen.removeAllListeners()
  screen.change([{ id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }])
  await start()
})
afterEach(async () => {
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  await memory.settled()
})

test('a window opens in the middle, and the next time where it was left', async () => {
  const first = open()
  expect(first.getBounds()).toEqual({ x: 130, y: 40, width: 1180, height: 780 })
  first.setBounds({ x: 20, y: 30, width: 900, height: 700 })
  await close(first)
  expect(open().getBounds()).toEqual({ x: 20, y: 30, width: 900, height: 700 })
  // Each kind of window has a place of its own.
  expect(open('gallery').getBounds()).not.toMatchObject({ x: 20, y: 30 })
})

test('a window left maximised opens maximised, and knows the place that it had before', async () => {
  const first = open()
  first.setBounds({ x: 20, y: 30, width: 900, height: 700 })
  first.maximize()
  await close(first)
  const second = open()
  expect([second.isMaximized(), second.getBounds()]).toEqual([true, workArea])
  expect(second.getNormalBounds()).toEqual({ x: 20, y: 30, width: 900, height: 700 })
  second.setBounds({ x: 50, y: 60, width: 900, height: 700 })
  await close(second)
  expect(open().isMaximized()).toBe(false)
})

test('a window that is full screen or minimised when it is closed keeps the place of before', async () => {
  const first = open()
  first.setBounds({ x: 20, y: 30, width: 900, height: 700 })
  await close(first)
  const second = open()
  second.setBounds({ x: 400, y: 30, width: 900, height: 700 })
  second.minimize()
  await close(second)
  expect(open().getBounds()).toMatchObject({ x: 20 })
})

test('a window that is dragged is remembered where it comes to rest, without having been closed', () => {
  const first = open()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    for (const x of [10, 20, 30]) {
      first.setBounds({ x, y: 30, width: 900, height: 700 })
      // Never so long in between that it would count as at rest.
      vi.advanceTimersByTime(399)
    }
    expect(memory.boundsOn('library', screen.getPrimaryDisplay())).toBeNull()
    vi.advanceTimersByTime(1)
    expect(memory.boundsOn('library', screen.getPrimaryDisplay())).toMatchObject({ x: 30 })
    for (const doIt of [() => first.maximize(), () => first.emit('unmaximize')]) {
      doIt()
      vi.advanceTimersByTime(400)
      expect(memory.boundsOn('library', screen.getPrimaryDisplay())?.isMaximized).toBe(true)
    }
    first.setBounds({ x: 40 })
    first.destroy()
    // Nothing is asked of a window that is gone.
    vi.advanceTimersByTime(400)
    expect(memory.boundsOn('library', screen.getPrimaryDisplay())).toMatchObject({ x: 30 })
  } finally {
    vi.useRealTimers()
  }
})
