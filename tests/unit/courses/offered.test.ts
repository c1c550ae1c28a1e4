import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { coursesAt, listFolders } from '../../../src/services/courses/course-folders.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { places } from '../deck/deck-of.ts'

const ours = '---\ntitle: T\n---\n\n---\nid: one\n---\n\n## A\n'

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(await temporaryFolder(), 'course')
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}
const load = (folder: string) => loadCourse(folder, { id: 'c', bundled: false })

it('any Markdown in a folder is a deck: those by their names first, what is about the folder last', async () => {
  const folder = await folderOf({
    'README.md': '# Read me\n',
    'os.md': '# Operating systems\n\n## Process\n',
    'b.ko.md': ours,
    'network.md': '# 네트워크\n',
    'empty.md': '\n',
    '.hidden.md': '# Hidden\n',
    'CHANGELOG.md': '# Changes\n',
  })
  const { decks, problems } = await load(folder)
  expect(decks.map(({ ref, opened }) => [ref.name, ref.lang, opened?.dialect])).toEqual([
    ['b', 'ko', undefined],
    ['network', 'ko', 'plain'],
    ['os', 'en', 'plain'],
    ['CHANGELOG', 'en', 'plain'],
    ['README', 'en', 'plain'],
  ])
  expect(problems).toEqual([])
})

it('no byte is written into the folder', async () => {
  const folder = await folderOf({ 'os.md': '# OS\n' })
  await load(folder)
  expect(await readdir(folder)).toEqual(['os.md'])
  expect(await readFile(join(folder, 'os.md'), 'utf8')).toBe('# OS\n')
})

it('a deck named as one that is offered keeps its name, and no translation is promised of what is offered', async () => {
  const folder = await folderOf({ 'a.ko.md': ours, 'a.md': '# 가\n', 'course.yaml': 'languages: [ko, en]\n' })
  const { decks } = await load(folder)
  expect(decks.map(({ ref }) => ref.name)).toEqual(['a', 'a.md'])
  expect(decks[1]?.problems).toEqual([])
})

it('slides of a twin without ids of its own have those of the language that leads, by position', async () => {
  const folder = await folderOf({
    'os.ko.md': '# 운영체제\n\n## 프로세스\n',
    'os.en.md': '# Operating systems\n\n## Process\n',
  })
  const { decks } = await load(folder)
  expect(decks.map(({ slides }) => slides.map(({ id }) => id))).toEqual([
    ['운영체제', '프로세스'],
    ['운영체제', '프로세스'],
  ])
  expect(decks.map(({ problems }) => places(problems))).toEqual([[], ['twin-by-position@1:1']])
  expect(decks[1]?.problems[0]).toMatchObject({
    message: {
      ko: '슬라이드 2장을 "os.ko.md"의 슬라이드와 순서대로 짝지었어요. 적어 둔 `id`가 없어서예요.',
      en: '2 slides are taken for the translation of "os.ko.md" by position, as no `id` is written.',
    },
    fix: { en: 'lectern check --fix' },
  })
})

it('of a twin with another number of slides is told where they part, and nothing of one whose ids are written', async () => {
  const ko = '# 하나\n\n## 둘\n\n## 셋\n\n# 넷\n'
  const told = async (en: string) => {
    const { decks, problems } = await load(await folderOf({ 'os.ko.md': ko, 'os.en.md': en }))
    expect(problems).toEqual([])
    return places(decks.flatMap((deck) => deck.problems)).filter((place) => place.startsWith('twin-'))
  }
  expect(await told('# One\n\n## Two\n\n# Four\n')).toEqual(['twin-of-other-length@5:1'])
  expect(await told('# One\n\n## Two\n\n## Three\n\n# Four\n\n## Five\n')).toEqual(['twin-of-other-length@9:1'])
  const written = '# One\n<!-- id: 하나 -->\n\n## Two\n<!-- id: 둘 -->\n\n## Three\n<!-- id: 셋 -->\n'
  expect(await told(`${written}\n# Four\n<!-- id: 넷 -->\n`)).toEqual([])
  expect(await told(`${written}\n# 넷\n`)).toEqual([])
  expect(await told(ko)).toEqual([])
})

it('a deck of Slidev takes in files of its folder, and none from outside', async () => {
  const folder = await folderOf({
    'slides.md': '---\nmdc: true\n---\n\n# A\n\n---\nsrc: ./pages/b.md\n---\n\n---\nsrc: ../secret.md\n---\n',
    'pages/b.md': '# B\n\n---\nsrc: ./pages/c.md\n---\n',
    'pages/c.md': '# C\n',
    '../secret.md': '# Secret\n',
  })
  const { decks } = await load(folder)
  expect(decks[0]?.slides.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(decks[0]?.opened?.leftOut.map(({ kind, line }) => [kind, line])).toEqual([['include', 12]])
})

it('a folder is opened for any Markdown in it, unless folders in it have decks by their names', async () => {
  const folder = await folderOf({ 'README.md': '# R\n', 'a/x.ko.md': ours, 'b/x.md': '# B\n' })
  expect(await coursesAt(folder)).toEqual([join(folder, 'a')])
  expect(await coursesAt(join(folder, 'b'))).toEqual([join(folder, 'b')])
  expect(await coursesAt(join(folder, 'README.md'))).toEqual([folder])
  expect((await listFolders(folder)).folders.map(({ name, decks }) => [name, decks])).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})
