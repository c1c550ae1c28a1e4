import { expect, test } from 'vitest'
import { asksForHelp, type CommandUsage } from '../../../src/services/terminal/command-usage.ts'
import {
  helpText,
  inColumns,
  usageForms,
  usageText,
  wordedInBoth,
  wrongUsageText,
} from '../../../src/services/terminal/usage-text.ts'
import { WrongUsage } from '../../../src/services/terminal/wrong-usage.ts'

const about = (en: string) => ({ ko: `${en}요.`, en })
const usage: CommandUsage = {
  name: 'lectern do',
  about: about('Does it.'),
  forms: ['FILE -o [--theme] [--json]', '--list', '--format anki'],
  args: { FILE: about('What to do.') },
  takes: { least: 0, most: 1 },
  options: {
    output: { short: 'o', value: 'PATH', about: about('Where to.') },
    theme: { choices: ['light', 'dark'], about: about('How.') },
    format: { choices: ['pdf', 'anki'], about: about('As what.') },
    json: { about: about('As JSON.') },
    list: { about: about('All.') },
  },
}

test('ways of calling have the values of their options put in, but where one stands already', () => {
  expect(usageForms(usage, 'en')).toEqual([
    'lectern do FILE -o PATH [--theme light|dark] [--json]',
    'lectern do --list',
    'lectern do --format anki',
  ])
  expect(usageForms(usage, 'ko')[0]).toBe('lectern do 파일 -o 경로 [--theme light|dark] [--json]')
  expect(usageForms({ ...usage, forms: [''] }, 'en')).toEqual(['lectern do'])
})

test('usage has a line a way of calling, one below the other', () => {
  expect(usageText(usage, 'en')).toBe(
    'usage: lectern do FILE -o PATH [--theme light|dark] [--json]\n       lectern do --list\n       lectern do --format anki',
  )
  expect(usageText(usage, 'ko').split('\n')[1]).toBe('        lectern do --list')
})

test('columns begin below each other, Korean letters being as wide as two', () => {
  expect(
    inColumns([
      ['ab', 'one'],
      ['한글a', 'two'],
      ['', 'three'],
    ]),
  ).toEqual(['  ab     one', '  한글a  two', '         three'])
})

test('help says what a command does, how it is called, and what each argument and option is', () => {
  expect(helpText(usage, 'en').split('\n')).toEqual([
    'Does it.',
    '',
    ...usageText(usage, 'en').split('\n'),
    '',
    '  FILE                What to do.',
    '  -o, --output PATH   Where to.',
    '  --theme light|dark  How.',
    '  --format pdf|anki   As what.',
    '  --json              As JSON.',
    '  --list              All.',
    '  --verbose           Also shows where an error came from.',
    '  -h, --help          Shows this help.',
  ])
  expect(helpText(usage, 'ko')).toContain('  -o, --output 경로   Where to.요.')
})

test('wrong usage is told with how it is right', () => {
  const wrong = new WrongUsage(about('No.'))
  expect(wrongUsageText('lectern', wrong, usage, 'en')).toBe(`lectern: No.\n${usageText(usage, 'en')}`)
  expect(wrongUsageText('lectern', wrong, usage, 'ko')).toBe(`lectern: No.요.\n${usageText(usage, 'ko')}`)
})

test('a placeholder is worded in both languages, and one without Korean is a mistake of ours', () => {
  expect(wordedInBoth('--answer ID|N')).toEqual({ ko: '--answer ID|숫자', en: '--answer ID|N' })
  expect(() => wordedInBoth('THING')).toThrow('THING has no Korean')
})

test('help is asked for by either word, before what follows two dashes', () => {
  const asked = [['--help'], ['-h'], ['a', '-h', '--', 'b'], ['--', '--help'], ['help'], ['-H'], []]
  expect(asked.map((args) => asksForHelp(args))).toEqual([true, true, true, false, false, false, false])
})
