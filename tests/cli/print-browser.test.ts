/** The browser that prints: what it leaves behind, where it says it died, and its sandbox. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Deck } from '../../src/contract/deck.ts'
import type { PrintJob } from '../../src/contract/print.ts'
import { findBrowser } from '../../src/services/browser/find-browser.mjs'
import { loadCourse } from '../../src/services/courses/course.ts'
import { layoutProblems } from '../../src/services/export/chromium-layout.ts'
import { chromiumPrinter } from '../../src/services/export/chromium-printer.ts'
import type * as StaticFiles from '../../src/services/disk/static-files.ts'
import type { PrintProgress } from '../../src/services/export/printer.ts'
import { readPdf } from './pdf.ts'

/** Told of each picture of a course that a page asks for, before it gets it. */
const onServed = vi.hoisted(() => vi.fn<(image: string) => void>())
vi.mock('../../src/services/disk/static-files.ts', async (original) => {
  const files = await original<typeof StaticFiles>()
  return {
    ...files,
    serveCourseFile: (folder: string, image: string) => {
      onServed(image)
      return files.serveCourseFile(folder, image)
    },
  }
})

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
  onServed.mockReset()
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
})

/** A deck whose every slide has two steps, with a picture on one of them. */
async function deckWithPicture(slides: number, at: number): Promise<{ deck: Deck; course: string }> {
  const course = join(folder, 'pictures')
  await mkdir(course)
  await writeFile(join(course, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
  const text = Array.from(
    { length: slides },
    (_, i) => `---\nid: s${i}\n---\n\n## ${i}\n\n- a\n\n<!-- step -->\n\n${i === at ? '![점](dot.svg)' : '- b'}\n`,
  )
  await writeFile(join(course, 'a.ko.md'), `---\ntitle: 그림\nlang: ko\ncover: false\n---\n\n${text.join('\n')}`)
  const [deck] = (await loadCourse(course, { id: 'pictures', bundled: false })).decks
  if (deck === undefined) throw new Error('no deck')
  return { deck, course }
}
const ofAllSteps = (deck: Deck): PrintJob => ({
  ...{ deck, glossary: [] },
  options: { theme: 'light', steps: 'all', glossary: false },
})
const browsers = { browser: /^(?!.*--type=).*--user-data-dir=/, page: /--type=renderer/ }
const kill = (what: keyof typeof browsers): void =>
  startedHere(browsers[what]).forEach((pid) => process.kill(pid, 'SIGKILL'))
const saysPlace = (slide: string, step: number): object => ({
  failure: {
    code: 'internal',
    message: {
      ko: expect.stringContaining(`슬라이드 ${slide}의 ${step}단계에서 멈췄어요`) as string,
      en: expect.stringContaining(`stopped at step ${step} of slide ${slide}.`) as string,
    },
  },
})

describe.skipIf(process.platform !== 'linux')('the browser that dies', () => {
  const printer = (course: string) =>
    chromiumPrinter({ browserPath: findBrowser() ?? '', rendererRoot, courseFolder: course })

  test.each(['browser', 'page'] as const)(
    'says at which page: the %s, each time that one is laid out',
    async (what) => {
      const { deck, course } = await deckWithPicture(20, 19)
      let tries = 0
      const onProgress = ({ phase, done }: PrintProgress): void => {
        // The page waits until this was heard, so it has come no further.
        const isThere = tries === 0 ? done >= 16 : done === 16
        if (phase !== 'laying-out' || !isThere) return
        tries += 1
        kill(what)
      }
      await expect(printer(course)(ofAllSteps(deck), { onProgress })).rejects.toMatchObject(saysPlace('s7', 2))
      expect(tries).toBe(2)
      expect(await readdir(temporary)).toEqual([])
    },
  )

  test('says at which page, where what is on it kills the process of the page', async () => {
    const { deck, course } = await deckWithPicture(20, 11)
    onServed.mockImplementation((image) => {
      if (image === 'dot.svg') kill('page')
    })
    // Its picture is there before it is shown.
    await expect(printer(course)(ofAllSteps(deck))).rejects.toMatchObject(saysPlace('s11', 1))
    expect(onServed).toHaveBeenCalledTimes(2)
    const places = { browserPath: findBrowser() ?? '', rendererRoot }
    await expect(layoutProblems([{ deck, courseFolder: course }], places)).rejects.toMatchObject(saysPlace('s11', 1))
  })

  test('says at which page, where only the drawing of the PDF shows it', async () => {
    const { deck, course } = await deckWithPicture(20, 19)
    let tries = 0
    const onProgress = ({ phase, done }: PrintProgress): void => {
      if (phase !== 'printing' || (tries > 0 && done !== 6)) return
      tries += 1
      kill('page')
    }
    await expect(printer(course)(ofAllSteps(deck), { onProgress })).rejects.toMatchObject(saysPlace('s3', 1))
    expect(tries).toBe(2)
  })

  test.each(['browser', 'page'] as const)('only once fails no export: the %s', async (what) => {
    const { deck, course } = await deckWithPicture(9, 8)
    let isKilled = false
    const onProgress = (): void => {
      if (!isKilled) kill(what)
      isKilled = true
    }
    const file = join(folder, 'whole.pdf')
    const { bytes } = await printer(course)(ofAllSteps(deck), { onProgress })
    await writeFile(file, bytes)
    expect((await readPdf(file)).pages).toBe(18)
    expect(await readdir(temporary)).toEqual([])
  })

  test('only once fails no check of the layout', async () => {
    const { deck, course } = await deckWithPicture(3, 1)
    onServed.mockImplementationOnce(() => kill('page'))
    const decks = [
      { deck: await longDeck(), courseFolder },
      { deck, courseFolder: course },
    ]
    expect(await layoutProblems(decks, { browserPath: findBrowser() ?? '', rendererRoot })).toEqual([])
    expect(onServed).toHaveBeenCalledTimes(2)
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
