import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quietly } from '../../../tools/quietly.mjs'

it('says in the end where the log of a failed command is, after the last lines of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-tools-'))
  const log = join(folder, 'build.log')
  const script = 'for (let i = 1; i <= 40; i += 1) console.log(`line ${i}`); process.exitCode = 3'
  try {
    let heard = ''
    const running = quietly(process.execPath, ['-e', script], {
      what: 'building the windows',
      log,
      onText: (text) => (heard += text),
    })
    const message = await running.then(
      () => '',
      (error: unknown) => (error as Error).message,
    )
    const lines = message.split('\n')
    expect(lines.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, i) => `line ${i + 29}`))
    expect(lines.at(-1)).toBe(`Lectern: building the windows failed (exit code 3); the whole log is ${log}`)
    expect(readFileSync(log, 'utf8')).toContain('line 1\n')
    expect(heard).toBe(readFileSync(log, 'utf8'))
    await expect(quietly(join(folder, 'missing'), [], { what: 'installing', log })).rejects.toThrow(
      /^installing failed \(.*ENOENT.*\); the whole log is /,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
