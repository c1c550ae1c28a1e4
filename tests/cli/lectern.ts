import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { vi } from 'vitest'
import { lectern as runLectern } from '../../src/cli/lectern.ts'

const home = join(import.meta.dirname, '../..')
const cli = join(home, 'out/main/cli.js')
const systemEnv = { LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', LANGUAGE: '' }

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** What a command says of the machine that runs the tests, and of nothing that they ask for. */
const withoutMachine = (err: string): string => err.replace(/^Lectern: .*(sandbox|샌드박스).*\n/m, '')

/** Runs the command line in this process, which a test that looks at its answers can do, one after the other. */
export async function lectern(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let out = ''
  let err = ''
  const written = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
  const told = vi.spyOn(console, 'log').mockImplementation((text) => void (out += `${String(text)}\n`))
  const complained = vi.spyOn(console, 'error').mockImplementation((text) => void (err += `${String(text)}\n`))
  const before = { ...process.env }
  Object.assign(process.env, systemEnv, env)
  try {
    const code = await runLectern(args, home)
    return { code, out, err: withoutMachine(err) }
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
    for (const spy of [written, told, complained]) spy.mockRestore()
  }
}

/**
 * Runs the built command line as a process, where that is what is looked at. With `interruptOn` it gets Ctrl+C as soon as
 * its standard error holds that text.
 */
export function lecternProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  interruptOn?: string,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...systemEnv, ...env } })
    let out = ''
    let err = ''
    let wasInterrupted = false
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    child.stderr.on('data', (chunk) => {
      err += String(chunk)
      if (interruptOn === undefined || wasInterrupted || !err.includes(interruptOn)) return
      wasInterrupted = true
      child.kill('SIGINT')
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err: withoutMachine(err) }))
  })
}
