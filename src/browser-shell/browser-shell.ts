/** The browser shell put together: the same behaviour as in Electron behind a loopback server. */
import packageJson from '../../package.json' with { type: 'json' }
import { LecternError } from '../contract/failure.ts'
import type { Features } from '../contract/library.ts'
import type { TroubleSource } from '../services/door/background-writes.ts'
import { answer } from '../services/door/answer.ts'
import { createExporter } from '../services/export/background-exporter.ts'
import type { BundledCourses } from '../services/courses/course-readings.ts'
import { createHandlers } from '../services/door/handlers.ts'
import { openInEditor } from '../services/door/open-in-editor.ts'
import type { Home } from '../services/disk/home.ts'
import { tightenHome } from '../services/disk/tighten-home.ts'
import { systemLang } from '../services/door/system-lang.ts'
import type { Access } from './access.ts'
import { tellUnsandboxed } from '../services/export/unsandboxed.ts'
import { createDownloads } from './downloads.ts'
import { createDrops } from './dropped-files.ts'
import { openLink } from './open-link.ts'
import { startServer } from './server.ts'
import { createSockets } from './sockets.ts'
import type { Push } from './wire.ts'
import { words } from './words.ts'

export interface ShellOptions extends BundledCourses {
  readonly home: Home
  readonly port: number
  /** The built file of the thread that reads courses; without it they are read in this one. */
  readonly readingThread: string | undefined
  /** The folder with the built windows. */
  readonly rendererRoot: string
  /** The browser of this machine: it prints, and shows the windows if `opens`. */
  readonly program: string | undefined
  /** Whether the windows are in a browser of our own, which opens no other pages. */
  readonly opens: boolean
  readonly onError: (error: unknown) => void
}

export interface BrowserShell {
  /** An address that lets one browser in, once. */
  readonly newAddress: Access['newAddress']
  /** Its host and port. */
  readonly host: string
  /** Opens a folder of decks. Rejects with a `LecternError` where there is none. */
  openFolder(path: string): Promise<void>
  /** Tells of an error in the library. */
  readonly tellTrouble: (source: TroubleSource, error: unknown) => void
  /** Calls back with how many windows are open, whenever that changes. */
  onWindows(listener: (count: number) => void): void
  /** Puts everything on disk and closes every window's connection. */
  close(): Promise<void>
}

/** Starts the shell. Rejects with Node's `EADDRINUSE` or `EACCES` where the port cannot be had. */
export async function startShell(options: ShellOptions): Promise<BrowserShell> {
  const { home, program, opens } = options
  await tightenHome(home)
  const downloads = createDownloads()
  const features: Features = {
    opensWindows: false,
    dialogs: false,
    dropPaths: false,
    systemLang: systemLang(),
    printing:
      program === undefined
        ? { ok: false, reason: { ko: words.ko.printingNeedsBrowser, en: words.en.printingNeedsBrowser } }
        : { ok: true },
    version: packageJson.version,
    platform: process.platform,
  }
  const noDialogs = (): Promise<null> => Promise.resolve(null)

  const sockets = createSockets({
    answer: (name, payload, from) => answer(handlers, name, payload, from, options.onError),
    greet: async (): Promise<readonly Push[]> => [
      { push: 'settings:changed', payload: await handlers['settings:read'](undefined, 'library') },
      { push: 'library:changed', payload: await handlers['library:read'](undefined, 'library') },
      { push: 'talk:changed', payload: await handlers['talk:read'](undefined, 'library') },
      { push: 'talk:unsaved', payload: await handlers['talk:unsaved'](undefined, 'library') },
    ],
  })
  const handlers = createHandlers({
    home,
    bundledSlides: options.bundledSlides,
    bundledReadings: options.bundledReadings,
    readingThread: options.readingThread,
    broadcast: sockets.broadcast,
    windows: {
      open: () => undefined,
      close: (kind) => sockets.command(kind, 'close'),
      fullscreen: (_from, on) =>
        sockets.command('deck', on === undefined ? 'switch-screen-filling' : on ? 'fill-screen' : 'leave-screen'),
      swapDisplays: () => sockets.command('deck', 'swap-displays'),
    },
    dialogs: { chooseFolder: noDialogs, chooseSaveFile: noDialogs },
    handOut: async (name, write) => {
      const file = await downloads.place(name)
      await write(file)
      return { href: downloads.offer(file) }
    },
    openLink: (url) => {
      if (opens) openLink(url)
      else
        throw new LecternError('refused', {
          ko: '이 브라우저에서 여는 링크예요.',
          en: 'This link opens in this browser.',
        })
    },
    openFile: async (file, at) => {
      if (opens) await openInEditor(file, at)
      else
        throw new LecternError('refused', {
          ko: `편집기에서 이 파일을 여세요: ${file}:${at.line}`,
          en: `Open this file in your editor: ${file}:${at.line}`,
        })
    },
    exporter: createExporter({
      // What drives a browser takes longer to load than all the rest, so it waits until somebody prints.
      printer:
        ({ courseFolder }) =>
        async (job, printOptions) => {
          const { chromiumPrinter } = await import('../services/export/chromium-printer.ts')
          const places = { browserPath: program ?? '', rendererRoot: options.rendererRoot, courseFolder }
          const onUnsandboxed = (): void => tellUnsandboxed(features.systemLang)
          return chromiumPrinter({ ...places, onUnsandboxed })(job, printOptions)
        },
      // Without a save dialog the file waits in a folder of its own until its link is followed.
      place: downloads.place,
      hrefOf: downloads.offer,
      onError: options.onError,
    }),
    features: () => features,
  })

  const server = await startServer(options.port, {
    rendererRoot: options.rendererRoot,
    sockets,
    downloads,
    drops: createDrops(home.dropped),
    courseFolder: (id) => handlers.folderOf(id),
    onError: options.onError,
  }).catch(async (error: unknown) => {
    await Promise.all([handlers.close(), downloads.close()])
    throw error
  })

  return {
    newAddress: server.access.newAddress,
    host: new URL(server.access.origin).host,
    openFolder: async (folder) => {
      await handlers['library:open']({ folder }, 'library')
    },
    tellTrouble: handlers.tellTrouble,
    onWindows: (listener) => sockets.onChange(() => listener(sockets.open().length)),
    close: async () => {
      await server.close()
      await handlers.close()
      await downloads.close()
    },
  }
}
