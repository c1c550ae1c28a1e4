/**
 * `npm run soak [-- PART…]`: all that is long or a matrix, which `npm test` does a small part of. Shows how far it is and
 * ends in the same lines as `npm test`. Ctrl+C ends it with what there is so far.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countVitest, tellOutcomes } from './count-results.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { root, run } from './node.mjs'
import { ensureBuilt, ensureInstalled, prepare } from './prepare.mjs'

/** Each part by the test files that hold it, and about how many seconds it takes. */
const parts = [
  { name: 'kills of reviewing', files: ['progress/kill', 'progress/crash'], seconds: 150 },
  { name: 'kills of a talk', files: ['talks/kill', 'talks/crash'], seconds: 300 },
  { name: 'a talk of three hours', files: ['talks/long-talk'], seconds: 20 },
  { name: 'changed bytes', files: ['progress/progress-log', 'progress/archive', 'talks/talk-journal'], seconds: 60 },
  { name: 'big courses', files: ['courses/', 'deck/long-deck'], seconds: 60 },
  {
    name: 'random decks',
    files: ['deck/properties', 'deck/source', 'deck/memo', 'deck/markdown-parser'],
    seconds: 150,
  },
  { name: 'random sessions', files: ['review/'], seconds: 60 },
  { name: 'every picture', files: ['diagram/'], seconds: 60 },
]

const asked = process.argv.slice(2)
const chosen = parts.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)))
if (chosen.length === 0) {
  console.error(`usage: npm run soak [-- PART…]\n\n${parts.map(({ name }) => `  ${name}`).join('\n')}`)
  process.exit(2)
}

const results = join(root, '.cache', 'soak')
const asTime = (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`
const secondsOf = (some) => some.reduce((sum, { seconds }) => sum + seconds, 0)

let isStopped = false
// The part that runs gets the signal too, and ends by itself.
process.on('SIGINT', () => (isStopped = true))

await prepare(ensureInstalled, ensureBrowser, ensureBuilt)
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const startedMs = Date.now()
/** How far it is: what is left is reckoned by how fast it went so far. */
function tell(index, what) {
  const goneMs = Date.now() - startedMs
  const done = secondsOf(chosen.slice(0, index))
  const speed = done > 0 ? goneMs / done : 1000
  const restMs = secondsOf(chosen.slice(index)) * speed
  console.log(`[${index} of ${chosen.length}] ${what} · ${asTime(goneMs)} gone, about ${asTime(restMs)} left`)
}

async function runPart({ name, files }, index) {
  const file = join(results, `${index + 1}.json`)
  const log = join(results, `${index + 1}.log`)
  const output = openSync(log, 'w')
  const args = [
    'run',
    '--project',
    'unit',
    '--maxWorkers=2',
    '--reporter=default',
    '--reporter=./tools/vitest-results.mjs',
  ]
  const env = { ...process.env, LECTERN_SOAK: '1', LECTERN_RESULTS: file }
  const tests = files.map((path) => `tests/unit/${path}`)
  const code = await run('vitest', [...args, ...tests], { env, stdio: ['ignore', output, output] })
  closeSync(output)
  const outcome = countVitest(name, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code)
  if (outcome.failed + outcome.flaky.length > 0) console.log(readFileSync(log, 'utf8'))
  return outcome
}

const outcomes = []
for (const [index, part] of chosen.entries()) {
  if (isStopped) break
  tell(index, part.name)
  const beat = setInterval(() => tell(index, part.name), 30_000)
  outcomes.push(await runPart(part, index))
  clearInterval(beat)
}
if (!isStopped) tell(chosen.length, 'done')

const { lines, isGood } = tellOutcomes(outcomes)
if (isStopped) console.log(`Stopped after ${asTime(Date.now() - startedMs)}.`)
for (const line of lines) console.log(line)
process.exitCode = isStopped ? 130 : isGood ? 0 : 1
