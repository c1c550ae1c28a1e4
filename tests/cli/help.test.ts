import { expect, test } from 'vitest'
import { overallHelp, usages } from '../../src/cli/usages.ts'
import { helpText, usageText } from '../../src/services/terminal/usage-text.ts'
import { lectern } from './lectern.ts'

const korean = { LC_ALL: 'ko_KR.UTF-8' }

test('the help is the answer, in the language of the system', async () => {
  for (const ask of ['--help', '-h', 'help']) {
    expect(await lectern([ask])).toEqual({ code: 0, out: `${overallHelp('en')}\n`, err: '' })
  }
  expect((await lectern(['--help'], korean)).out).toBe(`${overallHelp('ko')}\n`)
  expect((await lectern(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each(Object.values(usages).map((usage) => [usage.name, usage] as const))(
  '%s tells how it is called, whichever way it is asked, and does nothing else',
  async (_, usage) => {
    const name = usage.name.slice('lectern '.length)
    const help = { code: 0, out: `${helpText(usage, 'en')}\n`, err: '' }
    for (const args of [
      [name, '--help'],
      [name, '--prot', '-h'],
      ['help', name],
      ['--help', name],
    ]) {
      expect(await lectern(args)).toEqual(help)
    }
    expect((await lectern([name, '--help'], korean)).out).toBe(`${helpText(usage, 'ko')}\n`)
  },
)

/** A wrong call of each command that reads its arguments itself. */
test.each([
  ['check', '--prot'],
  ['export', '--prot'],
  ['review', '--prot'],
  ['scenes', '--prot'],
  ['record', '--prot'],
] as const)('%s called wrongly is 2: what was wrong, then how it is called', async (name, option) => {
  const usage = usages[name]
  const err = `lectern: There is no option --prot.\n${usageText(usage, 'en')}\n`
  expect(await lectern([name, option])).toEqual({ code: 2, out: '', err })
  const inKorean = `lectern: 없는 옵션이에요: --prot\n${usageText(usage, 'ko')}\n`
  expect((await lectern([name, option], korean)).err).toBe(inKorean)
})

test.each([
  [['export', '-o', 'x.pdf'], 'This is missing: DECK|COURSE'],
  [['export', 'docker/x'], 'This is missing: -o FILE'],
  [['export', 'docker', '--format', 'anki', '-o', 'x', '--steps', 'all'], '--format anki and --steps do not go'],
  [['export', 'docker', '--format', 'anki', '-o', 'x', '--glossary'], '--format anki and --glossary do not go'],
  [['record'], 'This is missing: --out FOLDER'],
  [['record', '--out', 'x', '--throw-away', '--socket', 'y'], '--throw-away and --socket do not go'],
  [['record', '--out', 'x', 'nothing'], 'There is no scenario nothing. See --list.'],
  [['review', '--hints', '1'], 'This is missing: --answer ID'],
  [['review', '--undo', '--log'], '--undo and --log do not go'],
  [['review', '--answer', 'q', '--mode', 'weak'], '--answer and --mode do not go'],
  [['review', '--answer', 'q', '--points', 'hit,maybe'], '--points cannot be "maybe"; it is one of hit, half, miss.'],
] as const)('%j is wrong, and says what', async (args, sentence) => {
  const { code, out, err } = await lectern(args)
  expect([code, out]).toEqual([2, ''])
  expect(err.split('\n')[0]).toContain(`lectern: ${sentence}`)
})

test('a command that there is not, and none, are answered with all commands', async () => {
  expect(await lectern([])).toEqual({ code: 2, out: '', err: `${overallHelp('en')}\n` })
  for (const args of [['prot'], ['help', 'prot'], ['constructor']]) {
    const name = args.at(-1) ?? ''
    const err = `lectern: There is no command ${name}.\n\n${overallHelp('en')}\n`
    expect(await lectern(args)).toEqual({ code: 2, out: '', err })
  }
  expect((await lectern(['prot'], korean)).err).toContain('lectern: 없는 명령이에요: prot\n')
})
