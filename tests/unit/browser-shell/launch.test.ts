import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hasDisplay, launchBrowser } from '../../../src/browser-shell/launch.ts'
import { openLink } from '../../../src/browser-shell/open-link.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let folder: string
let profile: string
beforeEach(async () => {
  folder = await temporaryFolder()
  profile = join(folder, 'profile')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A program that writes down what it was called with and then does something. */
async function program(name: string, then: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/called"\n${then}\n`)
  await chmod(file, 0o755)
  return file
}
const called = async (): Promise<readonly string[]> => (await readFile(join(folder, 'called'), 'utf8')).split('\n')
const address = 'file:///run/user/1000/lectern/enter-1.html'
const places = () => ({ host: '127.0.0.1:4321', profile })
const preferences = () => join(profile, 'Default', 'Preferences')
const readPreferences = async (): Promise<unknown> => JSON.parse(await readFile(preferences(), 'utf8'))

describe.skipIf(process.platform === 'win32')('a browser', () => {
  test('shows the address as an app, with a profile of its own, and reaches nothing but us', async () => {
    const browser = await launchBrowser(await program('browser', 'exit 0'), address, places())
    await browser.ended
    const words = await called()
    expect(words).toContain(`--app=${address}`)
    expect(words).toContain(`--user-data-dir=${profile}`)
    expect(words).toContain('--proxy-server=127.0.0.1:4321')
    expect(words).toContain('--disable-sync')
    // An empty word would be an address, and so a window.
    expect(words.slice(0, -1).filter((word) => !/^--[a-z-]+(=.+)?$/.test(word))).toEqual([])
    expect(words.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
  })

  test('is as large as fits a library the first time, and afterwards as the person left it', async () => {
    const file = await program('browser', 'exit 0')
    await (
      await launchBrowser(file, address, places())
    ).ended
    expect(await called()).toContain('--window-size=1280,860')
    await (
      await launchBrowser(file, address, places())
    ).ended
    expect((await called()).filter((word) => word.startsWith('--window-size'))).toEqual([])
  })

  test('may open and place our windows, and keeps what the person set', async () => {
    await mkdir(join(profile, 'Default'), { recursive: true })
    const known = {
      content_settings: { exceptions: { popups: { 'https://a,*': { setting: 2 } }, sound: {} } },
      name: 'me',
    }
    await writeFile(preferences(), JSON.stringify({ profile: known, browser: { zoom: 2 }, signin: { allowed: true } }))
    await (
      await launchBrowser(await program('browser', 'exit 0'), address, places())
    ).ended
    const ours = { 'http://127.0.0.1:*,*': { setting: 1 } }
    expect(await readPreferences()).toMatchObject({
      profile: {
        name: 'me',
        content_settings: {
          exceptions: {
            popups: { 'https://a,*': { setting: 2 }, ...ours },
            window_placement: ours,
            automatic_fullscreen: ours,
            sound: {},
          },
        },
      },
      browser: { zoom: 2 },
      signin: { allowed: false },
    })
  })

  test('begins anew from preferences that cannot be read, and tells its maker nothing', async () => {
    await mkdir(join(profile, 'Default'), { recursive: true })
    await writeFile(preferences(), '{ torn')
    await (
      await launchBrowser(await program('browser', 'exit 0'), address, places())
    ).ended
    expect(await readPreferences()).toMatchObject({
      alternate_error_pages: { enabled: false },
      credentials_enable_service: false,
      net: { network_prediction_options: 2 },
      safebrowsing: { enabled: false },
      dns_over_https: { mode: 'off' },
      search: { suggest_enabled: false },
      signin: { allowed: false },
      translate: { enabled: false },
    })
  })

  test('shows the address as well where its preferences cannot be written', async () => {
    await mkdir(profile)
    await writeFile(join(profile, 'Default'), 'no folder')
    await (
      await launchBrowser(await program('browser', 'exit 0'), address, places())
    ).ended
    expect(await called()).toContain(`--user-data-dir=${profile}`)
  })

  test('has a profile for this once where its own cannot be made, which is gone afterwards', async () => {
    vi.stubEnv('TMPDIR', await temporaryFolder())
    await writeFile(profile, 'no folder')
    const browser = await launchBrowser(await program('browser', 'exit 0'), address, places())
    await browser.ended
    const used = (await called()).find((word) => word.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
    expect(dirname(used ?? '')).toBe(process.env['TMPDIR'])
    await expect.poll(() => existsSync(used ?? '')).toBe(false)
    expect(await readFile(profile, 'utf8')).toBe('no folder')
  })

  test.skipIf(process.platform !== 'linux')(
    'from the snap store has its profile where it may write, if that is there',
    async () => {
      vi.stubEnv('HOME', folder)
      const file = await program('browser', 'exit 0 # /snap/bin/chromium')
      const profileOf = async (): Promise<string | undefined> => {
        await (
          await launchBrowser(file, address, places())
        ).ended
        return (await called()).find((word) => word.startsWith('--user-data-dir='))
      }
      expect(await profileOf()).toBe(`--user-data-dir=${profile}`)
      const own = join(folder, 'snap', 'chromium', 'common')
      await mkdir(own, { recursive: true })
      expect(await profileOf()).toBe(`--user-data-dir=${join(own, 'lectern')}`)
    },
  )

  test('that ends at once has handed over where it ends well, else it failed', async () => {
    expect(await (await launchBrowser(await program('well', 'exit 0'), address, places())).ended).toBe('handed-over')
    expect(await (await launchBrowser(await program('badly', 'exit 1'), address, places())).ended).toBe('failed')
    const no = join(folder, 'no-program')
    await writeFile(no, 'no program')
    expect(await (await launchBrowser(no, address, places())).ended).toBe('failed')
  })

  test.each([
    [2999, 0, 'handed-over'],
    [3000, 0, 'closed'],
    [3000, 1, 'closed'],
  ])('that ends after %i ms with %i was %s', async (ms, code, how) => {
    // A whole number: with a fraction, the sum less its start is not the sum of milliseconds.
    const start = Math.ceil(performance.now())
    const clock = vi.spyOn(performance, 'now').mockReturnValue(start)
    const end = join(folder, 'end')
    const file = await program('browser', `while [ ! -e "${end}" ]; do sleep 0.02; done; exit ${code}`)
    const browser = await launchBrowser(file, address, places())
    clock.mockReturnValue(start + ms)
    await writeFile(end, '')
    expect(await browser.ended).toBe(how)
  })

  test('is closed with Lectern', async () => {
    const browser = await launchBrowser(await program('browser', 'exec sleep 600'), address, places())
    await vi.waitFor(() => expect(existsSync(join(folder, 'called'))).toBe(true), { timeout: 20_000 })
    browser.close()
    expect(await browser.ended).toBe('failed')
  })
})

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  test.each([
    ['', '', false],
    [':0', '', true],
    ['', 'wayland-0', true],
  ])('with DISPLAY=%s and WAYLAND_DISPLAY=%s there is a screen: %s', (x, wayland, has) => {
    vi.stubEnv('DISPLAY', x)
    vi.stubEnv('WAYLAND_DISPLAY', wayland)
    expect(hasDisplay()).toBe(has)
  })

  test('an address is opened by the program that the system has for it', async () => {
    await program('xdg-open', 'mv "$0" "$0.done"')
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
    openLink('https://docs.docker.com/?a=1&b=2')
    await vi.waitFor(() => expect(existsSync(join(folder, 'xdg-open.done'))).toBe(true), { timeout: 20_000 })
    expect(await called()).toEqual(['https://docs.docker.com/?a=1&b=2', ''])
  })

  test('and nothing happens where it has none', async () => {
    vi.stubEnv('PATH', folder)
    openLink('https://docs.docker.com/')
    // An error that nobody hears ends the run.
    await new Promise(setImmediate)
  })
})
