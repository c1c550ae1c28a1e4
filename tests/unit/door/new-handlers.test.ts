import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Made, NewPlan } from '../../../src/contract/beginning.ts'
import type { SlideSource } from '../../../src/contract/deck.ts'
import { LecternError } from '../../../src/contract/failure.ts'
import type { LibraryState, Settings } from '../../../src/contract/library.ts'
import { fakeShell, temporaryFolder } from './fake-shell.ts'

const course = { what: 'course', title: '네트워크 기초', template: 'qa', languages: ['ko'] } as const

it('plans without writing, then makes a course, opens it and begins to edit it', async () => {
  const parent = await temporaryFolder()
  const opened: unknown[] = []
  const shell = await fakeShell({
    deps: { openFile: (...all) => Promise.resolve(void opened.push(all)) },
  })
  const plan: NewPlan = await shell.ask('new:plan', { ...course, parent })
  expect(plan).toEqual({
    folder: join(parent, '네트워크-기초'),
    files: [
      { name: 'course.yaml', slides: 0, questions: 0, isThere: false },
      { name: '01-네트워크-기초.ko.md', slides: 4, questions: 0, isThere: false },
      { name: 'questions.ko.md', slides: 0, questions: 2, isThere: false },
    ],
  })
  expect(await readdir(parent)).toEqual([])
  const made: Made = await shell.ask('new:make', { thing: { ...course, parent }, edit: true })
  expect(made).toMatchObject({ course: plan.folder, notEdited: null })
  expect(opened).toEqual([[join(plan.folder, '01-네트워크-기초.ko.md'), { line: 1, column: 1 }]])
  const { courses }: LibraryState = await shell.ask('library:read')
  expect(courses.at(-1)).toMatchObject({ id: plan.folder, title: { ko: '네트워크 기초' }, questions: 2 })
  expect(await shell.ask('settings:read')).toMatchObject({ course: plan.folder } satisfies Partial<Settings>)
})

it('opens a folder in which nothing is, and fills it', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, '.git'))
  const shell = await fakeShell()
  await shell.ask('library:open', { folder })
  const thing = { what: 'deck', title: '볼륨', template: 'summary', languages: ['ko'], course: folder } as const
  const made: Made = await shell.ask('new:make', { thing, edit: false })
  expect(made).toMatchObject({ course: folder, deck: '01-볼륨', notEdited: null })
  await shell.until('library:changed', ({ courses }) => courses.at(-1)?.decks.length === 1)
  expect(await shell.ask('settings:read')).toMatchObject({ course: folder, deck: '01-볼륨' })
})

it('refuses a folder with other things in it, and one of courses that are empty', async () => {
  const folder = await temporaryFolder()
  const shell = await fakeShell()
  await writeFile(join(folder, 'holiday.jpg'), '')
  await expect(shell.ask('library:open', { folder })).rejects.toThrow('no-decks')
  const inner = await temporaryFolder()
  await mkdir(join(inner, 'empty'))
  await expect(shell.ask('library:open', { folder: inner })).rejects.toThrow('no-decks')
})

it('has made it also where no editor opens it, and says so', async () => {
  const parent = await temporaryFolder()
  const none = new LecternError('not-found', { ko: '편집기가 없어요.', en: 'There is no editor.' })
  const shell = await fakeShell({ deps: { openFile: () => Promise.reject(none) } })
  const made: Made = await shell.ask('new:make', { thing: { ...course, parent }, edit: true })
  expect(made.notEdited).toMatchObject({ code: 'not-found' })
  expect(await readdir(made.course)).toHaveLength(3)
})

it('tells the folder that was chosen and opens nothing', async () => {
  const shell = await fakeShell({ chosen: { folder: '/home/me' } })
  expect(await shell.ask('folders:choose')).toBe('/home/me')
  expect(((await shell.ask('library:read')) as LibraryState).courses).toEqual([])
})

it('opens the file of a deck at a line to edit it, and of a deck alone', async () => {
  const opened: unknown[] = []
  const shell = await fakeShell({ deps: { openFile: (...all) => Promise.resolve(void opened.push(all)) } })
  const parent = await temporaryFolder()
  const { course: made }: Made = await shell.ask('new:make', { thing: { ...course, parent }, edit: false })
  const ref = { course: made, name: '01-네트워크-기초', lang: 'ko' }
  await shell.ask('deck:edit', { ref, line: 7 })
  expect(opened).toEqual([[join(made, '01-네트워크-기초.ko.md'), { line: 7, column: 1 }]])
  await expect(shell.ask('deck:edit', { ref: { ...ref, name: 'course' }, line: 1 })).rejects.toThrow('not-found')
})

it('tells what was written for a slide, up to the next one, as the file has it', async () => {
  const shell = await fakeShell({})
  const folder = await temporaryFolder()
  const own = '---\ntitle: A\nlang: en\n---\n\n---\nid: one\n---\n\n## One\n\ntext\n\n\n---\nid: two\n---\n\n## Two\n'
  await writeFile(join(folder, 'own.en.md'), own)
  await writeFile(
    join(folder, 'marp.md'),
    `---\nmarp: true\nlang: en\n---\n\n# First\n\ntext\n\n---\n\n## Last\n\n${'x'.repeat(30_000)}\n`,
  )
  const { course: id }: { course: string } = await shell.ask('library:open', { folder })
  const source = (name: string, slide: string): Promise<SlideSource> =>
    shell.ask('deck:source', { ref: { course: id, name, lang: 'en' }, slide })
  await shell.ask('deck:read', { ref: { course: id, name: 'own', lang: 'en' } })
  expect(await source('own', 'one')).toEqual({
    file: 'own.en.md',
    line: 6,
    text: '---\nid: one\n---\n\n## One\n\ntext',
    isCut: false,
  })
  expect(await source('own', 'two')).toMatchObject({ line: 15, text: '---\nid: two\n---\n\n## Two' })
  await shell.ask('deck:read', { ref: { course: id, name: 'marp', lang: 'en' } })
  expect((await source('marp', 'first')).text).toMatch(/# First\n\ntext$/)
  expect(await source('marp', 'last')).toMatchObject({
    isCut: true,
    text: expect.stringMatching(/^-*\n*## Last/) as unknown,
  })
  await expect(source('own', 'none')).rejects.toThrow('not-found')
  await rm(join(folder, 'own.en.md'))
  await expect(source('own', 'one')).rejects.toThrow('not-found')
})
