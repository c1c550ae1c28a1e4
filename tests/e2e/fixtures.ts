/** What every spec starts from: Lectern running in one of its shells, and everything watched. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import type { RequestName } from '../../src/contract/channels.ts'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { closeBrowsers } from './app/browsers.ts'
import { expectClean, keptShell, type KeptShell } from './app/kept-shell.ts'
import type { ShellProcess } from './app/process.ts'
import { pageOf, start, startBare, type ShellKind, type Wish } from './app/shells.ts'
import type { Watch } from './app/watch.ts'
import { ask, somethingShown, type Answer } from './app/windows.ts'

export { expect } from '@playwright/test'
export type { ShellKind } from './app/shells.ts'

export interface ShellOptions {
  shellKind: ShellKind
  /** Language of the system. */
  lang: Wish['lang']
  theme: Wish['theme']
  motion: Wish['reducedMotion']
  popups: boolean
  screens: Wish['screens']
  processes: Wish['processes']
  /** A shell on a new data folder that no other test has used, for what is about starting, ending or what it keeps. */
  ownShell: boolean
}

export interface App {
  readonly kind: ShellKind
  readonly home: string
  /** The library window of the present run. */
  readonly library: Page
  /** What the shell said on standard output and on standard error. */
  stdout(): string
  stderr(): string
  readonly watch: Watch
  /** A folder with these files, for a test to open. */
  folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string>
  /** Asks the shell as a window does. */
  ask(name: RequestName, payload?: unknown, from?: Page): Promise<Answer>
  /** The window of a kind, waiting for it if need be. */
  window(kind: 'library' | 'deck' | 'presenter' | 'gallery' | 'review'): Promise<Page>
  /** Opens the gallery from the library, as a person does. */
  openGallery(): Promise<Page>
  /** Opens the review of the chosen course from the library. */
  openReview(): Promise<Page>
  windows(): readonly Page[]
  /** The next window that opens. */
  nextWindow(): Promise<Page>
  /** Starts the deck's talk from its start, in the library, and gives both windows. */
  present(title: string | RegExp): Promise<{ deck: Page; presenter: Page }>
  /** Ends the shell at once, as a crash does. */
  killShell(): Promise<void>
  /** Ends the shell in order if it still runs, and starts it again on the same data. */
  restart(
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
    between?: () => Promise<unknown>,
  ): Promise<void>
  /** Ends the shell in order, and its windows. */
  stop(): Promise<void>
  /** Starts the shell once more on the same data, without windows to look at. */
  startAnother(args: readonly string[], env?: Readonly<Record<string, string>>): ShellProcess
}

interface Fixtures extends ShellOptions {
  app: App
}

/**
 * Declares that a test says nothing of some shells, and why: there it is skipped before anything is started, which a
 * `test.skip` in the test itself is too late for.
 */
export function notIn(kinds: readonly ShellKind[], why: string, declare: () => void): void {
  test.describe(() => {
    test.skip(({ shellKind }) => kinds.includes(shellKind), why)
    declare()
  })
}

export const test = base.extend<Fixtures, { shells: KeptShell }>({
  shells: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: nothing.
    async ({}, use) => {
      const shells = keptShell()
      await use(shells)
      await shells.close()
      await closeBrowsers()
    },
    { scope: 'worker' },
  ],
  shellKind: ['browser', { option: true }],
  lang: ['ko', { option: true }],
  theme: ['light', { option: true }],
  motion: ['no-preference', { option: true }],
  popups: [true, { option: true }],
  screens: [1, { option: true }],
  processes: ['one', { option: true }],
  ownShell: [false, { option: true }],

  app: async ({ shellKind, lang, theme, motion, popups, screens, processes, ownShell, shells }, use, info) => {
    const setting = { lang, theme, reducedMotion: motion, popups, screens, processes }
    const place = await shells.lend(shellKind, setting, ownShell)
    const { wish, watch } = place
    const courses = await mkdtemp(join(place.folder, 'courses-'))
    let folders = 0

    await use({
      kind: shellKind,
      home: wish.home,
      watch,
      get library() {
        return place.running.library
      },
      stdout: () => place.running.process.stdout(),
      stderr: () => place.running.process.stderr(),
      async folder(files) {
        const root = join(courses, `course-${++folders}`)
        await mkdir(root)
        for (const [path, content] of Object.entries(files)) {
          await mkdir(dirname(join(root, path)), { recursive: true })
          await writeFile(join(root, path), content)
        }
        return root
      },
      ask: (name, payload, from = place.running.library) => ask(from, name, payload),
      window: (kind) => pageOf(place.running.context, kind),
      async openGallery() {
        await place.running.library.getByRole('button', { name: libraryWords[lang].gallery }).click()
        return pageOf(place.running.context, 'gallery')
      },
      async openReview() {
        // The door, which stands before what there is to do today.
        await place.running.library.getByRole('button', { name: libraryWords[lang].review }).first().click()
        return pageOf(place.running.context, 'review')
      },
      windows: () => place.running.context.pages(),
      nextWindow: () => place.running.context.waitForEvent('page'),
      async present(title) {
        const { library, context } = place.running
        const say = libraryWords[lang]
        await library.getByRole('radio', { name: title }).check()
        // An earlier test may have left the deck somewhere else.
        await library
          .getByRole('group', { name: say.deckActions })
          .getByRole('button', { name: say.more('') })
          .click()
        await library.getByRole('menuitem', { name: say.fromStart }).click()
        const windows = { deck: await pageOf(context, 'deck'), presenter: await pageOf(context, 'presenter') }
        // Keys pressed while a window still loads would go nowhere.
        await Promise.all([windows.deck, windows.presenter].map((page) => somethingShown(page)))
        return windows
      },
      async killShell() {
        place.isUsedUp = true
        await place.running.process.kill()
      },
      async restart(args = [], env = {}, between = () => Promise.resolve()) {
        place.isUsedUp = true
        await place.running.close()
        await between()
        place.running = await start(shellKind, { ...wish, args, env })
      },
      async stop() {
        place.isUsedUp = true
        await place.running.close()
      },
      startAnother: (args, env = {}) => startBare[shellKind]({ ...wish, args, env }),
    })

    const isGood = info.status === info.expectedStatus
    try {
      await expectClean(place)
    } catch (error) {
      await shells.giveBack(place, false)
      throw error
    }
    await shells.giveBack(place, isGood)
  },
})
