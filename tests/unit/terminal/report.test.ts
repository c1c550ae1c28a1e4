import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { report } from '../../../src/services/terminal/report.ts'

describe('errors in the terminal', () => {
  const said: string[] = []
  beforeEach(() => {
    said.length = 0
    vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
  })
  afterEach(() => vi.restoreAllMocks())
  const cause = new Error('EACCES')
  const known = new LecternError('unreadable', { ko: '읽을 수 없어요.', en: 'It cannot be read.' }, { cause })

  test('are one sentence in the language of the interface', () => {
    report(known, { lang: 'ko', isVerbose: false })
    expect(said).toEqual(['Lectern: 읽을 수 없어요.'])
  })
  test('show where they came from with --verbose', () => {
    report(known, { lang: 'en', isVerbose: true })
    expect(said[0]).toBe('Lectern: It cannot be read.')
    expect(said[1]).toMatch(/ at [\s\S]*EACCES/)
  })
  test('tell where in files it is', () => {
    const problem = { file: 'a.ko.md', line: 3, column: 5, code: 'bad-yaml', severity: 'error' } as const
    const problems = [{ ...problem, message: { ko: '틀렸어요.', en: 'Wrong.' } }]
    const broken = new LecternError('deck-broken', { ko: '덱을 고쳐 주세요.', en: 'Mend the deck.' }, { problems })
    report(broken, { program: 'lectern', lang: 'en', isVerbose: false })
    expect(said).toEqual(['lectern: Mend the deck.', '  a.ko.md:3:5  Wrong.'])
  })
  test('that are bugs say how to see more', () => {
    report(new Error('boom'), { lang: 'en', isVerbose: false })
    expect(said[0]).toContain('boom')
    expect(said[1]).toContain('--verbose')
    expect(said.join('\n')).not.toMatch(/^\s+at /m)
    report(new Error('boom'), { lang: 'ko', isVerbose: true })
    expect(said.join('\n')).toMatch(/^\s+at /m)
    expect(said.slice(2).join('\n')).not.toContain('--verbose')
  })
})
