import { parseArgs } from 'node:util'
import { resolve } from 'node:path'

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

const options = {
  gallery: { type: 'boolean' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const

/**
 * Reads `[FOLDER] [--gallery] [--port N] [--no-open] [--verbose]`.
 * @param argv what follows the script
 * @param cwd what a relative path starts from
 * @returns null where it makes no sense
 */
export function readArguments(argv: readonly string[], cwd: string): Arguments | null {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    const port = Number(values.port ?? 0)
    const [path] = positionals
    if (positionals.length > 1 || !/^\d{1,5}$/.test(values.port ?? '0') || port > 65_535) return null
    return {
      path: path === undefined ? null : resolve(cwd, path),
      gallery: values.gallery === true,
      port,
      opens: values['no-open'] !== true,
      isVerbose: values.verbose === true,
    }
  } catch {
    return null
  }
}
