import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { DeckRef } from '../../../src/contract/deck.ts'
import type { LibraryState } from '../../../src/contract/library.ts'
import { openReader } from '../../../src/services/courses/reading/open-reader.ts'
import { openLibrary, type Library } from '../../../src/services/courses/library.ts'
import { deckText } from '../../bench/deck-text.ts'
import { courseFolder, fakeShell, temporaryFolder } from '../door/fake-shell.ts'

const readingThread = join(import.meta.dirname, '../../../src/services/courses/reading/reading-thread.ts')
const decks = 4
const glossary =
  'terms:\n  - term: { ko: 이미지, en: image }\n    definition: { ko: 싼 앱, en: a packed app }\n    slide: deck-02#slide-3\n'
const questions = '---\ntitle: 질문\nlang: ko\n---\n\n---\nid: q-1\n---\n\n## 왜?\n\n### 한 줄\n\n그래서.\n'

/** A folder of decks that counts as large; the second has a slide with a scene that is not there. */
async function largeFolder(): Promise<string> {
  const files = Array.from({ length: decks }, (_, i): [string, string] => {
    const text = deckText(4)
    return [
      `deck-${String(i + 1).padStart(2, '0')}.ko.md`,
      i === 1 ? text.replace('diagram: vm-vs', 'diagram: wm-vs') : text,
    ]
  })
  return courseFolder(await temporaryFolder(), 'large', {
    ...Object.fromEntries(files),
    'glossary.yaml': glossary,
    'questions.ko.md': questions,
  })
}

interface Opened {
  readonly library: Library
  readonly changes: (readonly DeckRef[])[]
  /** How many stretches have been waited for, and lets what waits have one. */
  readonly asked: () => number
  readonly letOne: () => void
}

async function libraryOf(folder: string, readingThread: string | undefined): Promise<Opened> {
  const changes: (readonly DeckRef[])[] = []
  let asked = 0
  let letOne = (): void => undefined
  const library = await openLibrary({
    bundledSlides: join(folder, 'none'),
    reader: await openReader({ bundledReadings: join(folder, 'none.json'), readingThread }),
    opened: [folder],
    extraDecks: () => Promise.resolve([]),
    skimmedFrom: 0,
    onChange: (refs) => changes.push(refs),
    whenQuiet: () => {
      asked += 1
      return new Promise((resolve) => (letOne = resolve))
    },
  })
  onTestFinished(() => library.stop())
  return { library, changes, asked: () => asked, letOne: () => letOne() }
}

/** Lets everybody else have so many turns that reading four decks would be long over. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await nextTurn()
}

describe.each([
  ['here', undefined],
  ['in a thread', readingThread],
])('read %s it', (_where, thread) => {
  it('is shown before its decks are read, and a deck of it can be presented', async () => {
    const folder = await largeFolder()
    const { library, changes } = await libraryOf(folder, thread)
    const skimmed = library.course(folder)
    expect(skimmed?.decks.map(({ title, slides }) => [title, slides.length])).toEqual(Array(decks).fill(['잰 덱 4', 4]))
    expect(skimmed?.decks.flatMap(({ problems }) => problems)).toEqual([])
    expect(skimmed?.questions.ko).toHaveLength(1)

    const ref = { course: folder, name: 'deck-02', lang: 'ko' } as const
    const reading = await library.deck(ref)
    expect(reading).toMatchObject({ revision: 1, glossary: [] })
    expect(reading?.deck.slides[0]?.html).toContain('이미지')
    expect(reading?.deck.problems.map(({ code }) => code)).toContain('unknown-scene')
    expect(await library.deck({ ...ref, name: 'deck-99' })).toBeNull()
    expect(changes).toEqual([])

    const whole = await library.whole(folder)
    expect(whole?.decks[1]?.problems.map(({ code }) => code)).toContain('unknown-scene')
    expect(whole?.glossary).toHaveLength(1)
    // Only who had a deck before is told that there is more to it.
    expect(changes).toEqual([[ref]])
    expect(await library.deck(ref)).toMatchObject({
      revision: 2,
      glossary: [{ slide: { deck: 'deck-02', slide: 'slide-3' } }],
    })
    expect((await library.deck({ ...ref, name: 'deck-01' }))?.revision).toBe(1)
  })

  it('is read no further before somebody has seen it, and then only while it is quiet', async () => {
    const folder = await largeFolder()
    const { library, asked, letOne } = await libraryOf(folder, thread)
    const isRead = () => library.course(folder)?.glossary.length === 1
    await manyTurns()
    expect(asked()).toBe(0)
    expect(isRead()).toBe(false)

    library.readAhead(folder)
    await vi.waitUntil(() => asked() === 1)
    await manyTurns()
    expect(isRead()).toBe(false)
    const ref = { course: folder, name: 'deck-01', lang: 'ko' } as const
    expect((await library.deck(ref))?.deck.slides[0]?.html).toContain('이미지')

    await vi.waitUntil(() => {
      letOne()
      return isRead()
    })
  })

  it('is read at once where the whole of it is needed, whatever else goes on', async () => {
    const folder = await largeFolder()
    const { library, asked } = await libraryOf(folder, thread)
    library.readAhead(folder)
    await vi.waitUntil(() => asked() === 1)
    expect((await library.whole(folder))?.glossary).toHaveLength(1)
  })

  it('is read at once when a file of it changes that nobody has seen', async () => {
    const folder = await largeFolder()
    const { library } = await libraryOf(folder, thread)
    await writeFile(join(folder, 'deck-01.ko.md'), deckText(2))
    await vi.waitUntil(() => library.course(folder)?.decks[0]?.title === '잰 덱 2')
    expect(library.course(folder)?.glossary).toHaveLength(1)
  })

  it('that is closed while it is read is read no further', async () => {
    const folder = await largeFolder()
    const { library, changes } = await libraryOf(folder, thread)
    const whole = library.whole(folder)
    await library.close(folder)
    expect(await whole).toBeNull()
    expect(changes).toEqual([])
  })
})

it('is read ahead once its window has drawn it', async () => {
  const folder = await largeFolder()
  const shell = await fakeShell({ deps: { skimmedFrom: 0 } })
  await shell.ask('library:open', { folder })
  const isWhole = ({ courses }: LibraryState): boolean => courses.some(({ terms }) => terms === 1)
  await manyTurns()
  expect(isWhole(await shell.ask('library:read'))).toBe(false)
  await shell.ask('library:drawn', { course: folder })
  await shell.until('library:changed', isWhole)
})

it('has its glossary for whoever asks, read or not', async () => {
  const folder = await largeFolder()
  const shell = await fakeShell({ deps: { skimmedFrom: 0 } })
  await shell.ask('library:open', { folder })
  expect(await shell.ask('glossary:read', { course: folder })).toMatchObject([{ slide: { slide: 'slide-3' } }])
})
