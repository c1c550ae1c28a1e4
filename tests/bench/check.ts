import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { places } from './places.ts'
import { timed, type Row } from './row.ts'

const rounds = 3

async function checkOnce(args: readonly string[]): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, [places.cli, 'check', ...args], { cwd: places.root, stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`lectern check ended with exit code ${String(code)}`)
  return performance.now() - from
}

/** `lectern check` of the bundled courses, whole processes: by itself, and with what only a browser can tell. */
export async function measure(): Promise<Row[]> {
  const plain: number[] = []
  const layout: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    plain.push(await checkOnce([]))
    layout.push(await checkOnce(['--layout']))
  }
  return [
    timed('lectern check, process start → end', plain),
    timed('lectern check --layout, process start → end', layout),
  ]
}
