/** How long a button says that it has copied, in milliseconds. */
const confirmationMs = 1600

/** Puts a copy button on every code block of a body; gives the function that takes them away again. */
export function addCopyButtons(
  body: HTMLElement,
  labels: { readonly copy: string; readonly copied: string },
  copy: (text: string) => void,
): () => void {
  const taken: (() => void)[] = []
  for (const block of body.querySelectorAll('pre')) {
    const text = block.textContent.replace(/\n$/, '')
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['copy'] = ''
    button.textContent = labels.copy
    let timer: ReturnType<typeof setTimeout> | undefined
    button.addEventListener('click', () => {
      copy(text)
      button.textContent = labels.copied
      clearTimeout(timer)
      timer = setTimeout(() => (button.textContent = labels.copy), confirmationMs)
    })
    block.append(button)
    taken.push(() => {
      clearTimeout(timer)
      button.remove()
    })
  }
  return () => taken.forEach((take) => take())
}
