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
  fake.reset(state)
  prepare?.()
  await look.start()
  const library = new Library()
  stop = library.start()
  return render(Window, { library })
}
