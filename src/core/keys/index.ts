export { actions, type Action, type KeyBinding } from './binding.ts'
export { keyTable } from './table.ts'
export { readKey, type Focus, type KeyCommand, type KeyPress } from './read-key.ts'
export { keyName } from './key-name.ts'
