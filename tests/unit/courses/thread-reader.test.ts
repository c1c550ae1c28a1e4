/** Courses are read in a thread of their own: they read the same, and nothing in them can hold up or end anything else. */
import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { CourseSummary } from '../../../src/contract/library.ts'
import type { CoursePlace, CourseReader } from '../../../src/services/courses/reading/course-reader.ts'
import { localReader } from '../../../src/services/courses/reading/local-reader.ts'
import { threadReader } from '../../../src/services/courses/reading/thread-reader.ts'
import type { ThreadOptions } from '../../../src/services/courses/reading/reading-thread-handle.ts'
import { deckText } from '../../bench/deck-text.ts'
import { courseFolder, fakeShell, temporaryFolder } from '../door/fake-shell.ts'
import { rounds } from '../rounds.ts'

const readingThread = join(import.meta.dirname, '../../../src/services/courses/reading/reading-thread.ts')
const header = '---\ntitle: 덱\nlang: ko\n---\n\n'
const slide = (id: string, body: string): string => `---\nid: ${id}\n---\n\n## ${id}\n\n${body}\n\n`

function readerOf(options: Partial<ThreadOptions> = {}): CourseReader {
  const reader = threadReader({ script: readingThread, bundledReadings: '/none.json', ...options })
  onTestFinished(() => reader.close())
  return reader
}
async function placeOf(files: Readonly<Record<string, string>>): Promise<CoursePlace> {
  const folder = await courseFolder(await temporaryFolder(), 'course', files)
  return { id: folder, folder, bundled: false }
}
const wholeCourse = {
  'course.yaml':
    'title: { ko: 강의, en: course }\ndecks: [b, a]\npaths:\n  - id: p\n    title: { ko: 길, en: path }\n    slides: [a]\n',
  'a.ko.md': header + slide('one', '글 [둘](#two)') + slide('two', '![그림](missing.png)'),
  'b.ko.md': header + slide('one', '글'),
  'questions.ko.md': `${header}---\nid: q-1\n---\n\n## 왜?\n\n### 한 줄\n\n그래서.\n`,
  'glossary.yaml': 'terms:\n  - term: { ko: 글, en: text }\n    definition: { ko: 말, en: words }\n    slide: a#one\n',
}

it('read the same as here, skimmed, by the deck and whole', async () => {
  const place = await placeOf(wholeCourse)
  const [there, here] = [readerOf(), localReader('/none.json')]
  const [opened, same] = await Promise.all([there.open(place, 0), here.open(place, 0)])
  expect(opened.skimmed).toEqual(same.skimmed)
  expect(opened.skimmed?.decks.map(({ title }) => title)).toEqual(['덱', '덱'])
  const ref = { name: 'a', lang: 'ko' } as const
  const early = await opened.deck(ref)
  expect(early).toEqual(await same.deck(ref))
  // Nothing is sent twice: a window that opens on a long deck asks for it a second time.
  expect(await opened.deck(ref)).toBe(early)
  // Nor is it made twice of what is remembered of its slides.
  expect(await same.deck(ref)).toBe(await same.deck(ref))
  expect(await opened.deck({ name: 'c', lang: 'ko' })).toBeNull()
  const whole = await opened.load()
  expect(whole).toEqual(await same.load())
  expect(whole.paths).toHaveLength(1)
  expect(whole.decks[1]?.problems.map(({ code }) => code)).toEqual(['missing-image'])
  // Whoever asks while the library takes the whole of it gets it from there.
  expect(await opened.deck(ref)).toBe(whole.decks[1])
  expect((await there.open(place, Infinity)).skimmed).toBeNull()
})

it('what has not changed is the very same, and what is gone is gone', async () => {
  const place = await placeOf(wholeCourse)
  const reader = readerOf()
  const load = async () => (await reader.open(place, Infinity)).load()
  const before = await load()
  await writeFile(join(place.folder, 'a.ko.md'), header + slide('one', '다른 글'))
  const after = await load()
  expect(after.decks[0]).toBe(before.decks[0])
  expect(after.questions).toBe(before.questions)
  expect(after.decks[1]?.slides[0]?.html).toContain('다른 글')
  expect(after.paths[0]?.slides).toHaveLength(1)

  await rm(join(place.folder, 'b.ko.md'))
  expect((await load()).decks.map(({ ref }) => ref.name)).toEqual(['a'])
  await writeFile(join(place.folder, 'b.ko.md'), wholeCourse['b.ko.md'])
  const again = await load()
  expect(again.decks).toEqual([before.decks[0], after.decks[1]])
  reader.forget(place.folder)
  const anew = await load()
  expect(anew).toEqual(again)
  expect(anew.decks[0]).not.toBe(again.decks[0])
})

it('a folder that cannot be read is told as here', async () => {
  const place = { id: 'none', folder: join(await temporaryFolder(), 'none'), bundled: false }
  await expect(readerOf().open(place, 0)).rejects.toMatchObject({ failure: { code: 'not-found' } })
})

it('two courses are read at once, each to its end', async () => {
  const [one, two] = await Promise.all([placeOf(wholeCourse), placeOf({ 'c.ko.md': deckText(40) })])
  const reader = readerOf()
  const load = async (place: CoursePlace) => (await reader.open(place, Infinity)).load()
  const [first, second] = await Promise.all([load(one), load(two)])
  expect(first.decks).toHaveLength(2)
  expect(second.decks[0]?.slides).toHaveLength(40)
})

it('a reader that is closed while it reads says so to who waits', async () => {
  const place = await placeOf(wholeCourse)
  const reader = readerOf()
  const opened = await reader.open(place, 0)
  const whole = opened.load()
  const isOver = expect(whole).rejects.toThrow('ended')
  await reader.close()
  await isOver
})

/** A thread that ends while it reads as many texts as it is told to, and then says which it was not to read. */
async function dyingThread(deaths: number, reads = true): Promise<string> {
  const script = join(await temporaryFolder(), 'dying.mjs')
  await writeFile(
    script,
    `import { parentPort, workerData } from 'node:worker_threads'
     let opened = false
     parentPort.on('message', ({ number, name, ask }) => {
       if (name === 'open' && (${reads} ? ask.withheld.length < ${deaths} : ask.place.bundled)) {
         if (${reads}) new Uint8Array(workerData.reading).fill(ask.withheld.length + 1)
         throw new Error('out of memory')
       }
       const head = { title: ask.withheld }
       parentPort.postMessage({ number, answer: { opened: number, head: { now: head }, skimmed: { decks: [] } } })
     })`,
  )
  return script
}
const anywhere: CoursePlace = { id: 'a', folder: '/nowhere', bundled: false }

it('a text over which a thread ends is withheld from the next one', async () => {
  const reader = readerOf({ script: await dyingThread(2) })
  const opened = await reader.open(anywhere, 0)
  expect(opened.skimmed?.title).toEqual(['01'.repeat(32), '02'.repeat(32)])
})

it('threads that end and end are not started for ever', async () => {
  const reader = readerOf({ script: await dyingThread(99) })
  await expect(reader.open(anywhere, 0)).rejects.toThrow('ended')
  // What ended four of them is known by then, and so on.
  await expect(reader.open(anywhere, 0)).rejects.toThrow('ended')
})

it('a thread that has answered and ends over nothing known is started anew, and here nothing is read', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  onTestFinished(() => warned.mockRestore())
  const reader = readerOf({ script: await dyingThread(0, false) })
  await reader.open(anywhere, 0)
  await expect(reader.open({ ...anywhere, bundled: true }, 0)).rejects.toThrow('ended')
  expect((await reader.open(anywhere, 0)).skimmed?.title).toEqual([])
})

it('a text that a thread ended over is left out, and read as soon as it is another one', async () => {
  const deadly = header + slide('two', '끝')
  const place = await placeOf({
    'a.ko.md': header + slide('one', '글'),
    'b.ko.md': deadly,
  })
  const script = join(place.folder, 'ending.mjs')
  // The real thread, but for the end that it comes to over one text. One that is really out of memory may take the process along.
  const digest = createHash('sha256').update(deadly).digest('hex')
  await writeFile(
    script,
    `import { workerData } from 'node:worker_threads'
     const { set } = Uint8Array.prototype
     Uint8Array.prototype.set = function (...given) {
       set.apply(this, given)
       if (this.buffer === workerData.reading && Buffer.from(this).toString('hex') === '${digest}') process.exit(1)
     }
     await import(${JSON.stringify(pathToFileURL(readingThread).href)})`,
  )
  const reader = readerOf({ script })
  const course = await (await reader.open(place, Infinity)).load()
  expect(
    course.decks.map(({ slides, problems }) => [slides.length, new Set(problems.map(({ code }) => code))]),
  ).toEqual([
    [1, new Set()],
    [1, new Set(['too-slow'])],
  ])
  expect(course.decks[0]?.slides[0]?.html).toBe('<p>글</p>')
  await writeFile(join(place.folder, 'b.ko.md'), header + slide('two', '고친 글'))
  expect((await (await reader.open(place, Infinity)).load()).decks[1]?.slides[0]?.html).toBe('<p>고친 글</p>')
})

it('without any thread courses are read all the same, which is told', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  onTestFinished(() => warned.mockRestore())
  const place = await placeOf(wholeCourse)
  const reader = readerOf({ script: join(place.folder, 'none.js') })
  expect(await (await reader.open(place, Infinity)).load()).toEqual(
    await (await localReader('/none.json').open(place, Infinity)).load(),
  )
  await reader.open(place, 0)
  expect(warned.mock.calls.map(([said]) => String(said))).toEqual([expect.stringContaining('thread')])
})

/** Texts that a library of ours takes far too long for, and others that are long; and what is said of them. */
const hostile: readonly (readonly [name: string, body: string, said: readonly string[]])[] = [
  ['emphasis', '*a_'.repeat(10_000), ['too-slow']],
  ['headings', 'a\n=\n'.repeat(5000), ['too-slow']],
  // Seconds, which are too long on some machines only.
  ['links', '[a]('.repeat(25_000), []],
  ['a fence', `\`\`\`\n${'{'.repeat(100_000)}`, ['unclosed-fence', 'long-code']],
  ['prose', 'The quick brown fox jumps over the lazy dog. '.repeat(1_100_000), ['unreadable']],
]
const second = (course: CourseSummary | undefined) => course?.decks.find(({ ref }) => ref.name === '02')
const problemsOf = (course: CourseSummary | undefined) => (second(course) ?? course)?.problems.first ?? []
const isSaid = (course: CourseSummary | undefined): boolean =>
  second(course) !== undefined || problemsOf(course).length > 0
it.each(hostile.slice(0, rounds(1, hostile.length)))(
  'a deck of %s beside the presented one: steps are answered while it is read, and it is told in the end',
  async (name, body, said) => {
    const slides = await temporaryFolder()
    const folder = await courseFolder(slides, 'docker', { '01.ko.md': deckText(30) })
    const shell = await fakeShell({ slides, deps: { readingThread } })
    await shell.ask('talk:start', { deck: { course: 'docker', name: '01', lang: 'ko' }, windows: 'both' })
    await writeFile(join(folder, '02.ko.md'), header + slide('one', '글') + slide('two', body))
    const told = shell.until('library:changed', ({ courses: [course] }) => isSaid(course))
    let isTold = false
    const isOver = (): boolean => isTold
    void told.then(() => (isTold = true))
    // Were it read here, none of these would have an answer before it is told.
    let answered = 0
    for (; !isOver(); answered += 1) {
      await shell.ask('talk:intent', { type: answered % 2 === 0 ? 'next' : 'previous' })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const [course] = (await told).courses
    const codes = problemsOf(course).map(({ code }) => code)
    expect(codes).toEqual(name === 'links' && codes.length > 0 ? ['too-slow'] : said)
    if (said.includes('too-slow')) expect(answered).toBeGreaterThan(20)
  },
)
