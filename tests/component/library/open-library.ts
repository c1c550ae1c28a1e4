import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { cleanup, render } from 'vitest-browser-svelte'
import type { LibraryState } from '../../../src/contract/library.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import Library from '../../../src/renderer/library/Library.svelte'

/** The library window as it opens over a library; `prepare` has the last word on the shell. */
export async function openLibrary(state?: LibraryState, prepare?: () => void) {
  cleanup()
  notices.list = []
  fake.reset(state)
  prepare?.()
  await look.start()
  return render(Library)
}
