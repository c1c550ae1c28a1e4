import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { LecternError, unexpected } from '../contract/failure.ts'
import { systemLang } from '../services/door/system-lang.ts'

const usage = `lectern: decks from interview notes

  lectern check [PATH] [--coverage] [--facts] [--layout] [--json] [--lang ko|en]
      Checks a deck, a course or a folder of courses (by default those that come with Lectern): also what slides
      leave out (--coverage) and what does not fit on them (--layout); --facts lists what will not stay true.
  lectern export DECK [--lang ko|en] [--theme light|dark] [--steps all|final] [--glossary] -o FILE [--json]
      Prints a deck to PDF, a page for each step. DECK is COURSE/NAME, such as docker/01-docker-and-vm, or a path.
  lectern present [FOLDER] [--gallery]
      Opens Lectern, with --gallery the pictures without a deck.
  lectern scenes [--json]
      Lists the pictures and their steps.
  lectern export COURSE --format anki [--lang ko|en] -o FILE [--json]
      Writes the questions of a course as a file that Anki imports.
  lectern review [--course COURSE] [--mode due|ahead|weak] [--topic DECK] [--lang ko|en] [--json]
      What is due and why. --answer ID --points hit,half,miss… records an answer, --undo takes the last one back,
      --log prints the record of reviews, --anki-ids FILE tells which questions a file of Anki's holds.
  lectern record [SCENARIO…] --out FOLDER [--socket PATH | --throw-away]
      Records the Docker engine at work; --list shows the scenarios.
  lectern --version

  --verbose shows where an error came from.
  Exit codes: 0 done, 1 something is wrong with the input, 2 wrong usage.`

/**
 * `lectern COMMAND …`: the command line. Standard output carries only the answer; words about it go to standard error.
 * @param args after the name of the program
 * @param home the folder that Lectern is installed in
 * @returns the exit code
 */
export async function lectern(args: readonly string[], home: string): Promise<number> {
  try {
    return await commandOf(args, home)
  } catch (error) {
    report(error, args.includes('--verbose'))
    return 1
  }
}

async function commandOf([name = '', ...rest]: readonly string[], home: string): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    console.log(usage)
    return 0
  }
  if (name === '--version') {
    console.log(packageJson.version)
    return 0
  }
  const commands = commandsOf(home)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    console.error(name === '' ? usage : `lectern: there is no command "${name}".\n\n${usage}`)
    return 2
  }
  return command(rest)
}

/** Only what a command needs is loaded. */
function commandsOf(home: string): Readonly<Record<string, (args: readonly string[]) => Promise<number>>> {
  const places = {
    home,
    bundledSlides: join(home, 'slides'),
    bundledReadings: join(home, 'out', 'readings.json'),
    rendererRoot: join(home, 'out', 'renderer'),
  }
  return {
    check: async (args) => (await import('./check.ts')).checkCommand(args, places),
    export: async (args) => (await import('./export.ts')).exportCommand(args, places),
    present: async (args) => (await import('./present.ts')).presentCommand(args, places),
    record: async (args) => (await import('./record.ts')).recordCommand(args),
    review: async (args) => (await import('./review.ts')).reviewCommand(args, places),
    scenes: async (args) => (await import('./scenes.ts')).scenesCommand(args),
  }
}

/** An error in words; where it came from only if asked for. */
function report(error: unknown, isVerbose: boolean): void {
  const lang = systemLang()
  if (error instanceof LecternError) {
    console.error(`lectern: ${error.failure.message[lang]}`)
    for (const { file, line, column, message } of error.failure.problems ?? []) {
      console.error(`  ${file}:${line}:${column}  ${message[lang]}`)
    }
  } else {
    const sentence = {
      ko: `${unexpected.ko} --verbose를 붙이면 자세히 보여 줘요.`,
      en: `${unexpected.en} Add --verbose to see what.`,
    }
    console.error(`lectern: ${sentence[lang]}`)
  }
  if (isVerbose) console.error(error)
}
