import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DeckRef } from '../../../src/contract/deck.ts'
import { openPositions } from '../../../src/services/talks/positions.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const ref = (name: string, more: Partial<DeckRef> = {}): DeckRef => ({ course: 'c', name, lang: 'ko', ...more })
const place = (slide: string, step = 1) => ({ slide, step })

async function given() {
  const file = join(await temporaryFolder(), 'positions.json')
  let at = 100
  return { file, reopened: () => openPositions(file, () => at++) }
}

test('a deck is left where it was last, and found there in the next run', async () => {
  const { reopened } = await given()
  const positions = await reopened()
  expect(positions.of(ref('a'))).toBeNull()
  await positions.keep(ref('a'), place('one'))
  await positions.keep(ref('a'), place('two', 3))
  for (const each of [positions, await reopened()])
    expect(each.of(ref('a'))).toMatchObject({ place: place('two', 3), atMs: 101 })
})

test('decks are told apart by course, name and language', async () => {
  const { reopened } = await given()
  const positions = await reopened()
  const refs = [ref('a'), ref('b'), ref('a', { course: 'd' }), ref('a', { lang: 'en' })]
  for (const [index, one] of refs.entries()) await positions.keep(one, place('s', index + 1))
  expect(refs.map((one) => positions.of(one)?.place.step)).toEqual([1, 2, 3, 4])
})

test('of more than a thousand decks the one that was shown longest ago is forgotten', async () => {
  const { file, reopened } = await given()
  const entry = (index: number) => ({ deck: ref(`d${index}`), place: place('s'), atMs: index })
  await writeFile(file, JSON.stringify({ decks: Array.from({ length: 1000 }, (_, index) => entry(index)) }))
  const positions = await reopened()
  await positions.keep(ref('d0'), place('again'))
  const known = async (...names: readonly string[]) => {
    const own = await reopened()
    return names.map((name) => own.of(ref(name)) !== null)
  }
  expect(await known('d0', 'd1', 'd999')).toEqual([true, true, true])
  await positions.keep(ref('new'), place('s'))
  expect(await known('new', 'd0', 'd1', 'd2')).toEqual([true, true, false, true])
})

test('what a newer Lectern keeps of a deck stays, and when it was shown is kept', async () => {
  const { file, reopened } = await given()
  await writeFile(file, JSON.stringify({ decks: [{ deck: ref('a'), place: place('s'), atMs: 1, newer: 'x' }] }))
  const positions = await reopened()
  await positions.keep(ref('a'), place('t'))
  const { decks } = JSON.parse(await readFile(file, 'utf8')) as { decks: object[] }
  expect(decks).toEqual([{ deck: ref('a'), place: place('t'), atMs: expect.any(Number) as number, newer: 'x' }])
  expect((decks[0] as { atMs: number }).atMs).toBeGreaterThanOrEqual(100)
})
