import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDeck } from '../../../src/services/export/find-deck.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'

const deck = (title: string, lang: 'ko' | 'en' = 'ko'): string =>
  `---\ntitle: ${title}\nlang: ${lang}\n---\n\n---\nid: a\n---\n\n## 장\n`

/** A bundled course with a deck in two languages, and a folder of a person with decks of its own. */
async function given() {
  const folder = await temporaryFolder()
  const bundledSlides = join(folder, 'slides')
  await courseFolder(bundledSlides, 'docker', {
    'course.yaml':
      'title: { ko: 도커, en: Docker }\npaths:\n  short:\n    title: { ko: 짧게, en: Short }\n    slides: [both/a]\n',
    'glossary.yaml':
      'terms:\n  - id: container\n    term: { ko: 컨테이너, en: container }\n    definition: { ko: 격리된 프로세스예요., en: A process apart. }\n',
    'both.ko.md': deck('둘 다'),
    'both.en.md': deck('Both', 'en'),
    'korean.ko.md': deck('한국어'),
  })
  const own = await courseFolder(folder, 'own', {
    'one.ko.md': deck('내 것'),
    'one.en.md': deck('Mine', 'en'),
    'any.lectern.md': deck('Any', 'en'),
  })
  await mkdir(join(own, 'one'))
  const places = { bundledSlides, bundledReadings: join(folder, 'none.json') }
  const find = async (argument: string, lang?: 'ko' | 'en') => {
    const { deck: found, courseFolder: from } = await findDeck(argument, lang, places)
    return [found.title, from === own ? 'own' : from === join(bundledSlides, 'docker') ? 'bundled' : from]
  }
  return { own, places, find }
}

test('a deck of a bundled course is found by the names of both, in Korean unless another language is wanted', async () => {
  const { find } = await given()
  expect(await find('docker/both')).toEqual(['둘 다', 'bundled'])
  expect(await find('docker/both', 'ko')).toEqual(['둘 다', 'bundled'])
  expect(await find('docker/both', 'en')).toEqual(['Both', 'bundled'])
})

test('a deck of a person is found by its file, and by its path without the ending', async () => {
  const { own, find } = await given()
  expect(await find(join(own, 'one.ko.md'))).toEqual(['내 것', 'own'])
  expect(await find(join(own, 'one.en.md'))).toEqual(['Mine', 'own'])
  expect(await find(join(own, 'any.lectern.md'))).toEqual(['Any', 'own'])
  expect(await find(join(own, 'one'))).toEqual(['내 것', 'own'])
})

test('a language that is wanted goes before that of the file', async () => {
  const { own, find } = await given()
  expect(await find(join(own, 'one.ko.md'), 'en')).toEqual(['Mine', 'own'])
})

test('a name that was written decomposed is the same name', async () => {
  const folder = await temporaryFolder()
  const own = await courseFolder(folder, 'own', { ['가나.ko.md'.normalize('NFC')]: deck('가나') })
  const places = { bundledSlides: join(folder, 'none'), bundledReadings: join(folder, 'none.json') }
  expect((await findDeck(join(own, '가나'.normalize('NFD')), undefined, places)).deck.title).toBe('가나')
})

test('a deck comes with the terms of its course', async () => {
  const { own, places } = await given()
  const terms = async (argument: string) => (await findDeck(argument, undefined, places)).glossary.length
  expect(await terms('docker/both')).toBe(1)
  expect(await terms(join(own, 'one'))).toBe(0)
})

test('a deck that there is only in another language is told with the languages that there are', async () => {
  const { own, find } = await given()
  await expect(find('docker/korean', 'en')).rejects.toMatchObject({
    failure: {
      code: 'not-found',
      message: {
        ko: 'docker/korean 덱은 en 언어로는 없어요. 있는 언어: ko',
        en: 'The deck docker/korean does not exist in en, only in: ko',
      },
    },
  })
  await expect(find(join(own, 'any'), 'ko')).rejects.toThrow('only in: en')
})

test.each(['docker/none', 'docker', 'none/both', '/nowhere/both'])('%s is no deck', async (argument) => {
  const { find } = await given()
  await expect(find(argument)).rejects.toMatchObject({ failure: { code: 'not-found' } })
  await expect(find(argument, 'ko')).rejects.toThrow(`There is no deck ${argument}. Name it as COURSE/NAME`)
})
