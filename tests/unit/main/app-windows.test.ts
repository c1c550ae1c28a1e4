import { join } from 'node:path'
import type { Screen } from 'electron/main'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WindowKind } from '../../../src/contract/channels.ts'
import { appWindows, type AppWindows } from '../../../src/main/windows/app-windows.ts'
import { openWindowPlaces, WindowMemory } from '../../../src/main/windows/window-memory.ts'
import { app, BrowserWindow, screen } from '../../harness/electron.ts'
import { temporaryFolder } from '../temporary-folder.ts'

type Window = InstanceType<typeof BrowserWindow>
const patience = { timeout: 20_000, interval: 20 }

let memory: WindowMemory
let windows: AppWindows
const talkClosed = vi.fn()
const givenUp = vi.fn()

const window = (kind: WindowKind): Window => {
  const found = windows.registry.get(kind)
  if (found === null) throw new Error(`no ${kind} window`)
  return found as unknown as Window
}
const kinds = (): (WindowKind | null)[] =>
  BrowserWindow.getAllWindows().map((each) => windows.registry.kindOf(each.webContents as never))

beforeAll(() => app.becomeReady())
beforeEach(async () => {
  const file = join(await temporaryFolder(), 'windows.json')
  screen.removeAllListeners()
  screen.change([{ id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }])
  memory = new WindowMemory(await openWindowPlaces(file), () => screen.getAllDisplays())
  talkClosed.mockReset()
  givenUp.mockReset()
  windows = appWindows({
    screen: screen as unknown as Screen,
    memory,
    look: () => ({ title: 'Lectern', backgroundColor: '#123456' }),
    onTalkWindowsClosed: talkClosed,
    onGivenUp: givenUp,
  })
})
afterEach(async () => {
  for (const each of BrowserWindow.getAllWindows()) each.destroy()
  await memory.settled()
})

describe('a window of the app', () => {
  test('is there once, and comes to the front where it is asked for again', () => {
    windows.open('library')
    windows.open('gallery')
    const library = window('library')
    library.minimize()
    window('gallery').focus()
    windows.open('library')
    expect(kinds()).toEqual(['library', 'gallery'])
    expect([library.isMinimized(), library.isVisible(), library.isFocused()]).toEqual([false, true, true])
    expect(windows.registry.focusedKind()).toBe('library')
  })

  test('has at first the colour of what it will show', () => {
    windows.open('review')
    expect(window('review').options).toMatchObject({ title: 'Lectern', backgroundColor: '#123456' })
  })

  test('is closed where it is there, and asking for one that is not does nothing', async () => {
    windows.open('review')
    windows.close('gallery')
    windows.close('review')
    await vi.waitFor(() => expect(kinds()).toEqual([]), patience)
    expect(talkClosed).not.toHaveBeenCalled()
  })

  test('fills the screen by itself, as told or the other way round; the others stay as they are', async () => {
    windows.open('library')
    windows.open('gallery')
    const isFull = () => [window('library').isFullScreen(), window('gallery').isFullScreen()]
    const turn = async (on: boolean | undefined, expected: boolean) => {
      await windows.fullScreen('gallery', on)
      await vi.waitFor(() => expect(isFull()).toEqual([false, expected]), patience)
    }
    await turn(undefined, true)
    await turn(undefined, false)
    await turn(true, true)
    await turn(false, false)
    await windows.fullScreen('review', true)
    expect(isFull()).toEqual([false, false])
  })

  test('that is given up is gone, and told of by its kind', () => {
    windows.open('gallery')
    vi.spyOn(window('gallery').webContents, 'reload').mockImplementation(() => undefined)
    const { webContents } = window('gallery')
    for (let times = 0; times < 4; times += 1)
      webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(givenUp.mock.calls).toEqual([['gallery']])
    expect(windows.registry.get('gallery')).toBeNull()
  })
})

describe('the windows of a talk', () => {
  test('tell when the last of them is closed', async () => {
    windows.open('deck')
    windows.open('presenter')
    windows.close('deck')
    await vi.waitFor(() => expect(kinds()).toEqual(['presenter']), patience)
    expect(talkClosed).not.toHaveBeenCalled()
    windows.close('presenter')
    await vi.waitFor(() => expect(talkClosed).toHaveBeenCalledTimes(1), patience)
  })

  test('fill the screen with the deck, whichever of them asks', async () => {
    windows.open('deck')
    windows.open('presenter')
    await windows.fullScreen('presenter', true)
    await vi.waitFor(() => expect(window('deck').isFullScreen()).toBe(true), patience)
    expect(window('presenter').isFullScreen()).toBe(false)
    await windows.fullScreen('deck', undefined)
    await vi.waitFor(() => expect(window('deck').isFullScreen()).toBe(false), patience)
  })
})

test('the page that is printed is in a window that nobody sees, of the size of a slide', () => {
  const print = windows.openPrint() as unknown as Window
  expect(print.isVisible()).toBe(false)
  expect(print.getBounds()).toEqual({ x: 80, y: 70, width: 1280, height: 720 })
  expect(windows.registry.kindOf(print.webContents as never)).toBe('print')
})
