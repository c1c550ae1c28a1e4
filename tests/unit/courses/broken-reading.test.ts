/** A library over a reader that fails where no folder on a disk lets it fail. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { DeckRef } from '../../../src/contract/deck.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { openLibrary } from '../../../src/services/courses/library.ts'
import type { CoursePlace, CourseReader } from '../../../src/services/courses/reading/course-reader.ts'
import { courseFolder, deckText, temporaryFolder } from '../temporary-folder.ts'

async function given() {
  const folder = await courseFolder(await temporaryFolder(), 'notes', { '01-a.ko.md': deckText('a', { a: 1 }) })
  const opened: (CoursePlace & { readonly from: number })[] = []
  const forgotten: string[] = []
  const changes: (readonly DeckRef[])[] = []
  let fails = false
  const reader: CourseReader = {
    open: (place, from) => {
      opened.push({ ...place, from })
      return Promise.resolve({
        skimmed: null,
        deck: () => Promise.resolve(null),
        load: () => (fails ? Promise.reject(new Error('of the reading')) : loadCourse(place.folder, place)),
      })
    },
    forget: (one) => void forgotten.push(one),
    close: () => Promise.resolve(),
  }
  const open = async () => {
    const library = await openLibrary({
      bundledSlides: join(folder, 'none'),
      reader,
      opened: [folder],
      extraDecks: () => Promise.resolve([]),
      onChange: (refs) => changes.push(refs),
      whenQuiet: () => Promise.resolve(),
    })
    onTestFinished(() => library.stop())
    return library
  }
  return { folder, opened, forgotten, changes, open, fail: (does: boolean) => (fails = does) }
}
/** What is on a disk is told of when the system likes. */
const patience = { timeout: 20_000 }
const broken = { decks: [], problems: [{ code: 'folder-unreadable' }], bundled: false }

test('a course that cannot be read at the start is one with a problem', async () => {
  const { folder, open, fail } = await given()
  fail(true)
  expect((await open()).course(folder)).toMatchObject(broken)
})

test('a course that cannot be read again is one with a problem until it can', async () => {
  const { folder, open, fail, changes } = await given()
  const library = await open()
  expect(library.course(folder)).toMatchObject({ decks: [{ ref: { name: '01-a' } }], problems: [], bundled: false })
  fail(true)
  await writeFile(join(folder, '01-a.ko.md'), deckText('a', { a: 1, b: 1 }))
  await vi.waitFor(() => expect(library.course(folder)).toMatchObject(broken), patience)
  fail(false)
  await writeFile(join(folder, '01-a.ko.md'), deckText('a', { a: 1, b: 1, c: 1 }))
  await vi.waitFor(() => expect(library.course(folder)?.decks[0]?.slides).toHaveLength(3), patience)
  await vi.waitFor(() => expect(changes).toHaveLength(2), patience)
})

test('a folder that is looked at is read as one of the person, as briefly as can be, and forgotten', async () => {
  const { folder, open, opened, forgotten } = await given()
  const library = await open()
  expect(opened).toEqual([{ id: folder, folder, bundled: false, from: 300_000 }])
  const known = await library.lookAt(folder)
  expect(known).toBe(library.course(folder))
  const other = await courseFolder(await temporaryFolder(), 'other', { '01-b.ko.md': deckText('b', { b: 1 }) })
  expect(await library.lookAt(other)).toMatchObject({ id: other, bundled: false, decks: [{ ref: { name: '01-b' } }] })
  expect(opened.slice(1)).toEqual([{ id: other, folder: other, bundled: false, from: 0 }])
  expect(forgotten).toEqual([other])
  expect(library.courses().map(({ id }) => id)).toEqual([folder])
})
