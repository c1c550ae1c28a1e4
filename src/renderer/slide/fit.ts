import type { Attachment } from 'svelte/attachments'
import { areFontsReady, fontsReady } from '../picture/ready.ts'

/** Half a pixel: layout rounds. */
const slack = 1

const isOver = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight + slack || element.scrollWidth > element.clientWidth + slack

/** Whether the element or one of the boxes in it that must not scroll holds more than it can show. */
export const overflows = (element: Element): boolean =>
  isOver(element) || Array.from(element.querySelectorAll('pre')).some(isOver)

/**
 * Gives an element the largest of the sizes (pixels, descending) at which its content fits, as `--size`; at the
 * smallest it stays even if it does not fit, and then says so by `data-overflows`. Sizes depend on the complete
 * content and never on the step, so nothing jumps while stepping. `content` is what it holds: with another it is measured again.
 */
export function fitted(sizes: readonly number[], content: string): Attachment<HTMLElement> {
  return (element) => {
    if (content === '') return
    let stopped = false
    let fittedTo = ''
    const room = (): string => `${element.clientWidth} ${element.clientHeight}`
    const fit = (): void => {
      if (stopped || element.clientWidth === 0) return
      for (const size of sizes) {
        element.style.setProperty('--size', `${size}px`)
        if (!overflows(element)) break
      }
      element.toggleAttribute('data-overflows', overflows(element))
      fittedTo = room()
    }
    // With other faces it would fit to other sizes, at the price of laying everything out once more.
    if (areFontsReady()) fit()
    else void fontsReady().then(fit)
    // In a frame of its own: fitting changes sizes, which an observer must not while it tells of them.
    const watcher = new ResizeObserver(() => {
      if (room() !== fittedTo) requestAnimationFrame(fit)
    })
    watcher.observe(element)
    // An image takes its room only once it is there.
    element.addEventListener('load', fit, { capture: true })
    return () => {
      stopped = true
      watcher.disconnect()
      element.removeEventListener('load', fit, { capture: true })
    }
  }
}
