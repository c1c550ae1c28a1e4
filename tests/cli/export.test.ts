import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedSteps } from '../../src/core/scenes/asks.ts'
import { sceneOf } from '../../src/core/scenes/index.ts'
import { loadCourse } from '../../src/services/courses/course.ts'
import { lectern, lecternProcess } from './lectern.ts'
import { readPdf, type Bookmark, type ReadPdf } from './pdf.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-export-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bundled = join(import.meta.dirname, '../../slides/docker')

const small = `---
title: 작은 덱
lang: ko
cover: false
---

---
id: first
---

## 첫 장

- [두 번째 장](#second)
- [바깥 주소](https://example.com/page)

<!-- step -->

나중에 나오는 문장

---
id: part
layout: section
---

## 둘째 마당

---
id: second
---

## 두 번째 장

![점 하나](dot.svg)
`

async function course(name: string, deck: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'small.ko.md'), deck)
  await writeFile(
    join(path, 'dot.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><circle cx="40" cy="40" r="40" fill="#0f7d69"/></svg>',
  )
  return path
}

/** A photo that is kept without loss: no pixel of it is like the next one. */
function photo(width: number, height: number): Buffer {
  const rows = Buffer.alloc((1 + 3 * width) * height)
  let seed = 1
  for (const [at] of rows.entries()) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    rows[at] = at % (1 + 3 * width) === 0 ? 0 : 90 + (seed >>> 26)
  }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

describe('large photos', () => {
  const deck = small.replace('dot.svg', 'photo.png')

  test('are scaled to what print shows of them, which is told', async () => {
    const path = await course('photos', deck)
    const whole = photo(4000, 2000)
    await writeFile(join(path, 'photo.png'), whole)
    const file = join(folder, 'photos.pdf')
    const ran = await lectern(['export', join(path, 'small.ko.md'), '-o', file, '--json'])
    const { bytes, scaled, problems } = JSON.parse(ran.out) as Record<string, never> & { scaled: { after: number } }
    expect([ran.code, problems]).toEqual([0, []])
    expect(scaled).toMatchObject({ pictures: 1, before: whole.length })
    expect(scaled.after).toBeLessThan(whole.length / 4)
    expect(bytes).toBeLessThan(whole.length / 2)
    const said = await lectern(['export', join(path, 'small.ko.md'), '-o', file])
    expect(said.out).toMatch(/1 photo was scaled for print: 1\d\.\d MB → \d\.\d\d MB\. --full-size keeps them/)
  })

  test('stay as they are where that is asked for', async () => {
    const path = await course('full-size', deck)
    const whole = photo(4000, 2000)
    await writeFile(join(path, 'photo.png'), whole)
    const file = join(folder, 'full-size.pdf')
    const ran = await lectern(['export', join(path, 'small.ko.md'), '-o', file, '--json', '--full-size'])
    const { bytes, scaled } = JSON.parse(ran.out) as { bytes: number; scaled?: unknown }
    expect([ran.code, scaled]).toEqual([0, undefined])
    expect(bytes).toBeGreaterThan(whole.length)
  })
})

describe('the PDF of the bundled deck', () => {
  let pdf: ReadPdf
  let titles: readonly string[]
  let steps: readonly number[]
  let sections: readonly boolean[]
  beforeAll(async () => {
    const file = join(folder, 'docker.pdf')
    const ran = await lectern(['export', 'docker/01-docker-and-vm', '--lang', 'ko', '-o', file, '--json'])
    expect(ran).toMatchObject({ code: 0, err: '' })
    const { size } = await stat(file)
    pdf = await readPdf(file)
    expect(JSON.parse(ran.out)).toEqual({ file, pages: pdf.pages, bytes: size, problems: [] })
    const deck = (await loadCourse(bundled, { id: 'docker', bundled: true })).decks[0]
    if (deck === undefined) throw new Error('the bundled course has no deck')
    // What a picture is asked about is not told by the name of its slide.
    titles = deck.slides.map(({ title, scene }) =>
      scene && askedSteps(scene).includes(1) ? (sceneOf(scene.id)?.title.ko ?? '') : title,
    )
    sections = deck.slides.map(({ layout }) => layout === 'section')
    // A step that asks takes two pages: its question, then its answer.
    steps = deck.slides.map(({ steps: own, scene }) => own + (scene ? askedSteps(scene).length : 0))
  })

  test('has one 1280 × 720 page a step, and the question of a picture on a page before its answer', () => {
    expect(pdf.pages).toBe(steps.reduce((sum, count) => sum + count, 0))
    expect([...pdf.sizes]).toEqual(['960x540'])
    const asked = pdf.texts.findIndex((text) => text.includes('먼저 맞혀 보세요'))
    expect(asked).toBeGreaterThan(0)
    expect(pdf.texts[asked]).not.toContain('하나를 따라갑니다')
    expect(pdf.texts[asked + 1]).toContain('하나를 따라갑니다')
  })

  test('has a bookmark a slide, each leading to the first page of its slide and below that of its section', () => {
    const [root, ...others] = pdf.bookmarks
    expect(others).toEqual([])
    expect(root?.title).toBe('도커와 VM')
    const firstPages = steps.map((_, i) => 1 + steps.slice(0, i).reduce((sum, count) => sum + count, 0))
    // The cover is the deck's own.
    expect(root?.page).toBe(1)
    const items: (Bookmark & { items: Bookmark[] })[] = []
    titles.forEach((title, i) => {
      if (i === 0) return
      const place = sections[i] ? items : (items.at(-1)?.items ?? items)
      place.push({ title, page: firstPages[i] ?? 0, items: [] })
    })
    expect(items).toHaveLength(sections.filter(Boolean).length)
    expect(root?.items).toEqual(items)
  })

  test('is tagged, named and in Korean, and each title is heard once', () => {
    expect(pdf).toMatchObject({ isTagged: true, title: '도커와 VM', language: 'ko' })
    expect(pdf.headings.flat()).toEqual(titles)
  })

  test('embeds our fonts and no others, and draws pictures as vectors', () => {
    expect([...pdf.fonts].sort()).toEqual([
      'LectMono',
      'LectMonoBold',
      'LecternTxt-Bold',
      'LecternTxt-Regular',
      'LecternTxt-SemiBold',
    ])
    expect(pdf.images).toBe(0)
  })

  test('keeps Korean as text that can be searched', () => {
    expect(pdf.texts.join('\n')).toContain('호스트 커널')
  })
})

describe('a deck of one’s own', () => {
  test('keeps its links, inside and out, and its sections as bookmarks', async () => {
    const file = join(folder, 'small.pdf')
    const path = await course('own', small)
    expect(await lectern(['export', join(path, 'small'), '-o', file])).toMatchObject({ code: 0, err: '' })
    const pdf = await readPdf(file)
    expect(pdf.pages).toBe(4)
    const ofFirstPage = pdf.links.filter(({ page }) => page === 1)
    expect(ofFirstPage).toContainEqual({ page: 1, url: null, toPage: 4 })
    expect(ofFirstPage).toContainEqual({ page: 1, url: 'https://example.com/page', toPage: null })
    expect(pdf.bookmarks).toMatchObject([
      {
        title: '작은 덱',
        items: [
          { title: '첫 장', page: 1 },
          { title: '둘째 마당', page: 3, items: [{ title: '두 번째 장', page: 4 }] },
        ],
      },
    ])
  })

  test('draws seldom characters with fonts that it brings along, as outlines that can be searched', async () => {
    const file = join(folder, 'seldom.pdf')
    const words = '漢字 國家 ㉠ ᄒᆞᆫ글 🚀 ⚠️ 1️⃣ 👩‍💻 ❤️ ∀x∈ℝ ⎈ ⚢ ☐⣿'
    const path = await course('seldom', small.replace('나중에 나오는 문장', `${words} **漢字** *⚠️*`))
    expect(await lectern(['export', join(path, 'small'), '-o', file])).toMatchObject({ code: 0, err: '' })
    const pdf = await readPdf(file)
    expect([...pdf.fonts].sort()).toEqual([
      'LectRareKR-Bold',
      'LectRareKR-Regular',
      'LecternTxt-Bold',
      'LecternTxt-Regular',
      'LecternTxt-SemiBold',
      'NotoEmoji-Regular',
      'NotoSansMath-Regular',
      'NotoSansSymbols-Regular',
      'NotoSansSymbols2-Regular',
    ])
    expect(pdf.texts.join('\n')).toMatch(/漢字 國家 ㉠/)
  })

  test('tells which characters no font draws', async () => {
    const file = join(folder, 'undrawn.pdf')
    const path = await course('undrawn', small.replace('나중에 나오는 문장', '앞 \u{5FFFD} 뒤'))
    const ran = await lectern(['export', join(path, 'small'), '-o', file, '--json'])
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({ problems: [{ code: 'not-drawn', severity: 'warning' }] })
  })

  test('opens with the cover that is made for it: a page that the deck’s bookmark leads to, and no slide shifted', async () => {
    const file = join(folder, 'covered.pdf')
    const path = await course('covered', small.replace('cover: false\n', ''))
    expect(await lectern(['export', join(path, 'small'), '-o', file])).toMatchObject({ code: 0, err: '' })
    const pdf = await readPdf(file)
    expect(pdf.pages).toBe(5)
    expect(pdf.texts[0]).toMatch(/작은 덱\s+3장\s+다루는 것\s+둘째 마당/)
    expect(pdf.links).toContainEqual({ page: 2, url: null, toPage: 5 })
    expect(pdf.bookmarks).toMatchObject([
      {
        title: '작은 덱',
        page: 1,
        items: [
          { title: '첫 장', page: 2 },
          { title: '둘째 마당', page: 4, items: [{ title: '두 번째 장', page: 5 }] },
        ],
      },
    ])
  })

  test('shows on a page only what its step has shown', async () => {
    const { texts } = await readPdf(join(folder, 'small.pdf'))
    expect(texts[0]).not.toContain('나중에 나오는')
    expect(texts[1]).toContain('나중에 나오는')
  })

  test('with --steps final has a page a slide, and takes a deck file as well as a name', async () => {
    const file = join(folder, 'final.pdf')
    const deck = join(folder, 'own', 'small.ko.md')
    expect((await lectern(['export', deck, '--steps', 'final', '--theme', 'dark', '-o', file])).code).toBe(0)
    const { pages, texts } = await readPdf(file)
    expect(pages).toBe(3)
    expect(texts[0]).toContain('나중에 나오는')
  })
})

test('what a file does not show as it was meant is told with line and cure; it is written all the same', async () => {
  const long = Array.from({ length: 60 }, (_, row) => `- 줄 ${row}`).join('\n\n')
  const wrong = small.replace('id: second', 'id: first').replace(/$/, `\n\n![디스크](no.png)\n\n${long}\n`)
  const path = await course('broken', wrong)
  const [deck, file] = [join(path, 'small'), join(folder, 'broken.pdf')]
  const ran = await lectern(['export', deck, '-o', file])
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toMatch(/small\.ko\.md:\d+:\d+ {2}error .*\(duplicate-id\)/)
  expect(ran.out).toMatch(/\(missing-image\)/)
  expect(ran.out).toMatch(/\(overflow\)\n {4}→/)
  const { texts } = await readPdf(file)
  expect(texts.join(' ')).toContain('디스크')
  expect(texts.join(' ')).not.toContain('no.png')
  const strict = await lectern(['export', deck, '-o', file, '--strict', '--json'])
  expect(strict.code).toBe(1)
  const { problems } = JSON.parse(strict.out) as { problems: { code: string; severity: string }[] }
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['duplicate-id', 'missing-image', 'overflow']),
  )
  expect(problems.every(({ severity }) => severity === 'error')).toBe(true)
})

describe('when it cannot be done', () => {
  const left = async (name: string): Promise<string[]> =>
    (await readdir(folder)).filter((file) => file.startsWith(name))

  test('a deck that is not there, a language that it lacks, a wrong option: one clear answer each', async () => {
    const missing = await lectern(['export', 'docker/no-such-deck', '-o', join(folder, 'x.pdf')])
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('There is no deck docker/no-such-deck')
    const own = join(folder, 'own', 'small')
    const other = await lectern(['export', own, '--lang', 'en', '-o', join(folder, 'x.pdf')])
    expect(other.code).toBe(1)
    expect(other.err).toContain('only in: ko')
    expect((await lectern(['export', own, '--theme', 'pink', '-o', 'x.pdf'])).code).toBe(2)
    expect((await lectern(['export', own])).code).toBe(2)
    for (const { err } of [missing, other]) expect(err).not.toMatch(/\n\s+at /)
  })

  test('a place where no file can be is refused before a page is laid out, and keeps what was there', async () => {
    const place = join(folder, 'a-folder.pdf')
    await mkdir(place)
    for (const args of [
      ['export', join(folder, 'own', 'small'), '--verbose'],
      ['export', 'docker', '--format', 'anki'],
    ]) {
      const ran = await lectern([...args, '-o', place])
      expect(ran.code).toBe(1)
      expect(ran.err).toContain('is a folder')
      expect(ran.err).not.toContain('laying out')
    }
    expect(await left('a-folder.pdf')).toEqual(['a-folder.pdf'])
  })

  test('a file of a course is never written over, whatever is exported', async () => {
    const own = join(folder, 'own')
    const before = await readFile(join(own, 'small.ko.md'), 'utf8')
    for (const name of [
      'small.ko.md',
      'new.en.md',
      'notes.md',
      'SMALL.KO.MD',
      'course.yaml',
      'glossary.yml',
      'disk.PNG',
    ])
      for (const what of [[join(own, 'small')], ['docker', '--format', 'anki']]) {
        const ran = await lectern(['export', ...what, '-o', join(own, name)])
        expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('Courses are made of') as string })
      }
    expect(await readFile(join(own, 'small.ko.md'), 'utf8')).toBe(before)
    expect(await readdir(own)).not.toContain('new.en.md')
  })

  test('stopped by Ctrl+C it leaves the old file as it was and nothing beside it', async () => {
    const file = join(folder, 'stopped.pdf')
    await writeFile(file, 'old')
    const ran = await lecternProcess(['export', 'docker/01-docker-and-vm', '-o', file, '--verbose'], {}, 'laying out')
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('The export was cancelled.')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await left('stopped.pdf')).toEqual(['stopped.pdf'])
  })
})
