import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/contract/deck.ts'
import { problem, problemCauses, problemTexts, readDeck } from '../../../src/core/deck/index.ts'
import { causesOf, excerptAt } from '../../../src/services/door/problems-by-cause.ts'
import { problemsOfDeck, problemSummary, sortedProblems } from '../../../src/services/door/problem-summary.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const at = (line: number, column = 1) => ({ line, column })
const layout = (file: string, line: number, column = 9): Problem =>
  problem(file, at(line, column), 'unknown-layout', 'lead', null)
const broken = (file: string, line: number): Problem => problem(file, at(line), 'unclosed-fence', '```')
const untold = (file: string, line: number): Problem => problem(file, at(line), 'text-outside-slide')

describe('problems', () => {
  it('of a deck of another format tell what is left out, with its line', () => {
    const ref = { course: 'c', name: 'a', lang: 'ko' } as const
    const text = '---\nmarp: true\ntheme: gaia\n---\n\n# A\n\n<!-- class: invert -->\n\n<script>a()</script>\n'
    const { deck } = readDeck(text, { file: 'a.md', ref, scenes: {} })
    const told = problemsOfDeck(deck).map(({ code, line }) => `${code}@${line}`)
    expect(told).toEqual(expect.arrayContaining(['left-out@3', 'left-out@10']))
  })

  it('come errors first, then by file and line', () => {
    const list = [untold('b.md', 2), broken('a.md', 10), broken('a.md', 9), untold('a.md', 1)]
    expect(sortedProblems(list).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'a.md:9',
      'a.md:10',
      'a.md:1',
      'b.md:2',
    ])
  })

  it('are told of by how many there are, and by the first three', () => {
    const list = [untold('a.md', 1), broken('a.md', 5), broken('a.md', 3)]
    expect(problemSummary([])).toEqual({ errors: 0, warnings: 0, first: [] })
    expect(problemSummary(list)).toEqual({ errors: 2, warnings: 1, first: [list[2], list[1], list[0]] })
    const many = [...list, broken('a.md', 4), broken('a.md', 2)]
    expect(problemSummary(many)).toMatchObject({ errors: 4, warnings: 1 })
    expect(problemSummary(many).first.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  it('all have a name in both languages, and each is of one cause', () => {
    expect(Object.keys(problemCauses).toSorted()).toEqual(Object.keys(problemTexts).toSorted())
    const names = Object.values(problemCauses).map(({ name }) => name)
    for (const lang of ['ko', 'en'] as const) expect(new Set(names.map((name) => name[lang])).size).toBe(names.length)
  })

  it('list what may stand there where nothing was nearly meant', () => {
    expect(layout('a.md', 1).fix?.ko).toBe(
      'title, section, content, columns, frames, diagram, table, code, myth, question, closing',
    )
    expect(problem('a.md', at(1), 'unknown-layout', 'colums', 'columns').fix?.ko).toBe('columns')
    expect(problem('a.md', at(1), 'unknown-key', 'class', null, ['id', 'layout']).fix?.en).toBe('id, layout')
  })
})

describe('causes', () => {
  it('hold the problems of each kind: errors first, of those the most frequent', async () => {
    const folder = await temporaryFolder()
    const list = [untold('x', 1), untold('x', 2), untold('x', 3), broken('x', 4), layout('y', 9), layout('x', 8)]
    const causes = await causesOf(list, folder)
    expect(causes.map(({ code, severity, rows }) => [code, severity, rows.map(({ line }) => line)])).toEqual([
      ['unknown-layout', 'error', [8, 9]],
      ['unclosed-fence', 'error', [4]],
      ['text-outside-slide', 'warning', [1, 2, 3]],
    ])
    expect(causes[0]).toMatchObject(problemCauses['unknown-layout'])
  })

  it('show the line that a problem is in, with the word marked', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'a.ko.md')
    await writeFile(file, '\uFEFF---\r\n  layout: lead # big\r\n---\r\n')
    const [cause] = await causesOf([layout(file, 2, 11), broken(file, 1), layout(file, 7)], folder)
    expect(cause?.rows.map(({ excerpt }) => excerpt)).toEqual([
      { before: 'layout: ', marked: 'lead', after: ' # big' },
      undefined,
    ])
  })

  it('show no line of a file that is gone, or outside of the course', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()]
    await writeFile(join(elsewhere, 'a.md'), 'secret')
    const [cause] = await causesOf([broken(join(folder, 'a.md'), 1), broken(join(elsewhere, 'a.md'), 1)], folder)
    expect(cause?.rows.map(({ excerpt }) => excerpt)).toEqual([undefined, undefined])
  })
})

describe('an excerpt', () => {
  it.each([
    ['see `a b` there', 5, ['see ', '`a b`', ' there']],
    ['![a b](c.png) x', 1, ['', '![a b](c.png)', ' x']],
    ['x <title> y', 3, ['x ', '<title>', ' y']],
    ['tags: [a, bc]', 11, ['tags: [a, ', 'bc', ']']],
    ['한글 레이아웃', 4, ['한글 ', '레이아웃', '']],
    [`${'b'.repeat(40)} mark`, 42, [`…${'b'.repeat(23)} `, 'mark', '']],
    [`mark${'.'.repeat(3)} ${'a'.repeat(90)}`, 1, ['', 'mark...', ` ${'a'.repeat(79)}…`]],
    ['m'.repeat(100), 1, ['', 'm'.repeat(80), 'm'.repeat(20)]],
  ])('of %s at %i', (line, column, [before, marked, after]) => {
    expect(excerptAt(line, column)).toEqual({ before, marked, after })
  })

  it.each([
    ['---', 1],
    ['', 1],
    ['short', 6],
    ['short', 90],
    ['a  b', 2],
  ])('of %j at %i marks nothing', (line, column) => expect(excerptAt(line, column)).toBeNull())
})
