/** The whole browser shell, killed again and again in the middle of a talk and a review: the next one goes on from there. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Intent, TalkSnapshot } from '../../../src/contract/talk.ts'
import { readLogs } from '../../../src/services/progress/read-logs.ts'
import { openZip } from '../../../src/services/progress/zip.ts'
import { deckText } from '../../bench/deck-text.ts'
import { built, environment, startProcess, type ShellProcess } from '../../e2e/app/process.ts'
import { inLanes } from '../disk/killed.ts'
import { rounds } from '../rounds.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'
import { openSocketWindow, ShellGone, type SocketWindow } from './socket-window.ts'

/** How long after a key and after an answer the next one comes, and for how long at most a shell lives on after the first. */
const paces = [
  { betweenMs: 20, liveMs: 600, kills: rounds(3, 60) },
  { betweenMs: 250, liveMs: 1500, kills: rounds(1, 60) },
]
type Pace = (typeof paces)[number]

/** How many lives a home has: what one leaves is found by the next. */
const livesOfHome = 20
/** Some are killed while they still open what the one before them left. */
const [shareKilledAtStart, startMs] = [0.15, 600]

const question = (id: string): string => `---\nid: ${id}\n---\n\n## ${id}?\n\n### 핵심\n\n- 하나\n\n### 답\n\n길게.\n\n`
const courseFiles = {
  '01.ko.md': `${deckText(40)}\n---\nid: asked\nasks: [q-1, q-2]\n---\n\n## 물음\n`,
  'questions.ko.md': `---\ntitle: 질문\nlang: ko\n---\n\n${question('q-1')}${question('q-2')}`,
}
const lang = 'ko'

interface World {
  readonly home: string
  /** Where its sockets are. */
  readonly runtime: string
  readonly course: string
  readonly env: NodeJS.ProcessEnv
}

async function newWorld(): Promise<World> {
  const folder = await temporaryFolder()
  const [home, runtime] = [join(folder, 'home'), join(folder, 'run')]
  await mkdir(home)
  await mkdir(runtime, { mode: 0o700 })
  const course = await courseFolder(folder, 'notes', courseFiles)
  const env = environment({ home, leaks: join(folder, 'leaks'), lang, env: { XDG_RUNTIME_DIR: runtime } })
  return { home, runtime, course, env }
}

/** What a person was told by all shells of a home so far. */
interface Told {
  /** The newest state of the talk, and the newest that was not told to be unsaved. */
  shown: TalkSnapshot | null
  saved: TalkSnapshot | null
  /** How many answers were given, and the numbers of those that were acknowledged. */
  given: number
  readonly answers: Set<number>
  /** How many keys were acknowledged. */
  keys: number
}

/** The numbers of the answers that are in the logs of a home. */
async function answersIn({ home }: World): Promise<readonly number[]> {
  const parsed = (await readLogs(join(home, 'progress'))).map((log) => log.parsed)
  expect(parsed.filter((log) => log === null || log.bad.length > 0)).toEqual([])
  return parsed.flatMap((log) => log?.events.flatMap((event) => (event.type === 'review' ? [event.ms] : [])) ?? [])
}

/** What was told is there, and no more than was asked for; the talk goes on, or begins. */
async function takeUp(window: SocketWindow, world: World, told: Told, course: string): Promise<void> {
  const library = await window.ask('library:read')
  expect(library.keptAside).toEqual([])
  expect(library.trouble).toBeUndefined()
  expect((await window.ask('review:read', { course, lang })).notices).toEqual([])

  const there = await answersIn(world)
  expect([...told.answers].filter((number) => !there.includes(number))).toEqual([])
  expect(new Set(there).size).toBe(there.length)
  expect(Math.max(0, ...there)).toBeLessThanOrEqual(told.given)
  const { statistics } = await window.ask('review:statistics', { course, lang })
  expect(statistics.days.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(there.length)

  const { saved, shown } = told
  if (saved === null || shown === null) {
    await window.ask('talk:start', { deck: { course, name: '01', lang }, windows: 'both' })
    return
  }
  const again = await window.ask('talk:resume')
  expect(again.talkId).toBe(saved.talkId)
  expect(again.revision).toBeGreaterThanOrEqual(saved.revision)
  // One key at a time is pressed: it may be written and not told yet.
  expect(again.revision).toBeLessThanOrEqual(shown.revision + 1)
  if (again.revision === shown.revision) expect(again).toEqual(shown)
}

const intents: readonly Intent[] = [
  { type: 'next' },
  { type: 'next' },
  { type: 'setKnob', scene: 'vm', knob: 'count', value: 3 },
  { type: 'nextSlide' },
  { type: 'previous' },
  { type: 'blackout' },
  { type: 'goTo', place: { slide: 'slide-7', step: 1 } },
  { type: 'back' },
]

/** Presses keys and gives answers, each at its own time, until the shell is gone. Gives whatever else went wrong. */
async function untilGone(
  window: SocketWindow,
  told: Told,
  course: string,
  { betweenMs }: Pace,
): Promise<readonly unknown[]> {
  const scope = { course, lang, mode: 'due', topic: null, since: Date.now() } as const
  const keys = async (): Promise<never> => {
    for (let turn = 0; ; turn += 1) {
      await window.ask('talk:intent', intents[turn % intents.length] ?? { type: 'next' })
      told.keys += 1
      await wait(betweenMs)
    }
  }
  const answers = async (): Promise<never> => {
    const usual = {
      card: 'notes/q-1',
      grade: 'good',
      suggested: null,
      points: [],
      hints: 0,
      gaveUp: false,
      recall: 'said',
    } as const
    for (;;) {
      told.given += 1
      // How long it took tells them apart.
      const ms = told.given
      await window.ask('review:answer', { scope, ...usual, ms })
      told.answers.add(ms)
      await wait(betweenMs)
    }
  }
  const ends = await Promise.allSettled([keys(), answers()])
  return ends.flatMap((end) =>
    end.status === 'rejected' && !(end.reason instanceof ShellGone) ? [end.reason as unknown] : [],
  )
}

/** The shell says where it is, the dead ones before it notwithstanding, and holds the only lock and the only socket. */
async function windowOf(shell: ShellProcess, { home, runtime }: World): Promise<SocketWindow> {
  const address = await shell.line(/./)
  expect(address).toMatch(/^http:/)
  expect(JSON.parse(await readFile(join(home, 'lock'), 'utf8'))).toMatchObject({ pid: shell.child.pid })
  const sockets = await readdir(join(runtime, 'lectern'), { recursive: true })
  expect(sockets.filter((path) => /^\w+\/\w+$/.test(path))).toHaveLength(1)
  return openSocketWindow(address, 'presenter')
}

/** Starts a shell, finds all that was told, and goes on until it is killed. */
async function live(world: World, told: Told, pace: Pace, isFirst: boolean): Promise<void> {
  const shell = startProcess(join(built, 'main', 'browser-shell.js'), [world.course, '--no-open'], world.env)
  let working: Promise<readonly unknown[]> = Promise.resolve([])
  try {
    if (!isFirst && Math.random() < shareKilledAtStart) await wait(Math.random() * startMs)
    else {
      const window = await windowOf(shell, world)
      let isSaved = true
      window.hear('talk:unsaved', (trouble) => {
        isSaved = trouble === null
        if (isSaved) told.saved = told.shown
      })
      const course = (await window.ask('library:read')).courses.find(({ bundled }) => !bundled)?.id ?? ''
      await takeUp(window, world, told, course)
      told.shown = await window.ask('talk:read')
      told.saved = told.shown
      window.hear('talk:changed', (snapshot) => {
        told.shown = snapshot
        if (isSaved) told.saved = snapshot
      })
      const [keys, answers] = [told.keys, told.answers.size]
      working = untilGone(window, told, course, pace)
      const begun = async (): Promise<void> => {
        while (told.keys === keys || told.answers.size === answers) await wait(5)
      }
      await Promise.race([begun(), working])
      await wait(Math.random() * pace.liveMs)
    }
  } finally {
    await shell.kill()
  }
  expect(await working).toEqual([])
  expect(await shell.ended).toBe('SIGKILL')
  expect(shell.stderr()).toBe('')
}

/** A last shell finds everything and ends in order; what is left is whole, and nothing was kept aside. */
async function endWell(world: World, told: Told): Promise<void> {
  const shell = startProcess(join(built, 'main', 'browser-shell.js'), [world.course, '--no-open'], world.env)
  try {
    const window = await windowOf(shell, world)
    const course = (await window.ask('library:read')).courses.find(({ bundled }) => !bundled)?.id ?? ''
    await takeUp(window, world, told, course)
  } finally {
    await shell.end()
  }
  expect(await shell.ended).toBe(0)
  const files = await readdir(world.home, { recursive: true })
  expect(files.filter((path) => /damaged|recovered|restore|\.tmp$|^lock$/.test(path))).toEqual([])
  for (const path of files) {
    const file = join(world.home, path)
    if (path.endsWith('.json')) JSON.parse(await readFile(file, 'utf8'))
    if (path.endsWith('.zip')) await openZip(file, path, () => true)
  }
}

it.each(paces)(
  '$kills kills of the shell, with a key and an answer every $betweenMs ms, lose nothing that was acknowledged',
  { timeout: 120_000 + 20_000 * rounds(3, 60) },
  async (pace) => {
    let [dead, keys, answers] = [0, 0, 0]
    await inLanes(Math.ceil(pace.kills / livesOfHome), async () => {
      const world = await newWorld()
      const told: Told = { shown: null, saved: null, given: 0, answers: new Set(), keys: 0 }
      for (let life = 0; life < Math.min(pace.kills, livesOfHome); life += 1) {
        await live(world, told, pace, life === 0)
        dead += 1
      }
      await endWell(world, told)
      keys += told.keys
      answers += told.answers.size
    })
    expect(dead).toBe(pace.kills)
    // They did live long enough to be told something.
    expect(Math.min(keys, answers)).toBeGreaterThanOrEqual(pace.kills / 2)
  },
)
