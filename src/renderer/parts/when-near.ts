import type { Attachment } from 'svelte/attachments'

/** Calls back once, when an element comes within a window's height of what is seen. */
export const whenNear =
  (act: () => void): Attachment =>
  (element) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        act()
      },
      { rootMargin: '100% 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }
