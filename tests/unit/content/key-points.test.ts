import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { langs, type Lang } from '../../../src/contract/deck.ts'
import { loadCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'
import { plain } from './plain.ts'

let course: LoadedCourse
beforeAll(async () => {
  course = await loadCourse(join(import.meta.dirname, '../../../slides/docker'), { id: 'docker', bundled: true })
})

/** How two halves are joined, and the questions where both are needed: they compare, give a list or tell a sequence. */
const joined: Readonly<Record<Lang, readonly [how: RegExp, where: readonly string[]]>> = {
  ko: [
    /고, |하며, /,
    // prettier-ignore
    ['q-kernel', 'q-data-after-rm', 'q-vm-or-container', 'q-docker-hub', 'q-shared-kernel-risk', 'q-hardening', 'q-docker-run',
      'q-volume-bind-tmpfs', 'q-cgroup-v1-v2', 'q-docker-socket', 'q-container-network', 'q-lifecycle', 'q-arg-env'],
  ],
  en: [
    /;/,
    // prettier-ignore
    ['q-desktop-vm', 'q-kernel', 'q-data-after-rm', 'q-why-volumes', 'q-vm-or-container', 'q-tag-rules', 'q-tag-vs-digest',
      'q-deleted-file', 'q-cgroup-v1-v2', 'q-why-signing', 'q-container-network', 'q-lifecycle', 'q-looks-like-a-server'],
  ],
}

describe('the key points of the questions', () => {
  it.each(langs)('are graded one fact at a time in %s', (lang) => {
    const [how, where] = joined[lang]
    const found = course.questions[lang].filter(({ keyPoints }) => keyPoints.some(({ html }) => how.test(plain(html))))
    expect(found.map(({ id }) => id).toSorted()).toEqual(where.toSorted())
  })

  it('are as many in both languages, no more than seven, and the same of them are what an answer needs', () => {
    const of = (lang: Lang) =>
      course.questions[lang].map(({ id, keyPoints }) => [id, keyPoints.map(({ core }) => core).join(' ')])
    expect(of('ko')).toEqual(of('en'))
    const many = course.questions.ko.filter(({ keyPoints }) => keyPoints.length > 7)
    expect(many.map(({ id }) => id)).toEqual([])
  })

  it('are no more on a slide than it holds with two lines each', () => {
    const asking = course.decks.flatMap(({ ref, slides }) =>
      slides.filter(({ layout }) => layout === 'question').map((slide) => ({ ref, slide })),
    )
    const full = asking.filter(({ slide }) => (slide.question?.keyPoints.length ?? 0) > 6)
    expect(full.map(({ ref, slide }) => `${ref.name}/${slide.id} ${ref.lang}`)).toEqual([])
  })
})
