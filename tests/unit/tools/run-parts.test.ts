import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nodePath, root } from '../../../tools/node.mjs'
import { runParts } from '../../../tools/run-parts.mjs'
import { temporaryFolder } from '../temporary-folder.ts'

interface FakePart {
  readonly name: string
  readonly seconds: number
  readonly project?: string
  readonly script: string
}

const results = (state: string) => JSON.stringify({ tests: [{ name: 'a test', state, retries: 0 }], broken: [] })
const writes = (state: string) =>
  `require('node:fs').writeFileSync(process.env.LECTERN_RESULTS, ${JSON.stringify(results(state))});`
const good: FakePart = { name: 'good', seconds: 1, script: writes('passed') }
const bad: FakePart = {
  name: 'bad',
  seconds: 3,
  script: `${writes('failed')} console.log('why it failed'); process.exitCode = 1`,
}
const lost: FakePart = { name: 'lost', seconds: 1, script: 'process.exitCode = 1' }

/**
 * Has done a test and never ends. A process that it started hears no signal, and it hears none itself where it is `deaf`.
 * Both are named in a file.
 */
const endless = (isDeaf: boolean): FakePart => ({
  name: 'endless',
  seconds: 5,
  script: `${writes('passed')}
    const deaf = "process.on('SIGTERM', () => {}); process.send(''); setInterval(() => {}, 1000)"
    const child = require('node:child_process').spawn(process.execPath, ['-e', deaf], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    if (${isDeaf}) process.on('SIGTERM', () => {})
    child.on('message', () =>
      require('node:fs').writeFileSync(process.env.FAKE_PIDS, process.pid + ' ' + child.pid))`,
})

it('runs one part after the other, shows why one failed, and reckons what is left by how fast it went', async () => {
  const told: string[] = []
  const code = await runParts([good, bad, lost], {
    folder: await temporaryFolder(),
    argsOf: ({ script }) => ['-e', script],
    tell: (line) => told.push(line),
  })
  expect(code).toBe(1)
  expect(told).toEqual([
    '[0 of 3] good · 0:00 gone, about 0:05 left',
    expect.stringMatching(/^\[1 of 3\] bad · 0:\d\d gone, about \d:\d\d left$/),
    'why it failed\n',
    expect.stringMatching(/^\[2 of 3\] lost · /),
    '',
    expect.stringMatching(/^\[3 of 3\] done · 0:\d\d gone, about 0:00 left$/),
    'Failed:',
    '  bad: a test',
    'lost left no results',
    '0 flaky',
    '1 passed, 2 failed',
  ])
})

it('counts specs as Playwright tells of them', async () => {
  const specs = ['expected', 'unexpected'].map((status) => ({
    title: status,
    tests: [{ projectName: 'browser shell', status, annotations: [] }],
  }))
  const told: string[] = []
  const output = JSON.stringify(JSON.stringify({ suites: [{ title: 'a.spec.ts', specs }], errors: [] }))
  const script = `require('node:fs').writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, ${output})`
  const code = await runParts(
    [{ name: 'specs', seconds: 1, project: 'e2e', script: `${script}; process.exitCode = 1` }],
    {
      folder: await temporaryFolder(),
      argsOf: (part) => ['-e', part.script],
      tell: (line) => told.push(line),
    },
  )
  expect(code).toBe(1)
  expect(told.at(-1)).toBe('1 passed, 1 failed')
})

const run = promisify(execFile)
/** A process that ended and that nobody has asked about is still listed, as a zombie. */
const isAlive = async (pid: string): Promise<boolean> =>
  run('ps', ['-o', 'stat=', '-p', pid]).then(
    ({ stdout }) => !stdout.startsWith('Z'),
    () => false,
  )

/** Runs parts in a process that leads a group of its own, as one that was started in a terminal does. */
async function running(parts: readonly FakePart[]) {
  const folder = await temporaryFolder()
  const pids = join(folder, 'pids')
  const program = `
    import { runParts } from ${JSON.stringify(pathToFileURL(join(root, 'tools/run-parts.mjs')).href)}
    const [folder, parts] = process.argv.slice(1)
    const how = { folder, argsOf: ({ script }) => ['-e', script], graceMs: 200 }
    process.exitCode = await runParts(JSON.parse(parts), how)`
  const args = ['--input-type=module', '-e', program, join(folder, 'results'), JSON.stringify(parts)]
  const child = spawn(nodePath(), args, {
    detached: true,
    env: { ...process.env, FAKE_PIDS: pids },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    lines: said.trimEnd().split('\n'),
  }))
  await expect.poll(() => readFile(pids, 'utf8').catch(() => '')).toMatch(/^\d+ \d+$/)
  return { pid: child.pid ?? 0, started: (await readFile(pids, 'utf8')).split(' '), ended }
}

// Signals to a group are not known there.
describe.skipIf(process.platform === 'win32').each([
  ['Ctrl+C', 'SIGINT', 'group', 130],
  ['SIGTERM', 'SIGTERM', 'alone', 143],
  ['a closed terminal', 'SIGHUP', 'group', 129],
] as const)('%s', (_, signal, whom, exitCode) => {
  it.each([false, true])('ends what runs and tells what there is so far (deaf: %s)', async (isDeaf) => {
    const { pid, started, ended } = await running([good, endless(isDeaf), bad])
    expect(await Promise.all(started.map(isAlive))).toEqual([true, true])
    process.kill(whom === 'group' ? -pid : pid, signal)
    const { code, lines } = await ended
    expect(code).toBe(exitCode)
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^\[1 of 3\] endless · /),
      expect.stringMatching(/^Stopped after \d+:\d\d in part 2 of 3\. What had ended by then:$/),
      '0 flaky',
      '2 passed, 0 failed',
    ])
    await expect.poll(() => Promise.all(started.map(isAlive))).toEqual([false, false])
  })
})
