import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, parse } from 'node:path'
import { expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { bundledCourses, coursesAt, listFolders, sameFolder } from '../../../src/services/courses/course-folders.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A folder with these files; a name that ends in a slash is a folder. */
async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder()
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    if (name.endsWith('/')) await mkdir(join(folder, name), { recursive: true })
    else await writeFile(join(folder, name), '')
  }
  return folder
}
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof LecternError ? error.failure.code : error),
  )

test('a folder with decks is a course, whatever folders are in it', async () => {
  const folder = await folderWith('a.ko.md', 'inner/b.ko.md')
  expect(await coursesAt(folder)).toEqual([folder])
})

test('a deck or other Markdown stands for its folder, another file for nothing', async () => {
  const folder = await folderWith('a.ko.md', 'b.md', 'course.yaml')
  for (const name of ['a.ko.md', 'b.md']) expect(await coursesAt(join(folder, name))).toEqual([folder])
  expect(await codeOf(coursesAt(join(folder, 'course.yaml')))).toBe('not-a-folder')
  expect(await codeOf(coursesAt(join(folder, 'none')))).toBe('not-found')
})

test('a folder without decks gives the courses directly in it, by name', async () => {
  const names = [
    'b/x.en.md',
    'a/x.ko.md',
    'c/x.lectern.md',
    'questions/questions.ko.md',
    'plain/x.md',
    'deep/er/x.ko.md',
  ]
  const folder = await folderWith(...names, '.hidden/x.ko.md', 'node_modules/x.ko.md')
  expect((await coursesAt(folder)).map((one) => basename(one))).toEqual(['a', 'b', 'c', 'questions'])
  expect(await bundledCourses(folder)).toEqual(await coursesAt(folder))
})

test('a folder without any decks is told by its whole path', async () => {
  const folder = await folderWith('notes.txt', 'x.ko.md/')
  expect(await codeOf(coursesAt(folder))).toBe('no-decks')
  await expect(coursesAt(folder)).rejects.toThrow(`There are no decks and no questions in ${folder}.`)
  expect(await bundledCourses(folder)).toEqual([])
  expect(await bundledCourses(join(folder, 'none'))).toEqual([])
})

test('a folder with questions alone is a course to review, and so is its file', async () => {
  const folder = await folderWith('questions.ko.md')
  expect(await coursesAt(folder)).toEqual([folder])
  expect(await coursesAt(join(folder, 'questions.ko.md'))).toEqual([folder])
})

test('a link to a folder counts as the folder', async () => {
  const [folder, other] = [await folderWith('a/'), await folderWith('x.ko.md')]
  await symlink(other, join(folder, 'linked'), 'junction')
  await symlink(join(other, 'none'), join(folder, 'broken'), 'junction')
  expect(await coursesAt(folder)).toEqual([join(folder, 'linked')])
  expect((await listFolders(folder)).folders).toEqual([
    { name: 'a', path: join(folder, 'a'), decks: 0 },
    { name: 'linked', path: join(folder, 'linked'), decks: 1 },
  ])
})

test('two paths are the same folder where they lead there, also by a link', async () => {
  const [folder, other] = [await folderWith('a/'), await folderWith()]
  await symlink(join(folder, 'a'), join(folder, 'linked'), 'junction')
  expect(await sameFolder(join(folder, 'a'), join(folder, 'linked'))).toBe(true)
  expect(await sameFolder(join(folder, 'a'), join(folder, 'a', '..', 'a'))).toBe(true)
  expect(await sameFolder(folder, other)).toBe(false)
  const [none, nothing] = [join(folder, 'none'), join(folder, 'nothing')]
  expect([await sameFolder(none, none), await sameFolder(none, nothing)]).toEqual([true, false])
})

test('folders are listed by name with their decks, and the way up until there is none', async () => {
  const folder = await folderWith('b/x.ko.md', 'b/y.en.md', 'B2/', 'a/', '.git/', 'node_modules/', 'file.ko.md')
  expect(await listFolders(folder)).toEqual({
    folder,
    parent: dirname(folder),
    folders: [
      { name: 'a', path: join(folder, 'a'), decks: 0 },
      { name: 'b', path: join(folder, 'b'), decks: 2 },
      { name: 'B2', path: join(folder, 'B2'), decks: 0 },
    ],
  })
  const { root } = parse(folder)
  expect(await listFolders(root)).toMatchObject({ folder: root, parent: null })
  expect((await listFolders()).folder).toBe(homedir())
  expect(await codeOf(listFolders(join(folder, 'none')))).toBe('not-found')
})

test('a path may begin with a tilde, which is the home of the person and nothing else', async () => {
  expect((await listFolders('~')).folder).toBe(homedir())
  expect(await coursesAt('~/no-such-folder').catch((error: unknown) => String(error))).toContain(
    join(homedir(), 'no-such-folder'),
  )
  expect(await coursesAt('~other').catch((error: unknown) => String(error))).toContain(join(process.cwd(), '~other'))
})
