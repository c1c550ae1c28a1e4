/** Electron's entry: everything that must happen before the app is ready. `electron . [FOLDER] [--gallery] [--verbose]` */
import { join } from 'node:path'
import { app, protocol } from 'electron/main'
import { LecternError } from '../contract/failure.ts'
import { folderOrTemporary } from '../services/disk/folder-or-temporary.ts'
import { homeAt } from '../services/disk/home.ts'
import { tightenHome } from '../services/disk/tighten-home.ts'
import type { TroubleSource } from '../services/door/background-writes.ts'
import { firstInstance, type FirstInstance, type LaterInstance } from '../services/instance/first-instance.ts'
import { alsoInUse, inUse } from '../services/instance/in-use.ts'
import type { OpenRequest, Outcome } from '../services/instance/messages.ts'
import { appUsage } from '../services/terminal/opening-usage.ts'
import { report } from '../services/terminal/report.ts'
import { survive } from '../services/terminal/survive.ts'
import { helpText } from '../services/terminal/usage-text.ts'
import { readArguments } from './arguments.ts'
import { preferredLang } from './system-look.ts'
import { scheme } from './page-url.ts'
import { guardContents } from './security.ts'
import { start, type RunningApp } from './start.ts'
import { words } from './words.ts'
import { printError } from '../services/terminal/print.ts'

const { path, gallery, isVerbose, asksHelp } = readArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
const systemLang = preferredLang(app.getPreferredSystemLanguages())
const appFolder = join(import.meta.dirname, '..', '..')
const home = homeAt()

/** Ending takes milliseconds; if it hangs, everything that matters is on disk already. */
const endingMs = 5000

const running = Promise.withResolvers<RunningApp>()

const tell = (error: unknown): void => report(error, { lang: systemLang, isVerbose })
const fail = (error: unknown): void => {
  tell(error)
  app.exit(1)
}
/** Told in the library too, once there is one. */
const tellEverywhere = (source: TroubleSource, error: unknown): void => {
  tell(error)
  void running.promise.then((started) => started.tellTrouble(source, error))
}
// Without listeners of ours Electron shows the person a box with a stack.
survive((error) => tellEverywhere('unexpected', error))

/** Opens what came before or after the app could open it: from the command line, another start, or macOS. */
const open = async ({ path: asked, gallery: wantsGallery }: OpenRequest): Promise<Outcome> => {
  const started = await running.promise
  started.bringUp(wantsGallery ? 'gallery' : 'library')
  const failure = asked === null ? null : await started.openPath(asked)
  return failure === null ? { is: 'opened' } : { is: 'failed', failure }
}
const openPath = async (asked: string): Promise<void> => {
  const started = await running.promise
  await started.openPath(asked)
}

/** Tells what the first instance did instead of this one. Throws where it did not do it. */
function tellOutcome({ holder, outcome }: LaterInstance): void {
  const say = words[systemLang]
  if (outcome === null || outcome.is === 'not-open') throw inUse(holder, home.folder)
  if (outcome.is === 'failed') throw new LecternError(outcome.failure.code, outcome.failure.message)
  const opened = path === null ? say.alreadyRunning : say.alreadyRunningOpens + path
  printError(`Lectern: ${outcome.is === 'address' ? say.alreadyRunningAt + outcome.address : opened}`)
}

/** The part that has to wait for `ready`. */
async function run(instance: FirstInstance): Promise<void> {
  const courses = app.isPackaged ? join(process.resourcesPath, 'slides') : join(appFolder, 'slides')
  const rendererRoot = join(appFolder, 'out', 'renderer')
  await tightenHome(home)
  const started = await start({
    home,
    systemLang,
    isVerbose,
    bundledSlides: courses,
    bundledReadings: join(appFolder, 'out', 'readings.json'),
    readingThread: join(import.meta.dirname, 'reading-thread.js'),
    rendererRoot,
    first: gallery ? 'gallery' : 'library',
  })
  running.resolve(started)

  app.on('activate', () => started.bringUp('library'))
  app.once('will-quit', (event) => {
    // What is still to be written is, before the process ends.
    event.preventDefault()
    instance.stopAnswering()
    setTimeout(() => app.exit(1), endingMs).unref()
    void started
      .close()
      .then(() => instance.release())
      .then(() => app.exit(0), fail)
  })
}

app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])
app.on('web-contents-created', (_event, contents) => guardContents(contents))
app.on('open-file', (event, file) => {
  event.preventDefault()
  void openPath(file)
})
app.on('window-all-closed', () => {
  // On macOS an app lives on without windows.
  if (process.platform !== 'darwin') app.quit()
})

/** Opens Lectern, or asks the one that is open already to come forward. */
async function begin(): Promise<void> {
  try {
    app.setPath('userData', (await folderOrTemporary(home.electronProfile)).folder)
    // Which instance is the first one is settled by the socket, which the browser shell shares. But on Windows only the
    // process that the person started may bring another one's window to the front, and Electron's lock hands that right on.
    if (process.platform === 'win32') app.requestSingleInstanceLock()
    // Awaited before `ready`: a second instance must not open the profile of the first.
    const instance = await firstInstance(home.lock, {
      request: { path, gallery },
      answer: open,
      mayLackFolder: true,
      onOther: (other) => tellEverywhere('other', alsoInUse(other, home.folder)),
    })
    if (instance.isFirst) {
      if (path !== null) void openPath(path)
      // Never awaited here: Electron says `ready` only after the entry module has finished.
      app
        .whenReady()
        .then(() => run(instance))
        .catch(fail)
    } else {
      tellOutcome(instance)
      app.exit(0)
    }
  } catch (error) {
    fail(error)
  }
}

if (asksHelp) {
  process.stdout.write(`${helpText(appUsage, systemLang)}\n`)
  app.exit(0)
} else await begin()
