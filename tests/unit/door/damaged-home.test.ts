import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import type { LibraryState } from '../../../src/contract/library.ts'
import { openProgressLog } from '../../../src/services/progress/progress-log.ts'
import { isSoak, rounds } from '../rounds.ts'
import { answer, deck, entriesOf, harm, harmsOf, putBack, shellOn, slidesIn, use, type Harm } from './damaged-home.ts'
import { temporaryFolder, type FakeShell } from './fake-shell.ts'

/** When it happens. */
const times = ['at the start', 'in a talk', 'in a review'] as const
type Time = (typeof times)[number]

interface Given {
  readonly home: string
  /** A copy of the home as it is after real use. */
  readonly used: string
  readonly slides: string
}

async function given(): Promise<Given> {
  const folder = await temporaryFolder()
  const [home, used] = [join(folder, 'home'), join(folder, 'used')]
  const slides = await slidesIn(join(folder, 'slides'))
  await mkdir(home)
  // At its own place: the name of this machine's log depends on it.
  await use(home, slides, folder)
  await putBack(used, home)
  return { home, used, slides }
}

interface Case {
  readonly harms: readonly (readonly [path: string, how: Harm])[]
  readonly time: Time
}

/** Everything that can happen to every file and folder, at each time, and then what happens to two at once. */
async function casesOf({ home }: Given): Promise<readonly Case[]> {
  const single = (await entriesOf(home)).flatMap((entry) => harmsOf(entry).map((how) => [entry.path, how] as const))
  const alone = single.flatMap((one) => times.map((time) => ({ harms: [one], time })))
  const pairs = Array.from({ length: Math.max(60, 600 - alone.length) }, (_, index) => ({
    harms: [index, index * 7 + 11].flatMap((at) => single.slice(at % single.length, (at % single.length) + 1)),
    time: times[index % times.length] ?? 'in a talk',
  }))
  return [...alone, ...pairs]
}

const press = async (shell: FakeShell, times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) await shell.ask('talk:intent', { type: 'next' })
}
const placeOf = async (shell: FakeShell): Promise<unknown> =>
  ((await shell.ask('talk:read')) as { place?: unknown } | null)?.place

/** What a shell may say where it cannot write: sentences, no bugs. */
const sentences = ['cannot-write', 'disk-full', 'unreadable', 'not-found']
const orSentence = async (act: Promise<unknown>): Promise<boolean> => {
  try {
    await act
    return true
  } catch (error) {
    expect(sentences).toContain((error as Error).message)
    return false
  }
}

const jsonIn = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) as unknown

/** How often the library began to say that something cannot be written. */
function troublesTold(shell: FakeShell): number {
  let [count, before] = [0, false]
  for (const { name, payload } of shell.told) {
    if (name !== 'library:changed') continue
    const isTold = payload.trouble !== undefined
    if (isTold && !before) count += 1
    before = isTold
  }
  return count
}
const isTroubled = async (shell: FakeShell): Promise<boolean> =>
  ((await shell.ask('library:read')) as LibraryState).trouble !== undefined

/** Presses keys and answers while something happens, mends it, and looks at what the next run has of it. */
async function live(
  { home, slides }: Given,
  time: Time,
  happen: () => Promise<() => Promise<void>>,
  deps: Parameters<typeof shellOn>[2] = {},
): Promise<void> {
  let mend = (): Promise<void> => Promise.resolve()
  const happenAt = async (now: Time): Promise<void> => {
    if (now === time) mend = await happen()
  }
  await happenAt('at the start')
  const shell = await shellOn(home, slides, deps)
  await shell.ask('library:read')
  await shell.ask('talk:start', { deck, windows: 'both' })
  await press(shell)
  await happenAt('in a talk')
  await press(shell, 3)
  let answered = 0
  const answerNow = async (): Promise<void> => {
    if (await orSentence(answer(shell, 'q-a', 'good'))) answered += 1
  }
  await answerNow()
  await happenAt('in a review')
  await answerNow()
  await press(shell, 2)
  await orSentence(shell.ask('settings:write', { notesScale: 2 }))
  const at = { slide: 's2', step: 1 }
  expect(await placeOf(shell)).toEqual(at)

  await mend()
  // Without another key: what could not be written is.
  await expect.poll(() => isTroubled(shell)).toBe(false)
  await expect
    .poll(() => jsonIn(shell.home.positions))
    .toMatchObject({ decks: expect.arrayContaining([expect.objectContaining({ place: at })]) as unknown })
  await expect.poll(() => jsonIn(shell.home.settings)).toMatchObject({ notesScale: 2 })
  await press(shell)
  expect(await orSentence(answer(shell, 'q-b', 'good'))).toBe(true)
  expect(troublesTold(shell)).toBeLessThanOrEqual(1)
  const { keptAside } = (await shell.ask('library:read')) as LibraryState
  expect(new Set(keptAside.map(({ file, aside }) => file + aside)).size).toBe(keptAside.length)
  const place = await placeOf(shell)
  await shell.handlers.close()

  // All that was shown and acknowledged is there.
  const log = await openProgressLog({ folder: join(home, 'progress'), now: Date.now })
  const reviews = log.events().filter((event) => event.type === 'review' && event.grade === 'good')
  await log.close()
  expect(reviews).toHaveLength(answered + 1)
  const next = await shellOn(home, slides)
  expect(await next.ask('settings:read')).toMatchObject({ notesScale: 2 })
  const { unfinished, courses } = (await next.ask('library:read')) as LibraryState
  expect(unfinished?.place).toEqual(place)
  // What was read at the start is lost by nothing that happened since.
  if (time !== 'at the start') expect(courses.map(({ id }) => id)).toContain(join(home, '..', 'notes'))
  await next.handlers.close()
}

describe('a home of which a part', () => {
  const asked = rounds(30, 600)
  it(
    `goes, is replaced or is no longer to be read ends no talk and no review, is told of once, and is written again (${asked})`,
    { timeout: 60_000 + asked * 5000 },
    async () => {
      const own = await given()
      const cases = await casesOf(own)
      expect(cases.length).toBeGreaterThanOrEqual(600)
      // The small part is spread over all.
      const step = Math.floor(cases.length / asked)
      const chosen = isSoak ? cases : cases.filter((_, index) => index % step === 0)
      for (const { harms, time } of chosen) {
        await putBack(own.home, own.used)
        const name = `${harms.map(([path, how]) => `${path || 'the home'}: ${how}`).join(', ')}, ${time}`
        try {
          await live(own, time, async () => {
            const mends: (() => Promise<void>)[] = []
            for (const [path, how] of harms) mends.push(await harm(own.home, path, how))
            return async () => {
              for (const mend of mends) await mend()
            }
          })
        } catch (error) {
          throw new Error(name, { cause: error })
        }
      }
    },
  )

  it.each(times)('cannot be written, as the disk is full, %s', async (time) => {
    const own = await given()
    let isFull = false
    const full: Open = (path, flags) =>
      isFull ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })) : open(path, flags)
    await live(
      own,
      time,
      () => {
        isFull = true
        return Promise.resolve(() => {
          isFull = false
          return Promise.resolve()
        })
      },
      { open: full },
    )
  })
})
