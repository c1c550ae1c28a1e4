import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DeckReading } from '../../../src/contract/deck.ts'
import type { LibraryState } from '../../../src/contract/library.ts'
import type { TalkSnapshot } from '../../../src/contract/talk.ts'
import { findDeck } from '../../../src/services/export/find-deck.ts'
import { pdfName } from '../../../src/services/export/pdf-name.ts'
import { courseFolder, deckText, fakeShell, temporaryFolder } from '../door/fake-shell.ts'

const nowhere = { bundledSlides: '/nowhere', bundledReadings: '/nowhere' }

const yaml = (slides: string) =>
  `decks: [a, b]\npaths:\n  - id: short\n    title: { ko: 짧게, en: Short }\n    minutes: 5\n    slides: ${slides}\n`
const ref = (course: string) => ({ course, name: 'path:short', lang: 'ko' as const })

async function opened(slides = '[b#two, a]') {
  const folder = await courseFolder(await temporaryFolder(), 'course', {
    'a.ko.md': deckText('하나', { one: 2, two: 1 }),
    'b.ko.md': deckText('둘', { one: 1, two: 3 }),
    'course.yaml': yaml(slides),
  })
  const shell = await fakeShell({ chosen: { file: '/tmp/out.pdf' } })
  await shell.ask('library:open', { folder })
  const read = async (): Promise<DeckReading> => shell.ask('deck:read', { ref: ref(folder) })
  const summary = async () => ((await shell.ask('library:read')) as LibraryState).courses[0]?.paths[0]
  return { folder, shell, read, summary }
}

describe('a path of a course', () => {
  it('is in the library beside the decks, with its slides and minutes', async () => {
    const { folder, shell, summary } = await opened()
    expect(await summary()).toMatchObject({
      ref: ref(folder),
      title: '짧게',
      slides: 3,
      pages: { all: 6, final: 3 },
      minutes: 5,
    })
    const [course] = ((await shell.ask('library:read')) as LibraryState).courses
    expect(course?.decks.map((deck) => deck.ref.name)).toEqual(['a', 'b'])
  })

  it('is read, presented and left like a deck', async () => {
    const { folder, shell, read, summary } = await opened()
    const reading = await read()
    expect(reading).toMatchObject({ langs: ['ko'], revision: 1 })
    expect(reading.deck.slides.map(({ id }) => id)).toEqual(['two', 'one', 'two-a'])
    const talk: TalkSnapshot = await shell.ask('talk:start', { deck: ref(folder), windows: 'both' })
    expect(talk).toMatchObject({ deck: ref(folder), place: { slide: 'two', step: 1 } })
    await shell.ask('talk:intent', { type: 'goTo', place: { slide: 'two-a', step: 1 } })
    await shell.ask('talk:end')
    expect(await summary()).toMatchObject({ lastPlace: { slide: 'two-a', step: 1, slideNumber: 3 } })
  })

  it('is exported under a name that every system takes', async () => {
    const { folder, shell } = await opened()
    await shell.ask('export:start', { deck: ref(folder), options: { theme: 'light', steps: 'all' } })
    expect(shell.did).toEqual(['save as short.ko.pdf', 'export path:short to /tmp/out.pdf'])
    expect(pdfName({ course: 'c', name: '01-a', lang: 'en' })).toBe('01-a.en.pdf')
    expect(pdfName({ course: 'c', name: 'a: b?', lang: 'en' })).toBe('a- b-.en.pdf')
  })

  it('is found by name on the command line', async () => {
    const { folder } = await opened()
    const { deck, courseFolder: images } = await findDeck(`${folder}/path:short`, undefined, nowhere)
    expect([deck.title, images]).toEqual(['짧게', folder])
    await expect(findDeck(`${folder}/path:long`, undefined, nowhere)).rejects.toThrow('no deck')
  })

  it('follows a change of any of its decks, also while it is presented', async () => {
    const { folder, shell, read } = await opened()
    await shell.ask('talk:start', { deck: ref(folder), windows: 'both' })
    await writeFile(join(folder, 'b.ko.md'), deckText('둘', { one: 1, two: 1 }))
    const isPath = (one: { name: string }): boolean => one.name === 'path:short'
    await shell.until('deck:changed', (change) => isPath(change.ref) && change.revision > 1)
    expect((await read()).deck.slides[0]?.steps).toBe(1)
    await shell.ask('talk:intent', { type: 'next' })
    expect(await shell.ask('talk:read')).toMatchObject({ place: { slide: 'one', step: 1 } })
  })

  it('follows a change of course.yaml', async () => {
    const { folder, shell, read } = await opened()
    await writeFile(join(folder, 'course.yaml'), yaml('[a#two]'))
    await shell.until('deck:changed', (change) => change.ref.name === 'path:short' && change.revision > 1)
    expect((await read()).deck.slides.map(({ id }) => id)).toEqual(['two'])
  })

  it('says what is wrong with it once, among the problems of the course', async () => {
    const { shell, summary } = await opened('[a#one, a#three]')
    const [course] = ((await shell.ask('library:read')) as LibraryState).courses
    expect(course?.problems.first.map(({ code, line, column }) => `${code}@${line}:${column}`)).toEqual([
      'unknown-slide@6:21',
    ])
    expect((await summary())?.problems).toEqual(course?.problems)
  })
})
