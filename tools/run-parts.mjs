/** Runs the parts of `npm run soak` one after the other and tells how far it is. A signal ends it with what there is. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countPlaywright, countVitest, tellOutcomes } from './count-results.mjs'
import { nodePath, root } from './node.mjs'

/** The signals that end it, and the exit code that says so. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }
const beatMs = 30_000

const asTime = (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`
const secondsOf = (parts) => parts.reduce((sum, { seconds }) => sum + seconds, 0)

/** Sends a signal to a process and to all that it started, which are a group of their own but on Windows. */
function signalAll(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch (error) {
    // Nothing of it is left.
    if (error.code !== 'ESRCH') throw error
  }
}

/**
 * @param {readonly { name: string, seconds: number, project?: string }[]} parts and about how long they take; those of the
 * project `e2e` are specs, all others tests of Vitest
 * @param {object} how
 * @param {string} how.folder for results and logs, a file a part; emptied first
 * @param {(part: object) => readonly string[]} how.argsOf what the project's Node is started with; `LECTERN_RESULTS`
 * names the file into which it writes its results, and `PLAYWRIGHT_JSON_OUTPUT_FILE` the same
 * @param {(line: string) => void} [how.tell]
 * @param {number} [how.graceMs] how long what runs has to end by itself once it was asked to
 * @returns {Promise<number>} the exit code
 */
export async function runParts(parts, { folder, argsOf, tell = console.log, graceMs = 5000 }) {
  const startedMs = Date.now()
  const outcomes = []
  let running
  let stoppedBy
  const stop = (signal) => {
    if (running !== undefined) signalAll(running, stoppedBy === undefined ? 'SIGTERM' : 'SIGKILL')
    stoppedBy ??= signal
  }
  for (const signal of Object.keys(exitCodes)) process.on(signal, stop)

  /** What is left is reckoned by how fast it went so far. */
  const tellPlace = (index, what) => {
    const goneMs = Date.now() - startedMs
    const done = secondsOf(parts.slice(0, index))
    const restMs = secondsOf(parts.slice(index)) * (done > 0 ? goneMs / done : 1000)
    tell(`[${index} of ${parts.length}] ${what} · ${asTime(goneMs)} gone, about ${asTime(restMs)} left`)
  }

  const run = (part, env, output) =>
    new Promise((resolve, reject) => {
      const child = spawn(nodePath(), argsOf(part), {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', output, output],
        // So that a signal for this process alone and one for its group do the same.
        detached: process.platform !== 'win32',
      })
      running = child
      const killing = setInterval(() => stoppedBy !== undefined && signalAll(child, 'SIGKILL'), graceMs)
      child.on('error', reject)
      child.on('close', (code) => {
        clearInterval(killing)
        running = undefined
        // What it started and did not end.
        signalAll(child, 'SIGKILL')
        resolve(code ?? 1)
      })
    })

  async function outcomeOf(part, index) {
    const results = join(folder, `${index + 1}.json`)
    const log = join(folder, `${index + 1}.log`)
    const output = openSync(log, 'w')
    const code = await run(part, { LECTERN_RESULTS: results, PLAYWRIGHT_JSON_OUTPUT_FILE: results }, output)
    closeSync(output)
    const result = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined
    const count = part.project === 'e2e' ? countPlaywright : countVitest
    if (stoppedBy !== undefined) return result === undefined ? [] : [count(part.name, result, 0)]
    const outcome = count(part.name, result, code)
    if (outcome.failed + outcome.flaky.length > 0) tell(readFileSync(log, 'utf8'))
    return [outcome]
  }

  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let begun = 0
  for (const [index, part] of parts.entries()) {
    if (stoppedBy !== undefined) break
    begun = index + 1
    tellPlace(index, part.name)
    const beat = setInterval(() => tellPlace(index, part.name), beatMs)
    outcomes.push(...(await outcomeOf(part, index)))
    clearInterval(beat)
  }
  for (const signal of Object.keys(exitCodes)) process.off(signal, stop)

  const took = asTime(Date.now() - startedMs)
  if (stoppedBy === undefined) tellPlace(parts.length, 'done')
  const { lines, isGood } = tellOutcomes(outcomes)
  if (stoppedBy !== undefined)
    tell(`Stopped after ${took} in part ${begun} of ${parts.length}. What had ended by then:`)
  for (const line of lines) tell(line)
  return stoppedBy === undefined ? (isGood ? 0 : 1) : exitCodes[stoppedBy]
}
