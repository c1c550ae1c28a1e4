import { EventEmitter } from 'node:events'
import type { BrowserWindow as ElectronWindow } from 'electron/main'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { windowKinds } from '../../../src/contract/channels.ts'
import { createWindow, whenPresentable } from '../../../src/main/windows/create-window.ts'
import { recoverWhenPageDies } from '../../../src/main/windows/recovery.ts'
import { WindowRegistry } from '../../../src/main/windows/window-registry.ts'
import { app, BrowserWindow } from '../../harness/electron.ts'

type Window = InstanceType<typeof BrowserWindow>
const bounds = { x: 0, y: 0, width: 800, height: 600 }
const open = (kind: (typeof windowKinds)[number]): Window =>
  createWindow(kind, bounds, { title: 'Lectern', backgroundColor: '#ffffff' }) as unknown as Window

beforeAll(() => app.becomeReady())
afterEach(() => {
  vi.useRealTimers()
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
})

test('every window is sandboxed, isolated and without Node, and none is shown before it has something to show', () => {
  for (const kind of windowKinds) {
    const { options } = open(kind)
    expect(options.show).toBe(false)
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: kind === 'library',
    })
    expect(options.webPreferences?.preload).toMatch(/preload[\\/]index\.cjs$/)
  }
})

test('a window can be made no smaller than what it shows can be read in, and looks from the start as it will', () => {
  const least = windowKinds.map((kind) => {
    const { options } = open(kind)
    expect(options).toMatchObject({ ...bounds, title: 'Lectern', backgroundColor: '#ffffff' })
    expect(options.icon).toMatch(/assets[\\/]icons[\\/]icon\.png$/)
    // The library alone shows the menu where that is in the window.
    expect(options.autoHideMenuBar).toBe(kind !== 'library')
    return `${kind} ${options.minWidth ?? ''}×${options.minHeight ?? ''}`
  })
  expect(least.sort()).toEqual([
    'deck 320×200',
    'gallery 640×480',
    'library 640×480',
    'presenter 640×420',
    'print 320×180',
    'review 480×480',
  ])
})

test('the stand-in itself refuses a window with weak preferences', () => {
  const safe = { sandbox: true, contextIsolation: true, nodeIntegration: false }
  for (const weak of [
    {},
    { ...safe, sandbox: false },
    { ...safe, contextIsolation: false },
    { ...safe, nodeIntegration: true },
    { ...safe, webSecurity: false },
    { ...safe, webviewTag: true },
  ]) {
    expect(() => new BrowserWindow({ webPreferences: weak })).toThrow('weak')
  }
})

describe('a window is shown', () => {
  const fakeWindow = (): EventEmitter & { webContents: EventEmitter; isDestroyed: () => boolean } =>
    Object.assign(new EventEmitter(), { webContents: new EventEmitter(), isDestroyed: () => false })

  test('once, by whatever says first that it is there', () => {
    for (const first of ['ready-to-show', 'did-finish-load'] as const) {
      const window = fakeWindow()
      const show = vi.fn()
      whenPresentable(window as unknown as ElectronWindow, show)
      ;(first === 'ready-to-show' ? window : window.webContents).emit(first)
      expect(show).toHaveBeenCalledTimes(1)
      window.emit('ready-to-show')
      window.webContents.emit('did-finish-load')
      expect(show).toHaveBeenCalledTimes(1)
    }
  })

  test('after three seconds where nothing says so, and not at all once it is closed', () => {
    vi.useFakeTimers()
    const [silent, closed] = [fakeWindow(), fakeWindow()]
    const [shown, never] = [vi.fn(), vi.fn()]
    whenPresentable(silent as unknown as ElectronWindow, shown)
    whenPresentable(closed as unknown as ElectronWindow, never)
    closed.emit('closed')
    vi.advanceTimersByTime(2999)
    expect(shown).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(shown).toHaveBeenCalledTimes(1)
    expect(never).not.toHaveBeenCalled()
  })
})

test('a page that dies is loaded again, and one that dies again and again is given up', async () => {
  const window = open('deck')
  const reload = vi.spyOn(window.webContents, 'reload').mockImplementation(() => undefined)
  const giveUp = vi.fn()
  recoverWhenPageDies(window as unknown as ElectronWindow, giveUp)
  const die = (reason: string): boolean => window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 })
  die('clean-exit')
  for (let times = 1; times <= 3; times++) {
    die(times === 1 ? 'killed' : 'crashed')
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(times))
  }
  expect(giveUp).not.toHaveBeenCalled()
  die('oom')
  expect(giveUp).toHaveBeenCalledTimes(1)
})

test('deaths that lie ten seconds back count no more', () => {
  const window = open('deck')
  vi.spyOn(window.webContents, 'reload').mockImplementation(() => undefined)
  const giveUp = vi.fn()
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  recoverWhenPageDies(window as unknown as ElectronWindow, giveUp)
  const dieAt = (ms: number): void => {
    now.mockReturnValue(ms)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  }
  for (const ms of [0, 1, 2, 10_000, 10_001]) dieAt(ms)
  expect(giveUp).not.toHaveBeenCalled()
  dieAt(10_001)
  now.mockRestore()
  expect(giveUp).toHaveBeenCalledTimes(1)
})

test('the keyboard is with the window that has the focus, if one of ours has it', () => {
  const registry = new WindowRegistry()
  const [library, deck] = [open('library'), open('deck')]
  registry.add('library', library as unknown as ElectronWindow)
  registry.add('deck', deck as unknown as ElectronWindow)
  for (const [focused, kind] of [
    [deck, 'deck'],
    [library, 'library'],
    [null, null],
  ] as const) {
    for (const window of [library, deck]) vi.spyOn(window, 'isFocused').mockReturnValue(window === focused)
    expect(registry.focusedKind()).toBe(kind)
  }
})

test('a page that has died is told nothing', () => {
  const registry = new WindowRegistry()
  const dead = open('deck')
  registry.add('deck', dead as unknown as ElectronWindow)
  vi.spyOn(dead.webContents, 'isCrashed').mockReturnValue(true)
  const send = vi.spyOn(dead.webContents, 'send')
  registry.broadcast('talk:changed', null)
  expect(send).not.toHaveBeenCalled()
})

test('what the shell tells goes to every open window of ours, and its kind is ours to say', () => {
  const registry = new WindowRegistry()
  const [library, deck, closed, stranger] = [open('library'), open('deck'), open('presenter'), open('deck')]
  registry.add('library', library as unknown as ElectronWindow)
  registry.add('deck', deck as unknown as ElectronWindow)
  registry.add('presenter', closed as unknown as ElectronWindow)
  closed.destroy()
  const sent = [library, deck, closed, stranger].map((window) => vi.spyOn(window.webContents, 'send'))
  registry.broadcast('talk:changed', null)
  expect(sent.map((send) => send.mock.calls)).toEqual([
    [['broadcast', 'talk:changed', null]],
    [['broadcast', 'talk:changed', null]],
    [],
    [],
  ])
  expect(registry.kindOf(deck.webContents as never)).toBe('deck')
  expect(registry.kindOf(stranger.webContents as never)).toBeNull()
  expect(registry.get('presenter')).toBeNull()
})
