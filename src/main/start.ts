/** Lectern once Electron is ready: the shared behaviour, with Electron's windows, dialogs and menu around it. */
import { join } from 'node:path'
import { shell } from 'electron/common'
import { app, dialog, ipcMain, nativeTheme, protocol, screen, session } from 'electron/main'
import type { BroadcastName, Broadcasts, RequestName, RequestPayload } from '../contract/channels.ts'
import type { Lang } from '../contract/deck.ts'
import type { Failure } from '../contract/failure.ts'
import type { Features, Settings } from '../contract/library.ts'
import type { TroubleSource } from '../services/door/background-writes.ts'
import { answer } from '../services/door/answer.ts'
import { createExporter } from '../services/export/background-exporter.ts'
import type { BundledCourses } from '../services/courses/course-readings.ts'
import { createHandlers } from '../services/door/handlers.ts'
import { openInEditor } from '../services/door/open-in-editor.ts'
import type { Home } from '../services/disk/home.ts'
import { report } from '../services/terminal/report.ts'
import { applicationMenu } from './application-menu.ts'
import { keepAwake } from './keep-awake.ts'
import { askForFolder, askWhereToSave } from './files.ts'
import { serveRequests } from './ipc.ts'
import { backgroundOf, nativeThemeOf } from './system-look.ts'
import { scheme } from './page-url.ts'
import { windowPrinter } from './window-printer.ts'
import { guardSession, openOutside } from './security.ts'
import { pageServer } from './serve.ts'
import { appWindows } from './windows/app-windows.ts'
import { openWindowPlaces, WindowMemory } from './windows/window-memory.ts'
import { words } from './words.ts'
import { printError } from '../services/terminal/print.ts'

export interface StartOptions extends BundledCourses {
  readonly home: Home
  /** The language of the system. */
  readonly systemLang: Lang
  readonly isVerbose: boolean
  /** The built file of the thread that reads courses; without it they are read in this one. */
  readonly readingThread: string | undefined
  /** The folder with the built windows. */
  readonly rendererRoot: string
  /** The window to open. */
  readonly first: 'library' | 'gallery'
}

export interface RunningApp {
  /** Opens a folder of decks, or the folder of a deck's file. Trouble is shown, told and given, never thrown. */
  openPath(path: string): Promise<Failure | null>
  /** Brings library or gallery to the front, opening it if need be. */
  bringUp(window: 'library' | 'gallery'): void
  /** Tells of an error in the library. */
  readonly tellTrouble: (source: TroubleSource, error: unknown) => void
  /** Puts everything on disk. */
  close(): Promise<void>
}

/** Starts the app and opens its first window. */
export async function start(options: StartOptions): Promise<RunningApp> {
  const { home, systemLang, isVerbose } = options
  let settings: Pick<Settings, 'language' | 'theme'> = { language: 'system', theme: 'system' }
  let isTalking = false
  let isClosing = false
  const lang = (): Lang => (settings.language === 'system' ? systemLang : settings.language)
  const onError = (error: unknown): void => {
    if (isVerbose) report(error, { lang: lang(), isVerbose })
  }
  const features: Features = {
    opensWindows: true,
    dialogs: true,
    dropPaths: true,
    systemLang,
    printing: { ok: true },
    version: app.getVersion(),
    platform: process.platform,
  }

  const memory = new WindowMemory(await openWindowPlaces(home.windows), () => screen.getAllDisplays())
  const windows = appWindows({
    screen,
    memory,
    look: () => ({
      title: 'Lectern',
      backgroundColor: backgroundOf(settings.theme, nativeTheme.shouldUseDarkColors),
    }),
    onTalkWindowsClosed: () => {
      // Quitting leaves the talk to be taken up again.
      if (isTalking && !isClosing) void ask('talk:end', undefined)
    },
    onGivenUp: () => showTrouble({ code: 'internal', message: { ko: words.ko.pageFails, en: words.en.pageFails } }),
  })
  const printer = windowPrinter(windows.openPrint)
  const awake = keepAwake()

  const tellWindows = <N extends BroadcastName>(name: N, payload: Broadcasts[N]): void => {
    windows.registry.broadcast(name, payload)
    follow({ [name]: payload })
  }
  const handlers = createHandlers({
    home,
    bundledSlides: options.bundledSlides,
    bundledReadings: options.bundledReadings,
    readingThread: options.readingThread,
    broadcast: tellWindows,
    windows: {
      open: windows.open,
      close: windows.close,
      fullscreen: windows.fullScreen,
      swapDisplays: windows.swapDisplays,
    },
    dialogs: {
      chooseFolder: (from) => askForFolder(windows.registry.get(from), lang(), app.getPath('documents')),
      chooseSaveFile: (name, from) =>
        askWhereToSave(windows.registry.get(from), lang(), join(app.getPath('documents'), name)),
    },
    handOut: async (name, write, from) => {
      const file = await askWhereToSave(windows.registry.get(from), lang(), join(app.getPath('documents'), name))
      if (file === null) return null
      await write(file)
      return { file }
    },
    openLink: (url) => void openOutside(url),
    openFile: (file, at) => openInEditor(file, at, async (one) => (await shell.openPath(one)) === ''),
    exporter: createExporter({ printer: () => printer.print, reveal: (file) => shell.showItemInFolder(file), onError }),
    features: () => features,
  })

  /** What the shell itself does about what it tells its windows. */
  function follow(told: Partial<Broadcasts>): void {
    if (told['settings:changed'] !== undefined) {
      settings = told['settings:changed']
      nativeTheme.themeSource = nativeThemeOf(settings.theme)
      menu.change({ lang: lang() })
    }
    if (told['library:changed'] !== undefined) {
      const library = told['library:changed']
      menu.change({ library })
      // On the dock or the task bar, where the system has such a thing.
      app.setBadgeCount(library.courses.reduce((sum, { review }) => sum + review.due, 0))
    }
    if (told['talk:changed'] !== undefined) {
      const wasTalking = isTalking
      isTalking = told['talk:changed'] !== null
      awake(isTalking)
      menu.change({ isTalking })
      // With its windows gone there would be nothing left to start the next talk from.
      if (wasTalking && !isTalking && !isClosing) windows.open('library')
    }
  }

  function showTrouble({ message }: Failure): void {
    const over = windows.registry.get('library')
    const box: Electron.MessageBoxOptions = { type: 'warning', title: 'Lectern', message: message[lang()] }
    void (over === null ? dialog.showMessageBox(box) : dialog.showMessageBox(over, box))
  }

  /** Asks as a window would, for the menu and the command line; trouble is shown in a box, as no window waits for it. */
  async function ask<N extends RequestName>(name: N, payload: RequestPayload<N>): Promise<Failure | null> {
    const envelope = await answer(handlers, name, payload, 'library', onError)
    if (!('failure' in envelope)) return null
    printError(`Lectern: ${envelope.failure.message[lang()]}`)
    showTrouble(envelope.failure)
    return envelope.failure
  }

  const menu = applicationMenu(
    {
      lang: lang(),
      platform: process.platform,
      library: { courses: [], recent: [] },
      isTalking,
      canExport: features.printing.ok,
      isDevelopment: !app.isPackaged,
    },
    {
      chooseFolder: () => void ask('library:choose', undefined),
      openFolder: (folder) => void ask('library:open', { folder }),
      exportDeck: (deck) =>
        void ask('export:start', { deck, options: { theme: 'light', steps: 'all', glossary: false } }),
      showData: () => void shell.openPath(home.folder),
      showWindow: (window) => void ask('window:open', { window }),
      swapDisplays: () => void ask('window:swapDisplays', undefined),
      endTalk: () => void ask('talk:end', undefined),
      showKeys: () => tellWindows('keys:show', { window: windows.registry.focusedKind() ?? 'library' }),
    },
  )

  guardSession(session.defaultSession)
  protocol.handle(
    scheme,
    pageServer({ rendererRoot: options.rendererRoot, courseFolder: (id) => handlers.folderOf(id) }),
  )
  serveRequests(
    ipcMain,
    (sender) => windows.registry.kindOf(sender),
    async (name, payload, from, sender) =>
      printer.answer(name, payload, sender) ?? (await answer(handlers, name, payload, from, onError)),
  )

  // From here on windows close because the app does.
  app.on('before-quit', () => {
    isClosing = true
  })
  follow({ 'settings:changed': await handlers['settings:read'](undefined, 'library') })
  windows.open(options.first)
  // Neither menu nor dock need know before the window is there.
  void Promise.resolve(handlers['library:read'](undefined, 'library')).then((library) =>
    follow({ 'library:changed': library }),
  )

  return {
    openPath: (path) => ask('library:open', { folder: path }),
    tellTrouble: handlers.tellTrouble,
    bringUp: (window) => windows.open(window),
    close: async () => {
      await Promise.all([handlers.close(), memory.settled()])
    },
  }
}
