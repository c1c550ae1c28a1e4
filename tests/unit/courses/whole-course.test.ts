/**
 * All that a folder is read as in which nearly everything is wrong that can be, and what a hundred made-up files beside
 * the decks are read as. Where it is meant to be otherwise, `npx vitest run --project unit whole-course -u`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { parseCourse, parseCoverage, parseGlossary } from '../../../src/core/deck/index.ts'
import { brokenCourse } from '../../../src/services/courses/broken-course.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { digestOfValue } from '../digest-of-value.ts'
import { Seeded } from '../seeded.ts'
import { smallestPng } from '../smallest-png.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const slide = (id: string, keys: string, body: string): string =>
  `---\nid: ${id}\n${keys}---\n\n## ${id}\n\n${body}\n\n`
const files: Readonly<Record<string, string | Uint8Array>> = {
  'course.yaml': [
    'title: { ko: 망, en: Networks }',
    'languages: [ko, en]',
    'decks: [02-late, 01-early, 09-gone]',
    'paths:',
    '  - id: short',
    '    title: { ko: 짧게, en: Short }',
    '    minutes: 5',
    '    slides: [01-early#a..b, 02-late, 09-gone, 01-early#b..a, 01-early#z]',
    '  - id: none',
    '    title: { ko: 없음, en: None }',
    '    slides: [08-gone]',
    '',
  ].join('\n'),
  'glossary.yaml':
    'terms:\n  - { id: kernel, term: { ko: 커널, en: kernel }, also: [핵심부], definition: { ko: 핵, en: core }, slide: 01-early#a }\n  - { id: kernel, term: { ko: 커널, en: kern }, definition: { ko: 핵, en: core }, slide: 01-early#zz }\n',
  'questions.ko.md': `${slide('q-a', 'core: [1]\nfollowups: [q-b, q-x]\n', '### 답변\n\n답 [없음](#a)\n\n### 핵심\n\n- 하나')}${slide('q-a', '', '### 답변\n\n또')}`,
  'questions.en.md': slide('q-a', '', '### Answer\n\nYes\n\n### Key points\n\n- one'),
  '01-early.ko.md': `---\ntitle: 이른 덱\n---\n\n${slide('a', 'asks: [q-a]\nseconds: 30\n', '커널 ![있음](pictures/a.png) ![없음](pictures/b.png) ![밖](../c.png)')}${slide('b', 'asks: [q-z]\n', '[이리](#a)')}`,
  '01-early.en.md': `---\ntitle: Early\nlang: en\n---\n\n${slide('a', 'asks: [q-a]\n', 'One')}${slide('c', '', 'Two')}`,
  '02-late.ko.md': '---\ntitel: 늦은 덱\n---\n\n제목 없이\n',
  '03-empty.ko.md': '',
  'notes.md': '# 그냥 노트\n',
  'pictures/a.png': smallestPng,
}

test('a folder with nearly everything wrong is read as it was', async () => {
  const folder = join(await temporaryFolder(), 'net')
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const course = await loadCourse(folder, { id: 'net', bundled: false })
  const text = JSON.stringify(course, null, 1).replaceAll(folder, '/net')
  await expect(`${text}\n`).toMatchFileSnapshot('whole-course/net.txt')
})

test('a folder that cannot be read keeps its place', async () => {
  const gone = new LecternError('not-found', { ko: '없어요.', en: 'Gone.' })
  const broken = [gone, new Error('EIO')].map((error) => brokenCourse('net', '/home/me/net', false, error))
  await expect(`${JSON.stringify(broken, null, 1)}\n`).toMatchFileSnapshot('whole-course/broken.txt')
})

const keys = [
  'title: { ko: 망, en: Networks }',
  'title: 망',
  'description: { ko: 설명 }',
  'languages: [ko, en]',
  'languages: [ko, fr]',
  'decks: [a, b, a]',
  'decks: a',
  'paths:\n  - { id: p, title: { ko: 가, en: p }, slides: [a#x..y, b] }\n  - { id: p, title: 가, slides: [] }',
  'paths: [{ id: "p q", title: { ko: 가, en: p }, minutes: -1, slides: ["a#", "#b", "a#x..", 7] }]',
  'terms:\n  - { id: kernel, term: { ko: 커널, en: kernel }, definition: { ko: 핵, en: core } }',
  'terms:\n  - { id: kernel, term: { ko: 커널, en: Kernel }, also: [kernel, 핵], definition: { ko: 핵, en: core }, slide: "a#b" }\n  - { id: kernel, term: { ko: 핵, en: x }, definition: { ko: 둘, en: two }, slide: a }',
  'terms: [{ id: X, term: a }, 7, { }]',
  'items:\n  S-1: { ko: 하나, en: one }\n  S-2: 둘\n  S-1: { ko: 셋, en: three }',
  'items: [S-1]',
] as const

const odd = ['itmes: { }', '? [a]\n: b', '- a', '"broken', '# nothing', 'a: &x [1]\nb: *x', '\ttab: 1'] as const

test('files beside the decks are read as they were', async () => {
  const seeded = new Seeded(3)
  const rows = Array.from({ length: 100 }, (_, n) => {
    const own = new Map(seeded.some(keys, 1, 3).map((key) => [key.replace(/:.*/s, ''), key]))
    const text = [...own.values(), ...(seeded.isSo(0.2) ? [seeded.one(odd)] : []), ''].join('\n')
    const read = [parseCourse(text, 'c.yaml'), parseGlossary(text, 'c.yaml'), parseCoverage(text, 'c.yaml')]
    const places = read.map(({ problems }) =>
      problems.map(({ code, line, column }) => `${code}@${line}:${column}`).join(' '),
    )
    return `${n + 1}. ${places.join(' | ')} | ${digestOfValue(read)}`
  })
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('whole-course/files.txt')
})
