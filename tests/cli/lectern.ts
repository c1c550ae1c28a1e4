import { spawn } from 'node:child_process'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../out/main/cli.js')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command line. With `interruptOn` it gets Ctrl+C as soon as its standard error holds that text. */
export function lectern(args: readonly string[], env: Record<string, string> = {}, interruptOn?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...env },
    })
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
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
