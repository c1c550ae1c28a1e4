/** How a browser is started that nobody sees; the tests of the command line print with a real one. */
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { launchHeadless } from '../../../src/services/export/headless-browser.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let folder = ''
let temporary = ''
beforeEach(async () => {
  folder = await temporaryFolder()
  temporary = join(folder, 'tmp')
  await mkdir(temporary)
  vi.stubEnv('TMPDIR', temporary)
})
afterEach(() => void vi.unstubAllEnvs())

interface Call {
  readonly words: readonly string[]
  readonly temporary: string
  /** What lay in the temporary folder meanwhile. */
  readonly places: readonly string[]
}

/** A browser that writes down how it was called and does not start. */
async function program(): Promise<{ readonly path: string; calls: () => Promise<readonly Call[]> }> {
  const path = join(folder, 'browser')
  const list = join(folder, 'calls')
  await writeFile(
    path,
    `#!/bin/sh\nprintf '%s\\n' "TMPDIR=$TMPDIR" "$@" >> "${list}"\nls "${temporary}" | sed 's/^/PLACE=/' >> "${list}"\nprintf '\\0' >> "${list}"\nexit 1\n`,
  )
  await chmod(path, 0o755)
  const after = (lines: readonly string[], name: string): string[] =>
    lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length))
  return {
    path,
    calls: async () =>
      (await readFile(list, 'utf8'))
        .split('\0')
        .slice(0, -1)
        .map((text) => {
          const lines = text.trim().split('\n')
          const words = lines.filter((line) => line.startsWith('-'))
          return { words, temporary: after(lines, 'TMPDIR=')[0] ?? '', places: after(lines, 'PLACE=') }
        }),
  }
}

describe.skipIf(process.platform === 'win32')('a browser that does not start', () => {
  test('is tried in its sandbox first, then without, and is told', async () => {
    const { path, calls } = await program()
    const onUnsandboxed = vi.fn()
    await expect(launchHeadless(path, { onUnsandboxed })).rejects.toMatchObject({ failure: { code: 'no-browser' } })
    expect((await calls()).map(({ words }) => words.includes('--no-sandbox'))).toEqual([false, true])
    // Without the sandbox it does not start either, so that is not what was wrong.
    expect(onUnsandboxed).not.toHaveBeenCalled()
    await launchHeadless(path).catch(() => undefined)
    expect((await calls()).map(({ words }) => words.includes('--no-sandbox'))).toEqual([false, true, false, true])
  })

  test('would have all its files in a folder of its own, which is gone afterwards', async () => {
    const left = `lectern-print-${spawnSync(process.execPath, ['--version']).pid}-abc123`
    await mkdir(join(temporary, left), { mode: 0o700 })
    const { path, calls } = await program()
    await launchHeadless(path).catch(() => undefined)
    const [{ words, temporary: own, places } = { words: [], temporary: '', places: [] }] = await calls()
    // What a killed run left is swept away before.
    expect(places).toHaveLength(1)
    const place = join(temporary, places[0] ?? '')
    expect(place).toMatch(new RegExp(`/lectern-print-${process.pid}-\\w+$`))
    expect(words).toContain(`--user-data-dir=${join(place, 'profile')}`)
    if (process.platform === 'linux') expect(own).toBe(Buffer.byteLength(place) <= 60 ? place : temporary)
    expect(await readdir(temporary)).toEqual([])
  })

  test('would be quiet on the network and draw the same on every machine', async () => {
    const { path, calls } = await program()
    await launchHeadless(path).catch(() => undefined)
    for (const { words } of await calls()) {
      expect(words).toEqual(
        expect.arrayContaining([
          '--headless',
          '--disable-quic',
          '--font-render-hinting=none',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
        ]),
      )
    }
  })
})
