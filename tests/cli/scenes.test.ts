import { expect, test } from 'vitest'
import { catalogue, scenes } from '../../src/core/scenes/index.ts'
import { lecternProcess } from './lectern.ts'

interface Listed {
  readonly id: string
  readonly title: Record<'ko' | 'en', string>
  readonly steps: readonly {
    readonly id: string
    readonly caption: Record<'ko' | 'en', string>
    readonly predict?: { readonly choices: readonly unknown[] }
    readonly events: readonly string[]
  }[]
  readonly knobs: readonly { readonly id: string }[]
}

test('scenes --json lists every picture with its steps, questions, events and knobs', async () => {
  const { code, out, err } = await lecternProcess(['scenes', '--json'])
  expect([code, err]).toEqual([0, ''])
  const listed = JSON.parse(out) as readonly Listed[]
  expect(Object.fromEntries(listed.map(({ id, steps }) => [id, steps.map((step) => step.id)]))).toEqual(catalogue)
  for (const [i, { title, steps, knobs }] of listed.entries()) {
    expect(title).toEqual(scenes[i]?.title)
    expect(knobs.map(({ id }) => id)).toEqual(scenes[i]?.knobs.map(({ id }) => id))
    expect(steps.some(({ predict }) => (predict?.choices.length ?? 0) >= 2)).toBe(true)
    expect(steps.flatMap(({ events }) => events)).not.toEqual([])
    for (const { caption } of steps) expect(caption.ko + caption.en).not.toMatch(/\*\*|`/)
  }
})

test('scenes lists them in words, and says how it is used', async () => {
  const { code, out } = await lecternProcess(['scenes'])
  expect(code).toBe(0)
  expect(out).toContain('vm-vs-container  VM and container')
  expect((await lecternProcess(['scenes', '--all'])).code).toBe(2)
})

test('a mistake is a sentence and the exit code 1', async () => {
  const sentence = expect.stringMatching(/^lectern: There is no deck docker\/none[^\n]*\n$/) as string
  expect(await lecternProcess(['export', 'docker/none', '-o', 'none.pdf'])).toEqual({ code: 1, out: '', err: sentence })
})
