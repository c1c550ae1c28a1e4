import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Deck } from '../../../src/contract/deck.ts'
import { datedFacts } from '../../../src/core/deck/index.ts'
import { loadCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'
import { coverageOf } from '../../../src/services/courses/coverage.ts'
import { plain } from './plain.ts'

const folder = join(import.meta.dirname, '../../../slides/docker')
let course: LoadedCourse
beforeAll(async () => {
  course = await loadCourse(folder, { id: 'docker', bundled: true })
})
const decksIn = (lang: string) => course.decks.filter(({ ref }) => ref.lang === lang)

describe('what the course is to teach', () => {
  it('is all taught, and every question is asked, in both languages', async () => {
    const { coverage, problems } = await coverageOf(course)
    const all = { items: 238, missing: [], questionsNotAsked: [] }
    expect(coverage).toEqual({ ko: all, en: all })
    expect(problems).toEqual([])
  })

  it('is said in both languages', async () => {
    const list = await readFile(join(folder, 'coverage.yaml'), 'utf8')
    for (const [, english] of list.matchAll(/^ {4}en: (.*)$/gm)) expect(english).not.toMatch(/[가-힣]/)
    expect(list.match(/^ {4}ko: /gm)).toHaveLength(238)
  })
})

describe('what will not stay true', () => {
  const stated = (decks: readonly Deck[]) =>
    decks.flatMap(({ ref, slides }) =>
      slides.flatMap(({ id, facts }) => facts.map((fact) => ({ slide: `${ref.name}/${id}`, ...fact }))),
    )

  it('is dated alike in both languages', () => {
    expect(stated(decksIn('ko'))).toEqual(stated(decksIn('en')))
  })

  it('has one date and one source wherever it is said', () => {
    const ids = datedFacts(course.decks, new Date()).map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each([
    'content-trust-end',
    'pull-limits',
    'private-repository-plan',
    'containerd-image-store',
    'api-minimum',
    'images-default-view',
    'time-namespace',
    'cgroup-v1-support',
    'python-support',
    'postgres-support',
    'redis-6-tag',
    'desktop-vmm',
    'hub-scanning',
    'runc-versions',
    'copy-fail',
    'flaws-of-2026',
    'gomaxprocs-cgroup',
    'nofile-default',
    'docker-debug-free',
  ])('names %s', (id) => {
    expect(datedFacts(course.decks, new Date()).map((fact) => fact.id)).toContain(id)
  })

  /** Whoever says in the text when something was true says so in `facts` too, so that it is looked up again. */
  it('is listed by every slide that dates what it says', () => {
    const dated = /20\d\d-\d\d 기준|20\d\d년 \d+월 (문서 )?기준|\bas of (August|November) 20\d\d|docs of August 20\d\d/i
    // These speak of the whole deck.
    const closing = new Set(['sources'])
    for (const { ref, slides } of course.decks) {
      for (const slide of slides.filter(({ id }) => !closing.has(id))) {
        const text = plain([slide.html, ...slide.notes.map(({ html }) => html)].join(' '))
        if (dated.test(text)) expect(slide.facts, `${ref.name}/${slide.id} ${ref.lang}`).not.toEqual([])
      }
    }
  })
})
