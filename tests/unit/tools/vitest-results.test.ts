import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import VitestResults from '../../../tools/vitest-results.mjs'
import { temporaryFolder } from '../temporary-folder.ts'

/** A file with one test, as Vitest tells of it. */
const moduleOf = (file: string, state: string, errors: readonly unknown[] = []) => {
  const test = {
    fullName: `${file} works`,
    result: () => ({ state, ...(state === 'failed' && { errors: [{ message: 'not so' }, { message: 'nor so' }] }) }),
    diagnostic: () => ({ retryCount: 0, duration: 1.4 }),
    meta: () => ({}),
  }
  return { relativeModuleId: file, children: { allTests: () => [test] }, errors: () => errors }
}

it('writes what has ended after each file, and in the end all of it', async () => {
  const file = join(await temporaryFolder(), 'results.json')
  vi.stubEnv('LECTERN_RESULTS', file)
  const written = async () => JSON.parse(await readFile(file, 'utf8')) as unknown
  const [one, two, three] = [moduleOf('one', 'passed'), moduleOf('two', 'failed'), moduleOf('three', 'pending', ['!'])]
  const told = (name: string, state: string) => ({
    ...{ file: name, name: `${name} works`, state, retries: 0, ms: 1 },
    ...(state === 'failed' && { why: 'not so' }),
  })
  try {
    const reporter = new VitestResults()
    reporter.onTestModuleEnd(one)
    expect(await written()).toEqual({ tests: [told('one', 'passed')], broken: [] })
    reporter.onTestModuleEnd(two)
    expect(await written()).toEqual({ tests: [told('one', 'passed'), told('two', 'failed')], broken: [] })
    reporter.onTestRunEnd([one, two, three])
    expect(await written()).toEqual({
      tests: [told('one', 'passed'), told('two', 'failed'), told('three', 'pending')],
      broken: ['three'],
    })
  } finally {
    vi.unstubAllEnvs()
  }
})
