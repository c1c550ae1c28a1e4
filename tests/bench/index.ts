/** `npm run bench [-- PART…] [--out FILE]`: measures, prints one table and writes the same as JSON. */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import { withBrowser } from './browser.ts'
import { measure as check } from './check.ts'
import { measure as many } from './many.ts'
import { measure as parse } from './parse.ts'
import { measure as picture } from './picture.ts'
import { places } from './places.ts'
import { measure as print } from './print.ts'
import { measure as review } from './review.ts'
import type { Row } from './row.ts'
import { measure as size } from './size.ts'
import { measure as start } from './start.ts'
import { measure as step } from './step.ts'
import { table } from './table.ts'

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  start,
  many,
  step,
  picture,
  print,
  check,
  parse,
  review,
  size,
}
const usage = `usage: npm run bench [-- ${Object.keys(parts).join('|')} …] [--out FILE]`

interface Asked {
  readonly names: readonly string[]
  readonly out: string
}

function asked(args: string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } })
    if (positionals.some((name) => !Object.hasOwn(parts, name))) return null
    const out = values.out === undefined ? join(places.root, '.cache', 'bench.json') : resolve(values.out)
    return { names: positionals.length === 0 ? Object.keys(parts) : positionals, out }
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

async function run({ names, out }: Asked): Promise<void> {
  const conditions = await measuredWith()
  const measured: { name: string; rows: readonly Row[] }[] = []
  for (const name of names) {
    console.error(`measuring ${name} …`)
    measured.push({ name, rows: (await parts[name]?.()) ?? [] })
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
