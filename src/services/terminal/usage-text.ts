/** How a command is called, as text: its usage lines, its help, and what is said where it was called otherwise. */
import type { Lang, Text } from '../../contract/deck.ts'
import { generalOptions, type CommandUsage, type OptionUsage } from './command-usage.ts'
import type { WrongUsage } from './wrong-usage.ts'

/** What stands in usage lines for something else, in Korean. */
const placeholders: Readonly<Record<string, string>> = {
  COMMAND: '명령',
  COURSE: '강의',
  DECK: '덱',
  FILE: '파일',
  FOLDER: '폴더',
  ID: 'ID',
  N: '숫자',
  PATH: '경로',
  SCENARIO: '시나리오',
  TITLE: '제목',
}
/** A part of a usage line in a language. Throws a RangeError for a placeholder without Korean. */
function worded(part: string, lang: Lang): string {
  return part.replaceAll(/\b[A-Z]+\b/g, (name) => {
    const korean = placeholders[name]
    if (korean === undefined) throw new RangeError(`${name} has no Korean`)
    return lang === 'ko' ? korean : name
  })
}
export const wordedInBoth = (part: string): Text => ({ ko: worded(part, 'ko'), en: worded(part, 'en') })

/** What a value of an option may be, as usage lines show it; nothing for a switch. */
export const valueShown = ({ choices, value }: OptionUsage): string | undefined => choices?.join('|') ?? value

/** An option of a form with what follows it; not one that is followed by a value already. */
const optionInForm = /--?[a-z-]+\b(?![-a-z])(?! [a-z])/g

/** The ways of calling a command, each whole in one line. */
export function usageForms({ name, forms, options }: CommandUsage, lang: Lang): string[] {
  const values = new Map(
    Object.entries(options).flatMap(([long, option]) =>
      [`--${long}`, `-${option.short ?? long}`].map((flag) => [flag, valueShown(option)] as const),
    ),
  )
  const filled = (form: string): string =>
    form.replaceAll(optionInForm, (flag) => [flag, values.get(flag) ?? []].flat().join(' '))
  return forms.map((form) => `${name} ${worded(filled(form), lang)}`.trimEnd())
}

/** How many columns of a terminal a text takes: Korean letters take two. */
const widthOf = (text: string): number => text.length + (text.match(/[ᄀ-ᇿ⺀-힣＀-￠]/g) ?? []).length

/** Lines of two columns. */
export function inColumns(rows: readonly (readonly [name: string, about: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => widthOf(name)))
  return rows.map(([name, about]) => `  ${name}${' '.repeat(width - widthOf(name))}  ${about}`)
}

/** `usage: …`, a line a way of calling. */
export function usageText(usage: CommandUsage, lang: Lang): string {
  const head = lang === 'ko' ? '사용법: ' : 'usage: '
  return head + usageForms(usage, lang).join(`\n${' '.repeat(widthOf(head))}`)
}

/** What a command does, how it is called, and a sentence for each argument and option. */
export function helpText(usage: CommandUsage, lang: Lang): string {
  const args = Object.entries(usage.args).map(([name, about]) => [worded(name, lang), about[lang]] as const)
  const all: Readonly<Record<string, OptionUsage>> = { ...usage.options, ...generalOptions }
  const options = Object.entries(all).map(([long, option]) => {
    const value = valueShown(option)
    const shown = `${option.short === undefined ? '' : `-${option.short}, `}--${long}${value === undefined ? '' : ` ${worded(value, lang)}`}`
    return [shown, option.about[lang]] as const
  })
  return [usage.about[lang], '', usageText(usage, lang), '', ...inColumns([...args, ...options])].join('\n')
}

/** What was wrong, and how it is right. */
export const wrongUsageText = (program: string, { said }: WrongUsage, usage: CommandUsage, lang: Lang): string =>
  `${program}: ${said[lang]}\n${usageText(usage, lang)}`
