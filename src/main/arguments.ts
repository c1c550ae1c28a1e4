import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asksForHelp } from '../services/terminal/command-usage.ts'

export interface Arguments {
  /** The folder or deck file to open, as an absolute path. */
  readonly path: string | null
  /** Whether to open the pictures instead of the library. */
  readonly gallery: boolean
  /** Whether errors show where they came from. */
  readonly isVerbose: boolean
  /** Whether to tell how the app is called instead of opening it. */
  readonly asksHelp: boolean
}

/** A path as it was given. File managers on Linux hand over addresses, which is what `%U` in a desktop file asks for. */
function pathIn(given: string, cwd: string): string {
  if (!given.startsWith('file://')) return resolve(cwd, given)
  try {
    return fileURLToPath(given)
  } catch {
    // One that names another machine, or encodes nothing: it is told as a path that is not there.
    return resolve(cwd, given)
  }
}

/**
 * Reads what the person gave on the command line.
 * @param argv what follows the program (and, unpackaged, the app's folder); Chromium's own switches are passed over
 * @param cwd what a relative path starts from
 */
export function readArguments(argv: readonly string[], cwd: string): Arguments {
  const path = argv.find((argument) => !argument.startsWith('-'))
  return {
    path: path === undefined ? null : pathIn(path, cwd),
    gallery: argv.includes('--gallery'),
    isVerbose: argv.includes('--verbose'),
    asksHelp: asksForHelp(argv),
  }
}
