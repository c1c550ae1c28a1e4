import type { WindowKind } from '../../contract/channels.ts'
import type { Text } from '../../contract/deck.ts'

export const actions = [
  'next',
  'previous',
  'nextSlide',
  'previousSlide',
  'first',
  'last',
  'log',
  'scene',
  'followUp',
  'back',
  'blackout',
  'fullScreen',
  'swapDisplays',
  'pauseClock',
  'resetClock',
  'notes-depth',
  'notesDown',
  'notesUp',
  'notesLarger',
  'notesSmaller',
  'notesNormal',
  'leave',
  'help',
  'gallery',
  'review',
  'reveal',
  'revealTyped',
  'pointUp',
  'pointDown',
  'hit',
  'half',
  'miss',
  'grade',
  'hint',
  'dontKnow',
  'typeAnswer',
  'picture',
  'pictureNext',
  'picturePrevious',
  'undo',
  'bury',
  'suspend',
  'endSession',
  'openFolder',
  'exportPdf',
  'chooseDeck',
  'present',
] as const
export type Action = (typeof actions)[number]

/** One row of the key table. */
export interface KeyBinding {
  readonly action: Action
  /** Physical keys (`event.code`): the same whether the keyboard types Hangul or Latin. */
  readonly codes: readonly string[]
  /** Whether Shift must be held; `any` where it makes no difference. */
  readonly shift: boolean | 'any'
  /** Whether Ctrl (or the command key) must be held. */
  readonly command: boolean
  /** Codes that clickers send and that type nothing: they work also while typing. Letters and marks that they send are text. */
  readonly clicker: readonly string[]
  /** What the keys are called where the command key is Ctrl; `keyName` says it for other systems. */
  readonly keys: readonly string[]
  readonly windows: readonly WindowKind[]
  readonly label: Text
  /** Held down, it acts again and again. */
  readonly repeats: boolean
  /** Acts only when it has been held for a second, so that a slip costs nothing. */
  readonly held: boolean
}

/** A row as most are: one key, pressed once, in the windows of a talk. */
export const bound = (
  action: Action,
  codes: readonly string[],
  keys: readonly string[],
  label: Text,
  more: Partial<Pick<KeyBinding, 'shift' | 'command' | 'clicker' | 'windows' | 'repeats' | 'held'>> = {},
): KeyBinding => ({
  action,
  codes,
  keys,
  label,
  shift: false,
  command: false,
  clicker: [],
  windows: ['deck', 'presenter'],
  repeats: false,
  held: false,
  ...more,
})
