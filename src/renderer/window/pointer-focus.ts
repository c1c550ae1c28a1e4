import { focusOf } from './keyboard.ts'

/**
 * Whether this keeps keys of the talk for itself, and got the focus by the press. What is typed into keeps it, and so does
 * all that lies in a dialog over the window.
 */
function holdsKeys(focused: Element | null, pressed: EventTarget | null): focused is HTMLElement {
  if (!(focused instanceof HTMLElement && pressed instanceof Node)) return false
  const focus = focusOf(focused)
  return focused.contains(pressed) && (focus === 'button' || focus === 'control') && focused.closest('dialog') === null
}

/**
 * A control that was pressed by a pointer gives the focus back, so that Space goes on with the talk and presses nothing
 * once more. What was reached by keys keeps it.
 * @returns stops that
 */
export function giveFocusBack(): () => void {
  const listening = new AbortController()
  // First of all listeners, for a dialog that the press opens gives the focus back to what has it now.
  const options = { capture: true, signal: listening.signal }
  window.addEventListener(
    'click',
    ({ detail, target }) => {
      const focused = document.activeElement
      // Pressed by a key, it counts no clicks.
      if (detail > 0 && holdsKeys(focused, target)) focused.blur()
    },
    options,
  )
  return () => listening.abort()
}
