/** The library window without its parts: what is shown of what the shell tells, and what the shell is asked. */
import { fake, Failed } from './fake-shell.ts'
import { courseOf, deckOf, leftAt, libraryOf, notesCourse } from './sample-library.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DeckSummary, ExportProgress } from '../../../src/contract/library.ts'
import type { TalkSnapshot } from '../../../src/contract/talk.ts'
import { Library } from '../../../src/renderer/library/library.svelte.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { libraryWords } from '../../../src/renderer/words/library.ts'

const full = new Failed({ code: 'disk-full', message: { ko: '디스크가 찼어요.', en: 'The disk is full.' } } as never)
const fails = (): never => {
  throw full
}
const docker = courseOf()
const told = () => notices.list.map(({ text }) => text)
const talkOf = (name: string, course = docker.id): TalkSnapshot =>
  ({ talkId: 't', revision: 1, deck: { course, name, lang: 'ko' } }) as TalkSnapshot

let stop: () => void = () => undefined

beforeEach(async () => {
  notices.list = []
  fake.reset(libraryOf())
  fake.when('talk:read', () => null)
  await look.start()
})
afterEach(() => {
  stop()
  stop = () => undefined
})

async function start(state = libraryOf()): Promise<Library> {
  fake.state = state
  const library = new Library()
  stop = library.start()
  await expect.poll(() => library.state ?? library.failure).not.toBeNull()
  return library
}

describe('what is shown', () => {
  test('is nothing before the shell has answered', () => {
    const library = new Library()
    expect([library.course, library.card, library.cards, library.paths, library.langs, library.toDo]).toEqual([
      null,
      null,
      [],
      [],
      [],
      [],
    ])
    expect([library.failure, library.talk, library.dialog, library.talkTitle]).toEqual([null, null, null, ''])
    expect(library.isNew).toBe(false)
  })

  test('is the chosen course, else the first, in the language that was chosen, else in that of the window', async () => {
    const library = await start()
    expect([library.course?.id, library.langs, library.deckLang]).toEqual(['docker', ['ko', 'en'], 'ko'])
    look.settings = { ...look.settings, course: notesCourse.id, deckLang: 'en' }
    expect([library.course?.id, library.deckLang]).toEqual([notesCourse.id, 'en'])
    look.settings = { ...look.settings, course: '/gone' }
    expect(library.course?.id).toBe('docker')
  })

  test('is next what was chosen, a path too, else what was left', async () => {
    const path = deckOf('path', '지름길')
    const library = await start(libraryOf({ courses: [courseOf({ paths: [path] })] }))
    expect(library.card?.name).toBe('01-docker-and-vm')
    for (const deck of ['03-security', 'path']) {
      look.settings = { ...look.settings, deck }
      expect(library.card?.name).toBe(deck)
    }
    look.settings = { ...look.settings, deck: 'gone' }
    expect(library.card?.name).toBe('01-docker-and-vm')
  })

  test('follows the library and the talk until the window goes', async () => {
    const library = await start()
    fake.change(libraryOf({ courses: [notesCourse] }))
    fake.tell('talk:changed', talkOf('01-docker-and-vm'))
    expect([library.course?.id, library.talk?.talkId]).toEqual([notesCourse.id, 't'])
    fake.tell('keys:show', { window: 'deck' })
    expect(library.dialog).toBeNull()
    fake.tell('keys:show', { window: 'library' })
    expect(library.dialog).toEqual({ kind: 'keys' })
    library.dialog = { kind: 'help' }
    fake.tell('keys:show', { window: 'library' })
    expect(library.dialog).toEqual({ kind: 'help' })
    stop()
    library.dialog = null
    fake.change(libraryOf())
    fake.tell('talk:changed', null)
    fake.tell('keys:show', { window: 'library' })
    expect([library.course?.id, library.talk?.talkId, library.dialog]).toEqual([notesCourse.id, 't', null])
  })

  test('is why nothing could be read, until it can', async () => {
    fake.when('library:read', fails)
    const library = await start()
    expect([library.failure, library.state]).toEqual([full.failure, null])
    fake.when('library:read', () => libraryOf())
    await library.read()
    expect([library.failure, library.course?.id]).toEqual([null, 'docker'])
  })

  test.each<readonly [string, TalkSnapshot | null, string]>([
    ['none', null, ''],
    ['a deck', talkOf('02-isolation'), '격리의 원리'],
    ['a path', talkOf('path'), '지름길'],
    ['a deck that is gone', talkOf('gone'), 'gone'],
    [
      'another language',
      { ...talkOf('02-isolation'), deck: { course: 'docker', name: '02-isolation', lang: 'en' } },
      '02-isolation',
    ],
    ['another course', talkOf('02-isolation', '/gone'), '02-isolation'],
  ])('is the title of the talk: %s', async (_, talk, title) => {
    const library = await start(libraryOf({ courses: [courseOf({ paths: [deckOf('path', '지름길')] })] }))
    library.talk = talk
    expect(library.talkTitle).toBe(title)
  })
})

test.each([
  ['no talk', null, null, ['present']],
  ['a talk that is running', talkOf('02-isolation'), null, []],
  ['one that waits to be taken up', null, {} as never, []],
])('a deck is to be presented beside %s', async (_, talk, unfinished, kinds) => {
  const library = await start(libraryOf({ unfinished }))
  library.talk = talk
  expect(library.toDo.map(({ kind }) => kind)).toEqual(kinds)
})

describe('a library is new', () => {
  const untouched = courseOf({ decks: [deckOf('01', '하나')], paths: [deckOf('path', '지름길')] })
  const fresh = { courses: [untouched], recent: [] }
  const review = { ...untouched.review, done: 1 }
  const [left] = [leftAt(1)]

  test.each([
    ['nothing was done', fresh, true],
    ['there is no course', { ...fresh, courses: [] }, true],
    ['a folder was opened', { ...fresh, recent: ['/a'] }, false],
    ['a course is no bundled one', { ...fresh, courses: [{ ...untouched, bundled: false }] }, false],
    ['one course of two was reviewed', { ...fresh, courses: [untouched, { ...untouched, review }] }, false],
    [
      'a deck was presented',
      { ...fresh, courses: [{ ...untouched, decks: [deckOf('01', '하나', 'ko', { lastPlace: left })] }] },
      false,
    ],
    [
      'a path was presented',
      { ...fresh, courses: [{ ...untouched, paths: [deckOf('path', '지름길', 'ko', { lastPlace: left })] }] },
      false,
    ],
    ['a talk is unfinished', { ...fresh, unfinished: {} as never }, false],
  ])('%s', async (_, state, isNew) => {
    const library = await start(libraryOf(state))
    look.settings = { ...look.settings, course: null }
    expect(library.isNew).toBe(isNew)
    look.settings = { ...look.settings, course: 'docker' }
    expect(library.isNew).toBe(false)
  })
})

describe('a choice', () => {
  test('of course, deck and language is kept, a course without the deck of another', async () => {
    const library = await start()
    library.chooseDeck('03-security')
    library.showCourse(notesCourse.id)
    library.chooseLang('en')
    expect(fake.payloads('settings:write')).toEqual([
      { deck: '03-security' },
      { course: notesCourse.id, deck: null },
      { deckLang: 'en' },
    ])
  })

  test('holds for now where it cannot be kept, and nothing is said', async () => {
    fake.when('settings:write', fails)
    const library = await start()
    library.showCourse(notesCourse.id)
    await expect.poll(() => library.course?.id).toBe(notesCourse.id)
    library.chooseDeck('03-security')
    await expect.poll(() => look.settings).toMatchObject({ course: notesCourse.id, deck: '03-security' })
    expect(told()).toEqual([])
  })
})

describe('a talk', () => {
  const at = (more: Partial<DeckSummary>) => deckOf('02', '둘', 'ko', more)
  test.each<readonly [string, DeckSummary, 'last' | 'start' | undefined, object]>([
    [
      'where it was left',
      at({ lastPlace: leftAt(6, { step: 2 }) }),
      undefined,
      { place: { slide: 'kernel', step: 2 } },
    ],
    ['at its start where that is wanted', at({ lastPlace: leftAt(6) }), 'start', {}],
    ['at its start where it was shown to its end', at({ lastPlace: leftAt(6, { isEnd: true }) }), 'last', {}],
    ['at its start where it was never shown', at({}), 'last', {}],
  ])('begins %s', async (_, deck, from, place) => {
    const library = await start()
    await library.present(deck, from, 'deck')
    expect(fake.payloads('talk:start')).toEqual([{ deck: deck.ref, windows: 'deck', ...place }])
    expect(fake.payloads('window:open')).toEqual([])
  })

  test('opens its windows itself where the shell does not', async () => {
    const library = await start()
    look.features = { ...fake.features, opensWindows: false }
    const windows = (...kinds: string[]) => kinds.map((window) => ({ window }))
    await library.present(deckOf('02', '둘'))
    expect(fake.payloads('window:open')).toEqual(windows('deck', 'presenter'))
    expect(fake.payloads('talk:start')).toMatchObject([{ windows: 'both' }])
    await library.present(deckOf('02', '둘'), 'last', 'presenter')
    await library.resume()
    await library.showWindow('deck')
    expect(fake.payloads('window:open')).toEqual(windows('deck', 'presenter', 'presenter', 'deck', 'presenter', 'deck'))
  })

  test('brings a window to the front by the shell where that opens windows', async () => {
    const library = await start()
    await library.showWindow('presenter')
    look.features = null
    await library.showWindow('deck')
    expect(fake.payloads('window:open')).toEqual([{ window: 'presenter' }, { window: 'deck' }])
  })

  test('shows the slide that explains a term, in the language of the decks if it is there', async () => {
    const library = await start()
    library.dialog = { kind: 'help' }
    const slide = { deck: '01-docker-and-vm', slide: 'kernel' }
    await library.presentSlide('docker', { ...slide, deck: 'gone' })
    await library.presentSlide('/gone', slide)
    expect([fake.payloads('talk:start'), library.dialog]).toEqual([[], { kind: 'help' }])
    look.settings = { ...look.settings, deckLang: 'en' }
    await library.presentSlide('docker', slide)
    await library.presentSlide('docker', { ...slide, deck: '02-isolation' })
    const [both, place] = ['both', { slide: 'kernel', step: 1 }]
    expect(fake.payloads('talk:start')).toEqual([
      { deck: { course: 'docker', name: '01-docker-and-vm', lang: 'en' }, windows: both, place },
      { deck: { course: 'docker', name: '02-isolation', lang: 'ko' }, windows: both, place },
    ])
    expect(library.dialog).toBeNull()
  })
})

describe('folders', () => {
  test('are chosen by the dialog of the system where it has one, else by ours', async () => {
    const library = await start()
    await library.chooseFolder()
    expect([library.dialog, fake.payloads('library:choose')]).toEqual([{ kind: 'folder' }, []])
    library.dialog = null
    look.features = { ...fake.features, dialogs: true }
    await library.chooseFolder()
    expect([library.dialog, fake.payloads('library:choose')]).toEqual([null, [undefined]])
  })

  test('that are gone can be forgotten right there', async () => {
    fake.when('library:open', fails)
    const library = await start()
    await library.openRecent('/gone')
    expect(fake.payloads('library:open')).toEqual([{ folder: '/gone' }])
    const [notice] = notices.list
    expect([notice?.text, notice?.action?.label.ko]).toEqual([full.failure.message, libraryWords.ko.forgetShort])
    notice?.action?.run()
    expect(fake.payloads('library:forget')).toEqual([{ folder: '/gone' }])
  })

  test('that were closed are told by their name, those that could not only why', async () => {
    const library = await start()
    await library.close(notesCourse)
    const { ko, en } = libraryWords
    const { title } = notesCourse
    expect(fake.payloads('library:close')).toEqual([{ course: notesCourse.id }])
    expect(told()).toEqual([{ ko: ko.closed(title.ko), en: en.closed(title.en) }])
    notices.list = []
    fake.when('library:close', fails)
    await library.close(notesCourse)
    expect(told()).toEqual([full.failure.message])
  })

  test('that are copies are settled either way', async () => {
    const library = await start()
    for (const same of [true, false]) {
      library.dialog = { kind: 'copy', course: 'docker' }
      await library.settleCopy(docker, same)
      expect(library.dialog).toBeNull()
    }
    const { ko, en } = libraryWords
    expect(fake.payloads('library:settleCopy')).toMatchObject([{ same: true }, { course: 'docker', same: false }])
    expect(told()).toEqual([
      { ko: ko.copyIsSame, en: en.copyIsSame },
      { ko: ko.copyIsOther, en: en.copyIsOther },
    ])
  })
})

test.each<readonly [string, (library: Library) => Promise<void>, object | undefined]>([
  ['talk:end', (library) => library.endTalk(), undefined],
  ['talk:resume', (library) => library.resume(), undefined],
  ['window:open', (library) => library.openGallery(), { window: 'gallery' }],
  ['window:open', (library) => library.openReview(), { window: 'review' }],
  ['library:forget', (library) => library.forget('/a'), { folder: '/a' }],
  ['export:cancel', (library) => library.cancelExport('j'), { job: 'j' }],
  ['export:reveal', (library) => library.revealExport('j'), { job: 'j' }],
])('%s is asked, and told as trouble where it fails', async (name, act, payload) => {
  const library = await start()
  await act(library)
  expect([fake.payloads(name as never), told()]).toEqual([[payload], []])
  fake.when(name as never, fails)
  await act(library)
  expect(told()).toEqual([full.failure.message])
})

test('that the decks are drawn is told to the shell, whatever that makes of it', async () => {
  const library = await start()
  fake.when('library:drawn', fails)
  await library.tellDrawn('docker')
  expect([fake.payloads('library:drawn'), told()]).toEqual([[{ course: 'docker' }], []])
})

describe('exports', () => {
  const options = { theme: 'light', steps: 'final', glossary: false } as const
  const news = (job: string, more: Partial<ExportProgress> = {}): ExportProgress => ({
    job,
    phase: 'printing',
    done: 3,
    total: 9,
    ...more,
  })
  const begun = { phase: 'laying-out', done: 0, total: 0 } as const

  test('that were not gone through with leave nothing', async () => {
    const library = await start()
    expect(await library.export(deckOf('02', '둘'), options)).toBe(false)
    expect(library.jobs).toEqual([])
  })

  test('begin at nothing, follow their own news, and go when they are dismissed', async () => {
    const library = await start()
    const [one, two] = [deckOf('01', '하나'), deckOf('02', '둘')]
    for (const [job, deck] of [
      ['a', one],
      ['b', two],
    ] as const) {
      fake.when('export:start', () => ({ job }))
      expect(await library.export(deck, options)).toBe(true)
    }
    const [first, second] = [
      { job: 'a', title: '하나', deck: one.ref },
      { job: 'b', title: '둘', deck: two.ref },
    ]
    expect(library.jobs).toEqual([
      { ...first, progress: { job: 'a', ...begun } },
      { ...second, progress: { job: 'b', ...begun } },
    ])
    fake.tell('export:progress', news('b'))
    expect(library.jobs.map(({ progress }) => progress)).toEqual([{ job: 'a', ...begun }, news('b')])
    library.dismissExport('b')
    expect(library.jobs.map(({ job }) => job)).toEqual(['a'])
    stop()
    fake.tell('export:progress', news('a'))
    expect(library.jobs[0]?.progress).toEqual({ job: 'a', ...begun })
  })

  test('know the last news that came before they had a name, each its own, once', async () => {
    const library = await start()
    for (const early of [news('a', { done: 1 }), news('b'), news('a', { done: 2 })]) fake.tell('export:progress', early)
    for (const job of ['a', 'b', 'a']) {
      fake.when('export:start', () => ({ job }))
      await library.export(deckOf(job, job), options)
      expect(library.jobs.at(-1)?.job).toBe(job)
    }
    expect(library.jobs.map(({ progress }) => progress)).toEqual([
      news('a', { done: 2 }),
      news('b'),
      { job: 'a', ...begun },
    ])
  })
})
