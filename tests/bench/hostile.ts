import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Shell } from '../../src/contract/channels.ts'
import { deckText } from './deck-text.ts'
import { drawnAt } from './drawn-at.ts'
import { inTempFolder } from './places.ts'
import { withPlainBrowser, type PlainPage } from './plain-browser.ts'
import { single, timed, type Row } from './row.ts'
import { startShell } from './shell.ts'

const header = '---\ntitle: 덱\nlang: ko\n---\n\n---\nid: one\n---\n\n## 하나\n\n'
/** What a library of ours takes too long for, or long. */
const hostile: Readonly<Record<string, string>> = {
  '30 KB of `*a_`': '*a_'.repeat(10_000),
  '20 KB of `a\\n=\\n`': 'a\n=\n'.repeat(5000),
  '100 KB of `[a](`': '[a]('.repeat(25_000),
  'a fence and 100 KB of `{`': `\`\`\`\n${'{'.repeat(100_000)}`,
  '50 MB of prose': 'The quick brown fox jumps over the lazy dog. '.repeat(1_100_000),
}
/** Archives that hold far more than they seem to. */
const bombs: Readonly<Record<string, () => Uint8Array>> = {
  '100 MB of `x\\n` in an archive': () => Buffer.alloc(100_000_000, 'x\n'),
  '500 MB of zeros in an archive': () => Buffer.alloc(500_000_000),
}
const archiveOf = (log: Uint8Array): Uint8Array =>
  zipSync({
    'manifest.json': strToU8(JSON.stringify({ format: 'lectern-archive', version: 1 })),
    'progress/log-x.jsonl': [log, { level: 1 }],
  })

const presses = 100

/** Presses "next" as a window does and gives when each was answered. */
const answered = (page: PlainPage): Promise<number[]> =>
  page.evaluate(async (presses) => {
    const { shell } = window as unknown as { shell: Shell }
    const taken: number[] = []
    for (let press = 0; press < presses; press += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      const from = performance.now()
      await shell.request('talk:intent', { type: 'next' })
      taken.push(performance.now() - from)
    }
    return taken
  }, presses)

/** Begins a talk from the library, whose window draws nothing of it: what is measured is the shell's answer. */
const begin = (page: PlainPage, course: string): Promise<void> =>
  page.evaluate(async (course) => {
    const { shell } = window as unknown as { shell: Shell }
    const deck = { course, name: 'deck-2000', lang: 'ko' } as const
    await shell.request('talk:start', { deck, windows: 'both' })
  }, course)

/** When an import was refused. */
const importing = (page: PlainPage, file: string): Promise<number> =>
  page.evaluate(async (file) => {
    const { shell } = window as unknown as { shell: Shell }
    const from = performance.now()
    if (!('failure' in (await shell.request('review:import', { file })))) throw new Error('the archive was taken over')
    return performance.now() - from
  }, file)

const rowsOf = (what: string, taken: readonly number[]): Row[] => [
  timed(`key → answered, ${what}`, taken),
  single(`the slowest of them, ${what}`, 'ms', Math.max(...taken)),
]

/** What pressing a key costs while a deck is read that nobody should ever have to read. */
export async function measure(): Promise<Row[]> {
  return inTempFolder(async (folder) => {
    const course = join(folder, 'decks')
    await mkdir(course)
    await writeFile(join(course, 'deck-2000.ko.md'), deckText(2000))
    const shell = await startShell(join(folder, 'home'), course)
    return withPlainBrowser(['--force-prefers-reduced-motion'], async (browser) => {
      const page = await browser.newPage()
      await page.goto(shell.address)
      await drawnAt(page, 'input[type=radio][name=deck]')
      await begin(page, course)
      await answered(page)
      const rows = rowsOf('nothing else going on', await answered(page))
      for (const [what, body] of Object.entries(hostile)) {
        await writeFile(join(course, 'hostile.ko.md'), header + body)
        rows.push(...rowsOf(`${what} saved`, await answered(page)))
      }
      for (const [what, log] of Object.entries(bombs)) {
        const file = join(folder, 'all.zip')
        await writeFile(file, archiveOf(log()))
        const [taken, refused] = await Promise.all([answered(page), importing(page, file)])
        rows.push(...rowsOf(`${what} imported`, taken), single(`refused, ${what}`, 'ms', refused))
      }
      return rows
    }).finally(() => shell.stop())
  })
}
