/**
 * The shell of a worker. Starting one takes longer than most tests, so tests that ask for the same one share it; between
 * them it is put back to how it was by what every window may ask of it.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { LibraryState, Settings } from '../../../src/contract/library.ts'
import { start, type Running, type ShellKind, type Wish } from './shells.ts'
import { watchWindows, type Watch } from './watch.ts'
import { ask } from './windows.ts'

/** What decides whether two tests can share a shell. */
export type Setting = Pick<Wish, 'lang' | 'theme' | 'reducedMotion' | 'popups' | 'screens' | 'processes'>

export interface Place {
  /** Where the test may put what it likes; gone with the shell. */
  readonly folder: string
  readonly wish: Wish
  readonly watch: Watch
  running: Running
  /** Whether a test ended it or started it anew: then it is nobody else's. */
  isUsedUp: boolean
}

interface Kept extends Place {
  readonly key: string
  readonly settings: Settings
  /** What its library said and offered when it was new. */
  readonly fresh: string
}

async function begin(kind: ShellKind, setting: Setting): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  const home = join(folder, 'home')
  const watch = watchWindows()
  await mkdir(home)
  // Of somebody who has looked around: what a first start shows instead of courses has a spec of its own.
  await writeFile(join(home, 'settings.json'), JSON.stringify({ course: 'docker' }))
  const wish = { ...setting, home, leaks: join(folder, 'leaks'), watch, args: [], env: {} }
  return { folder, wish, watch, running: await start(kind, wish), isUsedUp: false }
}

const libraryPath = '/library/index.html'

/** Nothing but the library is open, no folder, no talk; what was set is as it was at first. */
async function putBack({ running: { context, library }, settings, fresh }: Kept): Promise<void> {
  await library.bringToFront()
  for (const page of context.pages()) if (page !== library) await page.close()
  await ask(library, 'talk:end')
  const readLibrary = async (): Promise<LibraryState> => (await ask(library, 'library:read')).value as LibraryState
  for (const { id, bundled } of (await readLibrary()).courses)
    if (!bundled) await ask(library, 'library:close', { course: id })
  for (const folder of (await readLibrary()).recent) await ask(library, 'library:forget', { folder })
  await ask(library, 'settings:write', settings)
  await library.evaluate(() => {
    sessionStorage.clear()
  })
  // Loading it anew takes as long as many a test. It may also have become the presenter.
  if (await isAsFresh(library, fresh)) return
  await library.goto(new URL(libraryPath, library.url()).href)
  await isDrawn(library)
}

/** What a library says and offers, with nothing in focus. */
async function shownBy(library: Page): Promise<string> {
  await library.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  return library.locator('body').ariaSnapshot()
}

/** Whether a library window says what it did when it was new: then nothing that a test left in it can be met. */
async function isAsFresh(library: Page, fresh: string): Promise<boolean> {
  return new URL(library.url()).pathname === libraryPath && (await shownBy(library)) === fresh
}

/** Whether it can be used again: as new, and with nothing to say of the test before. */
async function isPutBack(kept: Kept): Promise<boolean> {
  try {
    await putBack(kept)
    kept.watch.reset()
    return true
  } catch {
    return false
  }
}

const isDrawn = (library: Page): Promise<void> => library.getByRole('radio').first().waitFor()

/** Holds what every test holds to: nothing left the machine, and no window complained. */
export async function expectClean({ watch, wish: { leaks } }: Place): Promise<void> {
  expect(watch.leaks, 'no window asks for anything off this machine').toEqual([])
  expect(existsSync(leaks) ? await readFile(leaks, 'utf8') : '', 'the shell connects to nothing off this machine').toBe(
    '',
  )
  expect(watch.errors(), 'no window complains').toEqual([])
}

export interface KeptShell {
  /** A shell as new; with `isOwn` one that has never been used, which ends with the test. */
  lend(kind: ShellKind, setting: Setting, isOwn: boolean): Promise<Place>
  /** Takes it back after a test, which failed or not. */
  giveBack(place: Place, isGood: boolean): Promise<void>
  close(): Promise<void>
}

/** What a worker keeps: one shell at most, for two would share their browser. */
export function keptShell(): KeptShell {
  let kept: Kept | null = null

  const end = async ({ running, folder }: Place): Promise<void> => {
    await running.close()
    await rm(folder, { recursive: true, force: true })
  }
  const drop = async (): Promise<void> => {
    const last = kept
    kept = null
    if (last !== null) await end(last)
  }
  return {
    async lend(kind, setting, isOwn) {
      const key = JSON.stringify([kind, setting])
      if (!isOwn && kept?.key === key && (await isPutBack(kept))) return kept
      await drop()
      const place = await begin(kind, setting)
      if (isOwn) return Object.assign(place, { isUsedUp: true })
      const settings = (await ask(place.running.library, 'settings:read')).value as Settings
      await isDrawn(place.running.library)
      kept = Object.assign(place, { key, settings, fresh: await shownBy(place.running.library) })
      return kept
    },
    async giveBack(place, isGood) {
      if (place !== kept) return end(place)
      if (!isGood || place.isUsedUp) await drop()
    },
    close: drop,
  }
}
