import type { BroadcastName, Broadcasts, OpenableWindow, WindowKind } from '../../contract/channels.ts'
import type { Features } from '../../contract/library.ts'
import type { BundledCourses } from '../courses/course-readings.ts'
import type { Exporter } from '../export/exporter.ts'
import type { HandOut } from '../disk/hand-out.ts'
import type { Home } from '../disk/home.ts'
import type { Open } from '../disk/write-atomic.ts'

/** What differs between the shells: everything else behind the channel table is the same code. */
export interface ShellDeps extends BundledCourses {
  readonly home: Home
  /** The built file of the thread that reads courses; without it they are read in this one. */
  readonly readingThread?: string | undefined
  /** Tells every open window. Called synchronously, in the order in which things happened. */
  readonly broadcast: <N extends BroadcastName>(name: N, payload: Broadcasts[N]) => void
  /** Only asked where `features().opensWindows`, except `close`, `fullscreen` and `swapDisplays`, which may refuse. */
  readonly windows: {
    open(kind: OpenableWindow): void | Promise<void>
    close(kind: WindowKind): void | Promise<void>
    /** Without `on` it is switched over. */
    fullscreen(from: WindowKind, on: boolean | undefined): void | Promise<void>
    swapDisplays(): void | Promise<void>
  }
  /** Only asked where `features().dialogs`. Null: the person changed their mind. */
  readonly dialogs: {
    chooseFolder(from: WindowKind): Promise<string | null>
    chooseSaveFile(suggestedName: string, from: WindowKind): Promise<string | null>
  }
  readonly handOut: HandOut
  /** Opens an `https:` or `mailto:` address outside of Lectern. */
  readonly openLink: (url: string) => void | Promise<void>
  /** Opens a file of a course in the editor of the person, at a place where the editor can; rejects where nothing opens it. */
  readonly openFile: (file: string, at: { readonly line: number; readonly column: number }) => Promise<void>
  readonly exporter: Exporter
  readonly features: () => Features | Promise<Features>
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number
  /** How files of ours are opened for writing; for tests of full disks. */
  readonly open?: Open
  /** After what time a write that failed is tried again; for tests. */
  readonly retryMs?: number | undefined
  /** From what length on courses are shown before they are read; for tests. */
  readonly skimmedFrom?: number
}
