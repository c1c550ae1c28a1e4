import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rounds } from '../rounds.ts'

const deckCount = rounds(50, 700)

const deckText = (number: number): string =>
  `---\ntitle: 덱 ${number}\nlang: ko\ncover: false\n---\n\n---\nid: one\n---\n\n## 하나\n\n본문 **${number}**\n\n---\nid: two\n---\n\n## 둘\n\n- 첫째\n- 둘째\n`

it(`a course of ${deckCount} decks is read whole, in order, without a problem`, { timeout: 120_000 }, async () => {
  const folder = join(await temporaryFolder(), 'big')
  await mkdir(folder)
  const names = Array.from({ length: deckCount }, (_, number) => `${String(number).padStart(4, '0')}-deck`)
  await Promise.all(names.map((name, number) => writeFile(join(folder, `${name}.ko.md`), deckText(number))))
  const course = await loadCourse(folder, { id: 'big', bundled: false })
  expect(course.decks.map(({ ref }) => ref.name)).toEqual(names)
  expect(course.decks.flatMap(({ problems }) => problems)).toEqual([])
  expect(course.decks.every(({ slides }) => slides.length === 2)).toBe(true)
})
