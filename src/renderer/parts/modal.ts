import type { Attachment } from 'svelte/attachments'

/**
 * Shows a `<dialog>` as the platform's modal one, which keeps focus inside and makes the rest inert. What has
 * `data-first-focus` gets the focus first, else the heading. Gives the focus back to where it was before; the platform
 * does not where the dialog leaves the document before it closes.
 */
export const modal: Attachment<HTMLDialogElement> = (dialog) => {
  const before = document.activeElement
  dialog.showModal()
  const first = dialog.querySelector<HTMLElement>('[data-first-focus]') ?? dialog.querySelector<HTMLElement>('h2')
  first?.focus()
  return () => {
    dialog.close()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
}
