/** The built main process on the stand-in: what happens between processes, and before and after the windows. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { homeAt } from '../../../src/services/disk/home.ts'
import { firstInstance } from '../../../src/services/instance/first-instance.ts'
import type { OpenRequest, Outcome } from '../../../src/services/instance/messages.ts'
import type { StandInState } from '../../harness/control.ts'
import { startStandIn, type StandIn } from '../../harness/stand-in.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** Starting a process takes as long as it takes. */
const patienceMs = 60_000
vi.setConfig({ testTimeout: 2 * patienceMs, hookTimeout: patienceMs })

let home: string
let course: string
const running: StandIn[] = []

beforeEach(async () => {
  const folder = await temporaryFolder()
  home = join(folder, 'home')
  course = join(folder, 'course')
  await mkdir(course)
  await writeFile(
    join(course, '01-first.ko.md'),
    '---\ntitle: 첫째 덱\nlang: ko\n---\n\n---\nid: one\nlayout: content\n---\n\n## 하나\n',
  )
})
afterEach(async () => {
  for (const app of running.splice(0)) {
    app.stop('SIGKILL')
    await app.ended
  }
})

function start(...args: string[]): StandIn {
  const app = startStandIn(args, { LECTERN_HOME: home, HARNESS_LANG: 'en-US' })
  running.push(app)
  return app
}
/** Its state once it is as expected. */
function stateWhen(app: StandIn, isIt: (state: StandInState) => boolean): Promise<StandInState> {
  return vi.waitFor(
    async () => {
      const state = await app.tell({ do: 'state' })
      expect([isIt(state), state]).toEqual([true, state])
      return state
    },
    { timeout: patienceMs, interval: 50 },
  )
}
const isUp = ({ windows }: StandInState): boolean => windows[0]?.isVisible === true
const hasCourse = ({ menu }: StandInState): boolean => menu.some((label) => label.endsWith('첫째 덱'))
/** What was said, which must all be about this path. */
function sentencesAbout(path: string, said: string): string[] {
  const lines = said.trimEnd().split('\n')
  for (const line of lines) expect(line).toMatch(/^Lectern: /)
  for (const line of lines) expect(line).toContain(path)
  return lines
}
/** The lines of stack traces. */
const stackLines = (text: string): string[] => text.split('\n').filter((line) => /^\s+at /.test(line))

test('the library opens in the middle of the primary display, and SIGTERM ends everything in order', async () => {
  const app = start()
  const { windows, dialogs, leaks } = await stateWhen(app, isUp)
  expect(windows).toEqual([
    {
      url: 'lectern://app/library/index.html',
      bounds: { x: 50, y: 0, width: 1180, height: 680 },
      isFullScreen: false,
      isVisible: true,
    },
  ])
  expect([dialogs, leaks]).toEqual([[], []])
  app.stop('SIGTERM')
  expect(await app.ended).toBe(0)
  expect(app.stderr()).toBe('')
  expect(JSON.parse(await readFile(join(home, 'windows.json'), 'utf8'))).toMatchObject({
    lastScreen: { library: 'Built-in 1280×720 at 0,0' },
  })
  // The data folder is free again.
  const instance = await firstInstance(homeAt(home).lock)
  expect(instance.isFirst).toBe(true)
  if (instance.isFirst) await instance.release()
})

test('a folder given at the start is open, and files opened by the system join it', async () => {
  const app = start(course)
  await stateWhen(app, hasCourse)
  const other = join(course, '..', 'other')
  await mkdir(other)
  const file = join(other, '02-second.ko.md')
  await writeFile(file, '---\ntitle: 둘째 덱\nlang: ko\n---\n\n---\nid: two\nlayout: content\n---\n\n## 둘\n')
  await app.tell({ do: 'open-file', path: file })
  await stateWhen(app, ({ menu }) => menu.some((label) => label.endsWith('둘째 덱')))
})

test('a folder that is not there is told in one sentence, and the library opens all the same', async () => {
  const missing = join(course, 'nothing')
  const app = start(missing)
  const { dialogs } = await stateWhen(app, (state) => isUp(state) && state.dialogs.length > 0)
  expect(sentencesAbout(missing, app.stderr())).toHaveLength(1)
  const [sentence] = sentencesAbout(missing, app.stderr())
  expect(dialogs).toEqual([
    { kind: 'message', options: expect.objectContaining({ message: sentence?.replace('Lectern: ', '') }) as unknown },
  ])
})

test('--verbose shows where the trouble came from', async () => {
  const app = start(join(course, 'nothing'), '--verbose')
  await stateWhen(app, ({ dialogs }) => dialogs.length > 0)
  expect(stackLines(app.stderr()).length).toBeGreaterThan(0)
})

test('a second instance says one sentence, ends well, and the first opens what it was given', async () => {
  const first = start()
  await stateWhen(first, isUp)
  const second = start(course)
  expect(await second.ended).toBe(0)
  expect(second.stderr()).toBe(`Lectern: Lectern is already running and opens there: ${course}\n`)
  await stateWhen(first, hasCourse)

  const third = start(join(course, 'nothing'))
  expect(await third.ended).toBe(1)
  expect(sentencesAbout(join(course, 'nothing'), third.stderr())).toHaveLength(1)
})

test('where the other shell has the data folder, it opens what was given, and what came of it is told', async () => {
  const asked: OpenRequest[] = []
  const notThere = { code: 'not-found', message: { ko: '없어요.', en: 'Not there.' } } as const
  const outcomes: Outcome[] = [
    { is: 'opened' },
    { is: 'address', address: 'http://127.0.0.1:4000/enter?ticket=abc' },
    { is: 'failed', failure: notThere },
    { is: 'not-open' },
  ]
  const instance = await firstInstance(homeAt(home).lock, {
    answer: (request) => {
      asked.push(request)
      return Promise.resolve(outcomes[asked.length - 1] ?? { is: 'not-open' })
    },
  })
  const said: string[] = []
  const codes: (number | null)[] = []
  for (const args of [[course], ['--gallery'], [course], []]) {
    const app = start(...args)
    codes.push(await app.ended)
    said.push(app.stderr())
  }
  if (instance.isFirst) await instance.release()
  expect(asked).toEqual([
    { path: course, gallery: false },
    { path: null, gallery: true },
    { path: course, gallery: false },
    { path: null, gallery: false },
  ])
  expect(said).toEqual([
    `Lectern: Lectern is already running and opens there: ${course}\n`,
    'Lectern: Lectern is already running. Open it at http://127.0.0.1:4000/enter?ticket=abc\n',
    'Lectern: Not there.\n',
    expect.stringMatching(new RegExp(`^Lectern: Lectern is using this folder \\(process ${process.pid}, since `)),
  ])
  expect(codes).toEqual([0, 0, 1, 1])
})

function browserShell(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const program = join(import.meta.dirname, '../../../out/main/browser-shell.js')
  const child = spawn(process.execPath, [program, '--no-open', ...args], {
    env: { ...process.env, LECTERN_HOME: home, LC_ALL: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [said, complained] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  const ended = once(child, 'close')
  return { child, stderr: () => complained, output: async () => (await ended, [said, complained, child.exitCode]) }
}

test('each shell opens what the other one was asked to', async () => {
  const app = start()
  await stateWhen(app, isUp)
  expect(await browserShell([course]).output()).toEqual([
    'Lectern is already running; its window was brought up.\n',
    '',
    0,
  ])
  await stateWhen(app, hasCourse)
  const missing = join(course, 'nothing')
  expect(await browserShell([missing]).output()).toEqual(['', expect.stringContaining(missing), 1])
  app.stop('SIGTERM')
  await app.ended

  const first = browserShell()
  await once(first.child.stdout, 'data')
  const later = start('--gallery')
  expect(await later.ended).toBe(0)
  expect(later.stderr()).toMatch(
    /^Lectern: Lectern is already running\. Open it at http:\/\/127\.0\.0\.1:\d+\/enter\?ticket=\S+&window=gallery\n$/,
  )
})

test('an instance that was killed is followed by the next one at once', async () => {
  const first = start()
  await stateWhen(first, isUp)
  first.stop('SIGKILL')
  await first.ended
  const next = start(course)
  await stateWhen(next, hasCourse)
})

test('where the data folder cannot be made, both shells open all the same, and end in order', async () => {
  await writeFile(home, '')
  home = join(home, 'Lectern')
  const app = start(course)
  await stateWhen(app, hasCourse)
  app.stop('SIGTERM')
  expect(await app.ended).toBe(0)
  expect(app.stderr()).toBe('')

  const shell = browserShell([course])
  await once(shell.child.stdout, 'data')
  shell.child.kill('SIGTERM')
  expect(await shell.output()).toEqual([expect.stringMatching(/^http:/), '', 0])
})

test.skipIf(process.platform === 'win32')(
  'an error that nobody caught ends neither shell and is told once, however often it comes',
  async () => {
    const faults = `
      const fault = new Error('a fault of ours')
      process.on('SIGUSR2', () => {
        for (const delay of [0, 1, 2]) setTimeout(() => { throw fault }, delay)
        void Promise.reject(new Error('a refusal of ours'))
      })`
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(faults)}` }
    const told = (text: string): readonly (string | undefined)[] => [
      ...Array.from(text.matchAll(/^Lectern: .*(a \w+ of ours)$/gm), (match) => match[1]),
    ]
    const both = ['a fault of ours', 'a refusal of ours']

    const app = startStandIn([], { LECTERN_HOME: home, HARNESS_LANG: 'en-US', ...env })
    running.push(app)
    await stateWhen(app, isUp)
    app.stop('SIGUSR2')
    await vi.waitFor(() => expect(told(app.stderr()).toSorted()).toEqual(both), { timeout: patienceMs })
    await stateWhen(app, isUp)
    app.stop('SIGTERM')
    expect(await app.ended).toBe(0)
    expect(told(app.stderr())).toHaveLength(2)

    const shell = browserShell([], env)
    await once(shell.child.stdout, 'data')
    // It tells its address once it is up; what it does in case of errors is settled by then.
    shell.child.kill('SIGUSR2')
    await vi.waitFor(() => expect(told(shell.stderr()).toSorted()).toEqual(both), { timeout: patienceMs })
    // Nobody reads what it says any more, and that is no error either.
    shell.child.stdout.destroy()
    shell.child.stderr.destroy()
    shell.child.kill('SIGUSR2')
    const later = browserShell()
    expect(await later.output()).toEqual([expect.stringContaining('Lectern is already running'), '', 0])
    shell.child.kill('SIGTERM')
    expect((await shell.output())[2]).toBe(0)
  },
)
