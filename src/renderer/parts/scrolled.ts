import type { Attachment } from 'svelte/attachments'

const reached = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** Lets the keys reach what scrolls and holds nothing that they could reach: else nobody scrolls it without a mouse. */
export const scrolled: Attachment<HTMLElement> = (box) => {
  const look = (): void => {
    const isAlone = box.scrollHeight > box.clientHeight && box.querySelector(reached) === null
    if (isAlone) box.tabIndex = 0
    else box.removeAttribute('tabindex')
  }
  const sizes = new ResizeObserver(look)
  for (const each of [box, ...box.children]) sizes.observe(each)
  const contents = new MutationObserver(look)
  contents.observe(box, { childList: true, subtree: true })
  return () => {
    sizes.disconnect()
    contents.disconnect()
  }
}
