/**
 * `npm run mutate -- [--seed N] [--count N] [--only PATH] [--workers N] [--from N] [--reach N] [--whole]` makes small faults
 * in copies of the sources, one at a time, and tells which no test sees. See docs/testing.md.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawMutations, isDrawnFrom, mutated } from './mutate/draw.ts'
import { importersOf, isOfRoom, relatedTests } from './mutate/related-tests.ts'
import { endRuns, runIn } from './mutate/run-in.ts'
import { outcomeLine, tally } from './mutate/tally.ts'
import { typeChecker } from './mutate/type-errors.ts'
import { hangs, warmTests } from './mutate/warm-tests.ts'
import { workingCopy } from './mutate/working-copy.ts'
import { root } from './node.mjs'
import { ensureBuilt, prepare } from './prepare.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    count: { type: 'string', default: '60' },
    /** Leaves out the first ones, to go on with a run that was cut. */
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    workers: { type: 'string', default: '1' },
    /** How many test files of a kind are asked at most, the nearest first. */
    reach: { type: 'string', default: '16' },
    /** Tries what the nearest tests do not see on all that `npm test` runs. */
    whole: { type: 'boolean', default: false },
  },
})
const [seed, count, from, workers, reach] = ['seed', 'count', 'from', 'workers', 'reach'].map((name) => {
  const number = Number(values[name])
  if (Number.isSafeInteger(number) && number >= 0) return number
  console.error(`--${name} takes a number`)
  process.exit(2)
})

const folder = join(root, '.cache', 'mutate')
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const sources = files
  .filter((file) => /^(src|tests|tools)\/.*\.(ts|mjs|js|svelte)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const textOf = new Map(sources.map(({ file, text }) => [file, text]))
const related = relatedTests(sources)
const importers = importersOf(sources.filter(({ file }) => file.startsWith('src/')))

/** The copies, each with its tests. */
const places = []
const endAll = () => {
  for (const { tests } of places) tests.end()
  endRuns()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endAll()
    process.exit(130)
  })
}

/** Test files that fail without any fault: what they say does not count. */
const broken = new Set()

/** What of the tests a mutation is tried on: the nearest first and alone, for most often they fail. */
function stagesOf(file) {
  const isWindow = file.startsWith('src/renderer/')
  return ['unit', 'component'].flatMap((project) => {
    const sound = related(file, project).filter((test) => !broken.has(test.file))
    const wanted = project === 'component' && !isWindow ? Math.ceil(reach / 4) : reach
    const tests = sound.filter((test, index) => index < wanted || isOfRoom(file, test.file))
    const near = tests.filter(({ distance }, index) => index < 4 && distance <= (tests[0]?.distance ?? 0) + 1)
    return [near, tests.slice(near.length)]
      .filter((stage) => stage.length > 0)
      .map((stage) => ({ project, tests: stage.map((test) => test.file) }))
  })
}

/** Makes what a copy has built what the clone has built: without a fault. */
function takeBackBuild(place) {
  rmSync(join(place, 'out'), { recursive: true, force: true })
  cpSync(join(root, 'out'), join(place, 'out'), { recursive: true })
}

/** Whether a file is a part of the command line, or a service that it uses. */
const isForCommandLine = (file) =>
  file.startsWith('src/cli/') || (file.startsWith('src/services/') && related(file, 'cli').length > 0)

/** Whether a file is seen by specs only: what begins a process or a page, and what is made of nothing else. */
const isForSpecs = (file) =>
  !isForCommandLine(file) && ['unit', 'component'].every((project) => related(file, project).length === 0)

async function fateOf(place, mutation, checkTypes) {
  const text = textOf.get(mutation.file)
  const [error] = checkTypes(mutation.file, mutated(text, mutation))
  if (error !== undefined) return { fate: 'not counted', by: error.slice(0, 100) }
  const takeBack = place.make(mutation, text)
  try {
    const stages = stagesOf(mutation.file)
    for (const { project, tests } of stages) {
      const failed = await place.tests.firstFailure(project, tests)
      if (failed === null) continue
      if (failed !== project && failed !== hangs) return { fate: 'killed', by: failed }
      // Something around the tests broke, or nothing came: that may be the fault's doing, or this machine's.
      takeBack()
      const isAlways = (await place.tests.firstFailure(project, tests)) !== null
      return isAlways ? { fate: 'not counted', by: 'its tests fail by themselves' } : { fate: 'killed', by: failed }
    }
    // A word of a list is a type too, that others lean on: who imports it is looked at only where that decides.
    const [elsewhere] = checkTypes(mutation.file, mutated(text, mutation), importers(mutation.file).slice(0, 40))
    if (elsewhere !== undefined) return { fate: 'not counted', by: elsewhere.slice(0, 100) }
    if (isForCommandLine(mutation.file)) {
      const built = await runIn(place.folder, 'tools/run.mjs', ['electron-vite', 'build'])
      if (built !== 0) return { fate: 'killed', by: 'the build' }
      const failed = await place.tests.firstFailure('cli', [])
      takeBackBuild(place.folder)
      if (failed !== null) return { fate: 'killed', by: failed }
    }
    const seen = stages.reduce((sum, { tests }) => sum + tests.length, 0)
    return { fate: 'survived', by: `${seen} test files do not see it` }
  } finally {
    takeBack()
  }
}

const only = values.only?.replace(/^\.\/|\/$/g, '')
const chosen = sources.filter(({ file }) => only === undefined || file === only || file.startsWith(`${only}/`))
if (!chosen.some(({ file }) => isDrawnFrom(file))) {
  console.error(`Nothing is drawn from ${only}.`)
  process.exit(2)
}
// What the compiler refuses is no fault: another is drawn for it.
const drawn = drawMutations(chosen, seed, 2 * count + 100)
console.log(`seed ${seed}`)
await prepare(ensureBuilt)
for (let n = 0; n < Math.max(1, workers); n++) {
  const place = workingCopy(root, join(folder, String(n + 1)), files)
  mkdirSync(join(place.folder, '.cache'), { recursive: true })
  // Some tests look at what was built, and pictures are drawn with the fonts that the build has made.
  takeBackBuild(place.folder)
  cpSync(join(root, '.cache', 'fonts'), join(place.folder, '.cache', 'fonts'), { recursive: true })
  const tests = warmTests(place.folder)
  const make = (mutation, text) => {
    const takeBack = place.make(mutation, text)
    tests.change(mutation.file)
    return () => {
      takeBack()
      tests.change(mutation.file)
    }
  }
  places.push({ folder: place.folder, tests, make })
}
const checkTypes = typeChecker(root)
const outcomes = []
const keep = () =>
  writeFileSync(join(root, '.cache', 'mutate.json'), JSON.stringify({ seed, count, from, outcomes }, null, 2))

async function tryOn(place, mutation) {
  const start = Date.now()
  const { fate, by } = await fateOf(place, mutation, checkTypes)
  return { ...mutation, fate, by, seconds: Math.round((Date.now() - start) / 1000) }
}
const waiting = drawn.slice(from)
let counted = 0
const work = async (place) => {
  while (counted < count) {
    // Held before it is known whether it counts, so that two workers do not try one too many.
    counted += 1
    const mutation = waiting.shift()
    if (mutation === undefined) return
    const outcome = await tryOn(place, mutation)
    if (outcome.fate === 'not counted') counted -= 1
    outcomes.push(outcome)
    console.log(`${outcomes.length + from} ${outcomeLine(outcome)}`)
    keep()
  }
}

/** Says which Svelte files of a copy have errors of types. */
async function refusedFiles(place) {
  const report = join(place, '.cache', 'svelte-check.txt')
  const check = ['svelte-check', '--tsconfig', 'tsconfig.web.json', '--threshold', 'error', '--output', 'machine']
  await runIn(place, 'tools/run.mjs', check, report)
  return new Set([...readFileSync(report, 'utf8').matchAll(/ERROR "([^"]+)"/g)].map(([, file]) => file))
}

/**
 * Scripts of Svelte files are checked by a tool that reads all of them and takes long, so only what survived is, with all
 * these faults made at once, one in a file. Resolves with how many are none.
 */
async function refuseSvelte(place) {
  let refused = 0
  const unsure = outcomes.filter(({ fate, file }) => fate === 'survived' && file.endsWith('.svelte'))
  while (unsure.some((outcome) => !checked.has(outcome))) {
    const files = new Map(unsure.filter((outcome) => !checked.has(outcome)).map((outcome) => [outcome.file, outcome]))
    const takeBacks = [...files.values()].map((outcome) => place.make(outcome, textOf.get(outcome.file)))
    const bad = await refusedFiles(place.folder)
    for (const takeBack of takeBacks) takeBack()
    for (const outcome of files.values()) {
      checked.add(outcome)
      if (!bad.has(outcome.file)) continue
      Object.assign(outcome, { fate: 'not counted', by: 'svelte-check' })
      console.log(outcomeLine(outcome))
      refused += 1
    }
    keep()
  }
  return refused
}
const checked = new Set()
do {
  await Promise.all(places.map(work))
  counted -= await refuseSvelte(places[0])
} while (counted < count && waiting.length > 0)

// A test that fails without any fault has killed nothing: what it killed is tried again without it.
const isTest = (by) => /^tests\/(unit|component|cli)\//.test(by)
const killers = () =>
  new Set(outcomes.flatMap(({ fate, by }) => (fate === 'killed' && isTest(by) && !sound.has(by) ? [by] : [])))
const sound = new Set()
for (let unsure = killers(); unsure.size > 0; unsure = killers()) {
  for (const killer of unsure) {
    if ((await places[0].tests.firstFailure(killer.split('/')[1], [killer])) === null) sound.add(killer)
    else {
      console.log(`${killer} fails by itself`)
      broken.add(killer)
    }
  }
  for (const [index, outcome] of outcomes.entries()) {
    if (!broken.has(outcome.by)) continue
    const again = await tryOn(places[0], outcome)
    outcomes[index] = again
    console.log(`again: ${outcomeLine(again)}`)
    keep()
  }
}

/** The files of a kind's tests in which one failed when `npm test` ran that kind in a copy. */
function failedFiles(place, kind) {
  const report = join(place, '.cache', 'results', `${kind}.json`)
  if (!existsSync(report)) return []
  const { tests = [], suites = [] } = JSON.parse(readFileSync(report, 'utf8'))
  const isBad = ({ specs = [], suites: inner = [] }) => specs.some(({ ok }) => !ok) || inner.some(isBad)
  return [...tests.filter(({ state }) => state === 'failed'), ...suites.filter(isBad)].map(({ file }) => file)
}

/** What becomes of a fault that the nearest tests passed, on all tests of kinds: one at a time, for its windows are watched. */
async function wholeFateOf(place, mutation, kinds) {
  const text = textOf.get(mutation.file)
  for (const kind of kinds) {
    const takeBack = place.make(mutation, text)
    const isGood = async (...names) => (await runIn(place.folder, 'tools/test.mjs', [kind, ...names])) === 0
    let failed
    try {
      if (await isGood()) continue
      failed = failedFiles(place.folder, kind)[0]
      if (failed === undefined) return { fate: 'killed', by: `${kind} came to no end` }
      // What fails in company only is a test to be mended, and tells nothing of the fault.
      if (await isGood(failed)) {
        console.log(`${failed} fails now and then`)
        continue
      }
    } finally {
      takeBack()
    }
    if (await isGood(failed)) return { fate: 'killed', by: failed }
    console.log(`${failed} fails by itself`)
  }
  return { fate: 'survived', by: 'no test sees it' }
}

for (const [index, outcome] of outcomes.entries()) {
  if (outcome.fate !== 'survived' || !(values.whole || isForSpecs(outcome.file))) continue
  const start = Date.now()
  const kinds = values.whole ? ['e2e', 'unit', 'component', 'cli'] : ['e2e', 'unit']
  const { fate, by } = await wholeFateOf(places[0], outcome, kinds)
  outcomes[index] = { ...outcome, fate, by, seconds: Math.round((Date.now() - start) / 1000) }
  console.log(`then: ${outcomeLine(outcomes[index])}`)
  keep()
}
keep()
endAll()
console.log(tally(outcomes))
