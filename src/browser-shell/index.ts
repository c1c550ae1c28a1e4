/**
 * Lectern in an installed browser: `node out/main/browser-shell.js [FOLDER] [--port N] [--no-open] [--verbose]`.
 * Where no window is opened, the first line of standard output is the address to open.
 */
import { join } from 'node:path'
import { findBrowser } from '../services/browser/find-browser.mjs'
import { LecternError } from '../contract/failure.ts'
import { coursesAt } from '../services/courses/course-folders.ts'
import { homeAt, type Home } from '../services/disk/home.ts'
import { knock, onKnock } from '../services/instance/knock.ts'
import { takeLock } from '../services/instance/lock.ts'
import { readArguments, type Arguments } from './arguments.ts'
import { awaitEntrance, clearEntrance, leaveEntrance } from './entrance.ts'
import { hasDisplay, launchBrowser, type LaunchedBrowser } from './launch.ts'
import { report } from './report.ts'
import { startShell, type BrowserShell } from './shell.ts'
import { systemLang, words } from './words.ts'

const lang = systemLang()
const say = words[lang]
const clone = join(import.meta.dirname, '..', '..')

/** With no window left for so long, nobody is coming back: a reload takes a fraction of it. */
const nobodyLeftMs = 10_000
/** Ending takes milliseconds; if it hangs, everything that matters is on disk already. */
const endingMs = 5000

/** Brings the first instance up, tells where it is, and leaves the rest to it. */
async function handOver(home: Home, path: string | null, gallery: boolean): Promise<void> {
  if (path !== null) await coursesAt(path)
  await clearEntrance(home)
  knock(home.knocks, { folder: path, gallery })
  const address = await awaitEntrance(home)
  console.log(address === null ? say.alreadyRunning : say.alreadyRunningAt(address))
}

/** A port that cannot be had, in words; every other error as it is. */
function portTrouble(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const sentence = code === 'EADDRINUSE' ? 'portInUse' : code === 'EACCES' ? 'portForbidden' : null
  if (sentence === null) return error
  return new LecternError('refused', { ko: words.ko[sentence](port), en: words.en[sentence](port) }, { cause: error })
}

interface Windows {
  /** Shows library or gallery for whoever asked by starting Lectern a second time; gives the address to tell, if any. */
  bringUp(gallery: boolean): string | null
  close(): void
}

/** Opens windows in the browser of this machine, or tells the address where that is not possible. */
function show(
  shell: BrowserShell,
  home: Home,
  program: string | undefined,
  gallery: boolean,
  end: () => void,
): Windows {
  const tellAddress = (): void => {
    console.log(shell.newEntrance(gallery))
    console.log(say.openThis)
  }
  if (program === undefined) {
    tellAddress()
    return { bringUp: shell.newEntrance, close: () => undefined }
  }
  const browsers: LaunchedBrowser[] = []
  let leaving: ReturnType<typeof setTimeout> | undefined
  const open = async (asksForGallery: boolean): Promise<void> => {
    const browser = await launchBrowser(program, shell.newEntrance(asksForGallery), home.browserProfile)
    browsers.push(browser)
    const how = await browser.ended
    if (how === 'closed') end()
    if (how === 'failed') {
      console.error(`Lectern: ${say.browserFailed(program)}`)
      tellAddress()
    }
  }
  // On macOS a browser outlives its windows, and one that was already running is not ours to wait for.
  shell.onWindows((count) => {
    clearTimeout(leaving)
    if (count === 0) leaving = setTimeout(end, nobodyLeftMs)
  })
  void open(gallery)
  console.log(say.opened)
  return {
    bringUp(asksForGallery) {
      void open(asksForGallery)
      return null
    },
    close: () => browsers.forEach((browser) => browser.close()),
  }
}

async function run({ path, gallery, port, opens, isVerbose }: Arguments): Promise<void> {
  const home = homeAt()
  const lock = await takeLock(home.lock)
  if (!lock.held) return handOver(home, path, gallery)

  const onError = (error: unknown): void => {
    if (isVerbose) report(error, lang, true)
  }
  const program = findBrowser()
  const opensBrowser = opens && hasDisplay() && program !== undefined
  let shell: BrowserShell
  try {
    shell = await startShell({
      home,
      port,
      program,
      opens: opensBrowser,
      bundledSlides: join(clone, 'slides'),
      bundledReadings: join(clone, 'out', 'readings.json'),
      rendererRoot: join(clone, 'out', 'renderer'),
      onError,
    })
    if (path !== null) await shell.openFolder(path)
  } catch (error) {
    await lock.release()
    throw portTrouble(error, port)
  }

  let isEnding = false
  const end = (): void => {
    // Asked a second time, the person means now.
    if (isEnding) process.exit(1)
    isEnding = true
    setTimeout(() => process.exit(1), endingMs).unref()
    stopListening()
    windows.close()
    void shell
      .close()
      .then(() => lock.release())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          report(error, lang, isVerbose)
          process.exit(1)
        },
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)

  if (opens && hasDisplay() && program === undefined) console.error(`Lectern: ${say.noBrowser}`)
  const windows = show(shell, home, opensBrowser ? program : undefined, gallery, end)
  const stopListening = onKnock(home.knocks, ({ folder, gallery: asked = false }) => {
    if (folder !== null) shell.openFolder(folder).catch((error: unknown) => report(error, lang, isVerbose))
    leaveEntrance(home, windows.bringUp(asked)).catch(onError)
  })
}

const given = readArguments(process.argv.slice(2), process.cwd())
if (given === null) {
  console.error(say.usage)
  process.exit(2)
}
run(given).catch((error: unknown) => {
  report(error, lang, given.isVerbose)
  process.exit(1)
})
