/** Electron's entry: everything that must happen before the app is ready. `electron . [FOLDER] [--gallery] [--verbose]` */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, protocol } from 'electron/main'
import { coursesAt } from '../services/courses/course-folders.ts'
import { homeAt } from '../services/disk/home.ts'
import { knock, onKnock } from '../services/instance/knock.ts'
import { takeLock } from '../services/instance/lock.ts'
import { readArguments } from './arguments.ts'
import { readSecondInstance } from './second-instance.ts'
import { langOf } from './look.ts'
import { scheme } from './pages.ts'
import { report } from './report.ts'
import { guardContents } from './security.ts'
import { start, type RunningApp } from './start.ts'
import { words } from './words.ts'

const { path, gallery, isVerbose } = readArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
const systemLang = langOf(app.getPreferredSystemLanguages())
const appFolder = join(import.meta.dirname, '..', '..')
const home = homeAt()

/** Paths that came before the app could open them: from the command line, or from macOS before `ready`. */
const waiting: string[] = path === null ? [] : [path]
let running: RunningApp | null = null

const tell = (error: unknown): void => report(error, { lang: systemLang, isVerbose })
const fail = (error: unknown): void => {
  tell(error)
  app.exit(1)
}
// Without listeners of ours Electron shows the person a box with a stack.
process.on('uncaughtException', tell)
process.on('unhandledRejection', tell)

const openPath = (asked: string): void => {
  if (running === null) waiting.push(asked)
  else void running.openPath(asked)
}
const comeUp = (asked: string | null, wantsGallery = false): void => {
  running?.bringUp(wantsGallery ? 'gallery' : 'library')
  if (asked !== null) openPath(asked)
}
/** Ends this process, having said that another one does what was asked, or why that is not possible. */
async function leaveToTheOther(): Promise<void> {
  const say = words[systemLang]
  try {
    if (path !== null) await coursesAt(path)
    console.error(`Lectern: ${path === null ? say.alreadyRunning : say.alreadyRunningOpens + path}`)
    app.exit(0)
  } catch (error) {
    fail(error)
  }
}

/** The part that has to wait for `ready`. Another shell may hold the data folder: it is then the one to open what was asked. */
async function run(): Promise<void> {
  const lock = await takeLock(home.lock)
  if (!lock.held) {
    knock(home.knocks, { folder: path, gallery })
    return leaveToTheOther()
  }
  const stopListening = onKnock(home.knocks, ({ folder, gallery: asked }) => comeUp(folder, asked))
  const courses = app.isPackaged ? join(process.resourcesPath, 'slides') : join(appFolder, 'slides')
  const rendererRoot = join(appFolder, 'out', 'renderer')
  const started = await start({
    home,
    systemLang,
    isVerbose,
    bundledSlides: courses,
    bundledReadings: join(appFolder, 'out', 'readings.json'),
    rendererRoot,
    first: gallery ? 'gallery' : 'library',
  })
  running = started
  for (const asked of waiting.splice(0)) openPath(asked)

  app.on('activate', () => comeUp(null))
  app.once('will-quit', (event) => {
    // What is still to be written is, before the process ends.
    event.preventDefault()
    stopListening()
    void started
      .close()
      .then(() => lock.release())
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
  openPath(file)
})
app.on('second-instance', (_event, _argv, _cwd, data) => {
  const asked = readSecondInstance(data)
  comeUp(asked.path, asked.gallery)
})
app.on('window-all-closed', () => {
  // On macOS an app lives on without windows.
  if (process.platform !== 'darwin') app.quit()
})

try {
  mkdirSync(home.electronProfile, { recursive: true })
  app.setPath('userData', home.electronProfile)
  if (app.requestSingleInstanceLock({ path, gallery })) {
    // Never awaited here: Electron says `ready` only after the entry module has finished.
    app.whenReady().then(run).catch(fail)
  } else {
    void leaveToTheOther()
  }
} catch (error) {
  fail(error)
}
