import { resolve } from 'node:path'

export interface Arguments {
  /** The folder or deck file to open, as an absolute path. */
  readonly path: string | null
  /** Whether to open the pictures instead of the library. */
  readonly gallery: boolean
  /** Whether errors show where they came from. */
  readonly isVerbose: boolean
}

/**
 * Reads what the person gave on the command line.
 * @param argv what follows the program (and, unpackaged, the app's folder); Chromium's own switches are passed over
 * @param cwd what a relative path starts from
 */
export function readArguments(argv: readonly string[], cwd: string): Arguments {
  const path = argv.find((argument) => !argument.startsWith('-'))
  return {
    path: path === undefined ? null : resolve(cwd, path),
    gallery: argv.includes('--gallery'),
    isVerbose: argv.includes('--verbose'),
  }
}
