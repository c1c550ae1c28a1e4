/**
 * `npm test [-- unit|cli|component|e2e [FILTER…]]`: installs what the tests need, a browser too, runs them all and ends in
 * one line, `N passed, N failed`.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './ensure-browser.mjs'
import { root, run } from './node.mjs'
import { ensureBuilt, ensureInstalled, prepare } from './prepare.mjs'

const results = join(root, '.cache', 'results')
const [only, ...filters] = process.argv.slice(2)
const wants = (name) => only === undefined || only === name
if (only !== undefined && !['unit', 'cli', 'component', 'e2e'].includes(only)) {
  console.error('usage: npm test [-- unit|cli|component|e2e [FILTER…]]')
  process.exit(2)
}

const resultOf = (name) => {
  const file = join(results, `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/**
 * Runs a Vitest project; a run that leaves no result counts as one failure.
 * @param {string} project
 * @param {object} options of the process, such as where its output goes
 */
async function vitest(project, options = {}) {
  const file = join(results, `${project}.json`)
  const code = await run(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--passWithNoTests=false',
      // Many tests wait for processes and disks of their own; browsers only get in each other's way.
      `--maxWorkers=${project === 'component' ? 1 : 2}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ],
    options,
  )
  const result = resultOf(project)
  if (result === undefined) return { passed: 0, failed: 1, skipped: [] }
  const tests = result.testResults.flatMap((suite) => suite.assertionResults)
  const skipped = tests.filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
  const failed = Math.max(result.numFailedTests, code === 0 ? 0 : 1)
  return {
    passed: result.numPassedTests,
    failed,
    skipped: skipped.map((test) => `${test.fullName}: ${test.meta?.note ?? 'skipped'}`),
  }
}

/** Runs two Vitest projects at once, for one leaves most of a machine alone. What it says is shown when both are through. */
async function besideEachOther(quiet, loud) {
  const log = join(results, `${quiet}.log`)
  const output = openSync(log, 'w')
  const outcomes = await Promise.all([vitest(quiet, { stdio: ['ignore', output, output] }), vitest(loud)])
  closeSync(output)
  console.log(readFileSync(log, 'utf8'))
  return outcomes
}

/**
 * Runs the end-to-end specs on every shell that is here: two at once, for most of their time is waiting, or alone those
 * that say how soon something must be there.
 */
async function playwright(alone) {
  const name = alone ? 'e2e-alone' : 'e2e'
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, `${name}.json`) }
  const choice = alone ? ['--grep=@alone', '--workers=1'] : ['--grep-invert=@alone', '--workers=2']
  const args = ['test', '--reporter=list,json', '--pass-with-no-tests', ...choice, ...filters]
  const code = await run('playwright', args, { env })
  const result = resultOf(name)
  if (result === undefined) return { passed: 0, failed: 1, skipped: [] }
  const specs = []
  const walk = (suite, title) => {
    for (const inner of suite.suites ?? []) walk(inner, inner.title)
    for (const spec of suite.specs ?? []) specs.push({ title: `${title}: ${spec.title}`, tests: spec.tests })
  }
  for (const suite of result.suites) walk(suite, suite.title)
  const skipped = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(
        ({ projectName, annotations }) =>
          `[${projectName}] ${title}: ${annotations.find(({ type }) => type === 'skip')?.description ?? 'skipped'}`,
      ),
  )
  const { expected, unexpected, flaky } = result.stats
  const failed = Math.max(unexpected, code === 0 ? 0 : 1)
  return { passed: expected + flaky, failed, skipped }
}

await prepare(ensureInstalled, ensureBrowser, ensureBuilt)
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const outcomes = []
if (wants('unit')) outcomes.push(await vitest('unit'))
if (only === undefined) outcomes.push(...(await besideEachOther('component', 'cli')))
else if (only === 'cli' || only === 'component') outcomes.push(await vitest(only))
if (wants('e2e')) outcomes.push(await playwright(false), await playwright(true))

const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
const skipped = outcomes.flatMap((outcome) => outcome.skipped)
console.log('')
if (skipped.length > 0) console.log(`Skipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`)
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
)
process.exitCode = sum('failed') > 0 ? 1 : 0
