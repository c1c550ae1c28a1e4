import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AddressOptions } from '../../../src/browser-shell/access.ts'
import { openWindows, tellWindows, type ShownShell } from '../../../src/browser-shell/show-windows.ts'
import { words } from '../../../src/browser-shell/words.ts'
import { homeAt } from '../../../src/services/disk/home.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let folder: string
let asked: AddressOptions[]
let said: string[]
let shown: ShownShell

beforeEach(async () => {
  folder = await temporaryFolder()
  asked = []
  said = []
  await mkdir(join(folder, 'run'), { mode: 0o700 })
  vi.stubEnv('XDG_RUNTIME_DIR', join(folder, 'run'))
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
  const shell = {
    host: '127.0.0.1:4000',
    newAddress: (options: AddressOptions = {}) => `http://127.0.0.1:4000/enter?ticket=secret${asked.push(options)}`,
    tellTrouble: () => undefined,
    onWindows: () => undefined,
    openFolder: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  shown = { shell, home: homeAt(join(folder, 'home')), say: words.en, end: () => undefined }
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A browser that writes down what it was called with. */
async function program(then: string, begin = '#!/bin/sh'): Promise<string> {
  const file = join(folder, 'browser')
  await writeFile(
    file,
    `${begin}\nprintf '%s\\n' "$@" > "${folder}/called.new"\nmv "${folder}/called.new" "${folder}/called"\n${then}\n`,
  )
  await chmod(file, 0o755)
  return file
}
async function called(): Promise<string> {
  await vi.waitFor(() => expect(existsSync(join(folder, 'called'))).toBe(true), { timeout: 20_000 })
  return readFile(join(folder, 'called'), 'utf8')
}
const pages = async (): Promise<readonly string[]> => readdir(join(folder, 'run', 'lectern')).catch(() => [])

describe.skipIf(process.platform === 'win32')('windows in a browser', () => {
  test('are let in by a page, not by the command line, and the page is gone once they came in', async () => {
    const windows = openWindows(shown, await program('exec sleep 600'), true)
    const words = await called()
    expect(words).toMatch(/^--app=file:\/\/\/\S+\/enter-\w+\.html$/m)
    expect(words).not.toMatch(/ticket|secret/)
    expect(said).toEqual([shown.say.opened])
    expect(await pages()).toHaveLength(1)
    asked[0]?.onUsed?.()
    await vi.waitFor(async () => expect(await pages()).toEqual([]))
    windows.close()
  })

  test('that have not come in after a while are told of, with an address', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const windows = openWindows(shown, await program('exec sleep 600'), false)
    while (vi.getTimerCount() === 0) await new Promise(setImmediate)
    vi.advanceTimersByTime(30_000)
    while (said.length < 4) await new Promise(setImmediate)
    expect(said).toEqual([
      shown.say.opened,
      shown.say.notCameIn,
      'http://127.0.0.1:4000/enter?ticket=secret2',
      shown.say.openThis,
    ])
    expect(await pages()).toEqual([])
    windows.close()
  })

  test('of a browser in a box come in by an address that others may see, which is told', async () => {
    const windows = openWindows(shown, await program('exec sleep 600 # flatpak run'), false)
    expect(await called()).toMatch(/^--app=http:\/\/127\.0\.0\.1:4000\/enter\?ticket=secret1$/m)
    expect(said).toEqual([shown.say.opened, shown.say.bareAddress(10)])
    expect(asked).toMatchObject([{ livesMs: 10_000 }])
    windows.close()
  })

  test('that are all closed end Lectern after a while, unless one comes back', async () => {
    const end = vi.fn()
    let tell: (count: number) => void = () => undefined
    const shell = { ...shown.shell, onWindows: (listener: typeof tell) => (tell = listener) }
    const windows = openWindows({ ...shown, shell, end }, await program('exec sleep 600'), false)
    await called()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (const count of [1, 2, 1]) tell(count)
    vi.advanceTimersByTime(60_000)
    tell(0)
    vi.advanceTimersByTime(9_999)
    tell(1)
    vi.advanceTimersByTime(60_000)
    expect(end).not.toHaveBeenCalled()
    tell(0)
    vi.advanceTimersByTime(10_000)
    expect(end).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
    windows.close()
  })

  test('that the person closes end Lectern, those of a browser that ran already do not', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    for (const [ms, ends] of [
      [2999, 0],
      [3000, 1],
    ] as const) {
      const end = vi.fn()
      const gate = join(folder, `end-${ms}`)
      clock.mockReturnValue(0)
      const windows = openWindows(
        { ...shown, end },
        await program(`while [ ! -e "${gate}" ]; do sleep 0.02; done; exit 0`),
        false,
      )
      await called()
      clock.mockReturnValue(ms)
      await writeFile(gate, '')
      if (ends > 0) await vi.waitFor(() => expect(end).toHaveBeenCalledTimes(ends), { timeout: 20_000 })
      else await new Promise((resolve) => setTimeout(resolve, 200))
      expect([ms, end.mock.calls.length, said]).toEqual([ms, ends, [shown.say.opened]])
      windows.close()
      said.length = 0
      await rm(join(folder, 'called'))
    }
  })

  test('are opened once more for whoever starts Lectern again, by an address of their own', async () => {
    const windows = openWindows(shown, await program('exec sleep 600'), false)
    const first = await called()
    await rm(join(folder, 'called'))
    expect(windows.bringUp(true)).toEqual({ is: 'opened' })
    asked[0]?.onUsed?.()
    expect(await called()).not.toBe(first)
    expect(asked.map(({ gallery }) => gallery)).toEqual([false, true])
    windows.close()
  })

  test('are replaced by an address where the browser does not start', async () => {
    openWindows(shown, await program('exit 1'), false)
    await vi.waitFor(() => expect(said).toHaveLength(4), { timeout: 20_000 })
    expect(said[1]).toContain('could not be started')
    expect(asked.at(-1)).toEqual({ gallery: false })
    await vi.waitFor(async () => expect(await pages()).toEqual([]))
  })

  test('or where it is no program at all', async () => {
    openWindows(shown, join(folder, 'none'), false)
    await vi.waitFor(() => expect(said).toHaveLength(4), { timeout: 20_000 })
    expect(said[1]).toContain('could not be started')
  })
})

test('an address that the person is to open waits for them', () => {
  const windows = tellWindows(shown, true)
  expect(said).toEqual(['http://127.0.0.1:4000/enter?ticket=secret1', shown.say.openThis])
  expect(windows.bringUp(false)).toEqual({ is: 'address', address: 'http://127.0.0.1:4000/enter?ticket=secret2' })
  expect(asked).toEqual([{ gallery: true }, { gallery: false }])
})
