import { fake } from '../library/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import axe from 'axe-core'
import { cleanup } from 'vitest-browser-svelte'
import type { ThemeName } from '../../../src/contract/library.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'

/** Readies the shell and the look of a window; `prepare` has the last word on the shell. */
export async function readyShell(prepare?: () => void): Promise<void> {
  cleanup()
  fake.reset()
  prepare?.()
  await look.start()
}

/** Shows the window in a theme. */
export const inTheme = (theme: ThemeName): void => fake.tell('settings:changed', { ...fake.settings, theme })

/** What axe finds wrong with the page. */
export async function complaints(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
