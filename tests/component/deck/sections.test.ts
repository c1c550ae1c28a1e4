import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import Sections from '../../../src/renderer/slide/Sections.svelte'

const named = async (count: number): Promise<readonly string[]> => {
  const sections = Array.from({ length: count }, (_, at) => ({ id: `${at}`, label: `s${at}` }))
  const screen = await render(Sections, { sections, current: 1 })
  const items = screen.getByRole('listitem').elements()
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual(
    sections.map((_, at) => (at === 1 ? 'step' : null)),
  )
  expect(items.filter((item) => item.matches('.passed'))).toEqual([items[0]])
  return items.map((item) => item.textContent.trim())
}

test('up to six sections are all named', async () => {
  expect(await named(6)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5'])
})

test('of seven sections only the current one is named, for the others have no room', async () => {
  expect(await named(7)).toEqual(['', 's1', '', '', '', '', ''])
})
