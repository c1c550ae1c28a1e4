/** The command line as a program of its own. */
import { join } from 'node:path'
import { lectern } from './lectern.ts'

const home = join(import.meta.dirname, '..', '..')
void lectern(process.argv.slice(2), home).then((code) => (process.exitCode = code))
