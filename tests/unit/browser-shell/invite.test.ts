import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AddressOptions } from '../../../src/browser-shell/access.ts'
import { boxOf } from '../../../src/browser-shell/browser-box.ts'
import { invite } from '../../../src/browser-shell/invite.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let folder: string
let asked: AddressOptions[]
const newAddress = (options: AddressOptions): string => {
  asked.push(options)
  return `http://127.0.0.1:4000/enter?ticket=secret${asked.length}&window=gallery`
}
const lock = '/home/kim/.config/Lectern/lock'

beforeEach(async () => {
  asked = []
  folder = await temporaryFolder()
  await mkdir(join(folder, 'run'), { mode: 0o700 })
  vi.stubEnv('XDG_RUNTIME_DIR', join(folder, 'run'))
})
afterEach(() => void vi.unstubAllEnvs())

async function program(text: string, name = 'browser'): Promise<string> {
  const file = join(folder, name)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
  await chmod(file, 0o755)
  return file
}

describe.skipIf(process.platform === 'win32')('a browser', () => {
  test('comes in by a page that only this person may read, and that is gone afterwards', async () => {
    const browser = await program('\u007fELF')
    const invitation = await invite(browser, lock, newAddress, { gallery: true })
    const { href, isBare } = invitation
    expect(isBare).toBe(false)
    expect(href).toMatch(/^file:\/\/\/.*\/lectern\/enter-[0-9a-f]{16}\.html$/)
    expect(href).not.toContain('secret')
    const page = fileURLToPath(href)
    expect((await stat(page)).mode & 0o777).toBe(0o600)
    expect((await stat(join(page, '..'))).mode & 0o777).toBe(0o700)
    expect(await readFile(page, 'utf8')).toContain(
      '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:4000/enter?ticket=secret1&amp;window=gallery">',
    )
    // Whoever has the page may be slow.
    expect(asked).toEqual([{ gallery: true }])
    await invitation.withdraw()
    expect(existsSync(page)).toBe(false)
    // The browser remembers by the name of the page where its window was.
    expect((await invite(browser, lock, newAddress, {})).href).toBe(href)
    expect((await invite(browser, '/another/lock', newAddress, {})).href).not.toBe(href)
  })

  test('gets a new page in the place of what a killed run left, or somebody put there', async () => {
    const browser = await program('\u007fELF')
    const page = fileURLToPath((await invite(browser, lock, newAddress, {})).href)
    expect((await invite(browser, lock, newAddress, {})).isBare).toBe(false)
    expect(await readFile(page, 'utf8')).toContain('secret2')
    const elsewhere = join(folder, 'elsewhere')
    await (await invite(browser, lock, newAddress, {})).withdraw()
    await symlink(elsewhere, page)
    await invite(browser, lock, newAddress, {})
    expect(existsSync(elsewhere)).toBe(false)
    expect(await readFile(page, 'utf8')).toContain('secret4')
  })

  test.each([
    ['snap', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n', 'chromium-browser'],
    ['flatpak', '#!/bin/sh\nexec /usr/bin/flatpak run com.google.Chrome "$@"\n', 'chrome'],
    ['flatpak', '\u007fELF', 'flatpak/exports/bin/chrome'],
  ])('in the box of a %s gets an address that lives ten seconds', async (box, text, name) => {
    const browser = await program(text, name)
    expect(boxOf(browser)).toBe(box)
    const onUsed = (): void => undefined
    const { href, isBare } = await invite(browser, lock, newAddress, { gallery: false, onUsed })
    expect([href, isBare]).toEqual(['http://127.0.0.1:4000/enter?ticket=secret1&window=gallery', true])
    expect(asked).toEqual([{ gallery: false, onUsed, livesMs: 10_000 }])
  })

  test('gets such an address where no page can be written', async () => {
    await writeFile(join(folder, 'run', 'lectern'), 'in the way')
    const { isBare } = await invite(await program('\u007fELF'), lock, newAddress, {})
    expect([isBare, asked.at(-1)]).toEqual([true, { livesMs: 10_000 }])
  })

  test('that is no script is in no box, whatever it says', async () => {
    expect(boxOf(await program('\u007fELF /snap/bin/ flatpak run'))).toBeNull()
    expect(boxOf(await program('#!/bin/sh\nexec /opt/chrome "$@"\n'))).toBeNull()
    expect(boxOf(await program(''))).toBeNull()
    const link = join(folder, 'link')
    await symlink(await program('#!/bin/sh\nexec /snap/bin/chromium\n', 'behind'), link)
    expect(boxOf(link)).toBe('snap')
  })
})
