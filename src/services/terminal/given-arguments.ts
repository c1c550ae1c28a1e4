import { parseArgs } from 'node:util'
import { generalOptions, type CommandUsage, type OptionUsage, type OptionUsages } from './command-usage.ts'
import { valueShown, wordedInBoth } from './usage-text.ts'
import { wrongUsage } from './wrong-usage.ts'

/** What an option was given as: a switch as a boolean. */
type Given<O extends OptionUsage> = O extends { readonly choices: readonly (infer Choice)[] }
  ? Choice | undefined
  : O extends { readonly value: 'N' }
    ? number | undefined
    : O extends { readonly value: string }
      ? string | undefined
      : boolean

export interface GivenArguments<O extends OptionUsages> {
  readonly values: { readonly [Name in keyof O]: Given<O[Name]> } & { readonly verbose: boolean }
  readonly positionals: readonly string[]
}

/** The log of reviews takes no larger numbers. */
const usualRange = { least: 0, most: 99_999_999 }

function checkedValue(flag: string, option: OptionUsage, given: string | undefined, isInline: boolean): unknown {
  const shown = valueShown(option)
  if (shown === undefined) {
    if (isInline) throw wrongUsage.takesNoValue(flag)
    return true
  }
  // A value that looks like an option is one only where it cannot be anything else.
  const isAbsent = given === undefined || (given === '' && !option.mayBeEmpty) || (!isInline && /^-./.test(given))
  if (isAbsent) throw wrongUsage.needsValue(flag, wordedInBoth(shown))
  if (option.choices?.includes(given) === false) throw wrongUsage.notOneOf(flag, option.choices, given)
  if (option.value !== 'N') return given
  const range = option.range ?? usualRange
  const number = /^\d+$/.test(given) ? Number(given) : NaN
  if (!(number >= range.least && number <= range.most)) throw wrongUsage.noNumber(flag, given, range)
  return number
}

/** Reads what a command was given, by its description. Throws a `WrongUsage` where that makes no sense. */
export function givenArguments<O extends OptionUsages>(
  usage: CommandUsage<O>,
  argv: readonly string[],
): GivenArguments<O> {
  const all: OptionUsages = { ...usage.options, ...generalOptions }
  const options = Object.fromEntries(
    Object.entries(all).map(([name, option]) => [
      name,
      {
        type: valueShown(option) === undefined ? ('boolean' as const) : ('string' as const),
        ...(option.short === undefined ? {} : { short: option.short }),
      },
    ]),
  )
  // Node's own sentences are for programmers and in English: what it found is looked through here.
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const values = new Map(
    Object.entries(all).map(([name, option]) => [name, valueShown(option) === undefined ? false : undefined] as const),
  ) as Map<string, unknown>
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(all, token.name) ? all[token.name] : undefined
    if (option === undefined) throw wrongUsage.unknownOption(token.rawName)
    values.set(token.name, checkedValue(token.rawName, option, token.value, token.inlineValue === true))
  }
  const { least, most } = usage.takes
  const extra = positionals[most]
  if (extra !== undefined) throw wrongUsage.tooMany(extra)
  if (positionals.length < least) throw wrongUsage.missing(wordedInBoth(Object.keys(usage.args).join('|')))
  return { values: Object.fromEntries(values) as GivenArguments<O>['values'], positionals }
}
