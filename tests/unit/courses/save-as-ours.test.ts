import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Deck } from '../../../src/contract/deck.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { saveAsOurs } from '../../../src/services/courses/save-as-ours.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const marp =
  '---\nmarp: true\ntheme: gaia\n---\n\n# 쿠버네티스\n\n---\n\n![bg right](a.svg)\n\n## 파드\n\n* 하나\n* 둘\n\n<!-- 말할 것 -->\n'
const load = (folder: string) => loadCourse(folder, { id: 'c', bundled: false })
const shown = ({ slides }: Deck) => slides.map((slide) => ({ ...slide, line: 0, problems: [] }))

it('writes a copy in our format beside the file, which is read as the file is', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'talk.md'), marp)
  await writeFile(join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const [deck] = (await load(folder)).decks
  expect(await saveAsOurs(deck as Deck)).toBe(join(folder, 'talk.ko.md'))
  expect(await readFile(join(folder, 'talk.md'), 'utf8')).toBe(marp)
  const { decks, problems } = await load(folder)
  expect(decks.map(({ ref, opened }) => [ref.name, opened?.dialect])).toEqual([
    ['talk', undefined],
    ['talk.md', 'marp'],
  ])
  expect(shown(decks[0] as Deck)).toEqual(shown(decks[1] as Deck))
  expect([...problems, ...(decks[0]?.problems ?? [])]).toEqual([])
})

it('writes over no file', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'talk.md'), marp)
  const [deck] = (await load(folder)).decks
  await writeFile(join(folder, 'talk.ko.md'), 'mine')
  expect(await saveAsOurs(deck as Deck)).toBe(join(folder, 'talk-2.ko.md'))
  expect(await readFile(join(folder, 'talk.ko.md'), 'utf8')).toBe('mine')
  expect((await readdir(folder)).toSorted()).toEqual(['talk-2.ko.md', 'talk.ko.md', 'talk.md'])
})

it('refuses what is ours already, and tells what is gone', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.ko.md'), '---\ntitle: T\n---\n\n---\nid: one\n---\n\n## A\n')
  const [deck] = (await load(folder)).decks
  await expect(saveAsOurs(deck as Deck)).rejects.toMatchObject({ failure: { code: 'refused' } })
  await expect(saveAsOurs({ ...(deck as Deck), file: join(folder, 'b.md') })).rejects.toMatchObject({
    failure: { code: 'not-found' },
  })
})
