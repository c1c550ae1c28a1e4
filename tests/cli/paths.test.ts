import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lectern } from './lectern.ts'
import { readPdf } from './pdf.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-path-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const slide = (id: string, body: string) => `\n---\nid: ${id}\n---\n\n## ${id}\n\n${body}\n`

async function course(name: string, slides: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  await writeFile(
    join(path, 'a.ko.md'),
    `---\ntitle: 가\n---\n${slide('one', '첫째 [둘](#two)')}${slide('two', '둘째')}`,
  )
  await writeFile(
    join(path, 'b.ko.md'),
    `---\ntitle: 나\n---\n${slide('one', '셋째 [끝](#end)')}${slide('end', '넷째')}`,
  )
  await writeFile(join(path, 'course.yaml'), `paths:\n  - id: short\n    title: 짧은 발표\n    slides: ${slides}\n`)
  return path
}

test('a path is exported like a deck, with links between its own slides alone', async () => {
  const path = await course('good', '[b#one, a]')
  const file = join(folder, 'short.pdf')
  const ran = await lectern(['export', `${path}/path:short`, '-o', file])
  expect(ran).toMatchObject({ code: 0, err: '' })
  const pdf = await readPdf(file)
  expect([pdf.title, pdf.pages]).toEqual(['짧은 발표', 3])
  const order = ['셋째', '첫째', '둘째']
  for (const [page, text] of order.entries()) expect(pdf.texts[page]).toContain(text)
  expect(pdf.links).toEqual([{ page: 2, url: null, toPage: 3 }])
})

test('a path that is wrong is told by lectern check at its place, and when it is exported', async () => {
  const path = await course('bad', '[a#one, a#twoo]')
  const checked = await lectern(['check', path])
  expect(checked.code).toBe(1)
  expect(checked.out).toContain(join(path, 'course.yaml:4:21'))
  expect(checked.out.match(/unknown-slide/g)).toHaveLength(1)
  const exported = await lectern(['export', `${path}/path:short`, '-o', join(folder, 'bad.pdf')])
  expect(exported).toMatchObject({ code: 0 })
  expect(exported.err + exported.out).toContain('The deck "a" has no slide "twoo".')
})

test('the glossary is printed after the slides where that is asked for, with a bookmark of its own', async () => {
  const path = await course('words', '[a]')
  const terms = Array.from({ length: 30 }, (_, i) => {
    const id = `t${String(i).padStart(2, '0')}`
    return `  - { id: ${id}, term: 용어 ${id}, definition: '${'뜻을 풀어 씁니다. '.repeat(4)}' }\n`
  })
  await writeFile(join(path, 'glossary.yaml'), `terms:\n${terms.toReversed().join('')}`)
  const printed = async (...more: string[]) => {
    const file = join(folder, `words${more.length}.pdf`)
    expect(await lectern(['export', `${path}/path:short`, '-o', file, ...more])).toMatchObject({ code: 0, err: '' })
    return readPdf(file)
  }
  expect((await printed()).pages).toBe(2)
  const pdf = await printed('--glossary')
  expect(pdf.pages).toBeGreaterThan(3)
  expect(pdf.sizes.size).toBe(1)
  // In the order of the language, each once, on pages after the deck's own.
  const order = pdf.texts.slice(2).flatMap((text) => text.match(/용어 t\d\d/g) ?? [])
  expect(order).toEqual(Array.from({ length: 30 }, (_, i) => `용어 t${String(i).padStart(2, '0')}`))
  expect(
    pdf.bookmarks
      .flatMap(({ title, page, items }) => [{ title, page }, ...items])
      .filter(({ title }) => title === '용어'),
  ).toMatchObject([{ page: 3 }])
})
