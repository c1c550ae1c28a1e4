/** `npm run bench [-- PART…] [--peers FOLDER] [--out FILE]`: measures, prints one table and writes the same as JSON. */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import { measure as back } from './back.ts'
import { withBrowser } from './browser.ts'
import { measure as check } from './check.ts'
import { measure as hostile } from './hostile.ts'
import { measure as many } from './many.ts'
import { measure as parse } from './parse.ts'
import { measure as peers } from './peers.ts'
import { measure as picture } from './picture.ts'
import { places } from './places.ts'
import { measure as print } from './print.ts'
import { measure as review } from './review.ts'
import type { Row } from './row.ts'
import { measure as size } from './size.ts'
import { measure as start } from './start.ts'
import { measure as step } from './step.ts'
import { table } from './table.ts'

interface Asked {
  readonly names: readonly string[]
  readonly out: string
  /** Where Marp and Slidev are installed. */
  readonly peers: string | undefined
}

const parts: Readonly<Record<string, (asked: Asked) => Promise<Row[]>>> = {
  start,
  back,
  many,
  step,
  hostile,
  picture,
  print,
  check,
  parse,
  review,
  size,
  peers: ({ peers: folder }) => peers(folder),
}
const usage = `usage: npm run bench [-- ${Object.keys(parts).join('|')} …] [--peers FOLDER] [--out FILE]`

/** What is measured where nothing is named: all that needs nothing but Lectern. */
const usual = ({ peers: folder }: { readonly peers?: string | undefined }): readonly string[] =>
  Object.keys(parts).filter((name) => name !== 'peers' || folder !== undefined)

function asked(args: string[]): Asked | null {
  try {
    const options = { out: { type: 'string' }, peers: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    if (positionals.some((name) => !Object.hasOwn(parts, name))) return null
    const out = values.out === undefined ? join(places.root, '.cache', 'bench.json') : resolve(values.out)
    return { names: positionals.length === 0 ? usual(values) : positionals, out, peers: values.peers }
  } catch {
    return null
  }
}

/** What the numbers were measured with. */
async function measuredWith(): Promise<Record<string, string | number>> {
  const processors = cpus()
  return {
    lectern: packageJson.version,
    browser: await withBrowser((browser) => Promise.resolve(`${browser.browserType().name()} ${browser.version()}`)),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    // Of the last minute: far above zero, something else was busy, and only the ratios say much.
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  }
}

async function run(order: Asked): Promise<void> {
  const { names, out } = order
  const conditions = await measuredWith()
  const measured: { name: string; rows: readonly Row[] }[] = []
  for (const name of names) {
    console.error(`measuring ${name} …`)
    measured.push({ name, rows: (await parts[name]?.(order)) ?? [] })
  }
  console.log(table(measured))
  const rows = measured.flatMap(({ name, rows: own }) => own.map((row) => ({ part: name, ...row })))
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, `${JSON.stringify({ measuredAt: new Date().toISOString(), ...conditions, rows }, null, 2)}\n`)
  const told = Object.entries(conditions).map(([name, value]) => `${name} ${value}`)
  console.log(`\nMeasured with ${told.join(', ')}.\nWritten to ${relative(process.cwd(), out)}`)
}

const order = asked(process.argv.slice(2))
if (order === null) {
  console.error(usage)
  process.exitCode = 2
} else await run(order)
