import type { Attachment } from 'svelte/attachments'

/** Marks the element `data-idle` once the pointer has rested for so long (milliseconds), until it moves again. */
export function idleAfter(ms: number): Attachment<HTMLElement> {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wake = (): void => {
      delete element.dataset['idle']
      clearTimeout(timer)
      timer = setTimeout(() => (element.dataset['idle'] = ''), ms)
    }
    wake()
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('pointermove', wake, { signal })
    window.addEventListener('pointerdown', wake, { signal })
    return () => {
      clearTimeout(timer)
      listening.abort()
    }
  }
}
