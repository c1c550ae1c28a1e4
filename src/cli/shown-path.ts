import { isAbsolute, relative, resolve } from 'node:path'

/** A path as short as can be: relative where it is below the working directory. */
export function shownPath(file: string): string {
  const short = relative(process.cwd(), resolve(file))
  return short === '' || short.startsWith('..') || isAbsolute(short) ? file : short
}
