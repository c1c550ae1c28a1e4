import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { splitSource } from '../../src/core/deck/source.ts'
import { browserPath } from './browser.ts'
import { deckText } from './deck-text.ts'
import { places } from './places.ts'
import { ratio, single, timed, type Row } from './row.ts'

const sizes = [50, 200] as const
const rounds = 3

/** The same slides as Marp and Slidev take them: their headings and bodies, without our blocks, steps and notes. */
export function peerMarkdown(deck: string, head: string): string {
  const bodies = splitSource(deck)
    .sections.slice(1)
    .map(({ body }) =>
      body
        .replace(/<!--[^]*?-->/g, '')
        .replace(/^(```\w+) \{.*\}$/gm, '$1')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    )
  return `---\n${head}\n---\n\n${bodies.join('\n\n---\n\n')}\n`
}

interface Contender {
  readonly name: string
  /** The script that starts it, and what it is given to print `file` to `out`. */
  readonly script: string
  readonly args: (file: string, out: string) => readonly string[]
  /** Writes the deck into a folder and gives its file. */
  write(folder: string, deck: string): Promise<string>
}

const withHead =
  (name: string, head: string) =>
  async (folder: string, deck: string): Promise<string> => {
    const file = join(folder, name)
    await writeFile(file, peerMarkdown(deck, head))
    return file
  }

const ours: Contender = {
  name: 'lectern',
  script: places.cli,
  args: (file, out) => ['export', file, '--lang', 'ko', '--steps', 'final', '-o', out],
  write: async (folder, deck) => {
    const course = join(folder, 'course')
    await mkdir(course)
    await writeFile(join(course, 'deck.ko.md'), deck)
    return join(course, 'deck')
  },
}

const peersIn = (folder: string): readonly Contender[] => [
  {
    name: 'marp',
    script: join(folder, 'node_modules', '@marp-team', 'marp-cli', 'marp-cli.js'),
    args: (file, out) => [file, '--no-stdin', '-o', out],
    write: withHead('marp.md', 'marp: true'),
  },
  {
    name: 'slidev',
    script: join(folder, 'node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'),
    args: (file, out) => ['export', file, '--output', out, '--executable-path', browserPath(), '--timeout', '300000'],
    write: withHead('slidev.md', 'theme: default'),
  },
]

/** One whole process, from its start to its end with a PDF. */
async function printOnce({ name, script, args }: Contender, folder: string, file: string): Promise<number> {
  const out = join(folder, `${name}.pdf`)
  const from = performance.now()
  const child = spawn(process.execPath, [script, ...args(file, out)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: browserPath(), CHROME_NO_SANDBOX: '1' },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  const took = performance.now() - from
  if (code !== 0 || (await stat(out)).size === 0) throw new Error(`${name} ended with exit code ${String(code)}`)
  await rm(out)
  return took
}

/** As `printOnce`; another program's may fail now and then, as Slidev's does whose own server reloads the page under it. */
async function printOfOthers(one: Contender, folder: string, file: string): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await printOnce(one, folder, file)
    } catch (error) {
      if (tries === 3) throw error
      console.error(`${String(error)}: tried again`)
    }
  }
}

async function compare(folder: string, contenders: readonly Contender[], size: number): Promise<Row[]> {
  const deck = deckText(size)
  const files = await Promise.all(contenders.map((one) => one.write(folder, deck)))
  const times = contenders.map((): number[] => [])
  // In turns, so that what else the machine does falls on all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, one] of contenders.entries()) {
      const print = i === 0 ? printOnce : printOfOthers
      times[i]?.push(await print(one, folder, files[i] ?? ''))
    }
  }
  const [own = []] = times
  return contenders.flatMap(({ name }, i) => {
    const samples = times[i] ?? []
    const what = `${name}: ${size} slides to PDF, whole process`
    return [
      single(`${what}, fastest`, 'ms', Math.min(...samples)),
      timed(what, samples),
      single(`${what}, slowest`, 'ms', Math.max(...samples)),
      ...(i === 0 ? [] : [ratio(`lectern to ${name}: ${size} slides to PDF`, own, samples)]),
    ]
  })
}

const howToInstall = (folder: string): string =>
  `Marp or Slidev are not installed in ${folder}. Install them there:\n` +
  '  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm i @marp-team/marp-cli @slidev/cli @slidev/theme-default playwright-chromium'

/**
 * The same slides printed by Lectern, Marp and Slidev, those that are installed in a folder.
 * @param peers the folder with their `node_modules`
 */
export async function measure(peers = '.'): Promise<Row[]> {
  const at = resolve(peers)
  const there = peersIn(at).filter(({ script }) => existsSync(script))
  if (there.length < 2) console.error(howToInstall(at))
  if (there.length === 0) return []
  const rows: Row[] = []
  for (const size of sizes) {
    // Slidev looks for its theme from the deck's own folder upwards.
    const folder = await mkdtemp(join(at, 'lectern-bench-'))
    try {
      rows.push(...(await compare(folder, [ours, ...there], size)))
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
  return rows
}
