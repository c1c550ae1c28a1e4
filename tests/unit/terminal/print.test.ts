import { afterEach, expect, test, vi } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { problemLine } from '../../../src/cli/check-words.ts'
import { print, printError, withinLine } from '../../../src/services/terminal/print.ts'
import { report } from '../../../src/services/terminal/report.ts'

afterEach(() => vi.restoreAllMocks())

/** Every character that a terminal might take for an order. */
const codes = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, at) => 0x7f + at)]
const orders = [...codes, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069].map((code) => String.fromCharCode(code))
// eslint-disable-next-line no-control-regex -- these are what must not be there
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/

test('what would steer a terminal is spelled out; words, tabs and lines stay', () => {
  const told: string[] = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => void told.push(text))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text))
  for (const write of [print, printError]) {
    told.length = 0
    write(`a${orders.join('')}b`)
    expect(told.join('')).not.toMatch(steering)
    write('가 \u001b[2J\u009b31m\u202eb\tc\nd é 👍🏽 \u00a0')
    expect(told.at(-1)).toBe('가 \\u001b[2J\\u009b31m\\u202eb\tc\nd é 👍🏽 \u00a0')
  }
})

test('JSON that is printed says the same', () => {
  const told: string[] = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => void told.push(text))
  const value = { [orders.join('')]: [orders.join('x')] }
  print(JSON.stringify(value, null, 2))
  expect(JSON.parse(told[0] ?? '')).toEqual(value)
  expect(told[0]).not.toMatch(steering)
})

test('a name with lines in it stays in its line', () => {
  const problem = {
    ...{ file: 'a\n0 errors\u001b[8m.md', line: 1, column: 2, code: 'x', severity: 'error' as const },
    message: { ko: '', en: 'No “b\nc”.' },
    fix: { ko: '', en: 'd\ne' },
  }
  expect(withinLine('a\n\u001bb')).toBe('a\\n\\u001bb')
  expect(problemLine(problem, 'en')).toBe('a\\n0 errors\\u001b[8m.md:1:2  error  No “b\\nc”.  (x)\n    → d\\ne')
  const told: string[] = []
  vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text))
  const error = new LecternError('deck-broken', { ko: '', en: 'x\u001b]0;y\u0007' }, { problems: [problem] })
  report(error, { lang: 'en', isVerbose: false })
  expect(told).toEqual(['Lectern: x\\u001b]0;y\\u0007', '  a\\n0 errors\\u001b[8m.md:1:2  No “b\\nc”.'])
})
