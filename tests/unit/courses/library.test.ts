import { mkdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CourseSummary, LibraryState } from '../../../src/contract/library.ts'
import type { DeckReading } from '../../../src/contract/deck.ts'
import { courseFolder, deckText, fakeShell, temporaryFolder } from '../door/fake-shell.ts'

const one = deckText('하나', { a: 1, b: 2 })
const courseOf = (state: LibraryState, id: string): CourseSummary | undefined =>
  state.courses.find((course) => course.id === id)
const titles = (state: LibraryState, id: string): string[] => courseOf(state, id)?.decks.map(({ title }) => title) ?? []

describe('opening a folder', () => {
  it('of decks makes it a course and shows it; what comes with Lectern stays first', async () => {
    const parent = await temporaryFolder()
    const slides = join(parent, 'slides')
    await courseFolder(slides, 'docker', { '01-first.ko.md': one })
    const notes = await courseFolder(parent, 'notes', { 'one.ko.md': one, 'one.en.md': one, 'readme.md': '# Read me' })
    const shell = await fakeShell({ slides })
    await shell.ask('settings:write', { course: 'docker', deck: '01-first' })
    expect(await shell.ask('library:open', { folder: notes })).toEqual({ course: notes })
    expect(await shell.ask('settings:read')).toMatchObject({ course: notes, deck: null })
    const state: LibraryState = await shell.ask('library:read')
    expect(state.courses.map(({ id, bundled }) => [id, bundled])).toEqual([
      ['docker', true],
      [notes, false],
    ])
    expect(courseOf(state, notes)?.decks).toMatchObject([
      {
        ref: { course: notes, name: 'one', lang: 'ko' },
        title: '하나',
        slides: 2,
        pages: { all: 3, final: 2 },
        lastPlace: null,
      },
      { ref: { course: notes, name: 'one', lang: 'en' } },
      { ref: { course: notes, name: 'readme', lang: 'en' }, opened: { dialect: 'plain', whole: 1, leftOut: [] } },
    ])
  })

  it('of folders of decks opens each of them, and a deck file its folder', async () => {
    const parent = await temporaryFolder()
    const two = await courseFolder(parent, 'two', { 'b.ko.md': one })
    const first = await courseFolder(parent, 'first', { 'a.ko.md': one })
    await courseFolder(parent, 'empty', { 'readme.md': '' })
    await courseFolder(parent, '.hidden', { 'c.ko.md': one })
    const shell = await fakeShell()
    expect(await shell.ask('library:open', { folder: parent })).toEqual({ course: first })
    expect(await shell.ask('library:open', { folder: join(two, 'b.ko.md') })).toEqual({ course: two })
    expect(await shell.ask('settings:read')).toMatchObject({ course: two, deck: 'b' })
    const state: LibraryState = await shell.ask('library:read')
    expect(state.courses.map(({ id }) => id)).toEqual([first, two])
  })

  it('that is open already, or comes with Lectern, under whatever path, opens nothing twice', async () => {
    const parent = await temporaryFolder()
    const slides = join(parent, 'slides')
    const docker = await courseFolder(slides, 'docker', { '01.ko.md': one })
    await symlink(docker, join(parent, 'link'))
    const shell = await fakeShell({ slides })
    expect(await shell.ask('library:open', { folder: docker })).toEqual({ course: 'docker' })
    expect(await shell.ask('library:open', { folder: join(parent, 'link') })).toEqual({ course: 'docker' })
    const notes = await courseFolder(parent, 'notes', { 'a.ko.md': one })
    await Promise.all([
      shell.ask('library:open', { folder: notes }),
      shell.ask('library:open', { folder: `${notes}/` }),
    ])
    expect(((await shell.ask('library:read')) as LibraryState).courses).toHaveLength(2)
  })

  it.each([
    ['that is missing', 'nowhere', 'not-found'],
    ['that is a file', 'file.txt', 'not-a-folder'],
    ['below a file', 'file.txt/deeper', 'not-a-folder'],
    ['without decks', 'empty', 'no-decks'],
  ])('%s is answered with a sentence, and the library stays as it is', async (_what, path, code) => {
    const parent = await temporaryFolder()
    await writeFile(join(parent, 'file.txt'), '')
    await mkdir(join(parent, 'empty', 'too'), { recursive: true })
    const shell = await fakeShell()
    await expect(shell.ask('library:open', { folder: join(parent, path) })).rejects.toThrow(code)
    expect(((await shell.ask('library:read')) as LibraryState).courses).toEqual([])
  })

  it('lasts until it is taken out, and then is remembered as recent until it is forgotten', async () => {
    const home = await temporaryFolder()
    const parent = await temporaryFolder()
    const a = await courseFolder(parent, 'a', { 'a.ko.md': one })
    const b = await courseFolder(parent, 'b', { 'b.ko.md': one })
    const first = await fakeShell({ home })
    await first.ask('library:open', { folder: a })
    await first.ask('library:open', { folder: b })
    await first.handlers.close()
    const second = await fakeShell({ home })
    expect(((await second.ask('library:read')) as LibraryState).courses.map(({ id }) => id)).toEqual([a, b])
    await second.ask('library:close', { course: a })
    await second.ask('library:close', { course: b })
    await second.handlers.close()
    const third = await fakeShell({ home })
    expect((await third.ask('library:read')) as LibraryState).toMatchObject({ courses: [], recent: [b, a] })
    await third.ask('library:open', { folder: b })
    expect(((await third.ask('library:read')) as LibraryState).recent).toEqual([a])
    await third.ask('library:forget', { folder: a })
    expect(((await third.ask('library:read')) as LibraryState).recent).toEqual([])
  })

  it('chosen by the dialog is opened like any other; a change of mind opens nothing', async () => {
    const folder = await courseFolder(await temporaryFolder(), 'a', { 'a.ko.md': one })
    const shell = await fakeShell({ chosen: { folder } })
    expect(await shell.ask('library:choose')).toEqual({ course: folder })
    expect(await (await fakeShell()).ask('library:choose')).toBeNull()
  })

  it('a course that comes with Lectern cannot be taken out', async () => {
    const slides = await temporaryFolder()
    await courseFolder(slides, 'docker', { '01.ko.md': one })
    const shell = await fakeShell({ slides })
    await expect(shell.ask('library:close', { course: 'docker' })).rejects.toThrow('refused')
    await expect(shell.ask('library:close', { course: '/not/open' })).rejects.toThrow('not-found')
  })
})

describe('a change on disk', () => {
  const ref = (course: string) => ({ course, name: 'a', lang: 'ko' as const })

  async function opened(files: Record<string, string> = { 'a.ko.md': one }) {
    const folder = await courseFolder(await temporaryFolder(), 'course', files)
    const shell = await fakeShell()
    await shell.ask('library:open', { folder })
    const read = async (): Promise<DeckReading> => shell.ask('deck:read', { ref: ref(folder) })
    return { folder, shell, read, file: join(folder, 'a.ko.md') }
  }

  it('is told to every window with a higher revision', async () => {
    const { folder, shell, read, file } = await opened()
    const before = await read()
    await writeFile(file, deckText('새 제목', { a: 1 }))
    await shell.until('library:changed', (state) => titles(state, folder).includes('새 제목'))
    await shell.until('deck:changed', (change) => change.revision > before.revision)
    const after = await read()
    expect(after.deck.title).toBe('새 제목')
    expect(after.revision).toBeGreaterThan(before.revision)
  })

  it('by an editor that saves beside and renames is one change like any other', async () => {
    const { folder, shell, file } = await opened()
    for (const title of ['첫째', '둘째', '셋째']) {
      await writeFile(`${file}~`, deckText(title, { a: 1 }))
      await rename(`${file}~`, file)
      await shell.until('library:changed', (state) => titles(state, folder).includes(title))
    }
  })

  it('that adds, renames and deletes decks shows in the library', async () => {
    const { folder, shell, file } = await opened()
    await writeFile(join(folder, 'b.ko.md'), deckText('비', { x: 1 }))
    await shell.until('library:changed', (state) => titles(state, folder).length === 2)
    await rename(join(folder, 'b.ko.md'), join(folder, 'c.ko.md'))
    await shell.until('library:changed', (state) => courseOf(state, folder)?.decks[1]?.ref.name === 'c')
    await unlink(file)
    await shell.until('library:changed', (state) => titles(state, folder).join() === '비')
    await expect(shell.ask('deck:read', { ref: ref(folder) })).rejects.toThrow('not-found')
  })

  it('of the questions or of course.yaml reaches the decks of the course', async () => {
    const { folder, shell, read } = await opened()
    const before = await read()
    await writeFile(join(folder, 'course.yaml'), 'title: {ko: 새 강의, en: New course}\n')
    await shell.until('deck:changed', (change) => change.revision > before.revision)
    expect((await read()).deck.courseTitle).toBe('새 강의')
  })

  it('of a picture makes its decks be drawn again', async () => {
    const { folder, shell, read } = await opened()
    await mkdir(join(folder, 'images'))
    const before = await read()
    await writeFile(join(folder, 'images', 'new.svg'), '<svg/>')
    await shell.until('deck:changed', (change) => change.revision > before.revision)
  })

  it('that changes nothing to see is not told', async () => {
    const { folder, shell, file } = await opened()
    const told = shell.told.length
    await writeFile(file, one)
    await writeFile(join(folder, 'readme.md'), '\n')
    await writeFile(join(folder, 'b.ko.md'), one)
    await shell.until('library:changed', (state) => titles(state, folder).length === 2)
    expect(shell.told.slice(told).filter(({ name }) => name === 'deck:changed')).toMatchObject([
      { payload: { ref: { name: 'b' } } },
    ])
  })

  it('that takes the folder away leaves a course that says so, and its return brings the decks back', async () => {
    const { folder, shell } = await opened()
    await rename(folder, `${folder}-elsewhere`)
    const state = await shell.until(
      'library:changed',
      (one) => courseOf(one, folder)?.problems.first[0]?.code === 'folder-missing',
    )
    expect(courseOf(state, folder)).toMatchObject({ decks: [], title: { ko: 'course' } })
    const told = shell.told.length
    await rename(`${folder}-elsewhere`, folder)
    await shell.until(
      'library:changed',
      (one) => shell.told.findLastIndex(({ payload }) => payload === one) >= told && titles(one, folder).length === 1,
    )
  })

  it('keeps the place of a running talk, or goes to the nearest slide that is left', async () => {
    const { folder, shell, file } = await opened({ 'a.ko.md': deckText('발표', { a: 1, b: 3, c: 1 }) })
    await shell.ask('talk:start', { deck: ref(folder), place: { slide: 'b', step: 3 }, windows: 'both' })
    await writeFile(file, deckText('발표', { zero: 1, a: 1, c: 1, b: 2 }))
    await shell.until('talk:changed', (talk) => talk?.place.step === 2)
    await writeFile(file, deckText('발표', { zero: 1, a: 1, c: 1 }))
    const gone = await shell.until('talk:changed', (talk) => talk?.place.slide !== 'b')
    expect(gone?.place).toEqual({ slide: 'c', step: 1 })
  })

  it('that takes the deck of a running talk away leaves it to its windows until the talk ends', async () => {
    const { folder, shell, read, file } = await opened()
    const before = await read()
    await shell.ask('talk:start', { deck: ref(folder), windows: 'both' })
    await rm(file)
    await shell.until('library:changed', (state) => titles(state, folder).length === 0)
    expect((await read()).deck).toEqual(before.deck)
    await shell.ask('talk:end')
    await expect(read()).rejects.toThrow('not-found')
  })
})

it('an opened folder that is missing at the start is a course with a problem, and appears when it comes', async () => {
  const home = await temporaryFolder()
  const parent = await temporaryFolder()
  const folder = await courseFolder(parent, 'stick', { 'a.ko.md': one })
  const first = await fakeShell({ home })
  await first.ask('library:open', { folder })
  await first.handlers.close()
  await rename(folder, join(parent, 'unplugged'))
  const second = await fakeShell({ home })
  expect(courseOf(await second.ask('library:read'), folder)?.problems.first[0]).toMatchObject({
    code: 'folder-missing',
  })
  await rename(join(parent, 'unplugged'), folder)
  await second.until('library:changed', (state) => titles(state, folder).length === 1)
})

it('a folder that cannot be read is a course with a problem', async (context) => {
  if (process.getuid?.() === 0) context.skip('root may read every folder')
  const { chmod } = await import('node:fs/promises')
  const folder = await courseFolder(await temporaryFolder(), 'closed', { 'a.ko.md': one })
  const shell = await fakeShell()
  await chmod(folder, 0)
  await expect(shell.ask('library:open', { folder })).rejects.toThrow('unreadable')
  await chmod(folder, 0o700)
})

describe('folders:list', () => {
  it('names the folders inside with their decks, and the way up', async () => {
    const parent = await temporaryFolder()
    await courseFolder(parent, '나', { 'a.ko.md': one, 'a.en.md': one, 'questions.ko.md': one })
    await courseFolder(parent, '가', {})
    await courseFolder(parent, '.hidden', {})
    const shell = await fakeShell()
    expect(await shell.ask('folders:list', { folder: parent })).toEqual({
      folder: parent,
      parent: join(parent, '..'),
      folders: [
        { name: '가', path: join(parent, '가'), decks: 0 },
        { name: '나', path: join(parent, '나'), decks: 2 },
      ],
    })
    expect(await shell.ask('folders:list', { folder: '/' })).toMatchObject({ parent: null })
    await expect(shell.ask('folders:list', { folder: join(parent, 'nowhere') })).rejects.toThrow('not-found')
  })
})
