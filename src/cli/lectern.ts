import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import type { Lang } from '../contract/deck.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { asksForHelp } from '../services/terminal/command-usage.ts'
import { report } from '../services/terminal/report.ts'
import { helpText, wrongUsageText } from '../services/terminal/usage-text.ts'
import { WrongUsage } from '../services/terminal/wrong-usage.ts'
import { overallHelp, usages, type CommandName } from './usages.ts'
import { print, printError } from '../services/terminal/print.ts'

/**
 * `lectern COMMAND …`: the command line. Standard output carries only the answer; words about it go to standard error.
 * @param args after the name of the program
 * @param home the folder that Lectern is installed in
 * @returns the exit code
 */
export async function lectern(args: readonly string[], home: string): Promise<number> {
  const lang = systemLang()
  try {
    return await dispatch(args, home, lang)
  } catch (error) {
    report(error, { program: 'lectern', lang, isVerbose: args.includes('--verbose') })
    return 1
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(usages, name)

async function dispatch([first = '', ...rest]: readonly string[], home: string, lang: Lang): Promise<number> {
  if (first === '--version') {
    print(packageJson.version)
    return 0
  }
  const isHelp = ['help', '--help', '-h'].includes(first)
  const name = isHelp ? (rest[0] ?? '') : first
  if (!isCommand(name)) {
    if (isHelp && name === '') {
      print(overallHelp(lang))
      return 0
    }
    const none = { ko: `없는 명령이에요: ${name}`, en: `There is no command ${name}.` }
    printError(name === '' ? overallHelp(lang) : `lectern: ${none[lang]}\n\n${overallHelp(lang)}`)
    return 2
  }
  if (isHelp || asksForHelp(rest)) {
    print(helpText(usages[name], lang))
    return 0
  }
  try {
    return await commandsAt(home)[name](rest)
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    printError(wrongUsageText('lectern', error, usages[name], lang))
    return 2
  }
}

/** Only what a command needs is loaded. */
function commandsAt(home: string): Readonly<Record<CommandName, (args: readonly string[]) => Promise<number>>> {
  const places = {
    home,
    bundledSlides: join(home, 'slides'),
    bundledReadings: join(home, 'out', 'readings.json'),
    rendererRoot: join(home, 'out', 'renderer'),
  }
  return {
    check: async (args) => (await import('./check.ts')).checkCommand(args, places),
    export: async (args) => (await import('./export.ts')).exportCommand(args, places),
    new: async (args) => (await import('./new.ts')).newCommand(args, places),
    present: async (args) => (await import('./present.ts')).presentCommand(args, places),
    record: async (args) => (await import('./record.ts')).recordCommand(args),
    review: async (args) => (await import('./review.ts')).reviewCommand(args, places),
    scenes: async (args) => (await import('./scenes.ts')).scenesCommand(args),
  }
}
