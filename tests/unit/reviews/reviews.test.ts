import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { LibraryState } from '../../../src/contract/library.ts'
import type {
  BackupEntry,
  HandedOut,
  MockQuestion,
  MockResult,
  ReviewOverview,
  ReviewStatistics,
} from '../../../src/contract/review-view.ts'
import type { ReviewScope, ReviewSession } from '../../../src/contract/review.ts'
import type { DeckReading } from '../../../src/contract/deck.ts'
import { courseFolder, fakeShell, temporaryFolder, type FakeShell } from '../door/fake-shell.ts'

/** Watchers and disks take what the machine gives them. */
const patience = { timeout: 20_000 }

const dayMs = 86_400_000
const noon = new Date(2026, 10, 24, 12).getTime()

const question = (id: string, title = `${id}?`, points = ['하나', '둘']): string =>
  `---\nid: ${id}\nlayout: question\nlevel: 기본\ncore: [1]\n---\n\n## ${title}\n\n### 한 줄\n\n네.\n\n### 답변\n\n${id}를 길게.\n\n### 핵심\n\n${points.map((point) => `- ${id}의 ${point}\n`).join('')}\n`
const deck = (lang: 'ko' | 'en', title: string, slides: Readonly<Record<string, string>>): string =>
  `---\ntitle: ${title}\nlang: ${lang}\n---\n` +
  Object.entries(slides)
    .map(([id, asks]) => `\n---\nid: ${id}\nasks: [${asks}]\n---\n\n## ${id}\n\n글.\n`)
    .join('')

/** A bundled course `docker` of two decks in Korean, one of them in English too, and three questions. */
async function slidesFolder(): Promise<string> {
  const slides = await temporaryFolder()
  await courseFolder(slides, 'docker', {
    'course.yaml': 'title: { ko: 도커, en: "Docker: all/it" }\n',
    'a.ko.md': deck('ko', '하나', { one: 'q-a', two: 'q-b' }),
    'b.ko.md': deck('ko', '둘', { three: 'q-c' }),
    'a.en.md': deck('en', 'One', { one: 'q-a', two: 'q-b' }),
    'questions.ko.md': question('q-a') + question('q-b') + question('q-c'),
    'questions.en.md': question('q-a', 'A in English?') + question('q-b'),
  })
  return slides
}

const ofDocker = { course: 'docker', lang: 'ko' } as const

/** A shell whose clock can be set, and what tests ask of it. */
async function given(options: Parameters<typeof fakeShell>[0] & { at?: number; course?: string } = {}) {
  const time = { at: options.at ?? noon }
  const course = options.course ?? 'docker'
  const deps = { now: () => (time.at += 1), ...options.deps }
  const shell = await fakeShell({ ...options, slides: options.slides ?? (await slidesFolder()), deps })
  const scope = (): ReviewScope => ({ course, mode: 'due', topic: null, since: noon - dayMs, lang: 'ko' })
  const answer = (card: string, grade = 'good', change: object = {}): Promise<ReviewSession> =>
    shell.ask('review:answer', {
      scope: scope(),
      card,
      grade,
      suggested: 'good',
      points: ['hit', 'half'],
      ms: 1000,
      hints: 0,
      gaveUp: false,
      recall: 'said',
      ...change,
    })
  return {
    shell,
    time,
    scope,
    answer,
    session: async (lang: 'ko' | 'en' = 'ko'): Promise<ReviewSession> =>
      shell.ask('review:session', { scope: { ...scope(), lang } }),
    overview: async (lang: 'ko' | 'en' = 'ko'): Promise<ReviewOverview> => shell.ask('review:read', { course, lang }),
    statistics: async (): Promise<ReviewStatistics> => shell.ask('review:statistics', { course, lang: 'ko' }),
    undo: async (): Promise<ReviewSession | null> => shell.ask('review:undo', { scope: null }),
    act: async (act: string, card = 'docker/q-a'): Promise<ReviewSession> =>
      shell.ask('review:card', { scope: scope(), card, act }),
    mocks: async (): Promise<readonly MockResult[]> => shell.ask('review:mocks', ofDocker),
  }
}

/** All lines of all logs of a home. */
async function logOf({ home }: FakeShell): Promise<readonly Record<string, unknown>[]> {
  const names = await readdir(home.progress).catch(() => [])
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.jsonl')).map((name) => readFile(join(home.progress, name), 'utf8')),
  )
  return texts.flatMap((text) => text.trim().split('\n')).map((line) => JSON.parse(line) as Record<string, unknown>)
}
const isTold = ({ told }: FakeShell, name: string, from = 0): boolean =>
  told.slice(from).some((one) => one.name === name)

describe('an answer', () => {
  it('is on the disk before it is answered, and another run goes on after it', async () => {
    const home = await temporaryFolder()
    const first = await given({ home })
    expect(await first.session()).toMatchObject({
      card: { card: 'docker/q-a', isNew: true },
      done: 0,
      left: 3,
      undo: null,
    })
    const after = await first.answer('docker/q-a')
    expect(await logOf(first.shell)).toMatchObject([{ card: 'docker/q-a', mode: 'due', points: ['hit', 'half'] }])
    expect(after).toMatchObject({ card: { card: 'docker/q-b' }, done: 1, left: 2, undo: { question: 'q-a?' } })
    await first.shell.handlers.close()
    const second = await given({ home, slides: first.shell.slides })
    expect(await second.session()).toEqual(after)
  })

  it('is told to every window, and the library counts it', async () => {
    const { shell, answer } = await given()
    const { courses }: LibraryState = await shell.ask('library:read')
    expect(courses[0]?.review).toMatchObject({ due: 0, new: 3, done: 0 })
    const before = shell.told.length
    await answer('docker/q-a')
    expect(isTold(shell, 'review:changed', before)).toBe(true)
    const state = await shell.until('library:changed', (one) => one.courses[0]?.review.done === 1)
    expect(state.courses[0]?.review).toMatchObject({ due: 0, new: 2, done: 1 })
  })

  it('that a full disk refuses is a failure, changes nothing, and the next one is kept', async () => {
    let isFull = true
    const slides = await slidesFolder()
    const home = await temporaryFolder()
    const noSpace = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const openFile = (path: string, flags: string) =>
      isFull && flags !== 'r' ? Promise.reject(noSpace) : open(path, flags)
    const first = await given({ home, slides, deps: { open: openFile } })
    const before = await first.session()
    // The first answer begins a log, the first of a later run goes on in one.
    await expect(first.answer('docker/q-a')).rejects.toThrow('disk-full')
    expect([await first.session(), await logOf(first.shell)]).toEqual([before, []])
    isFull = false
    expect(await first.answer('docker/q-a')).toMatchObject({ done: 1 })
    await first.shell.handlers.close()

    const second = await given({ home, slides, deps: { open: openFile } })
    const then = await second.session()
    isFull = true
    await expect(second.answer('docker/q-b')).rejects.toThrow('disk-full')
    expect(await second.session()).toEqual(then)
    expect(await logOf(second.shell)).toHaveLength(1)
    isFull = false
    expect(await second.answer('docker/q-b')).toMatchObject({ done: 2, card: { card: 'docker/q-c' } })
  })

  it('of a course that the library does not have is not recorded, nor is anything else done with it', async () => {
    const { shell, scope, answer } = await given()
    const elsewhere = { ...scope(), course: 'gone' }
    await expect(answer('docker/q-a', 'good', { scope: elsewhere })).rejects.toThrow('not-found')
    await answer('docker/q-a')
    await expect(shell.ask('review:undo', { scope: elsewhere })).rejects.toThrow('not-found')
    const bury = { scope: elsewhere, card: 'gone/q-a', act: 'bury' }
    await expect(shell.ask('review:card', bury)).rejects.toThrow('not-found')
    await expect(shell.ask('review:set', { course: 'gone', set: { newPerDay: 1 } })).rejects.toThrow('not-found')
    expect(await logOf(shell)).toHaveLength(1)
  })

  it('counts in both languages: they share a card', async () => {
    const { session, answer, overview } = await given()
    expect((await session('en')).card?.question.text).toBe('A in English?')
    await answer('docker/q-a')
    expect(await session('en')).toMatchObject({ done: 1, card: { card: 'docker/q-b' } })
    // What only one language has is asked in that.
    await answer('docker/q-b')
    expect((await session('en')).card?.question.text).toBe('q-c?')
    expect(await overview('en')).toMatchObject({
      cards: 3,
      counts: { done: 2 },
      topics: [{ title: 'One' }, { title: '둘' }],
    })
  })

  it('in a rehearsal is a grade alone', async () => {
    const { shell, overview, statistics } = await given()
    const before = shell.told.length
    const rehearse = { ...ofDocker, question: 'q-a', grade: 'hard' }
    expect(await shell.ask('review:rehearse', rehearse, 'presenter')).toBeNull()
    const kept = { type: 'review', mode: 'rehearsal', grade: 'hard', suggested: null, points: [], card: 'docker/q-a' }
    // Answered aloud, and nothing of it was measured.
    const unmeasured = { recall: 'said', ms: 0, hints: 0, gaveUp: false }
    expect(await logOf(shell)).toMatchObject([{ ...kept, ...unmeasured }])
    expect(isTold(shell, 'review:changed', before)).toBe(true)
    expect((await overview()).counts).toMatchObject({ done: 1, new: 2 })
    expect((await statistics()).statistics.cards).toEqual([])
    await expect(shell.ask('review:rehearse', { ...rehearse, question: 'q-x' })).rejects.toThrow('not-found')
    expect(await logOf(shell)).toHaveLength(1)
  })
})

describe('an undo', () => {
  it('takes back across a restart, one after the other, until there is nothing', async () => {
    const home = await temporaryFolder()
    const first = await given({ home })
    const start = await first.session()
    await first.answer('docker/q-a')
    await first.answer('docker/q-b', 'again')
    await first.shell.handlers.close()
    const second = await given({ home, slides: first.shell.slides })
    // Pressed twice at once.
    const [, session] = await Promise.all([second.undo(), second.shell.ask('review:undo', { scope: second.scope() })])
    expect(session).toEqual(start)
    expect(await second.undo()).toBeNull()
    expect(await logOf(second.shell)).toHaveLength(4)
  })

  it('also takes back what was done with a card', async () => {
    const { act, session, undo } = await given()
    const start = await session()
    for (const done of ['bury', 'suspend'] as const) {
      expect(await act(done)).toMatchObject({ card: { card: 'docker/q-b' }, undo: { card: 'docker/q-a' } })
      await undo()
      expect(await session()).toEqual(start)
    }
  })
})

describe('a card', () => {
  it('put off returns tomorrow; taken out it returns when it is taken in again', async () => {
    const { act, session, time } = await given()
    expect(await act('bury')).toMatchObject({ card: { card: 'docker/q-b' }, left: 2 })
    time.at += dayMs
    expect(await session()).toMatchObject({ card: { card: 'docker/q-a' }, left: 3 })
    await act('suspend')
    time.at += 30 * dayMs
    expect(await session()).toMatchObject({ card: { card: 'docker/q-b' }, left: 2 })
    expect(await act('resume')).toMatchObject({ card: { card: 'docker/q-a' }, left: 3 })
  })

  it('begun anew is new, and its history stays', async () => {
    const { shell, answer, act, session } = await given()
    await answer('docker/q-a')
    expect((await session()).card?.card).toBe('docker/q-b')
    await act('reset')
    expect((await logOf(shell)).map(({ type }) => type)).toEqual(['review', 'reset'])
    const { statistics }: ReviewStatistics = await shell.ask('review:statistics', ofDocker)
    expect(statistics.mastery[0]).toMatchObject({ cards: 3, new: 3 })
    expect(statistics.days.at(-1)).toMatchObject({ reviews: 1 })
  })
})

describe('settings of reviewing', () => {
  it('hold for a course or for all, and survive a restart', async () => {
    const home = await temporaryFolder()
    const first = await given({ home })
    const before = first.shell.told.length
    await first.shell.ask('review:set', { course: null, set: { newPerDay: 2, retention: 0.85 } })
    await first.shell.ask('review:set', { course: 'docker', set: { newPerDay: 1, interview: '2026-12-24' } })
    expect(isTold(first.shell, 'review:changed', before)).toBe(true)
    const overview = await first.overview()
    expect(overview).toMatchObject({
      params: { newPerDay: 1, retention: 0.85, interview: '2026-12-24' },
      general: { newPerDay: 2, retention: 0.85, interview: null },
      counts: { new: 1, limits: { new: 1 } },
    })
    await first.shell.handlers.close()
    const then = await (await given({ home, slides: first.shell.slides })).overview()
    expect(then).toEqual({ ...overview, at: then.at })
  })

  it.each([
    ['2026-11-24', 0],
    ['2026-11-27', 3],
    ['2026-11-23', null],
    [null, null],
  ])('have the library say of an interview on %s that it is in %s days', async (interview, days) => {
    const { shell } = await given()
    await shell.ask('review:set', { course: 'docker', set: { interview } })
    const { courses }: LibraryState = await shell.ask('library:read')
    expect(courses[0]?.interviewIn).toBe(days)
  })
})

describe('a question that changes on disk', () => {
  async function changing() {
    const slides = await slidesFolder()
    const all = await given({ slides })
    const { shell } = all
    await shell.ask('library:read')
    await vi.waitFor(async () => readFile(join(shell.home.progress, 'identity.json')))
    await all.answer('docker/q-a')
    const files = ['questions.ko.md', 'questions.en.md'].map((name) => join(slides, 'docker', name))
    const write = async (texts: readonly [string, string]): Promise<void> => {
      for (const [index, file] of files.entries()) await writeFile(file, texts[index] ?? '')
    }
    const cards = async (): Promise<readonly string[]> => Object.keys((await all.statistics()).questions)
    const become = (wanted: readonly string[]): Promise<void> =>
      vi.waitFor(async () => expect(await cards()).toEqual(wanted), patience)
    return { ...all, write, become }
  }
  const others = question('q-b') + question('q-c')

  it('keeps its progress under another id, and with another text', async () => {
    const { write, become, overview, shell } = await changing()
    const renamed = (title: string): string => question('q-a', title).replace('id: q-a', 'id: q-new')
    await write([renamed('q-a?') + others, renamed('A in English?') + question('q-b')])
    await become(['docker/q-new', 'docker/q-b', 'docker/q-c'])
    await vi.waitFor(async () => expect((await overview()).counts).toMatchObject({ done: 1, new: 2 }), patience)
    expect(await logOf(shell)).toContainEqual(expect.objectContaining({ type: 'alias', to: 'docker/q-new' }))
    await write([renamed('전혀 다른 질문?') + others, question('q-b')])
    await become(['docker/q-new', 'docker/q-b', 'docker/q-c'])
    expect((await overview()).counts).toMatchObject({ done: 1, new: 2 })
  })

  it('keeps its progress while it is gone, and is asked again when it returns', async () => {
    const { write, become, overview, session, time } = await changing()
    await write([others, question('q-b')])
    await become(['docker/q-b', 'docker/q-c'])
    expect(await overview()).toMatchObject({ cards: 2, counts: { done: 0, new: 2 } })
    time.at += 40 * dayMs
    expect((await session()).counts).toMatchObject({ due: 0, new: 2 })
    await write([question('q-a') + others, question('q-b')])
    await become(['docker/q-a', 'docker/q-b', 'docker/q-c'])
    expect((await session()).card).toMatchObject({ card: 'docker/q-a', isNew: false, reviews: 1, lastMissed: [1] })
  })

  it('keeps its progress when another deck asks it', async () => {
    const { shell, overview } = await changing()
    const topics = async () => (await overview()).topics.map(({ name, cards, new: fresh }) => [name, cards, fresh])
    expect(await topics()).toEqual([
      ['a', 2, 1],
      ['b', 1, 1],
    ])
    const folder = join(shell.slides, 'docker')
    await writeFile(join(folder, 'b.ko.md'), deck('ko', '둘', { three: 'q-c', four: 'q-a' }))
    await writeFile(join(folder, 'a.ko.md'), deck('ko', '하나', { two: 'q-b' }))
    const moved = [
      ['a', 1, 1],
      ['b', 2, 1],
    ]
    await vi.waitFor(async () => expect(await topics()).toEqual(moved), patience)
  })

  it('is known again in a folder that was opened just before', async () => {
    const folder = await courseFolder(await temporaryFolder(), 'notes', {
      'a.ko.md': deck('ko', '하나', { one: 'q-a' }),
      'questions.ko.md': question('q-a') + question('q-b'),
    })
    const { shell, answer, overview } = await given({ course: folder })
    await shell.ask('library:open', { folder })
    await answer('notes/q-a')
    const identity = join(shell.home.progress, 'identity.json')
    await vi.waitFor(async () => expect(await readFile(identity, 'utf8')).toContain('notes/q-a'), patience)
    const renamed = question('q-a').replace('id: q-a', 'id: q-new')
    await writeFile(join(folder, 'questions.ko.md'), renamed + question('q-b'))
    const isKnown = async () => expect(await overview()).toMatchObject({ cards: 2, counts: { done: 1, new: 1 } })
    await vi.waitFor(async () => expect(await logOf(shell)).toHaveLength(2), patience)
    await vi.waitFor(isKnown, patience)
  })
})

describe('a mock interview', () => {
  const answers = ['docker/q-a', 'docker/q-b'].map((card, index) => ({
    card,
    after: null,
    points: index === 0 ? ['hit', 'hit'] : ['miss', 'hit'],
    ms: 50_000,
    hints: 0,
  }))

  it('is planned, recorded, and kept; it moves the schedule only when it is taken over, and that once', async () => {
    const home = await temporaryFolder()
    const { shell, overview, mocks } = await given({ home })
    const plan: MockQuestion[] = await shell.ask('review:plan', { ...ofDocker, topics: ['a'], count: 5, seed: 1 })
    expect(plan.map(({ card }) => card).sort()).toEqual(['docker/q-a', 'docker/q-b'])
    const result: MockResult = await shell.ask('review:mock', { ...ofDocker, kind: 'real', answers })
    expect(result).toMatchObject({ kind: 'real', answers, adopted: false, report: { ms: 100_000, score: 0.75 } })
    expect((await overview()).counts).toMatchObject({ done: 0, new: 3 })
    expect(await mocks()).toEqual([result])
    const adopt = { ...ofDocker, mock: result.id }
    await Promise.all([shell.ask('review:adopt', adopt), shell.ask('review:adopt', adopt)])
    await shell.ask('review:adopt', adopt)
    expect((await overview()).counts).toMatchObject({ done: 2, new: 1 })
    const kept = (await logOf(shell)).filter(({ type }) => type === 'review')
    expect(kept).toMatchObject([
      { card: 'docker/q-a', mode: 'mock', grade: 'good', from: result.id },
      { card: 'docker/q-b', mode: 'mock', grade: 'again', from: result.id },
    ])
    await shell.handlers.close()
    const next = await given({ home, slides: shell.slides })
    expect(await next.mocks()).toEqual([{ ...result, adopted: true }])
    // What was taken back may be taken over anew; the other answer is not doubled.
    await next.undo()
    expect(await next.mocks()).toMatchObject([{ adopted: false }])
    await next.shell.ask('review:adopt', adopt)
    expect((await logOf(next.shell)).filter(({ from }) => from === result.id)).toHaveLength(3)
    expect(await next.mocks()).toMatchObject([{ adopted: true }])
    await expect(next.shell.ask('review:adopt', { ...ofDocker, mock: 'none' })).rejects.toThrow('not-found')
  })

  it('is taken over with grades by what each question asks for: its points, which of them are core, and its time', async () => {
    const slides = await temporaryFolder()
    const four = ['하나', '둘', '셋', '넷']
    await courseFolder(slides, 'docker', {
      'course.yaml': 'title: { ko: 도커, en: Docker }\n',
      'a.ko.md': deck('ko', '하나', { one: 'short', two: 'long', three: 'core' }),
      'questions.ko.md':
        question('short', '짧은?', ['하나']) +
        question('long', '긴?', four) +
        question('core', '핵심?', four).replace('core: [1]', 'core: [4]'),
    })
    const { shell } = await given({ slides })
    // More than twice the time that the short question should take, and less than twice that of the others.
    const said = { after: null, ms: 100_000, hints: 0 }
    const held = [
      { ...said, card: 'docker/short', points: ['hit'] },
      { ...said, card: 'docker/long', points: ['hit', 'hit', 'hit', 'hit'] },
      { ...said, card: 'docker/core', points: ['hit', 'hit', 'hit', 'miss'] },
    ]
    const { id }: MockResult = await shell.ask('review:mock', { ...ofDocker, kind: 'real', answers: held })
    await shell.ask('review:adopt', { ...ofDocker, mock: id })
    const kept = (await logOf(shell)).filter(({ type }) => type === 'review')
    expect(kept.map(({ card, grade }) => [card, grade])).toEqual([
      ['docker/short', 'hard'],
      ['docker/long', 'good'],
      ['docker/core', 'again'],
    ])
  })
})

describe('the slides of weak questions', () => {
  const ref = { course: 'docker', name: 'path:weak-questions', lang: 'ko' } as const

  it('are presented as a path that is in the library, also in the next run', async () => {
    const home = await temporaryFolder()
    const { shell, answer } = await given({ home })
    await expect(shell.ask('review:presentWeak', ofDocker)).rejects.toThrow('not-found')
    await answer('docker/q-b', 'again')
    const talk = await shell.ask('review:presentWeak', ofDocker)
    expect(talk).toMatchObject({ deck: ref, place: { slide: 'two', step: 1 } })
    expect(shell.did).toEqual(['open deck', 'open presenter'])
    const { courses }: LibraryState = await shell.ask('library:read')
    expect(courses[0]?.paths).toContainEqual(expect.objectContaining({ ref, title: '약한 질문만', slides: 1 }))
    await shell.ask('talk:end')
    await shell.handlers.close()
    const next = await fakeShell({ home, slides: shell.slides })
    const reading: DeckReading = await next.ask('deck:read', { ref })
    expect(reading.deck.slides.map(({ id }) => id)).toEqual(['two'])
    expect(await next.ask('talk:start', { deck: ref, windows: 'both' })).toMatchObject({ deck: ref })
  })

  it('are those of the other language where only that one has them', async () => {
    const { shell, answer } = await given()
    await answer('docker/q-c', 'again')
    expect(await shell.ask('review:presentWeak', { course: 'docker', lang: 'en' })).toMatchObject({
      deck: ref,
      place: { slide: 'three' },
    })
  })
})

async function handedOut(shell: FakeShell, what: object): Promise<string> {
  const out = (await shell.ask('review:export', what)) as HandedOut
  if (!('file' in out)) throw new Error('it was not written to a file')
  return out.file
}

describe('copies of everything', () => {
  it('go into another home once, however often they are imported', async () => {
    const first = await given()
    await first.answer('docker/q-a')
    await first.answer('docker/q-b', 'again')
    const file = await handedOut(first.shell, { what: 'everything', ...ofDocker })
    const second = await given({ slides: first.shell.slides })
    await second.answer('docker/q-c')
    const before = second.shell.told.length
    expect(await second.shell.ask('review:import', { file })).toEqual({ events: 2 })
    expect(isTold(second.shell, 'review:changed', before)).toBe(true)
    const overview = await second.overview()
    expect(overview.counts).toMatchObject({ done: 3, new: 0 })
    expect(await second.shell.ask('review:import', { file })).toEqual({ events: 0 })
    const then = await second.overview()
    expect(then).toEqual({ ...overview, at: then.at })
  })

  it('bring back what was there, and can be taken back themselves', async () => {
    const home = await temporaryFolder()
    const first = await given({ home })
    await first.answer('docker/q-a')
    const then = await first.session()
    await first.shell.handlers.close()
    const { shell, answer, session, overview } = await given({ home, slides: first.shell.slides, at: noon + 1000 })
    await answer('docker/q-b')
    const made: BackupEntry[] = await shell.ask('review:backups')
    const before = shell.told.length
    await shell.ask('review:restore', { backup: made.at(-1)?.name ?? '' })
    expect(isTold(shell, 'review:changed', before)).toBe(true)
    expect((await session()).card).toEqual(then.card)
    await answer('docker/q-c')
    expect((await overview()).counts.done).toBe(2)
    const all: BackupEntry[] = await shell.ask('review:backups')
    await shell.ask('review:restore', { backup: all[0]?.name ?? '' })
    expect(await session()).toMatchObject({ card: { card: 'docker/q-c' }, done: 2 })
    await expect(shell.ask('review:restore', { backup: 'none' })).rejects.toThrow('not-found')
  })

  it('are made for Anki under a name that every system takes', async () => {
    const { shell } = await given()
    const file = await handedOut(shell, { what: 'anki', course: 'docker', lang: 'en' })
    expect(file.endsWith('/Docker- all-it.anki.txt')).toBe(true)
    expect(await readFile(file, 'utf8')).toContain('lectern:en:docker/q-a')
    await rm(file)
  })
})

it('a new day is told, and the library counts it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { shell, answer, time } = await given()
  await answer('docker/q-a', 'again')
  await shell.until('library:changed', (one) => one.courses[0]?.review.done === 1)
  const before = shell.told.length
  vi.advanceTimersByTime(180_000)
  expect(isTold(shell, 'review:changed', before)).toBe(false)
  time.at += dayMs
  vi.advanceTimersByTime(60_000)
  expect(isTold(shell, 'review:changed', before)).toBe(true)
  const state = await shell.until('library:changed', (one) => one.courses[0]?.review.due === 1)
  expect(state.courses[0]?.review).toMatchObject({ new: 2, done: 0 })
  vi.advanceTimersByTime(60_000)
  expect(shell.told.slice(before).filter(({ name }) => name === 'review:changed')).toHaveLength(1)
})
