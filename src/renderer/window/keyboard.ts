import type { WindowKind } from '../../contract/channels.ts'
import { readKey, type Focus, type KeyCommand } from '../../core/keys/index.ts'

/** How long a key that must be held is held, in milliseconds. */
export const holdMs = 1000

const controls =
  'input[type="range"], input[type="radio"], input[type="checkbox"], input[type="color"], [role="slider"], [role="separator"], [role="switch"], [role="radio"], [role="menuitem"], [role="tab"]'
/** Video and audio play and stop by the keys that press a button; their others are the talk's. */
const buttons =
  'button, a[href], summary, [role="button"], input[type="button"], input[type="submit"], video[controls], audio[controls]'

/** What a key that goes down here meets. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.matches(controls)) return 'control'
  if (target.matches(buttons)) return 'button'
  if (target.isContentEditable || target.matches('input, textarea, select')) return 'text'
  return 'page'
}

/** Whether a dialog lies over the window: windows that are not led by a clicker leave the keys to it. */
export const isUnderDialog = (): boolean => document.querySelector('dialog:modal') !== null

/**
 * Reads the keys of a window by the key table.
 * @param act does what a key (`event.code`) asks for; a key that must be held asks only once it was
 * @param takes whether a key is taken now; what is not keeps what it does by itself, such as to scroll
 * @returns stops reading
 */
export function readKeyboard(
  kind: WindowKind,
  act: (command: KeyCommand, code: string) => void,
  takes: (command: KeyCommand) => boolean = () => true,
): () => void {
  let holding: { readonly code: string; readonly timer: ReturnType<typeof setTimeout> } | undefined
  const letGo = (): void => clearTimeout(holding?.timer)
  const onDown = (event: KeyboardEvent): void => {
    // Alt types letters on some keyboards, and a menu or list that took the key has said so.
    if (event.altKey || event.defaultPrevented) return
    const command = readKey(
      {
        code: event.code,
        shift: event.shiftKey,
        command: event.ctrlKey || event.metaKey,
        composing: event.isComposing,
        focus: focusOf(event.target),
      },
      kind,
    )
    if (!command || !takes(command)) return
    event.preventDefault()
    if (command.binding.held) {
      if (event.repeat) return
      letGo()
      holding = { code: event.code, timer: setTimeout(() => act(command, event.code), holdMs) }
    } else if (!event.repeat || command.binding.repeats) act(command, event.code)
  }
  const onUp = (event: KeyboardEvent): void => {
    if (event.code === holding?.code) letGo()
  }
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('keydown', onDown, { signal })
  window.addEventListener('keyup', onUp, { signal })
  window.addEventListener('blur', letGo, { signal })
  return () => {
    letGo()
    listening.abort()
  }
}
