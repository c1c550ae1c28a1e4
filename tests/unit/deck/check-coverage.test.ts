import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkCommand } from '../../../src/cli/check.ts'
import { currentDate } from '../../../src/services/door/clock.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-coverage-'))
  await mkdir(join(folder, 'c'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const put = (name: string, content: string) => writeFile(join(folder, 'c', name), content)
const slide = (id: string, keys: string) => `---\nid: ${id}\n${keys}---\n\n## ${id}\n\n`
const deck = (...slides: string[]) => `---\ntitle: T\n---\n\n${slides.join('')}`
const question = (id: string) => `---\nid: ${id}\n---\n\n## Why?\n\n### Answer\n\nA\n\n### Key points\n\n- one\n\n`
const list = 'items:\n  S-1: { ko: 하나, en: one }\n  S-2: { ko: 둘, en: two }\n'

async function run(...args: string[]) {
  const written: string[] = []
  const places = { bundledSlides: folder, rendererRoot: folder }
  const code = await checkCommand(args, { ...places, write: (text) => written.push(text) })
  return { code, said: written.join('\n') }
}
interface Told {
  readonly coverage?: unknown
  readonly facts?: unknown
  readonly problems: readonly Readonly<{ file: string; line: number; column: number; code: string }>[]
}
async function tell(...args: string[]) {
  const { code, said } = await run(join(folder, 'c'), '--json', ...args)
  const told = JSON.parse(said) as Told
  const problems = told.problems.map(
    (one) => `${one.code} ${one.file.slice(folder.length + 3)}:${one.line}:${one.column}`,
  )
  return { code, ...told, problems }
}

describe('lectern check --coverage', () => {
  beforeEach(async () => {
    await put('coverage.yaml', list)
    await put('questions.ko.md', question('q-a') + question('q-b'))
    await put('questions.en.md', question('q-a') + question('q-b'))
    await put('a.ko.md', deck(slide('one', 'covers: [S-1, S-2]\nasks: [q-a]\n'), slide('two', 'asks: [q-b]\n')))
    await put('a.en.md', deck(slide('one', 'covers: [S-1]\n'), slide('two', 'asks: [q-b]\n')))
  })

  it('tells what no slide of a language covers or asks, at its place', async () => {
    expect(await tell('--coverage')).toMatchObject({
      code: 1,
      coverage: {
        ko: { items: 2, missing: [], questionsNotAsked: [] },
        en: { items: 2, missing: ['S-2'], questionsNotAsked: ['q-a'] },
      },
      problems: ['not-covered coverage.yaml:3:8', 'not-asked questions.en.md:1:1'],
    })
    const { said } = await run(join(folder, 'c'), '--coverage', '--lang', 'en')
    expect(said).toContain('No English slide covers "S-2": two')
    expect(said).toContain('English: 1 of 2 items not covered, 1 question not asked')
    expect(said).toContain('Korean: 0 of 2 items not covered, 0 questions not asked')
    expect((await run(join(folder, 'c'), '--coverage', '--lang', 'ko')).said.split('\n').slice(-3, -1)).toEqual([
      '한국어: 가르칠 항목 2개 가운데 0개를 다루지 않고, 질문 0개를 묻지 않아요.',
      '영어: 가르칠 항목 2개 가운데 1개를 다루지 않고, 질문 1개를 묻지 않아요.',
    ])
  })

  it('is content when all is there, and silent when it is not asked for', async () => {
    expect((await tell()).coverage).toBeUndefined()
    await put('a.en.md', deck(slide('one', 'covers: [S-1, S-2]\nasks: [q-a]\n'), slide('two', 'asks: [q-b]\n')))
    expect(await tell('--coverage')).toMatchObject({ code: 0, problems: [] })
  })

  it('counts only languages that the course has decks in', async () => {
    await rm(join(folder, 'c', 'a.en.md'))
    expect(await tell('--coverage')).toMatchObject({
      code: 0,
      coverage: { ko: { items: 2, missing: [], questionsNotAsked: [] } },
    })
  })

  it('tells what a slide covers that nobody asked for', async () => {
    await put('a.en.md', deck(slide('one', 'covers: [S-1, S-2, S-3]\nasks: [q-a]\n'), slide('two', 'asks: [q-b]\n')))
    const { code, problems } = await tell('--coverage')
    expect([code, problems]).toEqual([1, ['unknown-item a.en.md:5:1']])
  })

  it('needs the list', async () => {
    await rm(join(folder, 'c', 'coverage.yaml'))
    const { code, problems } = await tell('--coverage')
    expect([code, problems]).toEqual([1, ['not-found coverage.yaml:1:1', 'not-asked questions.en.md:1:1']])
  })

  it('tells what is wrong with the list', async () => {
    await put('coverage.yaml', 'items: [a]\n')
    const { code, problems } = await tell('--coverage')
    expect([code, problems]).toEqual([1, ['bad-value coverage.yaml:1:9', 'not-asked questions.en.md:1:1']])
  })

  it('adds up the courses of a folder, and looks at the whole course of a deck', async () => {
    await mkdir(join(folder, 'd'))
    await writeFile(join(folder, 'd', 'a.en.md'), deck(slide('one', '')))
    await writeFile(join(folder, 'd', 'coverage.yaml'), list)
    const english = { items: 4, missing: ['S-2', 'S-1', 'S-2'], questionsNotAsked: ['q-a'] }
    expect(JSON.parse((await run('--coverage', '--json')).said)).toMatchObject({ coverage: { en: english } })
    const { said } = await run(join(folder, 'c', 'a.ko.md'), '--coverage', '--json')
    expect(JSON.parse(said)).toMatchObject({ decks: 1, coverage: { en: { missing: ['S-2'] } } })
  })
})

describe('lectern check --facts', () => {
  const facts = (asOf: string) => `facts:\n  - { id: limits, asOf: ${asOf}, source: https://a.b/ }\n`

  it('lists facts oldest first, counted to LECTERN_NOW', async () => {
    vi.stubEnv('LECTERN_NOW', '2026-11-24')
    await put('a.en.md', deck(slide('one', facts('2026-11')), slide('two', facts('2026-08'))))
    const file = join(folder, 'c', 'a.en.md')
    expect(await tell('--facts')).toMatchObject({
      code: 0,
      facts: [
        { id: 'limits', asOf: '2026-08', ageMonths: 3, places: [{ file, line: 13, slide: 'two' }] },
        { id: 'limits', asOf: '2026-11', ageMonths: 0, places: [{ file, line: 5, slide: 'one' }] },
      ],
    })
    const { said } = await run(join(folder, 'c'), '--facts', '--lang', 'en')
    expect(said).toMatch(`2026-08  3 months  limits  https://a.b/\n    ${file}:13  two\n2026-11  0 months`)
    const korean = (await run(join(folder, 'c'), '--facts', '--lang', 'ko')).said
    expect(korean).toContain(`2026-08  3개월  limits  https://a.b/\n    ${file}:13  two\n2026-11  0개월`)
    expect((await tell()).facts).toBeUndefined()
  })

  it('says so where there are none', async () => {
    await put('a.en.md', deck(slide('one', '')))
    expect((await run(join(folder, 'c'), '--facts', '--lang', 'en')).said).toContain('No slide states a dated fact.')
    expect((await tell('--facts')).facts).toEqual([])
  })
})

describe('now', () => {
  it('is the present, or what LECTERN_NOW says', () => {
    expect(currentDate({ LECTERN_NOW: '2026-11-24T09:00:00Z' })).toEqual(new Date('2026-11-24T09:00:00Z'))
    const before = Date.now()
    expect(currentDate({}).getTime()).toBeGreaterThanOrEqual(before)
    expect(() => currentDate({ LECTERN_NOW: 'soon' })).toThrow('LECTERN_NOW is not a date: soon')
  })
})
