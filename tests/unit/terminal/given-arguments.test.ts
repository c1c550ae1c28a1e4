import { describe, expect, it } from 'vitest'
import { t } from '../../../src/core/words/t.ts'
import { asksForHelp, type CommandUsage } from '../../../src/services/terminal/command-usage.ts'
import { givenArguments } from '../../../src/services/terminal/given-arguments.ts'
import { helpText, usageForms, usageText, wrongUsageText } from '../../../src/services/terminal/usage-text.ts'
import { WrongUsage } from '../../../src/services/terminal/wrong-usage.ts'

const about = t('무엇이에요.', 'What it is.')
const usage = {
  name: 'lectern print',
  about: t('덱을 인쇄해요.', 'Prints a deck.'),
  forms: ['DECK -o [--lang] [--copies | --plain] [--marks]', 'COURSE --lang ko -o'],
  args: { DECK: t('덱이에요.', 'The deck.'), COURSE: t('강의예요.', 'The course.') },
  takes: { least: 1, most: 1 },
  options: {
    output: { about, short: 'o', value: 'FILE' },
    lang: { about, choices: ['ko', 'en'] },
    copies: { about, value: 'N' },
    marks: { about, value: 'ID', mayBeEmpty: true },
    plain: { about: t('꾸미지 않아요.', 'Without decoration.') },
  },
} as const satisfies CommandUsage

const given = (...args: string[]) => givenArguments(usage, args)

/** What is said of arguments that make no sense. */
function said(...args: string[]): string {
  try {
    given(...args)
  } catch (error) {
    if (error instanceof WrongUsage) return `${error.said.en} | ${error.said.ko}`
    throw error
  }
  return 'nothing'
}

describe('arguments', () => {
  it('come by the names and kinds of their options', () => {
    expect(given('os', '-o', 'x.pdf', '--lang=ko', '--copies', '3', '--plain', '--marks', '')).toEqual({
      values: { output: 'x.pdf', lang: 'ko', copies: 3, marks: '', plain: true, verbose: false, help: false },
      positionals: ['os'],
    })
    expect(given('os').values).toEqual({ plain: false, verbose: false, help: false })
  })

  it('count the last time, and only up to --', () => {
    expect(given('--lang', 'ko', '--lang', 'en', '--', '--plain')).toMatchObject({
      values: { lang: 'en', plain: false },
      positionals: ['--plain'],
    })
  })

  it.each([
    [['os', '--prot'], 'There is no option --prot. | 없는 옵션이에요: --prot'],
    [['os', '-x'], 'There is no option -x. | 없는 옵션이에요: -x'],
    [['os', '--constructor'], 'There is no option --constructor. | 없는 옵션이에요: --constructor'],
    [['os', '-o'], '-o needs a value: FILE | -o에는 값이 필요해요: 파일'],
    [['os', '--output='], '--output needs a value: FILE | --output에는 값이 필요해요: 파일'],
    [['os', '-o', '--plain'], '-o needs a value: FILE | -o에는 값이 필요해요: 파일'],
    [['os', '--plain=yes'], '--plain takes no value. | --plain에는 값을 줄 수 없어요.'],
    [
      ['os', '--lang', 'fr'],
      expect.stringMatching(/^--lang cannot be "fr"; it is one of ko, en\. \| .*"fr"\. ko, en /),
    ],
    [['os', '--copies', 'two'], expect.stringMatching(/^--copies cannot be "two"; .* \| .*"two"/)],
    [['os', '--copies', '123456789'], expect.stringContaining('"123456789"')],
    [['os', 'db'], 'There is no use for "db". | 남는 인수예요: "db"'],
    [[], 'This is missing: DECK|COURSE | 빠진 것이 있어요: 덱|강의'],
  ] as const)('that make no sense, %j, are said', (args, sentence) => expect(said(...args)).toEqual(sentence))

  it('ask for help anywhere before --', () => {
    expect([['--help'], ['os', '-h'], ['os', '--', '--help'], ['help']].map(asksForHelp)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('the help', () => {
  it('shows each way of calling, with the values of options, in both languages', () => {
    expect(usageForms(usage, 'en')).toEqual([
      'lectern print DECK -o FILE [--lang ko|en] [--copies N | --plain] [--marks ID]',
      'lectern print COURSE --lang ko -o FILE',
    ])
    expect(usageText(usage, 'ko')).toBe(
      '사용법: lectern print 덱 -o 파일 [--lang ko|en] [--copies 숫자 | --plain] [--marks ID]\n' +
        '        lectern print 강의 --lang ko -o 파일',
    )
  })

  it('has a sentence for each argument and option, those of all commands too, in columns', () => {
    expect(helpText(usage, 'en')).toBe(`Prints a deck.

${usageText(usage, 'en')}

  DECK               The deck.
  COURSE             The course.
  -o, --output FILE  What it is.
  --lang ko|en       What it is.
  --copies N         What it is.
  --marks ID         What it is.
  --plain            Without decoration.
  --verbose          Also shows where an error came from.
  -h, --help         Shows this help.`)
    const korean = helpText(usage, 'ko').split('\n')
    expect(korean).toContain('  덱                 덱이에요.')
    expect(korean).toContain('  --plain            꾸미지 않아요.')
  })

  it('stands below what was wrong', () => {
    expect(wrongUsageText('lectern', new WrongUsage(t('틀렸어요.', 'Wrong.')), usage, 'ko')).toBe(
      `lectern: 틀렸어요.\n${usageText(usage, 'ko')}`,
    )
  })

  it('has Korean for all that stands for something else', () => {
    expect(() => usageForms({ ...usage, forms: ['SHOE'] }, 'en')).toThrow('SHOE has no Korean')
  })
})
