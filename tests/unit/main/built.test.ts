/** The built main process on the stand-in: what happens between processes, and before and after the windows. */
import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { homeAt } from '../../../src/services/disk/home.ts'
import { onKnock, type Knock } from '../../../src/services/instance/knock.ts'
import { takeLock } from '../../../src/services/instance/lock.ts'
import type { StandInState } from '../../harness/control.ts'
import { startStandIn, type StandIn } from '../../harness/stand-in.ts'

/** Starting a process takes as long as it takes. */
const patienceMs = 60_000
vi.setConfig({ testTimeout: 2 * patienceMs, hookTimeout: patienceMs })

let home: string
let course: string
const running: StandIn[] = []

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-built-'))
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
  const lock = await takeLock(homeAt(home).lock)
  expect(lock.held).toBe(true)
  if (lock.held) await lock.release()
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

test('where the other shell holds the data folder, it is asked to open what was given', async () => {
  const place = homeAt(home)
  const lock = await takeLock(place.lock)
  const knocks: Knock[] = []
  const stop = onKnock(place.knocks, (knock) => knocks.push(knock))
  const app = start(course)
  expect(await app.ended).toBe(0)
  expect(app.stderr()).toContain('already running')
  await vi.waitFor(() => expect(knocks).toEqual([{ folder: course, gallery: false }]), { timeout: patienceMs })
  stop()
  if (lock.held) await lock.release()
})

test('a data folder that cannot be written is a sentence, not a stack', async () => {
  const file = join(course, 'file')
  await writeFile(file, '')
  const app = startStandIn([], { LECTERN_HOME: join(file, 'home'), HARNESS_LANG: 'en-US' })
  running.push(app)
  expect(await app.ended).toBe(1)
  expect(app.stderr()).toMatch(/^Lectern: /)
  expect(stackLines(app.stderr())).toEqual([])
})
