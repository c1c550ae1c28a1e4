/** Files of tests share a page: each finds it as if it were new. */
import { afterEach } from 'vitest'
import { cleanup } from 'vitest-browser-svelte'

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
})
