import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Answers, Broadcasts } from '../../../src/contract/channels.ts'
import type { DeckReading } from '../../../src/contract/deck.ts'
import { LecternError, survived } from '../../../src/contract/failure.ts'
import { initialSettings, type LibraryState, type Settings } from '../../../src/contract/library.ts'
import type { TalkSnapshot } from '../../../src/contract/talk.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import { courseFolder, deckText, fakeShell, temporaryFolder, type FakeShell } from './fake-shell.ts'

const deck = { course: 'docker', name: '01', lang: 'ko' } as const

/** A folder with one bundled course of one deck. */
async function slidesFolder(): Promise<string> {
  const slides = await temporaryFolder()
  await courseFolder(slides, 'docker', {
    '01.ko.md': deckText('도커', { a: 1, b: 3, c: 1 }),
    '02.ko.md': '---\ntitle: 빈 덱\nlang: ko\n---\n',
  })
  return slides
}
const lastTalk = (shell: FakeShell): Broadcasts['talk:changed'] | undefined =>
  shell.told.findLast((one) => one.name === 'talk:changed')?.payload
const stateOf = (shell: FakeShell): Promise<LibraryState> => shell.ask('library:read')

describe('settings', () => {
  it('are told to every window and are there in the next run', async () => {
    const home = await temporaryFolder()
    const first = await fakeShell({ home })
    expect(await first.ask('settings:read')).toEqual(initialSettings)
    const changed: Settings = await first.ask('settings:write', { theme: 'dark', notesScale: 1.5 })
    expect(changed).toMatchObject({ theme: 'dark', notesScale: 1.5 })
    expect(first.told).toEqual([{ name: 'settings:changed', payload: changed }])
    expect(await (await fakeShell({ home })).ask('settings:read')).toEqual(changed)
  })

  it('that are damaged begin anew, and the library says where the old ones are', async () => {
    const home = await temporaryFolder()
    await writeFile(join(home, 'settings.json'), '{ "theme": "dark", ')
    await writeFile(join(home, 'positions.json'), 'null')
    const shell = await fakeShell({ home })
    expect(await shell.ask('settings:read')).toMatchObject({ theme: 'system' })
    const { keptAside } = await stateOf(shell)
    expect(keptAside.map(({ file }) => file).sort()).toEqual(['positions.json', 'settings.json'])
    expect(await readFile(keptAside[0]?.aside ?? '', 'utf8')).toBe('{ "theme": "dark", ')
  })
})

describe('a deck', () => {
  it('is read with its course, its languages and nothing of how it was read', async () => {
    const shell = await fakeShell({ slides: await slidesFolder() })
    const reading: DeckReading = await shell.ask('deck:read', { ref: deck })
    expect(Object.keys(reading).sort()).toEqual(['deck', 'glossary', 'langs', 'questions', 'revision'])
    expect(reading).toMatchObject({ deck: { ref: deck, title: '도커' }, langs: ['ko'] })
    await expect(shell.ask('deck:read', { ref: { ...deck, lang: 'en' } })).rejects.toThrow('not-found')
    await expect(shell.ask('deck:read', { ref: { ...deck, course: '/etc' } })).rejects.toThrow('not-found')
  })
})

describe('a talk', () => {
  it('starts, opens its windows, follows intents from both and ends', async () => {
    const shell = await fakeShell({ slides: await slidesFolder() })
    expect(await shell.ask('talk:read')).toBeNull()
    const started: TalkSnapshot = await shell.ask('talk:start', { deck, windows: 'both' })
    expect(shell.did).toEqual(['open deck', 'open presenter'])
    expect(started).toMatchObject({ deck, place: { slide: 'a', step: 1 }, mode: 'live', canGoBack: false })
    await shell.ask('talk:intent', { type: 'next' }, 'deck')
    await shell.ask('talk:intent', { type: 'next' }, 'presenter')
    expect(lastTalk(shell)).toMatchObject({ place: { slide: 'b', step: 2 }, revision: started.revision + 2 })
    expect(await shell.ask('talk:read', undefined, 'deck')).toEqual(lastTalk(shell))
    await shell.ask('talk:end', undefined, 'presenter')
    expect(lastTalk(shell)).toBeNull()
    expect(shell.did.slice(2)).toEqual(['close deck', 'close presenter'])
    expect((await stateOf(shell)).courses[0]?.decks[0]?.lastPlace).toMatchObject({
      slide: 'b',
      step: 2,
      slideNumber: 2,
    })
  })

  it('takes the place of what was chosen to be presented: from then on the last places say what comes next', async () => {
    const shell = await fakeShell({ slides: await slidesFolder() })
    await shell.ask('settings:write', { course: 'docker', deck: deck.name })
    await shell.ask('talk:start', { deck, windows: 'deck' })
    expect(await shell.ask('settings:read')).toMatchObject({ course: 'docker', deck: null })
    await shell.until('settings:changed', (settings) => settings.deck === null)
  })

  it('is dated by the person’s day, which begins at four', async () => {
    const time = { at: new Date(2026, 10, 25, 3, 59).getTime() }
    const shell = await fakeShell({ slides: await slidesFolder(), deps: { now: () => time.at } })
    await shell.ask('talk:start', { deck, windows: 'deck' })
    time.at = new Date(2026, 10, 25, 4).getTime()
    const { day, courses } = await stateOf(shell)
    expect([courses[0]?.decks[0]?.lastPlace?.day, day]).toEqual(['2026-11-24', '2026-11-25'])
  })

  it('tells windows only what changed something', async () => {
    const shell = await fakeShell({ slides: await slidesFolder() })
    await shell.ask('talk:start', { deck, windows: 'deck' })
    const told = shell.told.length
    await shell.ask('talk:intent', { type: 'previous' })
    await shell.ask('talk:intent', { type: 'goTo', place: { slide: 'nowhere', step: 1 } })
    expect(shell.told.slice(told).filter(({ name }) => name === 'talk:changed')).toEqual([])
  })

  it.each([
    ['both', ['open deck', 'open presenter']],
    ['deck', ['open deck']],
    ['presenter', ['open presenter']],
  ] as const)(
    'opens %s where the shell opens windows, and leaves it to the page where not',
    async (windows, opened) => {
      const slides = await slidesFolder()
      const opening = await fakeShell({ slides })
      await opening.ask('talk:start', { deck, windows })
      expect(opening.did).toEqual(opened)
      const browser = await fakeShell({ slides, features: { opensWindows: false } })
      await browser.ask('talk:start', { deck, windows })
      expect(browser.did).toEqual([])
    },
  )

  it('starts where it is told, within the deck', async () => {
    const shell = await fakeShell({ slides: await slidesFolder() })
    const at = async (slide: string, step: number): Promise<TalkSnapshot['place']> =>
      ((await shell.ask('talk:start', { deck, place: { slide, step }, windows: 'deck' })) as TalkSnapshot).place
    expect(await at('b', 2)).toEqual({ slide: 'b', step: 2 })
    expect(await at('b', 50)).toEqual({ slide: 'b', step: 3 })
    expect(await at('gone', 2)).toEqual({ slide: 'a', step: 1 })
  })

  it('needs a deck that is there and has slides; nothing is asked of a talk that is not', async () => {
    const shell = await fakeShell({ slides: await slidesFolder() })
    const start = (name: string) => shell.ask('talk:start', { deck: { ...deck, name }, windows: 'both' })
    await expect(start('99')).rejects.toThrow('not-found')
    await expect(start('02')).rejects.toThrow('deck-broken')
    await expect(shell.ask('talk:intent', { type: 'next' })).rejects.toThrow('no-talk')
    await expect(shell.ask('window:open', { window: 'presenter' })).rejects.toThrow('no-talk')
    await expect(shell.ask('talk:resume')).rejects.toThrow('no-talk')
    expect(await shell.ask('talk:end')).toBeNull()
    expect(shell.did).toEqual([])
  })

  it('left by a run that ended is offered by the next and taken up at the same place', async () => {
    const [home, slides] = [await temporaryFolder(), await slidesFolder()]
    const first = await fakeShell({ home, slides })
    await first.ask('talk:start', { deck, windows: 'both' })
    await first.ask('talk:intent', { type: 'next' })
    await first.ask('talk:intent', { type: 'blackout' })
    const left = lastTalk(first)
    await first.handlers.close()
    const second = await fakeShell({ home, slides })
    expect((await stateOf(second)).unfinished).toEqual({ deck, place: { slide: 'b', step: 1 }, title: '도커' })
    expect(await second.ask('talk:resume')).toEqual(left)
    expect(second.did).toEqual(['open deck', 'open presenter'])
    expect((await stateOf(second)).unfinished).toBeNull()
    expect(second.told.findLast(({ name }) => name === 'library:changed')?.payload).toMatchObject({ unfinished: null })
  })

  it('of a course that is not open any more is not offered', async () => {
    const [home, slides] = [await temporaryFolder(), await slidesFolder()]
    const first = await fakeShell({ home, slides })
    await first.ask('talk:start', { deck, windows: 'both' })
    await first.handlers.close()
    expect((await stateOf(await fakeShell({ home }))).unfinished).toBeNull()
  })
})

describe('a full or read-only disk', () => {
  const full: Open = async (path, flags) => {
    if (flags !== 'r') throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    return open(path, flags)
  }

  it('does not disturb a talk; the library says what is wrong until it is right again', async () => {
    let isFull = true
    const shell = await fakeShell({
      slides: await slidesFolder(),
      deps: { open: (path, flags) => (isFull ? full(path, flags) : open(path, flags)) },
    })
    await shell.ask('talk:start', { deck, windows: 'both' })
    await shell.ask('talk:intent', { type: 'next' })
    expect(lastTalk(shell)?.place).toEqual({ slide: 'b', step: 1 })
    const state = await shell.until('library:changed', ({ trouble }) => trouble !== undefined)
    expect(state.trouble).toMatchObject({ code: 'disk-full' })
    expect(state.trouble?.message.ko).toContain('저장 공간이 가득')
    expect(state.lastTrouble).toEqual(state.trouble)
    isFull = false
    const told = shell.told.length
    await shell.ask('talk:intent', { type: 'next' })
    await shell.until(
      'library:changed',
      (one) => shell.told.slice(told).some(({ payload }) => payload === one) && !one.trouble,
    )
    await shell.handlers.close()
    const next = await fakeShell({ home: shell.home.folder, slides: shell.slides })
    expect((await stateOf(next)).unfinished?.place).toEqual({ slide: 'b', step: 2 })
  })

  it('answers a changed setting with a sentence, and the setting holds for this run', async () => {
    const shell = await fakeShell({ deps: { open: full } })
    await expect(shell.ask('settings:write', { theme: 'dark' })).rejects.toThrow('disk-full')
    expect(await shell.ask('settings:read')).toMatchObject({ theme: 'dark' })
  })

  it('is said at the start, before anything is lost, and once it can be written that is said too', async () => {
    const home = join(await temporaryFolder(), 'home')
    await writeFile(home, '')
    const shell = await fakeShell({ home, slides: await slidesFolder(), deps: { retryMs: 10 } })
    const { trouble } = await shell.until('library:changed', (state) => state.trouble !== undefined)
    expect(trouble).toMatchObject({ code: 'cannot-write', message: { en: expect.stringContaining(home) as unknown } })
    await rm(home)
    await expect.poll(async () => (await stateOf(shell)).trouble).toBeUndefined()
  })

  it('tells the speaker, and windows that ask later, why steps are not saved', async () => {
    let isFull = false
    const shell = await fakeShell({
      slides: await slidesFolder(),
      deps: { retryMs: 10, open: (path, flags) => (isFull ? full(path, flags) : open(path, flags)) },
    })
    await shell.ask('talk:start', { deck, windows: 'both' })
    expect(await shell.ask('talk:unsaved')).toBeNull()
    isFull = true
    await rm(shell.home.talks, { recursive: true })
    await shell.ask('talk:intent', { type: 'next' })
    const told = await shell.until('talk:unsaved', (failure) => failure?.code === 'disk-full')
    expect(await shell.ask('talk:unsaved')).toEqual(told)
    isFull = false
    await expect.poll(() => shell.ask('talk:unsaved')).toBeNull()
    expect(shell.told.findLast(({ name }) => name === 'talk:unsaved')?.payload).toBeNull()
  })

  it('lets everything work in memory where the data folder cannot be made', async () => {
    const inTheWay = join(await temporaryFolder(), 'file')
    await writeFile(inTheWay, '')
    const shell = await fakeShell({ home: join(inTheWay, 'Lectern'), slides: await slidesFolder() })
    await expect(shell.ask('settings:write', { theme: 'dark' })).rejects.toThrow('cannot-write')
    await shell.ask('talk:start', { deck, windows: 'both' })
    await shell.ask('talk:intent', { type: 'last' })
    expect(lastTalk(shell)?.place).toEqual({ slide: 'c', step: 1 })
    await shell.until('library:changed', ({ trouble }) => trouble?.code === 'cannot-write')
  })
})

describe('an error that nobody caught', () => {
  it('is told in the library: ours in its own words, and a mistake as one that can be gone on after', async () => {
    const shell = await fakeShell()
    shell.handlers.tellTrouble('unexpected', new TypeError('x is not a function'))
    expect((await stateOf(shell)).trouble).toEqual(survived)
    shell.handlers.tellTrouble('unexpected', new LecternError('busy', { ko: '쓰는 중', en: 'In use' }))
    expect((await stateOf(shell)).trouble?.message.en).toBe('In use')
  })
})

describe('what the shells do themselves', () => {
  it('is asked of them', async () => {
    const slides = await slidesFolder()
    const shell = await fakeShell({ slides })
    await shell.ask('talk:start', { deck, windows: 'presenter' })
    await shell.ask('window:open', { window: 'deck' })
    await shell.ask('window:fullscreen', { on: true }, 'deck')
    await shell.ask('window:fullscreen', {}, 'deck')
    await shell.ask('window:swapDisplays')
    await shell.ask('window:close', undefined, 'presenter')
    await shell.ask('link:open', { url: 'https://docs.docker.com/' })
    await shell.ask('export:cancel', { job: 'x' })
    expect(shell.did).toEqual([
      'open presenter',
      'open deck',
      'fullscreen deck true',
      'fullscreen deck undefined',
      'swap',
      'close presenter',
      'link https://docs.docker.com/',
      'cancel x',
    ])
    expect(await shell.handlers.folderOf('docker')).toBe(join(slides, 'docker'))
    expect(await shell.handlers.folderOf('nothing')).toBeNull()
  })

  const order = { deck, options: { theme: 'light', steps: 'all' } }

  it('an export asks where to save, tells how far it is, and is nothing where the person changes their mind', async () => {
    const slides = await slidesFolder()
    const shell = await fakeShell({ slides, chosen: { file: '/tmp/out.pdf' } })
    expect((await shell.ask('export:start', order)) as Answers['export:start']).toEqual({ job: 'job' })
    expect(shell.did).toEqual(['save as 01.ko.pdf', 'export 01 to /tmp/out.pdf'])
    expect(shell.told.at(-1)).toMatchObject({ name: 'export:progress', payload: { job: 'job', phase: 'done' } })
    expect(await (await fakeShell({ slides })).ask('export:start', order)).toBeNull()
  })

  it('an export without dialogs leaves the place to the exporter, and without a browser says why', async () => {
    const slides = await slidesFolder()
    const browser = await fakeShell({ slides, features: { dialogs: false } })
    await browser.ask('export:start', order)
    expect(browser.did).toEqual(['export 01 to null'])
    const reason = { ko: '브라우저가 없어요.', en: 'There is no browser.' }
    const without = await fakeShell({ slides, features: { printing: { ok: false, reason } } })
    await expect(without.ask('export:start', order)).rejects.toThrow('no-browser')
  })
})

it('shows a talk whose file has gone as that was saved last, not as it was when the talk began', async () => {
  const slides = await slidesFolder()
  const shell = await fakeShell({ slides })
  await shell.ask('talk:start', { deck, windows: 'both' })
  const file = join(slides, 'docker', '01.ko.md')
  const title = async (): Promise<string> => ((await shell.ask('deck:read', { ref: deck })) as DeckReading).deck.title
  await writeFile(file, deckText('고친 제목', { a: 1, b: 3, c: 1 }))
  await shell.until('deck:changed', ({ ref }) => ref.name === deck.name)
  expect(await title()).toBe('고친 제목')
  await rm(file)
  await shell.until(
    'library:changed',
    ({ courses: [course] }) => !course?.decks.some(({ ref }) => ref.name === deck.name),
  )
  expect(await title()).toBe('고친 제목')
})
