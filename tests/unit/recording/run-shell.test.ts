import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { runShell, shellEvent, textOf, type Ran } from '../../../src/services/recording/run-shell.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const { env } = process
const stopped = new LecternError('cancelled', { ko: '', en: 'stopped' })

test('a command is told with its exit code and what it wrote where', async () => {
  const ran = await runShell('echo out; echo err >&2; exit 3', { env, signal: new AbortController().signal })
  expect(ran.exitCode).toBe(3)
  expect([textOf(ran, 'stdout'), textOf(ran, 'stderr')]).toEqual(['out\n', 'err\n'])
})

test('a command that is stopped is dead with all that it has started', async () => {
  const folder = await temporaryFolder()
  const [begun, late] = [join(folder, 'begun'), join(folder, 'late')]
  const stop = new AbortController()
  // What is left alive would hold its output open until it is late.
  const ran = runShell(`(touch '${begun}'; sleep 1; touch '${late}') & wait; touch '${late}'`, {
    env,
    signal: stop.signal,
  }).catch((error: unknown) => error)
  await expect.poll(() => existsSync(begun)).toBe(true)
  stop.abort(stopped)
  expect(await ran).toBe(stopped)
  expect(existsSync(late)).toBe(false)
})

test('a command is not begun after the stop', async () => {
  const file = join(await temporaryFolder(), 'begun')
  await expect(runShell(`touch '${file}'`, { env, signal: AbortSignal.abort(stopped) })).rejects.toBe(stopped)
  expect(existsSync(file)).toBe(false)
})

test('as an event it has the first eighty pieces of its output, each up to three thousand letters', () => {
  const piece = (text: string, index: number) => ({ at: 1000.126 + index, channel: 'stdout' as const, text })
  const texts = ['x'.repeat(3000), 'y'.repeat(3001), ...Array.from({ length: 100 }, (_, index) => String(index))]
  const ran: Ran = { command: 'c', startedAt: 1000, endedAt: 1200.5, exitCode: 0, output: texts.map(piece) }
  const event = shellEvent(ran, 990)
  expect(event).toMatchObject({ t_ms: 10, summary: 'c', response: { t_ms: 210.5, exitCode: 0 } })
  const output = event.response?.['output'] as { t_ms: number; text: string }[]
  expect(output.map(({ text }) => text)).toEqual(['x'.repeat(3000), `${'y'.repeat(3000)}…`, ...texts.slice(2, 80)])
  expect(output[1]?.t_ms).toBe(11.13)
})
