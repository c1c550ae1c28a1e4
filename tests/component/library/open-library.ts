import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { cleanup, render } from 'vitest-browser-svelte'
import type { LibraryState } from '../../../src/contract/library.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { Library } from '../../../src/renderer/library/library.svelte.ts'
import Window from '../../../src/renderer/library/Library.svelte'

let stop = (): void => undefined

/** The library window as it opens over a library; `prepare` has the last word on the shell. */
export async function openLibrary(state?: LibraryState, prepare?: () => void) {
  cleanup()
  stop()
  notices.list = []
  notices.lastTrouble = null
  fake.reset(state)
  prepare?.()
  await look.start()
  const library = new Library()
  stop = library.start()
  return render(Window, { library })
}

type Screen = Awaited<ReturnType<typeof openLibrary>>

/** Opens the menu of what is presented next, or of a deck by its title. */
export async function openMenu({ getByRole }: Screen, title = ''): Promise<void> {
  const place = title === '' ? getByRole('group', { name: '고른 덱으로 할 일' }) : getByRole('region', { name: '덱' })
  await place.getByRole('button', { name: title === '' ? /^더 보기/ : `더 보기: ${title}` }).click()
}

/** Opens the dialog that exports what is presented next. */
export async function openExport(screen: Screen): Promise<void> {
  await openMenu(screen)
  await screen.getByRole('menuitem', { name: 'PDF 내보내기…' }).click()
}
