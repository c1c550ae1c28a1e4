import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lectern, type Ran } from './lectern.ts'

const course = join(import.meta.dirname, '../../slides/docker')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-check-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Told {
  readonly slides: number
  readonly problems: readonly {
    readonly file: string
    readonly line: number
    readonly code: string
    readonly message: string
  }[]
  readonly coverage: unknown
  readonly facts: readonly { readonly asOf: string; readonly ageMonths: number; readonly source: string }[]
}
const told = (out: string) => JSON.parse(out) as Told

const slide = (id: string, body: string, layout = 'content') => `---\nid: ${id}\nlayout: ${layout}\n---\n\n${body}\n\n`
const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n')

describe('lectern check --layout', () => {
  test('tells what does not fit on its slide, and at which steps', async () => {
    const file = join(folder, 'full.en.md')
    const deck = [
      '---\ntitle: Full\n---\n\n',
      slide('fits', '## Fits\n\nOne line.'),
      slide('tall', `## Tall\n\n${lines(14, '- one more line')}\n\n<!-- step -->\n\nand the last`),
      slide('wide', `## Wide\n\n\`\`\`sh\n${'wide '.repeat(40)}\n\`\`\``, 'code'),
      slide('long', `## ${'A title that never ends '.repeat(12)}`),
    ]
    await writeFile(file, deck.join(''))
    const { code, out, err } = await lectern(['check', file, '--layout', '--json'])
    expect([code, err]).toEqual([1, ''])
    // The line of code that is too long is wrapped.
    expect(told(out).problems.map(({ line, code: problem, message }) => [line, problem, message])).toEqual([
      [14, 'overflow', expect.stringMatching(/^On the slide "tall" the body overflows by \d+ px, at step 1, 2\.$/)],
      [51, 'overflow', expect.stringMatching(/^On the slide "long" the title overflows by \d+ px, at step 1\.$/)],
    ])
  })

  test('tells it of every deck of a folder, each by itself', async () => {
    const decks = join(folder, 'decks')
    await mkdir(decks)
    const tall = (id: string) => slide(id, `## Tall\n\n${lines(16, '- one more line')}`)
    const fits = slide('fits', '## Fits\n\nOne line.')
    await writeFile(join(decks, '01-one.en.md'), `---\ntitle: One\n---\n\n${tall('same')}`)
    await writeFile(join(decks, '02-two.en.md'), `---\ntitle: Two\n---\n\n${fits}`)
    await writeFile(join(decks, '03-three.en.md'), `---\ntitle: Three\n---\n\n${fits}${tall('same')}`)
    const { out } = await lectern(['check', decks, '--layout', '--json'])
    expect(told(out).problems.map(({ file, line, code }) => [basename(file), line, code])).toEqual([
      ['01-one.en.md', 5, 'overflow'],
      ['03-three.en.md', 14, 'overflow'],
    ])
    // A cover that is made for a deck is none of its slides.
    expect(told(out).slides).toBe(4)
  })

  test('needs a browser, and says so', async () => {
    const { code, err } = await lectern(['check', join(folder, 'decks'), '--layout'], {
      CHROME_PATH: join(folder, 'none'),
    })
    expect([code, err]).toEqual([1, expect.stringContaining('needs Chrome, Chromium or Edge')])
  })
})

test('a course may be one question, and a folder without anything of one is told', async () => {
  const [asking, bare] = [join(folder, 'asking'), join(folder, 'bare')]
  for (const made of [asking, bare]) await mkdir(made)
  await writeFile(
    join(asking, 'questions.en.md'),
    slide(
      'q-one',
      '## Why?\n\n### In one line\n\nSo.\n\n### Answer\n\nSo it is.\n\n### Key points\n\n- So',
      'question',
    ),
  )
  const codes = async (path: string) =>
    told((await lectern(['check', path, '--json'])).out).problems.map(({ code }) => code)
  expect(await codes(asking)).not.toContain('no-decks')
  expect(await codes(bare)).toEqual(['no-decks'])
})

describe('the Docker course', () => {
  let ran: Ran
  // Reads and lays out all of it, in both languages.
  beforeAll(async () => {
    const options = ['--coverage', '--facts', '--layout', '--json']
    ran = await lectern(['check', course, ...options], { LECTERN_NOW: '2027-02-01' })
  })

  test('teaches all it is to teach, and fits on its slides in both languages', () => {
    const all = { items: 238, missing: [], questionsNotAsked: [] }
    expect(told(ran.out)).toMatchObject({ problems: [], coverage: { ko: all, en: all } })
    expect(ran.code).toBe(0)
  })

  test('dates its facts, oldest first', () => {
    const { facts } = told(ran.out)
    expect(facts.length).toBeGreaterThan(15)
    expect(facts.map(({ asOf }) => asOf)).toEqual(facts.map(({ asOf }) => asOf).toSorted())
    for (const { asOf, ageMonths, source } of facts) {
      expect(ageMonths).toBe(12 + 2 - Number(asOf.slice(5, 7)) + 12 * (2026 - Number(asOf.slice(0, 4))))
      expect(source).toMatch(/^https:\/\//)
    }
  })
})

test('a date that is none is said', async () => {
  const { code, err } = await lectern(['check', folder, '--facts'], { LECTERN_NOW: 'soon' })
  expect([code, err.trim()]).toEqual([1, expect.stringContaining('LECTERN_NOW is not a date: soon')])
})

test.skipIf(process.platform === 'win32')('no name and no word of a course steers the terminal', async () => {
  const order = '\u001b]0;title\u0007\u001b[2J\u009b31m'
  const place = await mkdtemp(join(folder, `course ${order}`))
  await writeFile(join(place, 'course.yaml'), `title: ${JSON.stringify(`T ${order}`)}\n${JSON.stringify(order)}: x\n`)
  const block = `---\nid: a\nasks: [${JSON.stringify(order)}]\n${JSON.stringify(order)}: x\n---\n`
  await writeFile(join(place, `01-a${order}\n0 errors.en.md`), `${block}\n## T ${order}\n\n[x](#a${order})\n`)
  await writeFile(join(place, '02-b.en.md'), `${block}\n## T ${order}\n\n![${order}](${order}.png)\n`)
  await writeFile(join(place, 'questions.en.md'), `---\nid: q-a\n---\n\n## Q ${order}?\n\n### Answer\n\nA ${order}.\n`)
  const home = { LECTERN_HOME: join(folder, 'home') }
  const ran = [
    ['check', place],
    ['check', place, '--json'],
    ['check', place, '--coverage', '--facts'],
    ['check', `${place} not there`],
    ['review', '--course', place, '--lang', 'en'],
    ['review', '--course', `${place} not there`],
    ['export', join(place, '02-b.en.md'), '-o', join(place, 'not', 'there.pdf')],
    ['export', place, '--format', 'anki', '-o', join(place, 'a.txt')],
    [order],
    ['check', `--${order}`],
  ]
  for (const args of ran) {
    const { out, err } = await lectern(args, home)
    expect(out + err, args.join(' ')).not.toBe('')
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(out + err, args.join(' ')).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/)
    for (const line of out.split('\n')) expect(line).not.toMatch(/^0 errors/)
  }
  const { out } = await lectern(['check', place, '--json'], home)
  expect(
    told(out)
      .problems.map(({ file }) => file)
      .join(),
  ).toContain(order)
})
