import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'

let course: LoadedCourse
beforeAll(async () => {
  course = await loadCourse(join(import.meta.dirname, '../../../slides/docker'), { id: 'docker', bundled: true })
})

describe('the paths of the Docker course', () => {
  it('are three, each in both languages with the same slides, and without problems', () => {
    const names = ['path:ten-minutes', 'path:thirty-minutes', 'path:full-course']
    expect(course.paths.map(({ ref }) => `${ref.name}.${ref.lang}`)).toEqual(
      names.flatMap((name) => [`${name}.ko`, `${name}.en`]),
    )
    expect(course.paths.flatMap(({ problems }) => problems)).toEqual([])
    for (const name of names) {
      const [ko, en] = course.paths.filter(({ ref }) => ref.name === name)
      expect(en?.slides.map(({ id }) => id)).toEqual(ko?.slides.map(({ id }) => id))
      expect(ko?.title).toMatch(/[가-힣]/)
      expect(en?.title).not.toMatch(/[가-힣]/)
    }
  })

  it.each([
    ['path:ten-minutes', 10],
    ['path:thirty-minutes', 30],
    ['path:full-course', 159],
  ])('%s plans %i minutes, and its slides take no longer', (name, minutes) => {
    for (const deck of course.paths.filter(({ ref }) => ref.name === name)) {
      expect(deck.minutes).toBe(minutes)
      expect(deck.slides.filter(({ seconds }) => seconds === null)).toEqual([])
      const planned = deck.slides.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
      expect(planned).toBeLessThanOrEqual(minutes * 60)
      expect(planned).toBeGreaterThan(minutes * 40)
    }
  })

  it('the whole course has every slide once', () => {
    const whole = course.paths.find(({ ref }) => ref.name === 'path:full-course' && ref.lang === 'ko')
    const all = course.decks.filter(({ ref }) => ref.lang === 'ko').flatMap(({ slides }) => slides)
    expect(whole?.slides).toHaveLength(all.length)
    expect(new Set(whole?.slides.map(({ id }) => id)).size).toBe(all.length)
  })
})
