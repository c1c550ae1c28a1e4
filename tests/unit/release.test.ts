/** The release workflow, which nothing here can run: read, and its steps' scripts looked at one by one. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import packageJson from '../../package.json' with { type: 'json' }

interface Step {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly needs?: readonly string[]
  readonly if?: string
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } }
  readonly steps: readonly Step[]
}

const root = join(import.meta.dirname, '..', '..')
const source = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
const { jobs } = parse(source) as { jobs: Readonly<Record<'packages' | 'released', Job>> }
const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [run])))

test('its first line says that it never ran', () => {
  expect(source.split('\n')[0]).toMatch(/^# .*never run/)
})

test('it packs and tries out on Linux, Windows and macOS', () => {
  expect(jobs.packages.strategy?.matrix.os.map((os) => os.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos'])
  expect(jobs.packages.steps.map(({ id }) => id)).toEqual(expect.arrayContaining(['pack', 'smoke']))
})

test.each(runs)('every npm script and file of «%s» is there, and the shell can read it', (run) => {
  for (const [, script = ''] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
    expect(packageJson.scripts).toHaveProperty([script])
  for (const [file] of run.matchAll(/tools\/[\w.-]+/g))
    expect([file, existsSync(join(root, file))]).toEqual([file, true])
  expect(spawnSync('bash', ['-n', '-c', run]).status).toBe(0)
})

const last = jobs.packages.steps.at(-1)
const ids = jobs.packages.steps.slice(0, -1).map(({ id }) => id ?? '')
/** Runs the last step with what GitHub would tell of the steps before. */
const judge = (outcomes: Readonly<Record<string, { outcome: string }>>): number | null =>
  spawnSync('bash', ['-c', last?.run ?? 'false'], {
    cwd: root,
    env: { ...process.env, STEPS: JSON.stringify(outcomes) },
  }).status
const allWell = Object.fromEntries(ids.map((id) => [id, { outcome: 'success' }]))

test('a job is red when any of its steps was skipped, failed or never came up', () => {
  expect(last?.if).toBe('always()')
  expect(last?.run?.split(' ').slice(2)).toEqual(ids)
  expect(judge(allWell)).toBe(0)
  for (const outcome of ['skipped', 'failure']) expect(judge({ ...allWell, smoke: { outcome } })).toBe(1)
  expect(judge(Object.fromEntries(Object.entries(allWell).filter(([id]) => id !== 'keep')))).toBe(1)
})

test('the release is red when the packages of a system were skipped', () => {
  const { needs, if: when, steps } = jobs.released
  expect([needs, when]).toEqual([['packages'], 'always()'])
  const [step] = steps
  expect(step?.env?.['RESULT']).toContain('needs.packages.result')
  const verdict = (result: string): number | null =>
    spawnSync('bash', ['-c', step?.run ?? 'false'], { env: { ...process.env, RESULT: result } }).status
  expect(['success', 'skipped', 'failure', 'cancelled'].map(verdict)).toEqual([0, 1, 1, 1])
})
