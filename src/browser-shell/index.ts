/**
 * Lectern in an installed browser: `node out/main/browser-shell.js` with what `npm start` was given.
 * Where no window is opened, the first line of standard output is the address to open.
 */
import { join } from 'node:path'
import { findBrowser } from '../services/browser/find-browser.mjs'
import { LecternError, unexpected } from '../contract/failure.ts'
import { homeAt, type Home } from '../services/disk/home.ts'
import type { TroubleSource } from '../services/door/background-writes.ts'
import { firstInstance, type LaterInstance } from '../services/instance/first-instance.ts'
import { alsoInUse, inUse } from '../services/instance/in-use.ts'
import type { Holder, OpenRequest, Outcome } from '../services/instance/messages.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { asksForHelp } from '../services/terminal/command-usage.ts'
import { startUsage } from '../services/terminal/opening-usage.ts'
import { report } from '../services/terminal/report.ts'
import { survive } from '../services/terminal/survive.ts'
import { helpText, wrongUsageText } from '../services/terminal/usage-text.ts'
import { WrongUsage } from '../services/terminal/wrong-usage.ts'
import { readArguments, type Arguments } from './arguments.ts'
import { hasDisplay } from './launch.ts'
import { openWindows, tellWindows } from './show-windows.ts'
import { startShell, type BrowserShell } from './browser-shell.ts'
import { words } from './words.ts'
import { print, printError } from '../services/terminal/print.ts'

const lang = systemLang()
const say = words[lang]
const clone = join(import.meta.dirname, '..', '..')

/** Ending takes milliseconds; if it hangs, everything that matters is on disk already. */
const endingMs = 5000

/** Tells what the first instance did instead of this one. Throws where it did not do it. */
function tellOutcome({ holder, outcome }: LaterInstance, home: Home): void {
  if (outcome === null || outcome.is === 'not-open') throw inUse(holder, home.folder)
  if (outcome.is === 'failed') throw new LecternError(outcome.failure.code, outcome.failure.message)
  print(outcome.is === 'address' ? say.alreadyRunningAt(outcome.address) : say.alreadyRunning)
}

/** What went wrong with a later instance's request, told here and there. */
function failed(error: unknown, isVerbose: boolean): Outcome {
  report(error, { lang, isVerbose })
  const internal = { code: 'internal', message: unexpected } as const
  return { is: 'failed', failure: error instanceof LecternError ? error.failure : internal }
}

/** A port that cannot be had, in words; every other error as it is. */
function portTrouble(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const sentence = code === 'EADDRINUSE' ? 'portInUse' : code === 'EACCES' ? 'portForbidden' : null
  if (sentence === null) return error
  return new LecternError('refused', { ko: words.ko[sentence](port), en: words.en[sentence](port) }, { cause: error })
}

async function run({ path, gallery, port, opens, isVerbose }: Arguments): Promise<void> {
  const home = homeAt()
  const started = Promise.withResolvers<(request: OpenRequest) => Promise<Outcome>>()
  let tellOther: (other: Holder) => void = () => undefined
  const instance = await firstInstance(home.lock, {
    request: { path, gallery },
    answer: async (request) => (await started.promise)(request),
    mayLackFolder: true,
    onOther: (other) => tellOther(other),
  })
  if (!instance.isFirst) {
    tellOutcome(instance, home)
    return
  }

  const onError = (error: unknown): void => {
    if (isVerbose) report(error, { lang, isVerbose })
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
      readingThread: join(import.meta.dirname, 'reading-thread.js'),
      rendererRoot: join(clone, 'out', 'renderer'),
      onError,
    })
    if (path !== null) await shell.openFolder(path)
  } catch (error) {
    await instance.release()
    throw portTrouble(error, port)
  }

  const tell = (source: TroubleSource, error: unknown): void => {
    report(error, { lang, isVerbose })
    shell.tellTrouble(source, error)
  }
  survive((error) => tell('unexpected', error))
  tellOther = (other) => tell('other', alsoInUse(other, home.folder))

  let isEnding = false
  const end = (): void => {
    // Asked a second time, the person means now.
    if (isEnding) process.exit(1)
    isEnding = true
    setTimeout(() => process.exit(1), endingMs).unref()
    instance.stopAnswering()
    windows.close()
    void shell
      .close()
      .then(() => instance.release())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          report(error, { lang, isVerbose })
          process.exit(1)
        },
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)

  if (opens && hasDisplay() && program === undefined) printError(`Lectern: ${say.noBrowser}`)
  const shown = { shell, home, say, end }
  const windows = opensBrowser ? openWindows(shown, program, gallery) : tellWindows(shown, gallery)
  started.resolve(async (request) => {
    try {
      if (request.path !== null) await shell.openFolder(request.path)
      return windows.bringUp(request.gallery)
    } catch (error) {
      return failed(error, isVerbose)
    }
  })
}

function readOrEnd(argv: readonly string[]): Arguments {
  if (asksForHelp(argv)) {
    print(helpText(startUsage, lang))
    process.exit(0)
  }
  try {
    return readArguments(argv, process.cwd())
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    printError(wrongUsageText('Lectern', error, startUsage, lang))
    process.exit(2)
  }
}

const given = readOrEnd(process.argv.slice(2))
run(given).catch((error: unknown) => {
  report(error, { lang, isVerbose: given.isVerbose })
  process.exit(1)
})
