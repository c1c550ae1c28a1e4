import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, tellOutcomes } from '../../../tools/count-results.mjs'

const test = (name: string, state = 'passed', more = {}) => ({ name, state, retries: 0, ...more })
const vitestRun = (...tests: ReturnType<typeof test>[]) => ({ tests, broken: [] as string[] })

describe('a run of Vitest', () => {
  it('counts what passed, failed and was skipped, with the reason', () => {
    const result = vitestRun(test('a'), test('b'), test('c', 'failed'), test('d', 'skipped', { note: 'no rights' }))
    expect(countVitest('unit', result, 1)).toEqual({
      passed: 2,
      failed: 1,
      failures: ['unit: c'],
      flaky: [],
      skipped: ['unit: d: no rights'],
      troubles: [],
    })
  })

  it('tells what passed on a second try by its name, and not among what passed', () => {
    const result = vitestRun(test('a'), test('b', 'passed', { retries: 1 }), test('c', 'failed', { retries: 2 }))
    expect(countVitest('unit', result, 1)).toMatchObject({ passed: 1, failed: 1, flaky: ['unit: b'] })
  })

  it('counts a file that failed outside its tests, and a test that a crash cut off', () => {
    const result = {
      ...vitestRun(test('a'), test('b', 'failed'), test('c', 'pending')),
      broken: ['tests/unit/x.test.ts'],
    }
    const outcome = countVitest('unit', result, 1)
    expect(outcome).toMatchObject({ passed: 1, failed: 3, skipped: [] })
    expect(outcome.troubles).toHaveLength(2)
  })

  it.each([
    ['that left no results', undefined, 0, 0],
    ['that crashed before it wrote any', undefined, 134, 0],
    ['that ended badly though every test passed', vitestRun(test('a')), 1, 1],
  ])('%s is one failure', (_what, result, code, passed) => {
    const outcome = countVitest('unit', result, code)
    expect(outcome).toMatchObject({ passed, failed: 1 })
    expect(outcome.troubles).toHaveLength(1)
  })
})

const spec = (title: string, status: string, annotations: readonly object[] = [], results: readonly object[] = []) => ({
  title,
  tests: [{ projectName: 'browser shell', status, annotations, results }],
})
const playwrightRun = (...specs: ReturnType<typeof spec>[]) => ({
  errors: [] as { message: string }[],
  suites: [
    { title: 'present.spec.ts', specs: specs.slice(0, 1), suites: [{ title: 'a talk', specs: specs.slice(1) }] },
  ],
})

describe('a run of Playwright', () => {
  it('counts its tests, those in groups too, and tells which were flaky or skipped, in which shell', () => {
    const result = playwrightRun(
      spec('starts', 'expected'),
      spec('goes on', 'flaky'),
      spec(
        'ends',
        'unexpected',
        [],
        [{ error: { message: 'one window' } }, { error: { message: 'two windows\n at …' } }],
      ),
      spec('prints', 'skipped', [{ type: 'skip', description: 'no paper' }]),
    )
    expect(countPlaywright('e2e', result, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['[browser shell] a talk: ends: two windows'],
      flaky: ['[browser shell] a talk: goes on'],
      skipped: ['[browser shell] a talk: prints: no paper'],
      troubles: [],
    })
  })

  it('that could not read a spec is one failure, which says why', () => {
    const result = { ...playwrightRun(spec('starts', 'expected')), errors: [{ message: 'SyntaxError' }] }
    const outcome = countPlaywright('e2e', result, 1)
    expect(outcome).toMatchObject({ passed: 1, failed: 1 })
    expect(outcome.troubles).toContain('e2e: SyntaxError')
  })

  it('that left no results is one failure', () => {
    expect(countPlaywright('e2e', undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('the last lines', () => {
  const good = countVitest('unit', vitestRun(test('a'), test('b')), 0)
  const flaky = countVitest('cli', vitestRun(test('c'), test('d', 'passed', { retries: 1 })), 0)

  it('say what passed and failed, and before it that nothing was flaky', () => {
    expect(tellOutcomes([good, good])).toEqual({ lines: ['0 flaky', '4 passed, 0 failed'], isGood: true })
  })

  it('fail a run with a flaky test, and name it', () => {
    expect(tellOutcomes([good, flaky])).toEqual({
      lines: ['1 flaky: cli: d', '3 passed, 1 failed'],
      isGood: false,
    })
  })

  it('name what failed, and why in one line without colours', () => {
    const failed = countVitest(
      'unit',
      vitestRun(
        test('g', 'failed', { why: 'expected \u001b[32m1\u001b[39m to be 2\n- 2' }),
        test('h', 'failed'),
        test('i'),
      ),
      1,
    )
    expect(tellOutcomes([good, failed])).toEqual({
      lines: ['Failed:', '  unit: g: expected 1 to be 2', '  unit: h', '0 flaky', '3 passed, 2 failed'],
      isGood: false,
    })
  })

  it('have the reasons of what was skipped above them', () => {
    const skipped = countVitest('unit', vitestRun(test('e', 'skipped'), test('f')), 0)
    expect(tellOutcomes([good, skipped]).lines).toEqual([
      'Skipped:',
      '  unit: e: skipped',
      '0 flaky',
      '3 passed, 0 failed, 1 skipped',
    ])
  })

  it('name a run that is gone', () => {
    const { lines, isGood } = tellOutcomes([good, countVitest('cli', undefined, 1)])
    expect(lines).toEqual(['cli left no results', '0 flaky', '2 passed, 1 failed'])
    expect(isGood).toBe(false)
  })
})
