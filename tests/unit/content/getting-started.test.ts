import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { loadCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'

const folder = join(import.meta.dirname, '../../../slides/getting-started')

let course: LoadedCourse
beforeAll(async () => {
  course = await loadCourse(folder, { id: 'getting-started', bundled: true })
})

it('is one deck of ten to twelve slides and six questions, all asked, alike in both languages', () => {
  expect([course.problems, course.decks.flatMap(({ problems }) => problems)]).toEqual([[], []])
  const shapes = langs.map((lang) => {
    const decks = course.decks.filter(({ ref }) => ref.lang === lang)
    const slides = decks.flatMap((deck) => deck.slides)
    expect([decks.length, slides.length >= 10 && slides.length <= 12]).toEqual([1, true])
    const questions = course.questions[lang].map(({ id, keyPoints, followups }) => [id, keyPoints.length, followups])
    expect(questions).toHaveLength(6)
    expect([...new Set(slides.flatMap(({ asks }) => asks))].toSorted()).toEqual(questions.map(([id]) => id).toSorted())
    return [slides.map(({ id, layout, steps, seconds }) => [id, layout, steps, seconds]), questions]
  })
  expect(shapes[0]).toEqual(shapes[1])
})

it('plans the minutes that its slides take', () => {
  for (const { slides, minutes } of course.decks)
    expect(minutes).toBe(Math.round(slides.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0) / 60))
})

it('is written in composed Hangul, with line feeds, and without dashes for pauses', async () => {
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8')
    expect(text === text.normalize('NFC'), name).toBe(true)
    expect(text, name).not.toMatch(/[\r\u2013\u2014]| -- /)
    if (name.includes('.en.')) expect(text, name).not.toMatch(/[가-힣]/)
  }
})
