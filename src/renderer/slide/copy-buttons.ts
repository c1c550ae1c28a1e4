/** How long a button says that it has copied, in milliseconds. */
const confirmationMs = 1600

/** Puts a copy button on every code block of a body; gives the function that takes them away again. */
export function addCopyButtons(
  body: HTMLElement,
  labels: { readonly copy: string; readonly copied: string },
  copy: (text: string) => Promise<boolean>,
): () => void {
  const taken: (() => void)[] = []
  for (const block of body.querySelectorAll('pre')) {
    const text = block.textContent.replace(/\n$/, '')
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['copy'] = ''
    button.textContent = labels.copy
    let timer: ReturnType<typeof setTimeout> | undefined
    const copyIt = async (): Promise<void> => {
      if (!(await copy(text))) return
      button.textContent = labels.copied
      clearTimeout(timer)
      timer = setTimeout(() => (button.textContent = labels.copy), confirmationMs)
    }
    button.addEventListener('click', () => void copyIt())
    block.append(button)
    taken.push(() => button.remove())
  }
  return () => taken.forEach((take) => take())
}
