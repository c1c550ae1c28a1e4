import { resolve } from 'node:path'
import { givenArguments } from '../services/terminal/given-arguments.ts'
import { startUsage } from '../services/terminal/opening-usage.ts'

export interface Arguments {
  /** The folder or deck file to open, as an absolute path. */
  readonly path: string | null
  /** Whether to open the pictures instead of the library. */
  readonly gallery: boolean
  /** 0: any free one. */
  readonly port: number
  /** Whether to open a browser where there is one. */
  readonly opens: boolean
  /** Whether errors show where they came from. */
  readonly isVerbose: boolean
}

/**
 * Reads what `npm start` was given. Throws a `WrongUsage` where it makes no sense.
 * @param argv what follows the script
 * @param cwd what a relative path starts from
 */
export function readArguments(argv: readonly string[], cwd: string): Arguments {
  const {
    values: { gallery, port = 0, 'no-open': isSilent, verbose },
    positionals: [path],
  } = givenArguments(startUsage, argv)
  return { path: path === undefined ? null : resolve(cwd, path), gallery, port, opens: !isSilent, isVerbose: verbose }
}
