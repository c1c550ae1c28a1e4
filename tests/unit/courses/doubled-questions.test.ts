import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const question = (id: string, asks: string): string =>
  `---\nid: ${id}\nlayout: question\n---\n\n## ${asks}\n\n### 답변\n\n답\n\n### 핵심\n\n- 하나\n\n`

it('asks a question once whose id stands in two files of a language, and tells where it stands first', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'questions.ko.md'), question('q-a', '처음') + question('q-b', '둘째'))
  await writeFile(
    join(folder, 'questions.lectern.md'),
    `---\ntitle: 더\nlang: ko\n---\n\n${question('q-c', '셋째')}${question('q-b', '다시')}`,
  )
  // The same id in another language is the same question.
  await writeFile(
    join(folder, 'questions.en.md'),
    question('q-b', 'Second').replace('답변', 'Answer').replace('핵심', 'Key points'),
  )
  const { questions, questionFiles, problems } = await loadCourse(folder, { id: 'c', bundled: false })
  expect(questions.ko.map(({ id, text }) => [id, text])).toEqual([
    ['q-a', '처음'],
    ['q-b', '둘째'],
    ['q-c', '셋째'],
  ])
  expect(questions.en.map(({ id }) => id)).toEqual(['q-b'])
  expect(questionFiles.map(({ file, items }) => [basename(file), items.length])).toEqual([
    ['questions.en.md', 1],
    ['questions.ko.md', 2],
    ['questions.lectern.md', 1],
  ])
  const doubles = problems.filter(({ code }) => code === 'duplicate-id')
  expect(doubles.map(({ file, line, severity, message }) => [basename(file), line, severity, message])).toEqual([
    [
      'questions.lectern.md',
      21,
      'error',
      {
        ko: '같은 `id`가 questions.ko.md의 16번째 줄에 이미 있어요: "q-b".',
        en: 'The id "q-b" is already taken in line 16 of questions.ko.md.',
      },
    ],
  ])
})
