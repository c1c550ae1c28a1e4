import { chmod, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { NewThing } from '../../../src/contract/beginning.ts'
import { makeNew, planNew } from '../../../src/services/courses/begin.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const load = (folder: string, bundled = false) => loadCourse(folder, { id: 'c', bundled })
const course = (more: object = {}): NewThing => ({
  what: 'course',
  title: '네트워크 기초',
  template: 'qa',
  languages: ['ko'],
  parent: null,
  ...more,
})
const failing = (code: string): unknown =>
  expect.objectContaining({ failure: expect.objectContaining({ code }) as unknown })

it('makes a course that can be shown and reviewed at once, in a folder called as it is', async () => {
  const parent = await temporaryFolder()
  const files = await makeNew(await planNew(course({ parent }), null))
  const folder = join(parent, '네트워크-기초')
  expect(files).toEqual(['course.yaml', '01-네트워크-기초.ko.md', 'questions.ko.md'].map((name) => join(folder, name)))
  const made = await load(folder)
  expect(made.title.ko).toBe('네트워크 기초')
  expect(made.problems).toEqual([])
  expect(made.decks.flatMap(({ problems }) => problems)).toEqual([])
  expect(made.questions.ko).toHaveLength(2)
})

it('brings the pictures along that its deck shows', async () => {
  const parent = await temporaryFolder()
  await makeNew(await planNew(course({ parent, template: 'steps', languages: ['ko', 'en'] }), null))
  const made = await load(join(parent, '네트워크-기초'))
  expect([...made.problems, ...made.decks.flatMap(({ problems }) => problems)]).toEqual([])
})

it('takes another name where a folder of that name holds something', async () => {
  const parent = await temporaryFolder()
  await mkdir(join(parent, '네트워크-기초'))
  expect((await planNew(course({ parent }), null)).folder).toBe(join(parent, '네트워크-기초'))
  await writeFile(join(parent, '네트워크-기초', 'mine.txt'), '')
  await writeFile(join(parent, '네트워크-기초-2'), '')
  expect((await planNew(course({ parent }), null)).folder).toBe(join(parent, '네트워크-기초-3'))
})

it('says why where no folder can be made, however it were called, and goes round files of its name', async () => {
  const parent = await temporaryFolder()
  await writeFile(join(parent, '네트워크-기초'), '')
  expect((await planNew(course({ parent }), null)).folder).toBe(join(parent, '네트워크-기초-2'))
  const within = async (place: string): Promise<unknown> => planNew(course({ parent: place }), null)
  await expect(within(join(parent, '네트워크-기초'))).rejects.toEqual(failing('not-a-folder'))
  await expect(within(join(parent, 'x'.repeat(300)))).rejects.toEqual(failing('unreadable'))
  await expect(within(`${parent}/a\u0000b`)).rejects.toEqual(failing('unreadable'))
})

it('takes the place as a person types it, from its beginning on', async () => {
  await expect(planNew(course({ parent: 'lectures' }), null)).rejects.toEqual(failing('refused'))
  expect((await planNew(course({ parent: '~/none' }), null)).folder).toBe(join(homedir(), 'none', '네트워크-기초'))
})

it('makes no second course in a folder that has one, and adds nothing to one that comes with Lectern', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'README.md'), '# Mine\n')
  await makeNew(await planNew(course({ folder }), null))
  await expect(planNew(course({ folder }), null)).rejects.toEqual(failing('refused'))
  const thing: NewThing = { what: 'question', title: 'Why?', languages: ['en'], course: 'c' }
  await expect(planNew(thing, await load(folder, true))).rejects.toEqual(failing('refused'))
  await expect(planNew(thing, null)).rejects.toEqual(failing('not-found'))
})

it('writes over no file, and leaves nothing where one was in the way', async () => {
  const folder = await temporaryFolder()
  const plan = await planNew(course({ folder, template: 'steps' }), null)
  await mkdir(join(folder, 'pictures'))
  await writeFile(join(folder, 'pictures', 'request.svg'), 'mine')
  await expect(makeNew(plan)).rejects.toEqual(failing('cannot-write'))
  expect(await readdir(folder)).toEqual(['pictures'])
  expect(await readFile(join(folder, 'pictures', 'request.svg'), 'utf8')).toBe('mine')
})

it('leaves no half of a course on a full disk or in a folder that takes no files', async () => {
  const parent = await temporaryFolder()
  let opened = 0
  const full: typeof open = async (path, flags) => {
    const handle = await open(path, flags)
    opened += 1
    if (opened < 3) return handle
    handle.writeFile = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }))
    return handle
  }
  const within = course({ parent: join(parent, 'new', 'folder') })
  await expect(makeNew(await planNew(within, null), full)).rejects.toEqual(failing('disk-full'))
  expect(await readdir(parent)).toEqual([])
  if (process.getuid?.() === 0) return
  await chmod(parent, 0o500)
  await expect(makeNew(await planNew(within, null))).rejects.toEqual(failing('cannot-write'))
  await chmod(parent, 0o700)
})

it('adds a deck after those that are there, with a picture only once', async () => {
  const folder = await temporaryFolder()
  await makeNew(await planNew(course({ folder, template: 'steps' }), null))
  const deck: NewThing = { what: 'deck', title: '볼륨', template: 'steps', languages: ['ko'], course: 'c' }
  const files = await makeNew(await planNew(deck, await load(folder)))
  expect(files).toEqual([join(folder, '02-볼륨.ko.md')])
  const made = await load(folder)
  expect(made.decks.map(({ ref }) => ref.name)).toEqual(['01-네트워크-기초', '02-볼륨'])
  expect(made.decks.flatMap(({ problems }) => problems)).toEqual([])
})

it('puts a question at the end of those that are there, which stay as they are', async () => {
  const folder = await temporaryFolder()
  await makeNew(await planNew(course({ folder }), null))
  const before = (await readFile(join(folder, 'questions.ko.md'), 'utf8')).trimEnd().replaceAll('\n', '\r\n')
  await writeFile(join(folder, 'questions.ko.md'), before)
  const asked: NewThing = { what: 'question', title: '왜 그런가요?', languages: ['ko', 'en'], course: 'c' }
  const plan = await planNew(asked, await load(folder))
  expect(plan.files.map(({ name, isThere }) => [name, isThere])).toEqual([
    ['questions.ko.md', true],
    ['questions.en.md', false],
  ])
  await makeNew(plan)
  const after = await readFile(join(folder, 'questions.ko.md'), 'utf8')
  expect(after.startsWith(`${before}\r\n\r\n---\r\n`)).toBe(true)
  expect(after.replaceAll('\r\n', '')).not.toContain('\n')
  const made = await load(folder)
  expect(made.questions.ko.map(({ text }) => text)).toContain('왜 그런가요?')
  expect(made.questions.en.map(({ id }) => id)).toEqual(['q-왜-그런가요'])
  await makeNew(await planNew(asked, made))
  expect((await load(folder)).questions.ko.at(-1)?.id).toBe('q-왜-그런가요-2')
})

it('takes back what it put at the end of one file where the other cannot be made', async () => {
  const folder = await temporaryFolder()
  await makeNew(await planNew(course({ folder }), null))
  const before = await readFile(join(folder, 'questions.ko.md'), 'utf8')
  const asked: NewThing = { what: 'question', title: 'Why?', languages: ['ko', 'en'], course: 'c' }
  const plan = await planNew(asked, await load(folder))
  await writeFile(join(folder, 'questions.en.md'), 'mine')
  await expect(makeNew(plan)).rejects.toEqual(failing('cannot-write'))
  expect(await readFile(join(folder, 'questions.ko.md'), 'utf8')).toBe(before)
  expect(await readFile(join(folder, 'questions.en.md'), 'utf8')).toBe('mine')
})
