import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCommand } from '../../../src/cli/check.ts'
import { WrongUsage } from '../../../src/services/terminal/wrong-usage.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { serveCourseFile } from '../../../src/services/disk/static-files.ts'
import { smallestPng as png } from '../smallest-png.ts'
import { codes, places } from './deck-of.ts'

const scenes = { isolation: ['IS-1'] }
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-course-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = async (name: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(join(folder, name, '..'), { recursive: true })
  await writeFile(join(folder, name), content)
}
const deck = (...ids: string[]) =>
  `---\ntitle: 덱\n---\n\n${ids.map((id) => `---\nid: ${id}\n---\n\n## ${id}\n\n`).join('')}`
const question = (id: string) => `---\nid: ${id}\n---\n\n## 왜?\n\n### 답변\n\n답\n\n### 핵심\n\n- 하나\n`
const load = () => loadCourse(folder, { id: 'c', bundled: false, scenes })

describe('loadCourse', () => {
  it('reads decks and questions of both languages in the order of course.yaml', async () => {
    await put('course.yaml', 'title: { ko: 강의, en: Course }\ndecks: [b, a]\n')
    for (const name of ['a.ko.md', 'a.en.md', 'b.ko.md', 'c.ko.md']) await put(name, deck('one'))
    await put('d.lectern.md', `---\ntitle: D\nlang: en\n---\n\n---\nid: one\nasks: [q-en]\n---\n\n## D\n`)
    await put('questions.ko.md', question('q-ko'))
    await put('questions.en.md', question('q-en'))
    for (const name of ['README.md', '.hidden.ko.md', 'notes.txt']) await put(name, '# Read me\n')
    const course = await load()
    expect(course.decks.map(({ ref }) => `${ref.course}/${ref.name}.${ref.lang}`)).toEqual([
      'c/b.ko',
      'c/a.ko',
      'c/a.en',
      'c/c.ko',
      'c/d.en',
      'c/README.en',
    ])
    expect(course.decks.flatMap(({ problems }) => problems)).toEqual([])
    expect([course.title, course.questions.ko[0]?.id, course.questions.en[0]?.id]).toEqual([
      { ko: '강의', en: 'Course' },
      'q-ko',
      'q-en',
    ])
  })

  it('is named after its folder where nothing else names it', async () => {
    await put('a.ko.md', deck('one'))
    expect((await load()).title.en).toBe(folder.split(/[\\/]/).at(-1))
  })

  it('finds images that are missing or outside, and frames them without a path', async () => {
    await put('pictures/그림 1.png', png)
    await put(
      'a.ko.md',
      `${deck('one')}![a](pictures/그림%201.png) ![b](<pictures/그림 1.png>)\n\n![c](pictures/no.png)\n![d](../x.png)\n`,
    )
    const { decks } = await load()
    expect(places(decks[0]?.problems ?? [])).toEqual(['missing-image@13:1', 'remote-image@14:1'])
    const slide = decks[0]?.slides[0]
    expect(slide?.problems).toHaveLength(2)
    // In their places stand frames, and the rest of the slide is there.
    expect([...(slide?.html ?? '').matchAll(/data-missing="([^"]*)"/g)].map(([, name]) => name)).toEqual(['', ''])
    expect(slide?.html.match(/src="/g)).toHaveLength(2)
    expect(slide?.html).not.toMatch(/no\.png|x\.png/)
  })

  it.each([
    ['with a blank in its path', '![a](pictures/한글 그림 파일.png)', 'pictures/한글 그림 파일.png'],
    ['with a blank, and a title', 'a ![a](my pictures/a  b.PNG "A, b") :rocket:', 'my pictures/a  b.PNG'],
    [
      'with a blank, on a later line',
      'a\nb ![a](스크린샷 2026-12-01 오후 3.04.05.png)',
      '스크린샷 2026-12-01 오후 3.04.05.png',
    ],
    ['composed otherwise', '![a](pictures/그림.png)'.normalize('NFC'), 'pictures/그림.png'.normalize('NFD')],
    ['decomposed by whoever wrote it', '![a](그림.png)'.normalize('NFD'), '그림.png'],
    ['in other letters', '![a](pictures/Disk.PNG)', 'Pictures/disk.png'],
    ['in a folder and back', '![a](pictures/../Disk.png)', 'disk.png'],
  ])('finds an image %s', async (_, body, file) => {
    await put('other.png', png)
    await put(file, png)
    await put('a.ko.md', `${deck('one')}${body}\n`)
    const { decks } = await load()
    expect(decks[0]?.problems).toEqual([])
    expect(decks[0]?.slides[0]?.html).toContain('<img src="')
    const [, src = ''] = /src="([^"]*)"/.exec(decks[0]?.slides[0]?.html ?? '') ?? []
    expect((await serveCourseFile(folder, posix.normalize(src))).status).toBe(200)
  })

  it.each([
    ['![a](pictures/dsik.png)', 'pictures/disk.png'],
    ['![a](disk.png)', 'pictures/disk.png'],
    ['![a](a b/disk 1.png)', 'pictures/disk.png'],
    ['![a](pictures/nothing-like-it.png)', undefined],
  ])('tells of %s what is there', async (body, fix) => {
    await put('pictures/disk.png', png)
    await put('a.ko.md', `${deck('one')}${body}\n`)
    const { decks } = await load()
    expect(places(decks[0]?.problems ?? [])).toEqual(['missing-image@11:1'])
    expect(decks[0]?.problems[0]?.fix?.en).toBe(fix)
  })

  it.skipIf(process.platform !== 'linux')(
    'takes of two images that are called alike the one that is meant',
    async () => {
      await put('Disk.png', png)
      await put('disk.png', 'no picture')
      await put('a.ko.md', `${deck('one')}![a](Disk.png) ![b](disk.png)\n`)
      expect(places((await load()).decks[0]?.problems ?? [])).toEqual(['broken-image@11:16'])
    },
  )

  it('finds them in titles, notes, questions and what slides ask of those', async () => {
    await put('questions.ko.md', question('q-a').replace('### 답변\n', '### 답변\n\n![a](no.png) ![b](yes.png)\n'))
    await put('yes.png', png)
    await put(
      'a.ko.md',
      '---\ntitle: T\n---\n\n---\nid: one\nlayout: question\nasks: [q-a]\n---\n\n## ![t](no.png) T\n\n<!--\n![n](no.png)\n-->\n',
    )
    const { decks, questions, problems } = await load()
    expect(codes(problems)).toEqual(['missing-image'])
    expect(codes(decks[0]?.problems ?? [])).toEqual(['missing-image', 'missing-image'])
    const slide = decks[0]?.slides[0]
    const answer = questions.ko[0]?.answerHtml
    expect(slide?.question?.answerHtml).toBe(answer)
    for (const html of [slide?.titleHtml, slide?.notes[0]?.html, answer]) {
      expect(html).toContain('data-missing=""')
      expect(html).not.toContain('no.png')
    }
    expect(answer).toContain('src="yes.png"')
  })

  it('takes the drawings of files whose groups have steps into slides, and no others', async () => {
    const drawing = (step: number) => `<svg xmlns="http://www.w3.org/2000/svg"><g data-step="${step}"/></svg>\n`
    await put('그림/steps.svg'.normalize('NFD'), drawing(3))
    await put('torn.svg', drawing(4).replace('/></svg>', '>'))
    await put('plain.svg', drawing(1).replace(' data-step="1"', ''))
    await put('a.ko.md', `${deck('one')}![a](그림/steps.svg) ![b](torn.svg) ![c](plain.svg) ![d](../a.svg)\n`)
    const slide = async () => (await load()).decks[0]?.slides[0]
    expect([(await slide())?.steps, (await slide())?.html.match(/<svg/g)?.length]).toEqual([3, 1])
    expect((await slide())?.html).toContain('src="plain.svg"')
    await put('그림/steps.svg'.normalize('NFD'), `${drawing(5)}<!-- changed -->\n`)
    expect((await slide())?.steps).toBe(5)
  })

  it('tells of an image that is huge, by its pixels or its bytes, and shows it nevertheless', async () => {
    const wide = Buffer.from(png)
    wide.writeUInt32BE(8001, 16)
    const edge = Buffer.from(png)
    edge.writeUInt32BE(8000, 20)
    await put('wide.png', wide)
    await put('edge.png', edge)
    await put('heavy.png', Buffer.concat([png, Buffer.alloc(20_000_000)]))
    await put('questions.ko.md', question('q-a').replace('### 답변\n', '### 답변\n\n![a](wide.png)\n'))
    await put('a.ko.md', `${deck('one')}![a](wide.png) ![b](edge.png) ![c](heavy.png)\n`)
    const { decks, questions, problems } = await load()
    expect(places(decks[0]?.problems ?? [])).toEqual(['huge-image@11:1', 'huge-image@11:31'])
    expect(decks[0]?.problems.map(({ message }) => message.en)).toEqual([
      'The image "wide.png" is so large that it may appear late: 8,001 × 1, 67 B.',
      'The image "heavy.png" is so large that it may appear late: 1 × 1, 20.0 MB.',
    ])
    expect(codes(problems)).toEqual(['huge-image'])
    for (const html of [decks[0]?.slides[0]?.html, questions.ko[0]?.answerHtml])
      expect(html).not.toContain('data-missing')
  })

  it.each([
    ['an empty file', 'a.png', ''],
    ['a torn PNG', 'a.png', png.subarray(0, -12)],
    ['a page', 'a.png', '<!doctype html><p>x'],
    ['a bitmap', 'a.bmp', 'BM'],
    ['an SVG under another name', 'a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a PNG that is called an SVG', 'a.svg', png],
    ['a torn SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    ['a torn WebP', 'a.webp', Buffer.from('RIFF\xff\0\0\0WEBPVP8 ', 'latin1')],
  ])('finds an image that cannot be drawn: %s', async (_, name, content) => {
    await put(`pictures/${name}`, content)
    await put('a.ko.md', `${deck('one')}![a](pictures/${name})\n`)
    const { decks } = await load()
    expect(codes(decks[0]?.problems ?? [])).toEqual(['broken-image'])
    expect(decks[0]?.slides[0]?.html).toContain('data-missing')
  })

  it.each([
    ['a PNG under the name of a JPEG', 'a.jpg', png],
    ['a PNG with more behind it', 'a.png', Buffer.concat([png, Buffer.alloc(5000)])],
    ['a JPEG', 'a.jpeg', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['an AVIF', 'a.avif', Buffer.from('\0\0\0\x1cftypmif1\0\0\0\0mif1avif', 'latin1')],
    ['a GIF', 'a.GIF', 'GIF89a'],
    ['an SVG with a long head', 'a.svg', `\uFEFF<?xml version="1.0"?>\n<!-- ${'-> '.repeat(900)}-->\n<svg/>`],
    ['an SVG of entities', 'a.svg', '<!DOCTYPE svg [<!ENTITY a "b">]>\n<!--x--><svg>\n</svg>\n<!-- y -->'],
  ])('says nothing of %s', async (_, name, content) => {
    await put(`pictures/${name}`, content)
    await put('a.ko.md', `${deck('one')}![a](pictures//${name})\n`)
    expect((await load()).decks[0]?.problems).toEqual([])
  })

  it('warns of what a promised language lacks', async () => {
    await put('course.yaml', 'languages: [ko, en]\n')
    await put('a.ko.md', deck('one', 'two'))
    await put('a.en.md', deck('one', 'three'))
    await put('b.ko.md', deck('one'))
    await put('questions.ko.md', question('q-a'))
    const { decks, problems } = await load()
    expect(decks.map((one) => places(one.problems))).toEqual([
      ['missing-translation@11:1'],
      ['missing-translation@11:1'],
      ['missing-translation@1:1'],
    ])
    expect(decks[0]?.problems[0]?.message).toEqual({
      ko: '"two"의 영어 쪽이 없어요.',
      en: '"two" has no English counterpart.',
    })
    expect(places(problems)).toEqual(['missing-translation@1:1'])
  })

  it('does not ask for a language that nobody promised', async () => {
    await put('a.ko.md', deck('one'))
    expect((await load()).decks[0]?.problems).toEqual([])
  })

  it('tells files that cannot be read, and reads the others', async () => {
    await put('a.ko.md', Buffer.from([...Buffer.from('---\r\ntitle: 가'), 0xb0, 0xa1]))
    await put('b.ko.md', Buffer.from('\uFEFFtitle', 'utf16le'))
    await put('c.ko.md', deck('one'))
    await put('c.lectern.md', deck('one'))
    await put('course.yaml', 'decks: [c, e]\n')
    const { decks, problems } = await load()
    expect(decks.map(({ ref }) => ref.name)).toEqual(['c'])
    expect(places(problems)).toEqual(['not-utf8@2:9', 'not-utf8@1:1', 'duplicate-deck@1:1', 'unknown-deck@1:12'])
  })

  it('rejects where there is no folder', async () => {
    await put('a.txt', '')
    const failure = async (path: string) =>
      loadCourse(path, { id: 'c', bundled: false, scenes }).catch((error: unknown) => error)
    expect(await failure(join(folder, 'no'))).toMatchObject({ failure: { code: 'not-found' } })
    expect(await failure(join(folder, 'a.txt'))).toMatchObject({ failure: { code: 'not-a-folder' } })
  })
})

describe('lectern check', () => {
  const run = async (...args: string[]) => {
    const written: string[] = []
    const code = await checkCommand(args, {
      bundledSlides: join(import.meta.dirname, '../../../slides'),
      rendererRoot: join(import.meta.dirname, '../../../out/renderer'),
      write: (text) => written.push(text),
    })
    return { code, said: written.join('\n') }
  }

  it('finds nothing wrong with what comes with Lectern', async () => {
    const { code, said } = await run('--json')
    const checked = JSON.parse(said) as { problems: unknown[]; questions: number }
    expect([code, checked.problems]).toEqual([0, []])
    expect(checked.questions).toBeGreaterThanOrEqual(40)
  })

  it('prints a line a problem and a summary, in the language asked for', async () => {
    await put('a.ko.md', `${deck('one')}[x](#on)\n\n<script>x</script>\n`)
    const file = join(folder, 'a.ko.md')
    expect(await run(folder, '--lang', 'en')).toEqual({
      code: 1,
      said:
        `${file}:11:1  error  The link "#on" leads to no slide of this deck.  (bad-link)\n    → #one\n` +
        `${file}:13:1  warning  HTML was removed for safety: <script>.  (html-removed)\n` +
        'bad-link  Link that leads nowhere: Write the `id` of a slide of this deck after the `#`.\n' +
        'html-removed  HTML that was taken out: To show angle brackets as text, write them as code: `` `<title>` ``.\n' +
        'Checked 1 deck, 1 slide, 0 questions: 1 error, 1 warning',
    })
    expect((await run(folder, '--lang', 'ko')).said).toContain(
      '덱 1개, 슬라이드 1장, 질문 0개를 확인했어요: 오류 1개, 경고 1개',
    )
  })

  it('prints JSON with exactly the fields promised', async () => {
    await put('a.ko.md', `${deck('one', 'two')}<script>x</script>\n`)
    await put('questions.ko.md', question('q-a'))
    const { code, said } = await run(folder, '--json', '--lang', 'en')
    expect([code, JSON.parse(said)]).toEqual([
      // A warning is no error.
      0,
      {
        decks: 1,
        slides: 2,
        questions: 1,
        problems: [
          {
            file: join(folder, 'a.ko.md'),
            line: 17,
            column: 1,
            code: 'html-removed',
            severity: 'warning',
            message: 'HTML was removed for safety: <script>.',
            cause: 'HTML that was taken out',
            cure: 'To show angle brackets as text, write them as code: `` `<title>` ``.',
          },
        ],
      },
    ])
  })

  it('checks a folder of courses, one deck, one question file', async () => {
    await put('x/a.ko.md', deck('one'))
    await put('x/questions.ko.md', `${question('q-a')}\n${question('q-a')}`)
    await put('y/b.en.md', deck('one', 'two'))
    const counts = async (path: string) => {
      const { decks, slides, questions, problems } = JSON.parse(
        (await run(join(folder, path), '--json')).said,
      ) as Record<string, number | unknown[]>
      return [decks, slides, questions, Array.isArray(problems) ? problems.length : problems]
    }
    expect(await counts('.')).toEqual([2, 3, 1, 1])
    expect(await counts('x/a.ko.md')).toEqual([1, 1, 0, 0])
    expect(await counts('x/questions.ko.md')).toEqual([0, 0, 1, 1])
  })

  it('passes over what is hidden, packages and files, and takes courses by their names', async () => {
    for (const name of ['b', '.hidden', 'node_modules', 'a']) await put(`${name}/deck.ko.md`, deck('one', 'one'))
    await put('file.txt', '')
    await put('empty/notes.txt', '')
    const { problems } = JSON.parse((await run(folder, '--json')).said) as { problems: { file: string }[] }
    expect(problems.map(({ file }) => file)).toEqual(['a', 'b'].map((name) => join(folder, name, 'deck.ko.md')))
  })

  it('has something to say of a course that is nothing but its name, and of a lone file that is no text', async () => {
    const codes = async (path: string) =>
      (JSON.parse((await run(join(folder, path), '--json')).said) as { problems: { code: string }[] }).problems.map(
        ({ code }) => code,
      )
    await put('bare/course.yaml', 'title: { ko: 강의, en: Course }\n')
    expect(await codes('bare')).toEqual(['no-decks'])
    await put('notes.md', Uint8Array.of(0x23, 0xff, 0xfe))
    expect(await codes('notes.md')).toEqual(['not-utf8'])
  })

  it('checks a deck whatever it is called', async () => {
    await put('talk.md', deck('one', 'one'))
    expect((await run(join(folder, 'talk.md'), '--lang', 'en')).said).toContain('(duplicate-id)')
  })

  it.each([
    ['a path that is not there', 'no', 'not-found'],
    ['a folder without decks', '.', 'no-decks'],
    ['a file that is not UTF-8', 'bad.ko.md', 'not-utf8'],
  ])('says in a sentence what is wrong with %s', async (_, path, code) => {
    if (path !== '.') await put('bad.ko.md', new Uint8Array([0xff, 0x00]))
    const ran = await run(join(folder, path), '--lang', 'en')
    expect(ran.code).toBe(1)
    expect(ran.said).toContain(`(${code})`)
    expect(ran.said).not.toMatch(/\n\s+at /)
  })

  it.each([[['--jsn']], [['a', 'b']], [['--lang', 'fr']], [['--lang']]])('does not understand %s', async (args) => {
    await expect(run(...args)).rejects.toThrow(WrongUsage)
  })
})
