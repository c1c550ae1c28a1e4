import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { givenArguments } from '../services/terminal/given-arguments.ts'
import { usages } from './usages.ts'

/**
 * `lectern present [FOLDER]`: opens Lectern as `npm start` does; with
 * `--gallery` the pictures without a deck.
 * @param home the folder that Lectern is in
 * @returns the exit code of the shell that was opened. Rejects with a `WrongUsage`.
 */
export async function presentCommand(args: readonly string[], { home }: { readonly home: string }): Promise<number> {
  // Not every shell looks through all that it is given: Electron is given Chromium's own switches too.
  givenArguments(usages.present, args)
  const child = spawn(process.execPath, [join(home, 'tools', 'start.mjs'), ...args], {
    stdio: 'inherit',
    // The folder is meant from where the person stands.
    env: { ...process.env, INIT_CWD: process.env['INIT_CWD'] ?? process.cwd() },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}
