/** Files of tests share a page: each finds it as if it were new. */
import { afterEach } from 'vitest'
import { cleanup } from 'vitest-browser-svelte'
import { notices } from '../../src/renderer/window/notices.svelte.ts'

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
  notices.list = []
  notices.lastTrouble = null
})
