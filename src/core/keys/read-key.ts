import type { WindowKind } from '../../contract/channels.ts'
import type { Action, KeyBinding } from './binding.ts'
import { keyTable } from './table.ts'

/** What has the focus while a key goes down, for some things need keys themselves. */
export type Focus =
  /** Nothing that wants keys. */
  | 'page'
  /** A button or link: Space and Enter press it. */
  | 'button'
  /** A slider, choice or splitter: arrows, Home, End, Space and Enter move it. */
  | 'control'
  /** A place to type. */
  | 'text'

export interface KeyPress {
  /** `event.code`. */
  readonly code: string
  readonly shift: boolean
  /** Ctrl or the command key is down: one of our few shortcuts, else one of the system or the browser. */
  readonly command: boolean
  /** An input method is putting a syllable together. */
  readonly composing: boolean
  readonly focus: Focus
}

/** What a key asks for. */
export interface KeyCommand {
  readonly action: Action
  /** The digit of a `followUp`, `scene` or `grade`, else 0. */
  readonly digit: number
  readonly binding: KeyBinding
}

const pressing = new Set(['Space', 'Enter', 'NumpadEnter'])
const moving = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', ...pressing])

/** Whether the thing with the focus keeps this key for itself. */
function isKept(code: string, focus: Focus, clicker: readonly string[]): boolean {
  if (focus === 'button') return pressing.has(code)
  if (focus === 'control') return moving.has(code)
  if (focus === 'text') return !clicker.includes(code)
  return false
}

/** Actions with a digit of their key's. */
const numbered = new Set<Action>(['followUp', 'scene', 'grade'])

/** What a key press asks for in the given window, or null where it is none of ours. */
export function readKey(press: KeyPress, window: WindowKind): KeyCommand | null {
  if (press.composing) return null
  const binding = keyTable.find(
    ({ codes, shift, command, windows }) =>
      windows.includes(window) &&
      codes.includes(press.code) &&
      command === press.command &&
      (shift === 'any' || shift === press.shift),
  )
  if (!binding) return null
  // With Ctrl held a key types and presses nothing.
  if (!press.command && isKept(press.code, press.focus, binding.clicker)) return null
  const isNumbered = numbered.has(binding.action)
  const digit = isNumbered ? Number(press.code.slice(-1)) : 0
  return { action: binding.action, digit, binding }
}
