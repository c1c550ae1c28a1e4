/**
 * Opens Lectern's windows in the installed Chrome, Chromium or Edge: as an app without tabs, with a profile of its own
 * in the data folder, and quiet on the network.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { folderOrTemporary } from '../services/disk/folder-or-temporary.ts'
import { makeFolder } from '../services/disk/make-folder.ts'
import { boxOf } from './browser-box.ts'

export interface LaunchedBrowser {
  /**
   * How it ended: `closed` by the person, `handed-over` to a browser that was already running with this profile (its
   * windows then live on), or `failed` to start.
   */
  readonly ended: Promise<'closed' | 'handed-over' | 'failed'>
  close(): void
}

/** An end sooner than this is not a person closing the window. */
const startUpMs = 3000

/** Most of what a Chromium would tell its maker without being asked. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-sync',
  '--metrics-recording-only',
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,OptimizationGuideModelDownloading,Translate',
]
const comfortable = [
  '--hide-crash-restore-bubble',
  '--password-store=basic',
  '--use-mock-keychain',
  '--autoplay-policy=no-user-gesture-required',
]

/** What our own pages may do without asking, by the names of Chromium's content settings. */
const allowed = ['popups', 'window_placement', 'automatic_fullscreen']

interface Preferences {
  profile?: { content_settings?: { exceptions?: Record<string, Record<string, unknown>> } }
}

/** Chromium's preferences with ours laid over them. */
function withOurs(preferences: Preferences): Preferences {
  const exceptions = { ...preferences.profile?.content_settings?.exceptions }
  // The port changes with every start, the host does not.
  for (const name of allowed) exceptions[name] = { ...exceptions[name], 'http://127.0.0.1:*,*': { setting: 1 } }
  return {
    ...preferences,
    profile: { ...preferences.profile, content_settings: { ...preferences.profile?.content_settings, exceptions } },
    ...{
      alternate_error_pages: { enabled: false },
      credentials_enable_service: false,
      net: { network_prediction_options: 2 },
      safebrowsing: { enabled: false },
      dns_over_https: { mode: 'off' },
      search: { suggest_enabled: false },
      signin: { allowed: false },
      translate: { enabled: false },
    },
  }
}

/** Lays our preferences over those of the profile, and tells whether it is new. */
async function prepareProfile(profile: string): Promise<{ readonly isNew: boolean }> {
  const file = join(profile, 'Default', 'Preferences')
  await makeFolder(join(profile, 'Default')).catch(() => undefined)
  const known = await readFile(file, 'utf8').catch(() => null)
  let preferences: Preferences
  try {
    preferences = JSON.parse(known ?? '{}') as Preferences
  } catch {
    // Chromium itself starts anew from preferences that it cannot read.
    preferences = {}
  }
  // Without our preferences the browser works as well, it only asks more.
  await writeFile(file, JSON.stringify(withOurs(preferences)), { mode: 0o600 }).catch(() => undefined)
  return { isNew: known === null }
}

/**
 * Where the browser's profile belongs: in the data folder wherever the browser can write there. One from the snap store
 * may not write into hidden folders, where that is.
 */
function profileFor(program: string, wanted: string): string {
  const snapHome = join(homedir(), 'snap', 'chromium', 'common')
  const isSnap = process.platform === 'linux' && boxOf(program) === 'snap'
  return isSnap && existsSync(snapHome) ? join(snapHome, 'lectern') : wanted
}

/** Whether there is a screen to open a window on. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

export interface LaunchPlaces {
  /** Our server's host and port, which is all that the browser reaches. */
  readonly host: string
  /** The folder for its profile. */
  readonly profile: string
}

/**
 * Starts the browser.
 * @param program path of the browser
 * @param href what it shows: anybody on this machine can read it
 */
export async function launchBrowser(program: string, href: string, places: LaunchPlaces): Promise<LaunchedBrowser> {
  const { folder: profile, isTemporary } = await folderOrTemporary(profileFor(program, places.profile))
  const { isNew } = await prepareProfile(profile)
  // Afterwards the browser remembers where the person put the window.
  const size = isNew ? ['--window-size=1280,860'] : []
  // Chromium refuses to sandbox itself for root, as in most containers.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // All but loopback goes by a proxy: by ours, which lets nothing out.
  const sealed = `--proxy-server=${places.host}`
  const startedAt = performance.now()
  // In a process group of its own, Ctrl+C in the terminal reaches us first and the browser is closed in order.
  const child = spawn(
    program,
    [`--app=${href}`, `--user-data-dir=${profile}`, sealed, ...size, ...quiet, ...comfortable, ...asRoot],
    {
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    },
  )
  const ended = new Promise<'closed' | 'handed-over' | 'failed'>((resolve) => {
    child.once('error', () => resolve('failed'))
    child.once('exit', (code) => {
      const isEarly = performance.now() - startedAt < startUpMs
      if (!isEarly) resolve('closed')
      else resolve(code === 0 ? 'handed-over' : 'failed')
    })
  })
  if (isTemporary) void ended.then(() => rm(profile, { recursive: true, force: true })).catch(() => undefined)
  return { ended, close: () => void child.kill() }
}
