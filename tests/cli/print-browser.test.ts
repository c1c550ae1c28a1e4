/** The browser that prints: what it leaves behind, where it says it died, and its sandbox. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Deck } from '../../src/contract/deck.ts'
import type { PrintJob } from '../../src/contract/print.ts'
import { findBrowser } from '../../src/services/browser/find-browser.mjs'
import { loadCourse } from '../../src/services/courses/course.ts'
import { layoutProblems } from '../../src/services/export/chromium-layout.ts'
import { chromiumPrinter } from '../../src/services/export/chromium-printer.ts'

const root = join(import.meta.dirname, '../..')
const courseFolder = join(root, 'slides/docker')
const rendererRoot = join(root, 'out/renderer')

let folder: string
/** Everything that this run holds for temporary. */
let temporary: string
const { TMPDIR } = process.env
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-'))
  temporary = await mkdtemp(join(tmpdir(), 'lt-'))
  process.env['TMPDIR'] = temporary
})
afterEach(async () => {
  if (TMPDIR === undefined) Reflect.deleteProperty(process.env, 'TMPDIR')
  else process.env['TMPDIR'] = TMPDIR
  for (const place of [folder, temporary]) await rm(place, { recursive: true, force: true })
})

/** A deck that needs more than one report of how far it is. */
async function longDeck(): Promise<Deck> {
  const { decks } = await loadCourse(courseFolder, { id: 'docker', bundled: true })
  const deck = decks.find(({ slides }) => slides.length > 16)
  if (deck === undefined) throw new Error('no deck of more than 16 slides')
  return deck
}
const jobFor = (deck: Deck): PrintJob => ({
  ...{ deck, glossary: [] },
  options: { theme: 'light', steps: 'final', glossary: false },
})

/** The browser behind a script, which writes down its processes and what they were called with. */
async function browserBehind(script: string): Promise<{ path: string; calls: () => Promise<readonly string[]> }> {
  const path = join(folder, 'browser')
  const calls = join(folder, 'calls')
  await writeFile(path, `#!/bin/sh\necho "$$ $*" >> '${calls}'\n${script}\n`)
  await chmod(path, 0o755)
  return { path, calls: async () => (await readFile(calls, 'utf8')).trim().split('\n') }
}
const plain = `exec '${findBrowser() ?? ''}' "$@"`
const pidOf = (call: string | undefined): number => Number.parseInt(call ?? '', 10)
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What the system tells of a process, or nothing where it is gone. */
function toldOf(pid: number, what: 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
/** Its parent follows its state (proc(5)). */
const parentOf = (pid: number): number => Number(toldOf(pid, 'stat').split(') ').at(-1)?.split(' ')[1])
const isBelow = (pid: number, above: number): boolean => pid > 1 && (pid === above || isBelow(parentOf(pid), above))

/** The processes that this one has started, and those have, that were called as the pattern says. */
const startedHere = (pattern: RegExp): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid !== process.pid && pattern.test(toldOf(pid, 'cmdline')) && isBelow(pid, process.pid))

describe('the browser that prints', () => {
  test('leaves nothing behind', async () => {
    const print = chromiumPrinter({ browserPath: findBrowser() ?? '', rendererRoot, courseFolder })
    await print(jobFor(await longDeck()))
    expect(await readdir(temporary)).toEqual([])
    const none = chromiumPrinter({ browserPath: join(folder, 'none'), rendererRoot, courseFolder })
    await expect(none(jobFor(await longDeck()))).rejects.toMatchObject({ failure: { code: 'no-browser' } })
    expect(await readdir(temporary)).toEqual([])
  })

  test('ends with a process that is killed, and what it leaves is gone after the next one', async () => {
    const { path, calls } = await browserBehind(plain)
    const args = ['export', 'docker/02-isolation', '-o', join(folder, 'killed.pdf'), '--verbose']
    const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
      env: { ...process.env, LANG: 'en_US.UTF-8', CHROME_PATH: path },
    })
    let err = ''
    child.stderr.on('data', (chunk) => (err += String(chunk)))
    await vi.waitFor(() => expect(err).toContain('laying out'), { timeout: 60_000 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const pid = pidOf((await calls()).at(-1))
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 60_000 })
    // All that it wrote is in one folder.
    const left = await readdir(temporary)
    expect(left).toEqual([expect.stringMatching(`^lectern-print-${child.pid}-`)])
    await chromiumPrinter({ browserPath: path, rendererRoot, courseFolder })(jobFor(await longDeck()))
    expect(await readdir(temporary)).toEqual([])
  })

  test.skipIf(process.platform !== 'linux').each([
    ['the browser', /^(?!.*--type=).*--user-data-dir=/],
    ['the process of the page', /--type=renderer/],
  ])('says at which pages it died: %s', async (_what, pattern) => {
    const deck = await longDeck()
    const [first, last] = [deck.slides[0], deck.slides[15]]
    const print = chromiumPrinter({ browserPath: findBrowser() ?? '', rendererRoot, courseFolder })
    // The page waits until this was heard, so it has come no further.
    const onProgress = (): void => startedHere(pattern).forEach((pid) => process.kill(pid, 'SIGKILL'))
    await expect(print(jobFor(deck), { onProgress })).rejects.toMatchObject({
      failure: {
        code: 'internal',
        message: {
          ko: expect.stringContaining(
            `슬라이드 ${first?.id ?? ''}의 ${first?.steps ?? 0}단계부터 슬라이드 ${last?.id ?? ''}`,
          ) as string,
          en: expect.stringContaining(`and step ${last?.steps ?? 0} of slide ${last?.id ?? ''}`) as string,
        },
      },
    })
    expect(await readdir(temporary)).toEqual([])
  })
})

describe('its sandbox', () => {
  test('is used where the system lets it, and nothing is said', async () => {
    // For root Chromium refuses it, which has to work in a container that runs tests.
    const { path, calls } = await browserBehind(`exec '${findBrowser() ?? ''}' "$@" --no-sandbox`)
    const onUnsandboxed = vi.fn()
    const print = chromiumPrinter({ browserPath: path, rendererRoot, courseFolder, onUnsandboxed })
    await print(jobFor(await longDeck()))
    expect((await calls()).map((call) => call.includes('--no-sandbox'))).toEqual([false])
    expect(onUnsandboxed).not.toHaveBeenCalled()
  })

  test('is left out where the system does not, which is said once and then remembered', async () => {
    const { path, calls } = await browserBehind(`case "$*" in *--no-sandbox*) ${plain} ;; esac\nexit 1`)
    const onUnsandboxed = vi.fn()
    const places = { browserPath: path, rendererRoot, onUnsandboxed }
    const deck = await longDeck()
    await chromiumPrinter({ ...places, courseFolder })(jobFor(deck))
    expect(onUnsandboxed).toHaveBeenCalledOnce()
    expect(await layoutProblems([{ deck, courseFolder }], places)).toEqual([])
    expect((await calls()).map((call) => call.includes('--no-sandbox'))).toEqual([false, true, true])
    expect(onUnsandboxed).toHaveBeenCalledOnce()
  })
})
