/** The shell's windows in the browser of this machine, or an address for the person to open. */
import type { Home } from '../services/disk/home.ts'
import { makeInTurn } from '../services/disk/in-turn.ts'
import type { Outcome } from '../services/instance/messages.ts'
import { print, printError } from '../services/terminal/print.ts'
import type { BrowserShell } from './browser-shell.ts'
import { bareLivesMs, invite } from './invite.ts'
import { launchBrowser, type LaunchedBrowser } from './launch.ts'
import type { words } from './words.ts'

/** With no window left for so long, nobody is coming back: a reload takes a fraction of it. */
const nobodyLeftMs = 10_000
/** A browser that has not come in after this cannot. */
const cameInMs = 30_000

export interface Windows {
  /** Shows library or gallery for whoever asked by starting Lectern a second time. */
  bringUp(gallery: boolean): Outcome
  close(): void
}

export interface ShownShell {
  readonly shell: BrowserShell
  readonly home: Home
  readonly say: (typeof words)['ko' | 'en']
  /** Ends Lectern. */
  readonly end: () => void
}

/** Tells the address of the shell. It is in the person's own terminal, and lives until somebody came in by it. */
function tellAddress({ shell, say }: ShownShell, gallery: boolean): void {
  print(shell.newAddress({ gallery }))
  print(say.openThis)
}

/** Where no browser is to be opened, or none is there. */
export function tellWindows(shown: ShownShell, gallery: boolean): Windows {
  tellAddress(shown, gallery)
  return {
    bringUp: (asksForGallery) => ({
      is: 'address',
      address: shown.shell.newAddress({ gallery: asksForGallery }),
    }),
    close: () => undefined,
  }
}

/** Opens windows in the browser `program`. */
export function openWindows(shown: ShownShell, program: string, gallery: boolean): Windows {
  const { shell, home, say, end } = shown
  const browsers: LaunchedBrowser[] = []
  const oneByOne = makeInTurn()
  let withdraw = (): Promise<void> => Promise.resolve()
  let isClosing = false
  let leaving: ReturnType<typeof setTimeout> | undefined

  function fail(asksForGallery: boolean): void {
    if (isClosing) return
    printError(`Lectern: ${say.browserFailed(program)}`)
    tellAddress(shown, asksForGallery)
  }

  async function invited(asksForGallery: boolean): Promise<void> {
    const used = Promise.withResolvers<'used'>()
    const options = { gallery: asksForGallery, onUsed: () => used.resolve('used') }
    const invitation = await invite(program, home.lock, shell.newAddress, options)
    withdraw = () => invitation.withdraw()
    if (invitation.isBare) print(say.bareAddress(bareLivesMs / 1000))
    const browser = await launchBrowser(program, invitation.href, { host: shell.host, profile: home.browserProfile })
    browsers.push(browser)
    const failed = browser.ended.then((how) => {
      if (how === 'closed') end()
      if (how !== 'failed') return new Promise<never>(() => undefined)
      fail(asksForGallery)
      return how
    })
    const late = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => late.resolve('late'), cameInMs)
    const how = await Promise.race([used.promise, failed, late.promise])
    clearTimeout(timer)
    await withdraw()
    if (how !== 'late') return
    print(say.notCameIn)
    tellAddress(shown, asksForGallery)
  }

  // One by one: there is one page, and it waits until it was read.
  const open = (asksForGallery: boolean): void => {
    void oneByOne(() => invited(asksForGallery)).catch(() => fail(asksForGallery))
  }

  // On macOS a browser outlives its windows, and one that was already running is not ours to wait for.
  shell.onWindows((count) => {
    clearTimeout(leaving)
    if (count === 0) leaving = setTimeout(end, nobodyLeftMs)
  })
  open(gallery)
  print(say.opened)
  return {
    bringUp(asksForGallery) {
      open(asksForGallery)
      return { is: 'opened' }
    },
    close() {
      isClosing = true
      void withdraw()
      browsers.forEach((browser) => browser.close())
    },
  }
}
