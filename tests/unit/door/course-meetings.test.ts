import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { CourseSummary, LibraryState, Settings } from '../../../src/contract/library.ts'
import type { MockResult } from '../../../src/contract/review-view.ts'
import { homeAt } from '../../../src/services/disk/home.ts'
import { openProgress } from '../../../src/services/progress/index.ts'
import { lookAtCourse } from '../../../src/services/progress/look-at-course.ts'
import { fakeShell, temporaryFolder, type FakeShell } from './fake-shell.ts'

/** A home as the version before courses had an identity wrote it, and the course that it is of. */
const homes = join(import.meta.dirname, '../progress/homes')
async function given() {
  const root = await temporaryFolder()
  const [home, folder] = [join(root, 'home'), join(root, 'notes')]
  await cp(join(homes, 'one-course'), home, { recursive: true })
  await cp(join(homes, 'courses/tcp/notes'), folder, { recursive: true })
  // It was written where its course lay then.
  for (const name of ['positions.json', 'folders.json', 'settings.json', 'weak-paths.json']) {
    const text = await readFile(join(home, name), 'utf8')
    await writeFile(join(home, name), text.replaceAll('"/home/kim/notes"', JSON.stringify(folder)))
  }
  return { root, home, folder }
}
const coursesOf = async (shell: FakeShell): Promise<readonly CourseSummary[]> =>
  ((await shell.ask('library:read')) as LibraryState).courses
const patience = { timeout: 20_000 }

describe('a course whose folder has moved', () => {
  it('has its answers, last places, settings and weak slides at its new place, and the library has it once', async () => {
    const { root, home, folder } = await given()
    const before = await fakeShell({ home })
    expect(await coursesOf(before)).toMatchObject([
      { id: folder, decks: [{ lastPlace: { slide: 'handshake' } }], paths: [{ ref: { name: 'path:weak-questions' } }] },
    ])
    await before.handlers.close()

    const moved = join(root, 'tcp')
    await rename(folder, moved)
    const shell = await fakeShell({ home })
    await shell.ask('library:open', { folder: moved })
    await vi.waitFor(
      async () =>
        expect(await coursesOf(shell)).toMatchObject([
          {
            id: moved,
            decks: [{ lastPlace: { slide: 'handshake' } }],
            paths: [{ ref: { name: 'path:weak-questions' } }],
            review: { limits: { new: 3 } },
          },
        ]),
      patience,
    )
    expect(((await shell.ask('settings:read')) as Settings).course).toBe(moved)
    expect((await shell.ask('review:mocks', { course: moved, lang: 'en' })) as MockResult[]).toHaveLength(1)
    await shell.handlers.close()

    const again = await fakeShell({ home })
    expect(await coursesOf(again)).toMatchObject([{ id: moved, decks: [{ lastPlace: { slide: 'handshake' } }] }])
    expect(((await again.ask('library:read')) as LibraryState).recent).toEqual([])
    for (const name of ['positions.json', 'folders.json', 'settings.json', 'weak-paths.json'])
      expect(await readFile(join(home, name), 'utf8')).not.toContain(JSON.stringify(folder))
  })

  it('that was met by the command line first brings it along all the same', async () => {
    const { root, home, folder } = await given()
    await (await fakeShell({ home })).handlers.close()
    const moved = join(root, 'tcp')
    await rename(folder, moved)
    const files = await openProgress({ home: homeAt(home), now: Date.now, brief: true })
    const sight = await lookAtCourse(moved)
    if (sight) await files.know(sight)
    await files.close()

    const shell = await fakeShell({ home })
    await shell.ask('library:open', { folder: moved })
    await vi.waitFor(
      async () => expect(await coursesOf(shell)).toMatchObject([{ id: moved, decks: [{ lastPlace: {} }] }]),
      patience,
    )
  })
})

describe('a course that may be a copy', () => {
  async function copied() {
    const all = await given()
    const copy = join(all.root, 'copy')
    await cp(all.folder, copy, { recursive: true })
    const shell = await fakeShell({ home: all.home })
    await shell.ask('library:open', { folder: copy })
    const summary = async (id: string) => (await coursesOf(shell)).find((course) => course.id === id)
    return { ...all, copy, shell, summary }
  }

  it('says of what, until the person has said what it is, in this run and the next', async () => {
    const { copy, folder, home, shell, summary } = await copied()
    expect((await summary(folder))?.copyOf).toBeUndefined()
    expect((await summary(copy))?.copyOf).toEqual({ folder, sameId: false })
    expect((await summary(copy))?.review.done).toBe(0)
    await shell.handlers.close()

    const next = await fakeShell({ home })
    expect((await coursesOf(next)).find(({ id }) => id === copy)?.copyOf).toEqual({ folder, sameId: false })
    await next.ask('library:settleCopy', { course: copy, same: true })
    const [, settled] = await coursesOf(next)
    expect(settled).toMatchObject({ id: copy, review: { limits: { new: 3 } } })
    expect(settled?.copyOf).toBeUndefined()
  })

  it('is none any more once it is said to be another course', async () => {
    const { copy, shell, summary } = await copied()
    await shell.ask('library:settleCopy', { course: copy, same: false })
    expect((await summary(copy))?.copyOf).toBeUndefined()
    expect(shell.told.at(-1)?.name).toBe('library:changed')
    expect(await shell.ask('review:mocks', { course: copy, lang: 'en' })).toEqual([])
    await expect(shell.ask('library:settleCopy', { course: '/nowhere', same: true })).rejects.toThrow('not-found')
  })

  it('is the course that moved where the other folder is gone, which leaves the library', async () => {
    const { copy, folder, home, shell } = await copied()
    await shell.handlers.close()
    await rm(folder, { recursive: true })
    const next = await fakeShell({ home })
    await vi.waitFor(async () => expect((await coursesOf(next)).map(({ id }) => id)).toEqual([copy]), patience)
    expect(await coursesOf(next)).toMatchObject([{ decks: [{ lastPlace: {} }], review: { limits: { new: 3 } } }])
  })
})
