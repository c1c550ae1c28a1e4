import { mkdir, rm, writeFile } from 'node:fs/promises'
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

test('the library is where it was left whether it has its display to itself or not, the windows of a talk each time apart', () => {
  const [alone] = screen.getAllDisplays()
  if (alone === undefined) throw new Error('no display')
  const place = { x: 20, y: 30, width: 900, height: 700, isMaximized: false }
  const keep = (kind: 'library' | 'presenter', x: number): void => {
    const window = createWindow(kind, { ...place, x }, { title: kind, backgroundColor: '#ffffff' })
    memory.follow(kind, window)
    window.emit('close')
    window.destroy()
  }
  const known = (kind: 'library' | 'presenter') => memory.boundsOn(kind, alone)
  expect([memory.lastScreen('library'), memory.deckOn(), known('library')]).toEqual([null, null, null])
  for (const kind of ['library', 'presenter'] as const) keep(kind, 20)
  const projector = { id: 2, x: 1440, y: 0, width: 1920, height: 1080, label: 'Projector' }
  screen.change([{ id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }, projector])
  expect([known('library'), known('presenter')]).toEqual([place, null])
  for (const kind of ['library', 'presenter'] as const) keep(kind, 1500)
  // What was known of the other display is known yet.
  expect([known('library'), known('presenter')]).toEqual([place, null])
  expect(memory.lastScreen('library')).toMatchObject({ id: 2 })
  const desk = { id: 3, x: 3360, y: 0, width: 1280, height: 1024, label: 'Desk' }
  screen.change([{ id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }, projector, desk])
  expect([known('library'), known('presenter')]).toEqual([place, null])
  screen.change([{ id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }, projector])
  memory.chooseDeckOn(alone)
  expect(memory.deckOn()).toBe('Built-in 1440×900 at 0,0')
  screen.change([{ id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }])
  expect([memory.deckOn(), memory.lastScreen('library'), known('presenter')]).toEqual([null, null, place])
})

test.each([
  ['as wide as can be', { width: 900 }, true],
  ['a point wide', { width: 1, height: 1 }, true],
  ['of no width', { width: 0 }, false],
  ['of no height', { height: 0 }, false],
  ['between two points', { x: 0.5 }, false],
])('a place in the file that is %s counts: %s', async (_, change, counts) => {
  const place = { x: 20, y: 30, width: 900, height: 700, isMaximized: false, ...change }
  const kept = { bounds: { library: { 'Built-in 1440×900 at 0,0': place } }, lastScreen: {}, deckOn: {} }
  await writeFile(file, JSON.stringify(kept))
  await start()
  expect(memory.boundsOn('library', screen.getPrimaryDisplay() as never)).toEqual(counts ? place : null)
})

test('a window that is off every display, or whose place cannot be written, is no trouble', async () => {
  const first = open()
  first.setBounds({ x: 20, y: 30, width: 900, height: 700 })
  first.emit('close')
  first.setBounds({ x: 9000, y: 9000, width: 900, height: 700 })
  first.emit('close')
  expect(memory.boundsOn('library', screen.getPrimaryDisplay() as never)).toMatchObject({ x: 20 })
  await memory.settled()
  await rm(file)
  await mkdir(file)
  first.setBounds({ x: 50, y: 30, width: 900, height: 700 })
  first.emit('close')
  await memory.settled()
  expect(memory.boundsOn('library', screen.getPrimaryDisplay() as never)).toMatchObject({ x: 50 })
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
