import { describe, expect, it } from 'vitest'
import { drawMutations, isDrawnFrom, mutated, type Source } from '../../../tools/mutate/draw.ts'
import { codeLines, mutationsIn } from '../../../tools/mutate/find-mutations.ts'
import { isOfRoom, relatedTests } from '../../../tools/mutate/related-tests.ts'
import { tally } from '../../../tools/mutate/tally.ts'

/** What a piece of code would become, by each mutation that is found in it. */
const become = (code: string, file = 'src/a.ts'): readonly string[] =>
  mutationsIn(file, code).map((mutation) => mutated(code, mutation))

describe('the small faults of a source', () => {
  it.each([
    ['a < b', ['a <= b']],
    ['a >= b', ['a > b']],
    ['a === b', ['a !== b']],
    ['a + b', ['a - b']],
    ['a && b', ['a || b']],
    ['x(true)', ['x(false)']],
    ['x(7)', ['x(8)', 'x(6)']],
    ['x(0)', ['x(1)', 'x((-1))']],
    ['x(!a)', ['x(a)']],
    ['x(a?.b)', ['x(a!.b)']],
    ['x(a ?? b)', ['x((a)!)']],
    ['x(a ? b : c)', ['x(a ? c : b)']],
    ["x('word')", ["x('')"]],
    ['x([a])', ['x([])']],
    ['await x()', ['x()']],
  ])('%s', (code, expected) => {
    expect(become(`const y = ${code}`)).toEqual(expected.map((text) => `const y = ${text}`))
  })

  it('are statements that are not there, conditions the other way round, and functions left at once', () => {
    expect(become('x()')).toEqual([';'])
    expect(become('if (a) b = c')).toContain('if (!(a)) b = c')
    expect(become('if (a) b = c')).toContain('if (a) ;')
    const leave = 'function f(): void { if (1) return; a(); b() }'
    expect(become('function f(): void { a(); b() }')).toContain(leave)
    expect(become('function f(): number { a(); return b }')).not.toContainEqual(expect.stringContaining('if (1)'))
  })

  it('are none where lint refuses what is left: a promise that nobody waits for', () => {
    expect(become('await x()')).toEqual([';'])
  })

  it('are none at the boundary of two of which one is chosen', () => {
    expect(become('const y = a > b ? a : b')).toEqual(['const y = a > b ? b : a'])
    expect(become('const y = c && a < b ? b : a')).not.toContainEqual(expect.stringContaining('<='))
    expect(become('const y = a > b ? a : c')).toContain('const y = a >= b ? a : c')
    expect(become('const y = f(a > b) ? a : b')).toContain('const y = f(a >= b) ? a : b')
  })

  it('are none in types, comments, places of imports, names, and words for persons', () => {
    for (const code of [
      "type A = 'a' | 'b' | 1",
      'interface A { readonly a: 1 }',
      '// a < b, true',
      "import a from './a.ts'",
      "import a from './a.json' with { type: 'json' }",
      "const a = import('./a.ts')",
      "const a = { ko: '하나', en: 'one' }",
      "const a = t('하나', 'one')",
      "const en: typeof ko = { title: 'one' }",
      "const words = { ko, en: { title: { all: 'one' } } }",
      "const a = b + 'c'".replace("'c'", '`c${d}`'),
    ])
      expect([code, become(code)]).toEqual([code, []])
  })

  it('of a Svelte file are those of its scripts, in their place', () => {
    const file = '<script lang="ts">\n  const a = b < c\n</script>\n{#if a < b}<p class="x">1 &amp;&amp; 2</p>{/if}\n'
    expect(become(file, 'src/A.svelte')).toEqual([file.replace('b < c', 'b <= c')])
    expect(codeLines('src/A.svelte', file)).toBe(1)
  })

  it('stand on lines that are counted without comments and gaps', () => {
    expect(codeLines('src/a.ts', '/** What\n * it is. */\nconst a = 1\n\n// why\nconst b = 2\n')).toBe(2)
  })
})

const long: Source = { file: 'src/core/long.ts', text: 'x(a < b, 1)\n'.repeat(300) }
const short: Source = { file: 'src/core/short.ts', text: 'x(a < b, 1)\n'.repeat(100) }
const sources = [long, short]

describe('a draw', () => {
  it('is the same for a seed, whatever the order of the files, and another for another seed', () => {
    const drawn = drawMutations(sources, 7, 50)
    expect(drawMutations(sources.toReversed(), 7, 50)).toEqual(drawn)
    expect(drawMutations(sources, 8, 50)).not.toEqual(drawn)
    expect(drawMutations(sources, 7, 80).slice(0, 50)).toEqual(drawn)
  })

  it('takes from each file in proportion to its lines, and nothing twice', () => {
    const drawn = drawMutations(sources, 7, 400)
    const share = drawn.filter(({ file }) => file === long.file).length / drawn.length
    expect(share).toBeGreaterThan(0.7)
    expect(share).toBeLessThan(0.8)
    expect(new Set(drawn.map(({ file, start, text }) => `${file} ${start} ${text}`)).size).toBe(400)
  })

  it('ends where there is nothing left', () => {
    const all = mutationsIn(short.file, short.text)
    expect(drawMutations([short], 1, 10_000)).toHaveLength(all.length)
    expect(drawMutations([], 1, 5)).toEqual([])
  })

  it('tells what stands there and on which line, so that it can be made and taken back', () => {
    for (const { file, line, start, end, was, text } of drawMutations(sources, 3, 40)) {
      const source = file === long.file ? long.text : short.text
      expect(source.slice(start, end)).toBe(was)
      expect(source.split('\n').slice(0, line).join('\n').length).toBeGreaterThanOrEqual(start)
      const made = mutated(source, { kind: '', start, end, text })
      expect(made).not.toBe(source)
      expect(made.slice(0, start) + was + made.slice(start + text.length)).toBe(source)
    }
  })

  it('leaves out types and words for persons', () => {
    const files = [
      'src/a.ts',
      'src/A.svelte',
      'src/a.d.ts',
      'src/renderer/words/deck.ts',
      'src/main/words.ts',
      'tests/a.ts',
      'src/a.css',
    ]
    expect(files.filter(isDrawnFrom)).toEqual(['src/a.ts', 'src/A.svelte'])
  })
})

describe('the tests that see a source', () => {
  const related = relatedTests([
    { file: 'src/core/a.ts', text: '' },
    { file: 'src/core/b.ts', text: "import { a } from './a.ts'" },
    { file: 'src/renderer/C.svelte', text: '<script lang="ts">import \'../core/b.ts\'</script>' },
    { file: 'src/core/d.ts', text: "const a = await import('./a.ts')" },
    { file: 'tests/unit/a.test.ts', text: "import '../../src/core/a.ts'" },
    { file: 'tests/unit/b.test.ts', text: "export * from './helper.ts'" },
    { file: 'tests/unit/helper.ts', text: "import '../../src/core/d.ts'" },
    { file: 'tests/unit/other.test.ts', text: "import 'vitest'" },
    { file: 'tests/unit/all.test.ts', text: "import '../../src/core/a.ts'; import './big.ts'" },
    { file: 'tests/unit/big.ts', text: '' },
    { file: 'tests/component/c.test.ts', text: "import C from '../../src/renderer/C.svelte'" },
  ])

  it('are those that import it, directly or not, the nearest and smallest first', () => {
    expect(related('src/core/a.ts', 'unit')).toEqual([
      { file: 'tests/unit/a.test.ts', distance: 1 },
      { file: 'tests/unit/all.test.ts', distance: 1 },
      { file: 'tests/unit/b.test.ts', distance: 3 },
    ])
    expect(related('src/core/a.ts', 'component')).toEqual([{ file: 'tests/component/c.test.ts', distance: 3 }])
    expect(related('src/core/d.ts', 'component')).toEqual([])
  })

  it.each([
    ['src/core/deck/list-rows.ts', 'tests/unit/deck/slide.test.ts', true],
    ['src/services/courses/reading/open-reader.ts', 'tests/unit/courses/library.test.ts', true],
    ['src/core/deck/list-rows.ts', 'tests/unit/courses/library.test.ts', false],
    ['src/contract/deck.ts', 'tests/unit/names.test.ts', false],
  ])('are with all that is about its room: %s, %s', (file, test, isOf) => {
    expect(isOfRoom(file, test)).toBe(isOf)
  })
})

it('the last line tells the share of those that count', () => {
  const outcomes = [...Array<'killed'>(9).fill('killed'), 'survived' as const, 'not counted' as const]
  expect(tally(outcomes.map((fate) => ({ fate })))).toBe('9 killed, 1 survived, 1 not counted: 90.0 % killed')
  expect(tally([])).toBe('0 killed, 0 survived, 0 not counted: nothing to tell')
})
