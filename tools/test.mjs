/**
 * `npm test [-- unit|cli|component|e2e [FILTER…]]`: installs what the tests need, a browser too, runs them all and ends in
 * one line, `N passed, N failed`.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countPlaywright, countVitest, tellOutcomes } from './count-results.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { root, run, withCompileCache } from './node.mjs'
import { ensureBuilt, ensureInstalled, prepare } from './prepare.mjs'
import { runJobs } from './run-jobs.mjs'

const results = join(root, '.cache', 'results')
const [only, ...filters] = process.argv.slice(2)

/** Seconds that each kind took when it was last looked at: which to begin with. */
const kinds = { e2e: 240, unit: 180, component: 160, cli: 55 }
/** One at a time takes about one of two cores: the specs spend half of their time waiting for windows, two at once do. */
const workers = { e2e: 2, component: 1, unit: 1, cli: 1 }

if (only !== undefined && !(only in kinds)) {
  console.error(`usage: npm test [-- ${Object.keys(kinds).join('|')} [FILTER…]]`)
  process.exit(2)
}

/** The results of a run, if it left any that can be read. */
function resultsOf(name) {
  const file = join(results, `${name}.json`)
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

async function vitest(project, stdio) {
  const args = ['run', '--project', project, '--passWithNoTests=false', `--maxWorkers=${workersOf(project)}`]
  const reporters = ['--reporter=default', '--reporter=./tools/vitest-results.mjs']
  const env = { ...withCompileCache(), LECTERN_RESULTS: join(results, `${project}.json`) }
  const code = await run('vitest', [...args, ...reporters, ...filters], { env, stdio })
  return countVitest(project, resultsOf(project), code)
}

/** The end-to-end specs on every shell that is here. */
async function playwright(stdio) {
  const env = { ...withCompileCache(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'e2e.json') }
  const args = ['test', '--reporter=list,json', `--workers=${workersOf('e2e')}`]
  const code = await run('playwright', [...args, ...filters], { env, stdio })
  return countPlaywright('e2e', resultsOf('e2e'), code)
}

/** Alone on the machine, a kind may have all of it. */
const workersOf = (kind) => (only === undefined ? workers[kind] : kind === 'component' ? 1 : 2)

const tookMs = {}
/** Runs a kind of tests. One of several is heard at once, what the others say is shown whole when they are through. */
async function runKind(kind, isHeard) {
  const startedMs = Date.now()
  const log = join(results, `${kind}.log`)
  const output = isHeard ? undefined : openSync(log, 'w')
  const stdio = isHeard ? 'inherit' : ['ignore', output, output]
  const outcome = await (kind === 'e2e' ? playwright(stdio) : vitest(kind, stdio))
  tookMs[kind] = Date.now() - startedMs
  if (!isHeard) {
    closeSync(output)
    console.log(`\n──── ${kind} ────\n${readFileSync(log, 'utf8')}────\n`)
  }
  return outcome
}

const asTime = (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`

await prepare(ensureInstalled, ensureBrowser, ensureBuilt)
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const startedMs = Date.now()
const wanted = only === undefined ? Object.keys(kinds) : [only]
const jobs = wanted.map((kind) => ({ seconds: kinds[kind], run: () => runKind(kind, kind === wanted[0]) }))
const outcomes = await runJobs(jobs, 2)

const { lines, isGood } = tellOutcomes(outcomes)
const times = wanted.map((kind) => `${kind} ${asTime(tookMs[kind])}`).join(', ')
console.log(`\nTook ${asTime(Date.now() - startedMs)}: ${times}`)
for (const line of lines) console.log(line)
process.exitCode = isGood ? 0 : 1
