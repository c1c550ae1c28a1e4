import { expect, test } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { formatWords } from '../../../src/renderer/words/format.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'

test.each(langs)('the examples of help in %s are a course without a problem', async (lang) => {
  const files = formatWords[lang].parts.flatMap(({ file, example }) => (file && example ? [[file, example]] : []))
  expect(files).toHaveLength(2)
  const folder = await courseFolder(
    await temporaryFolder(),
    'course',
    Object.fromEntries(files) as Record<string, string>,
  )
  const { decks, questions, problems } = await loadCourse(folder, { id: 'course', bundled: false })
  expect([problems, decks.flatMap((deck) => deck.problems)]).toEqual([[], []])
  expect(decks.map(({ slides }) => slides.map(({ steps }) => steps))).toEqual([[2]])
  expect(questions[lang]).toHaveLength(1)
})
