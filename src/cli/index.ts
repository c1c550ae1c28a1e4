/** `lectern COMMAND …`: the command line. Standard output carries only the answer; words about it go to standard error. */
import { join } from 'node:path'
import { checkCommand } from './check.ts'

const home = join(import.meta.dirname, '..', '..')
const bundledSlides = join(home, 'slides')

const usage = `lectern: decks from interview notes

  lectern check [PATH] [--json] [--lang ko|en]
      Checks a deck, a course or a folder of courses (default: the bundled ones).
      Exit code 1 if there are errors.
  lectern export DECK [--lang ko|en] [--theme light|dark] [--steps all|final] -o FILE [--json]
      Prints a deck to PDF. DECK is COURSE/NAME, such as docker/01-docker-and-vm, or a path.
  lectern --version

  --verbose shows where an unexpected error came from.`

/** Runs one command and gives the exit code: 0 done, 1 a problem with the input, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  switch (command) {
    case 'check':
      return checkCommand(rest, { bundledSlides })
    case 'help':
    case '--help':
    case '-h':
      console.log(usage)
      return 0
    default:
      console.error(command === undefined ? usage : `lectern: there is no command "${command}".\n\n${usage}`)
      return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
