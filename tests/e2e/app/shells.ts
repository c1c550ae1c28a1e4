/** How each shell is started for a test; what comes out is the same for all of them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type BrowserContext, type Page } from '@playwright/test'
import { lendBrowser } from './browsers.ts'
import { built, clone, environment, startProcess, type Place, type ShellProcess } from './process.ts'
import type { Watch } from './watch.ts'

export type ShellKind = 'browser' | 'stand-in' | 'electron'

export interface Wish extends Place {
  readonly args: readonly string[]
  readonly theme: 'light' | 'dark'
  readonly reducedMotion: 'reduce' | 'no-preference'
  /** Whether the browser lets pages open windows without limit, as it does in a profile of the shell's own. */
  readonly popups: boolean
  readonly screens: 1 | 2
  /** Whether windows share a process, as pages do in a browser with many of them; one that dies takes the others along. */
  readonly processes: 'one' | 'each'
  readonly watch: Watch
}

export interface Running {
  readonly context: BrowserContext
  readonly library: Page
  readonly process: Pick<ShellProcess, 'end' | 'kill' | 'stderr' | 'stdout'>
  /** Ends the shell in order, then its browser. */
  close(): Promise<void>
}

/** The first page of a kind, now or as soon as there is one. */
export async function pageOf(context: BrowserContext, kind: string): Promise<Page> {
  const isIt = (page: Page): boolean => page.url().includes(`/${kind}/index.html`)
  for (;;) {
    const page = context.pages().find(isIt)
    if (page !== undefined) return page
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

async function browserShell(wish: Wish): Promise<Running> {
  const process = startProcess(join(built, 'main', 'browser-shell.js'), wish.args, environment(wish))
  const address = await process.line(/^http:/)
  const { context, giveBack } = await lendBrowser(wish)
  const library = context.pages()[0] ?? (await context.newPage())
  if (wish.popups) {
    const session = await context.newCDPSession(library)
    await session.send('Browser.grantPermissions', {
      permissions: ['windowManagement'],
      origin: new URL(address).origin,
    })
  }
  await library.goto(address)
  // The page by which it comes in goes on by itself.
  await library.waitForURL('**/index.html')
  // Windows first: one that still lives would say that its shell is gone.
  const close = async (): Promise<void> => {
    await giveBack()
    await process.end()
  }
  return { context, library, process, close }
}

/** The DevTools address that Chromium writes into its profile. */
async function devToolsOf(profile: string): Promise<string> {
  for (;;) {
    const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n')
    if (port !== undefined && path !== undefined) return `ws://127.0.0.1:${port}${path}`
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

async function standIn(wish: Wish): Promise<Running> {
  const { context, profile, giveBack } = await lendBrowser(wish)
  const env = { ...environment(wish), HARNESS_CDP: await devToolsOf(profile) }
  const process = startProcess(join(clone, 'tests', 'harness', 'launch.ts'), wish.args, env)
  await process.line(/^ready$/)
  const library = await pageOf(context, 'library')
  const close = async (): Promise<void> => {
    await process.end()
    await giveBack()
  }
  return { context, library, process, close }
}

async function electron(wish: Wish): Promise<Running> {
  const env = Object.fromEntries(
    Object.entries({ ...globalThis.process.env, ...environment(wish) }).filter(([, value]) => value !== undefined),
  )
  const app = await _electron.launch({
    args: [clone, ...wish.args],
    env: env as Record<string, string>,
    colorScheme: wish.theme,
  })
  const context = app.context()
  wish.watch.follow(context)
  const child = app.process()
  let errors = ''
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const process = {
    end: () => app.close(),
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    stderr: () => errors,
    stdout: () => output,
  }
  return { context, library: await pageOf(context, 'library'), process, close: () => app.close() }
}

const starts: Record<ShellKind, (wish: Wish) => Promise<Running>> = {
  browser: browserShell,
  'stand-in': standIn,
  electron,
}

/** Starts a shell and shows its library; it is closed once, however often that is asked. */
export async function start(kind: ShellKind, wish: Wish): Promise<Running> {
  const running = await starts[kind](wish)
  let closing: Promise<void> | null = null
  return { ...running, close: () => (closing ??= running.close()) }
}

/** Starts the shell's process alone. */
export const startBare: Record<ShellKind, (wish: Wish) => ShellProcess> = {
  browser: (wish) => startProcess(join(built, 'main', 'browser-shell.js'), wish.args, environment(wish)),
  'stand-in': (wish) => startProcess(join(clone, 'tests', 'harness', 'launch.ts'), wish.args, environment(wish)),
  electron: (wish) =>
    startProcess(join(clone, 'node_modules', 'electron', 'cli.js'), [clone, ...wish.args], environment(wish)),
}
