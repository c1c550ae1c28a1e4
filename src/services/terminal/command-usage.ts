/**
 * How a program or one of its commands is called. From one description come its help, the reading of its arguments, what
 * is said of wrong ones, and the headings of docs/cli.md.
 */
import type { Text } from '../../contract/deck.ts'
import { t } from '../../core/words/t.ts'

export interface NumberRange {
  readonly least: number
  readonly most: number
}

/** What is said of an option: a switch, unless it takes a value. */
export interface OptionUsage {
  readonly about: Text
  readonly short?: string
  /** The only values that it takes. */
  readonly choices?: readonly string[]
  /** The kind of its value, `FILE`; `N` is a whole number. */
  readonly value?: string
  /** Which numbers it takes, both ends included. */
  readonly range?: NumberRange
  readonly mayBeEmpty?: true
}
export type OptionUsages = Readonly<Record<string, OptionUsage>>

export interface CommandUsage<O extends OptionUsages = OptionUsages> {
  /** As it is typed: `lectern check`. */
  readonly name: string
  readonly about: Text
  /** What follows the name, an entry a way of calling it; values of options are put in: `DECK -o [--lang]`. */
  readonly forms: readonly string[]
  /** What its arguments are, by what they are called in `forms`. */
  readonly args: Readonly<Record<string, Text>>
  /** How many arguments it takes. */
  readonly takes: { readonly least: 0 | 1; readonly most: number }
  readonly options: O
}

/** What every command understands; left out of its forms. */
export const generalOptions = {
  verbose: { about: t('오류가 어디서 났는지도 보여 줘요.', 'Also shows where an error came from.') },
  help: { about: t('이 도움말을 보여 줘요.', 'Shows this help.'), short: 'h' },
} as const satisfies OptionUsages

/** Whether arguments ask for help instead of what they say besides. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h')
}
