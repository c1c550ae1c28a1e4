import { expect, test } from 'vitest'
import { keyName } from '../../../src/core/keys/index.ts'

test.each([
  ['Ctrl+G', 'linux', 'Ctrl+G'],
  ['Ctrl+G', 'win32', 'Ctrl+G'],
  ['Ctrl+G', 'darwin', '⌘G'],
  ['Ctrl+Enter', 'darwin', '⌘Enter'],
  ['Shift+→', 'darwin', 'Shift+→'],
])('%s is called on %s %s', (key, platform, name) => expect(keyName(key, platform)).toBe(name))
