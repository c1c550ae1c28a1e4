/** What the runs of `npm test` come to: pure functions from their results to the lines that are told. */

/**
 * What a run of Vitest comes to. A run that ended badly failed, whatever its results say, and one without results too.
 * @param {string} name of the run
 * @param {object | undefined} result what `vitest-results.mjs` wrote; nothing if it never came to that
 * @param {number} code the exit code
 */
export function countVitest(name, result, code) {
  if (result === undefined) return lost(name)
  const of = (state) => result.tests.filter((test) => test.state === state)
  const isFlaky = ({ retries }) => retries > 0
  const passed = of('passed')
  // What is still pending was cut off in the middle.
  const cutOff = [...of('pending').map((test) => test.name), ...result.broken]
  return settle(code, {
    passed: passed.filter((test) => !isFlaky(test)).length,
    failed: of('failed').length + cutOff.length,
    failures: of('failed').map((test) => asFailure(`${name}: ${test.name}`, test.why)),
    flaky: passed.filter(isFlaky).map((test) => `${name}: ${test.name}`),
    skipped: of('skipped').map((test) => `${name}: ${test.name}: ${test.note ?? 'skipped'}`),
    troubles: cutOff.map((what) => `${name}: ${what} did not come to its end`),
  })
}

/**
 * What a run of Playwright comes to.
 * @param {string} name of the run
 * @param {object | undefined} result what its JSON reporter wrote; nothing if it never came to that
 * @param {number} code the exit code
 */
export function countPlaywright(name, result, code) {
  if (result === undefined) return lost(name)
  const tests = result.suites.flatMap((suite) => testsOf(suite, suite.title))
  const of = (status) => tests.filter((test) => test.status === status)
  return settle(code, {
    passed: of('expected').length,
    failed: of('unexpected').length,
    failures: of('unexpected').map((test) => asFailure(test.name, test.why)),
    flaky: of('flaky').map((test) => test.name),
    skipped: of('skipped').map((test) => `${test.name}: ${test.note ?? 'skipped'}`),
    troubles: result.errors.map(({ message }) => `${name}: ${message}`),
  })
}

function testsOf({ suites = [], specs = [] }, title) {
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ projectName, status, annotations, results = [] }) => ({
      name: `[${projectName}] ${title}: ${spec.title}`,
      status,
      note: annotations.find(({ type }) => type === 'skip')?.description,
      why: results.at(-1)?.error?.message,
    })),
  )
  return [...own, ...suites.flatMap((suite) => testsOf(suite, suite.title))]
}

/** A failed test by its name and the first line of why, without the colours of a terminal. */
function asFailure(name, why = '') {
  // eslint-disable-next-line no-control-regex -- the escape character is what a terminal's colours begin with
  const [line] = why.replace(/\u001b\[[\d;]*m/g, '').split('\n', 1)
  return line === '' ? name : `${name}: ${line}`
}

const lost = (name) => ({
  passed: 0,
  failed: 1,
  failures: [],
  flaky: [],
  skipped: [],
  troubles: [`${name} left no results`],
})

/** A run may fail by what belongs to no test: a file that cannot be read, an error that nobody caught. */
function settle(code, outcome) {
  if (code === 0 || outcome.failed + outcome.flaky.length > 0) return outcome
  const troubles = [...outcome.troubles, `A run failed outside its tests (exit code ${code}).`]
  return { ...outcome, failed: 1, troubles }
}

/**
 * The last lines of `npm test`, where a log that was cut short still has them: what failed is named there again. What passed only on a second try counts as failed: it will fail somebody.
 * @param {readonly object[]} outcomes of the runs
 * @returns {{ lines: string[], isGood: boolean }}
 */
export function tellOutcomes(outcomes) {
  const failures = outcomes.flatMap((outcome) => outcome.failures)
  const flaky = outcomes.flatMap((outcome) => outcome.flaky)
  const skipped = outcomes.flatMap((outcome) => outcome.skipped)
  const troubles = outcomes.flatMap((outcome) => outcome.troubles)
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  const failed = sum('failed') + flaky.length
  return {
    lines: [
      ...(skipped.length > 0 ? ['Skipped:', ...skipped.map((line) => `  ${line}`)] : []),
      ...(failures.length > 0 ? ['Failed:', ...failures.map((line) => `  ${line}`)] : []),
      ...troubles,
      `${flaky.length} flaky${flaky.length > 0 ? `: ${flaky.join('; ')}` : ''}`,
      `${sum('passed')} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
    ],
    isGood: failed === 0,
  }
}
