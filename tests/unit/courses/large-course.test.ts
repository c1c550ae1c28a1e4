import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { DeckRef } from '../../../src/contract/deck.ts'
import { openLibrary, type Library } from '../../../src/services/courses/library.ts'
import { deckText } from '../../bench/deck-text.ts'
import { courseFolder, fakeShell, temporaryFolder } from '../door/fake-shell.ts'

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

async function libraryOf(folder: string): Promise<{ library: Library; changes: (readonly DeckRef[])[] }> {
  const changes: (readonly DeckRef[])[] = []
  const library = await openLibrary({
    bundledSlides: join(folder, 'none'),
    bundledReadings: join(folder, 'none.json'),
    opened: [folder],
    extraDecks: () => [],
    skimmedFrom: 0,
    onChange: (refs) => changes.push(refs),
  })
  onTestFinished(() => library.stop())
  return { library, changes }
}

it('is shown before its decks are read, and a deck of it can be presented', async () => {
  const folder = await largeFolder()
  const { library, changes } = await libraryOf(folder)
  const skimmed = library.course(folder)
  expect(skimmed?.decks.map(({ title, slides }) => [title, slides.length])).toEqual(Array(decks).fill(['잰 덱 4', 4]))
  expect(skimmed?.decks.flatMap(({ problems }) => problems)).toEqual([])
  expect(skimmed?.questions.ko).toHaveLength(1)

  const ref = { course: folder, name: 'deck-02', lang: 'ko' } as const
  const reading = library.deck(ref)
  expect(reading).toMatchObject({ revision: 1, glossary: [] })
  expect(reading?.deck.slides[0]?.html).toContain('이미지')
  expect(reading?.deck.problems.map(({ code }) => code)).toContain('unknown-scene')
  expect(library.deck({ ...ref, name: 'deck-99' })).toBeNull()
  expect(changes).toEqual([])

  const whole = await library.whole(folder)
  expect(whole?.decks[1]?.problems.map(({ code }) => code)).toContain('unknown-scene')
  expect(whole?.glossary).toHaveLength(1)
  // Only who had a deck before is told that there is more to it.
  expect(changes).toEqual([[ref]])
  expect(library.deck(ref)).toMatchObject({ revision: 2, glossary: [{ slide: { deck: 'deck-02', slide: 'slide-3' } }] })
  expect(library.deck({ ...ref, name: 'deck-01' })?.revision).toBe(1)
})

it('that is closed while it is read is read no further', async () => {
  const folder = await largeFolder()
  const { library, changes } = await libraryOf(folder)
  const whole = library.whole(folder)
  await library.close(folder)
  expect(await whole).toBeNull()
  expect(changes).toEqual([])
})

it('has its glossary for whoever asks, read or not', async () => {
  const folder = await largeFolder()
  const shell = await fakeShell({ deps: { skimmedFrom: 0 } })
  await shell.ask('library:open', { folder })
  expect(await shell.ask('glossary:read', { course: folder })).toMatchObject([{ slide: { slide: 'slide-3' } }])
})
