import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findCourse } from '../../../src/services/courses/find-course.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'

const deck = '---\ntitle: 덱\nlang: ko\n---\n\n---\nid: a\n---\n\n## 장\n'
const question =
  '---\nid: q-a\nlayout: question\nlevel: 기본\ncore: [1]\n---\n\n## 왜?\n\n### 한 줄\n\n네.\n\n### 답변\n\n네.\n\n### 핵심\n\n- 하나\n'

async function given() {
  const folder = await temporaryFolder()
  const slides = join(folder, 'slides')
  const places = { bundledSlides: slides, bundledReadings: join(folder, 'none.json') }
  for (const name of ['docker', 'network']) await courseFolder(slides, name, { 'a.ko.md': deck })
  return { folder, slides, find: (argument: string) => findCourse(argument, places) }
}

test('a course that comes with Lectern is found by its name, and by its folder', async () => {
  const { slides, find } = await given()
  const expected = { id: 'docker', bundled: true, folder: join(slides, 'docker') }
  expect(await find('docker')).toMatchObject(expected)
  expect(await find(join(slides, 'docker'))).toMatchObject(expected)
  expect(await find(join(slides, 'network', '..', 'docker'))).toMatchObject({ id: 'docker', bundled: true })
})

test('a folder of decks, of questions or of both is a course of its own', async () => {
  const { folder, find } = await given()
  for (const [name, files] of [
    ['decks', { 'a.ko.md': deck }],
    ['questions', { 'questions.ko.md': question }],
  ] as const) {
    const place = await courseFolder(folder, name, files)
    expect(await find(place)).toMatchObject({ id: place, bundled: false, folder: place })
  }
})

test('a folder without decks and questions is none, and does not stand in the way of a bundled course', async () => {
  const { folder, find } = await given()
  await mkdir(join(folder, 'empty'))
  await expect(find(join(folder, 'empty'))).rejects.toMatchObject({ failure: { code: 'not-found' } })
})

test('a course that is not there is told, with one of nearly that name where there is one', async () => {
  const { find } = await given()
  await expect(find('dokcer')).rejects.toMatchObject({
    failure: {
      code: 'not-found',
      message: {
        ko: 'dokcer 강의가 없어요. 혹시 docker인가요? 강의 이름(예: docker)이나 덱과 질문이 있는 폴더를 적어 주세요.',
        en: 'There is no course dokcer. Did you mean docker? Name one, such as docker, or a folder with decks and questions.',
      },
    },
  })
  await expect(find('something')).rejects.toThrow('There is no course something. Name one, such as docker,')
})
