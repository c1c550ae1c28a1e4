/** A course of which one language has more than the other. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { questionsIn } from '../../../src/core/deck/index.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { reviewCourse } from '../../../src/services/reviews/review-course.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const deck = (title: string, lang: string, slides: string): string =>
  `---\ntitle: ${title}\nlang: ${lang}\n---\n\n${slides}`
const slide = (id: string, more = ''): string => `---\nid: ${id}\n${more}---\n\n## ${id}\n\ntext\n\n`
const question = (id: string, lang: 'ko' | 'en', more = ''): string => {
  const [answer, points] = lang === 'ko' ? ['답변', '핵심'] : ['Answer', 'Key points']
  return `---\nid: ${id}\n${more}---\n\n## ${id} in ${lang}\n\n### ${answer}\n\nA\n\n### ${points}\n\n- one\n\n`
}

async function half(more: Readonly<Record<string, string>> = {}) {
  const folder = join(await temporaryFolder(), 'half')
  await mkdir(folder)
  const files = {
    'course.yaml':
      'title: { ko: 반 }\nlanguages: [ko, en]\npaths:\n  - id: all\n    title: { ko: 모두 }\n    slides: [a, b]\n',
    'a.ko.md': deck('가', 'ko', slide('one', 'asks: [q-1, q-2]\n')),
    'a.en.md': deck('A', 'en', slide('one', 'asks: [q-1, q-2]\n')),
    'b.ko.md': deck('나', 'ko', slide('two')),
    'questions.ko.md': question('q-1', 'ko', 'followups: [q-2]\n') + question('q-2', 'ko'),
    'questions.en.md': question('q-1', 'en', 'followups: [q-2]\n'),
    'glossary.yaml':
      'terms:\n  - id: kernel\n    term: { ko: 커널, en: kernel }\n    definition: { ko: 핵심입니다. }\n',
    ...more,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return loadCourse(folder, { id: 'half', bundled: false })
}

describe('a course that is half translated', () => {
  it('has warnings alone', async () => {
    const { problems, decks } = await half()
    const all = [...problems, ...decks.flatMap((one) => one.problems)]
    expect(all.map(({ file, line, code, severity }) => [basename(file), line, code, severity]).toSorted()).toEqual(
      [
        ['a.en.md', 8, 'untranslated-question', 'warning'],
        ['b.ko.md', 1, 'missing-translation', 'warning'],
        ['glossary.yaml', 4, 'missing-translation', 'warning'],
        ['questions.ko.md', 16, 'missing-translation', 'warning'],
      ].toSorted(),
    )
    expect(all.find(({ code }) => code === 'untranslated-question')?.message).toEqual({
      ko: '"q-2" 질문은 한국어로만 있어서 한국어로 보여 줘요.',
      en: 'The question "q-2" is there in Korean only, and is shown in that.',
    })
  })

  it('still has errors where no language has what is named', async () => {
    const { problems, decks } = await half({
      'questions.en.md': question('q-1', 'en', 'followups: [q-2, q-3]\n'),
      'a.en.md': deck('A', 'en', slide('one', 'asks: [q-3]\n')),
    })
    const errors = [...problems, ...decks.flatMap((one) => one.problems)].filter(({ severity }) => severity === 'error')
    expect(errors.map(({ file, code }) => [basename(file), code]).toSorted()).toEqual([
      ['a.en.md', 'unknown-question'],
      ['questions.en.md', 'unknown-question'],
    ])
  })

  it('asks in the language that has the question, which is marked', async () => {
    const course = await half()
    const shown = (lang: 'ko' | 'en') => questionsIn(course.questions, lang).map((one) => [one.id, one.text, one.lang])
    expect(shown('en')).toEqual([
      ['q-1', 'q-1 in en', undefined],
      ['q-2', 'q-2 in ko', 'ko'],
    ])
    expect(shown('ko').map(([, , lang]) => lang)).toEqual([undefined, undefined])
    expect(questionsIn(course.questions, 'en')).toBe(questionsIn(course.questions, 'en'))
    expect(questionsIn(course.questions, 'ko')).toBe(course.questions.ko)
    const review = reviewCourse(course, 'en', 'half')
    expect(review.question('half/q-2')).toMatchObject({ text: 'q-2 in ko', lang: 'ko' })
    expect(review.question('half/q-1')?.lang).toBeUndefined()
  })

  it('is titled, explained and led through in the language that there is', async () => {
    const { title, glossary, paths } = await half()
    expect(title).toEqual({ ko: '반', en: '반' })
    expect(glossary[0]).toMatchObject({ definition: { ko: '핵심입니다.', en: '핵심입니다.' }, lang: 'ko' })
    expect(paths.map(({ ref, title: said, slides }) => [ref.lang, said, slides.map((one) => one.lang ?? '')])).toEqual([
      ['ko', '모두', ['', '']],
      ['en', '모두', ['', 'ko']],
    ])
  })

  it('is whole where it promises one language', async () => {
    const { problems } = await half({
      'course.yaml': 'title: { ko: 반 }\nlanguages: [ko]\n',
      'a.en.md': '',
      'questions.en.md': '',
    })
    expect(problems.filter(({ file }) => basename(file) === 'glossary.yaml')).toEqual([])
  })

  it('writes no term that neither language has', async () => {
    const { problems } = await half({
      'glossary.yaml': 'terms:\n  - id: kernel\n    term: {}\n    definition: x\n',
    })
    expect(problems.filter(({ file }) => basename(file) === 'glossary.yaml').map(({ code }) => code)).toEqual([
      'bad-value',
    ])
  })
})
