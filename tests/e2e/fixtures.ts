/** What every spec starts from: Lectern running in one of its shells, with a data folder of its own and everything watched. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import type { RequestName } from '../../src/contract/channels.ts'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { closeBrowsers } from './app/browsers.ts'
import type { ShellProcess } from './app/process.ts'
import { pageOf, startBare, starts, type Running, type ShellKind, type Wish } from './app/shells.ts'
import { watchWindows, type Watch } from './app/watch.ts'
import { somethingShown } from './app/windows.ts'

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
}

/** Whatever a window may ask, also what the types forbid. */
export interface Answer {
  readonly value?: unknown
  readonly failure?: { readonly code: string }
}
export interface AskingWindow {
  readonly shell: { request(name: string, payload: unknown): Promise<Answer> }
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
  /** Starts the deck's talk from the library and gives both windows. */
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

export const test = base.extend<Fixtures, { browsers: null }>({
  browsers: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: nothing.
    async ({}, use) => {
      await use(null)
      await closeBrowsers()
    },
    { scope: 'worker', auto: true },
  ],
  shellKind: ['browser', { option: true }],
  lang: ['ko', { option: true }],
  theme: ['light', { option: true }],
  motion: ['no-preference', { option: true }],
  popups: [true, { option: true }],
  screens: [1, { option: true }],

  app: async ({ shellKind, lang, theme, motion, popups, screens }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
    const home = join(folder, 'home')
    const leaks = join(folder, 'leaks')
    const watch = watchWindows()
    await mkdir(home)
    const wish = { home, leaks, lang, theme, reducedMotion: motion, popups, screens, watch, args: [], env: {} }
    let running: Running | null = await starts[shellKind](wish)
    let last = running
    let folders = 0

    await use({
      kind: shellKind,
      home,
      watch,
      get library() {
        return last.library
      },
      stdout: () => last.process.stdout(),
      stderr: () => last.process.stderr(),
      async folder(files) {
        const root = join(folder, `course-${++folders}`)
        await mkdir(root)
        for (const [path, content] of Object.entries(files)) {
          await mkdir(dirname(join(root, path)), { recursive: true })
          await writeFile(join(root, path), content)
        }
        return root
      },
      ask: (name, payload, from = last.library) =>
        from.evaluate(([n, p]) => (window as unknown as AskingWindow).shell.request(n, p), [name, payload] as const),
      window: (kind) => pageOf(last.context, kind),
      async openGallery() {
        await last.library.getByRole('button', { name: libraryWords[lang].gallery }).click()
        return pageOf(last.context, 'gallery')
      },
      async openReview() {
        await last.library.getByRole('navigation').getByRole('button', { name: libraryWords[lang].review }).click()
        return pageOf(last.context, 'review')
      },
      windows: () => last.context.pages(),
      nextWindow: () => last.context.waitForEvent('page'),
      async present(title) {
        const { library, context } = last
        const say = libraryWords[lang]
        await library.getByRole('radio', { name: title }).check()
        const actions = library.getByRole('group', { name: say.deckActions })
        await actions.getByRole('button', { name: say.present }).first().click()
        const windows = { deck: await pageOf(context, 'deck'), presenter: await pageOf(context, 'presenter') }
        // Keys pressed while a window still loads would go nowhere.
        await Promise.all([windows.deck, windows.presenter].map((page) => somethingShown(page)))
        return windows
      },
      async killShell() {
        await last.process.kill()
      },
      async restart(args = [], env = {}, between = () => Promise.resolve()) {
        await last.close()
        running = null
        await between()
        last = await starts[shellKind]({ ...wish, args, env })
        running = last
      },
      async stop() {
        await last.close()
        running = null
      },
      startAnother: (args, env = {}) => startBare[shellKind]({ ...wish, args, env }),
    })

    // A test may have stopped it; TypeScript does not see what callbacks assign.
    await (running as Running | null)?.close()
    expect(watch.leaks, 'no window asks for anything off this machine').toEqual([])
    expect(
      existsSync(leaks) ? await readFile(leaks, 'utf8') : '',
      'the shell connects to nothing off this machine',
    ).toBe('')
    expect(watch.errors(), 'no window complains').toEqual([])
    await rm(folder, { recursive: true, force: true })
  },
})
