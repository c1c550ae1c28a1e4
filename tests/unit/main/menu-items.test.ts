/** Every item of the menu in each state, as text; where it is meant to be otherwise, `npx vitest run --project unit menu -u`. */
import { expect, test } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron/main'
import { langs } from '../../../src/contract/deck.ts'
import { menuTemplate, type MenuState } from '../../../src/main/menu.ts'
import { courseWithDecks, idle } from './menu-states.ts'

type Items = readonly MenuItemConstructorOptions[]

const itemLines = (items: Items, depth = 0): string[] =>
  items.flatMap(({ type, role, label, accelerator, enabled, submenu }) => {
    const known = { type, role, label, accelerator, enabled }
    const said = Object.entries(known).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} ${String(value)}`],
    )
    return [`${'  '.repeat(depth)}${said.join(', ')}`, ...itemLines((submenu ?? []) as Items, depth + 1)]
  })

const act = Object.fromEntries(
  ['chooseFolder', 'openFolder', 'exportDeck', 'showData', 'showWindow', 'swapDisplays', 'endTalk', 'showKeys'].map(
    (name) => [name, () => undefined],
  ),
) as unknown as Parameters<typeof menuTemplate>[1]

const states: Readonly<Record<string, MenuState>> = {
  idle,
  'in a talk, developed': { ...idle, isTalking: true, isDevelopment: true },
  'with nothing to export or open': { ...idle, canExport: false, library: { courses: [], recent: [] } },
  'with decks in other courses': {
    ...idle,
    library: { courses: [{ ...courseWithDecks, decks: [] }, courseWithDecks], recent: [] },
  },
  'on a Mac': { ...idle, platform: 'darwin', isTalking: true },
  'on Windows': { ...idle, platform: 'win32' },
}

test.each(langs)('the menu in %s has the items that it had', async (lang) => {
  const text = Object.entries(states).map(([name, state]) =>
    [`## ${name}`, ...itemLines(menuTemplate({ ...state, lang }, act)), ''].join('\n'),
  )
  await expect(text.join('\n')).toMatchFileSnapshot(`menu/${lang}.txt`)
})
