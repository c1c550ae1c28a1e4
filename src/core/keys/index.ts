export { actions, keyTable, type Action, type KeyBinding } from './table.ts'
export { readKey, type Focus, type KeyCommand, type KeyPress } from './read.ts'
