import { homedir } from 'node:os'
import { join, posix, resolve, win32 } from 'node:path'

/** Where Lectern keeps what is its own; docs/data.md describes every file. */
export interface Home {
  readonly folder: string
  readonly settings: string
  readonly positions: string
  readonly folders: string
  /** Which course of the record lies in which folder. */
  readonly courses: string
  /** One journal a talk. */
  readonly talks: string
  /** The logs of reviews, their backups and what was recovered of damaged ones. */
  readonly progress: string
  /** The slides behind weak questions. */
  readonly weakPaths: string
  /** Where windows were, in Electron. */
  readonly windows: string
  /** What was dropped on a window of the browser shell. */
  readonly dropped: string
  readonly lock: string
  /** The lock of the process that records a Docker engine. */
  readonly recordLock: string
  /** The profile of the browser that the browser shell opens. */
  readonly browserProfile: string
  /** Electron's own profile; it must not share a folder with ours. */
  readonly electronProfile: string
}

interface System {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly homedir: string
}

/**
 * The data folder: `LECTERN_HOME`, else `Lectern` in the application-data folder of the system, by the rule of
 * Electron's `app.getPath('appData')`, so that both shells meet in the same place.
 */
export function homeFolder(
  system: System = { env: process.env, platform: process.platform, homedir: homedir() },
): string {
  const { env, platform } = system
  const given = env['LECTERN_HOME']
  if (given) return resolve(given)
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(system.homedir, 'AppData', 'Roaming'), 'Lectern')
  if (platform === 'darwin') return posix.join(system.homedir, 'Library', 'Application Support', 'Lectern')
  // The XDG rules: a path that is not absolute is to be ignored.
  const config = env['XDG_CONFIG_HOME']
  return posix.join(config?.startsWith('/') ? config : posix.join(system.homedir, '.config'), 'Lectern')
}

/** The places inside a data folder. Nothing is made on disk yet. */
export function homeAt(folder: string = homeFolder()): Home {
  return {
    folder,
    settings: join(folder, 'settings.json'),
    positions: join(folder, 'positions.json'),
    folders: join(folder, 'folders.json'),
    courses: join(folder, 'courses.json'),
    talks: join(folder, 'talks'),
    progress: join(folder, 'progress'),
    weakPaths: join(folder, 'weak-paths.json'),
    windows: join(folder, 'windows.json'),
    dropped: join(folder, 'dropped'),
    lock: join(folder, 'lock'),
    recordLock: join(folder, 'record.lock'),
    browserProfile: join(folder, 'browser'),
    electronProfile: join(folder, 'electron'),
  }
}
