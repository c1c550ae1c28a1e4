import type { Attachment } from 'svelte/attachments'

/** Tells how large the person's text is (px a rem), and again when that changes: pictures size their words by it. */
export function rem(tell: (px: number) => void): Attachment<HTMLElement> {
  return (element) => {
    const ruler = document.createElement('span')
    ruler.ariaHidden = 'true'
    Object.assign(ruler.style, { position: 'absolute', inlineSize: '1rem', blockSize: '0', visibility: 'hidden' })
    element.append(ruler)
    const watch = new ResizeObserver(() => tell(ruler.offsetWidth || 16))
    watch.observe(ruler)
    return () => {
      watch.disconnect()
      ruler.remove()
    }
  }
}
