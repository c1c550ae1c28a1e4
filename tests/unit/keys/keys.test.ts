import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { windowKinds, type WindowKind } from '../../../src/contract/channels.ts'
import { actions, keyTable, readKey, type KeyPress } from '../../../src/core/keys/index.ts'
import { keyRows } from '../../../src/core/keys/key-rows.ts'

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  shift: false,
  command: false,
  composing: false,
  focus: 'page',
  ...more,
})
const actionOf = (code: string, more: Partial<KeyPress> = {}, window: WindowKind = 'deck') =>
  readKey(press(code, more), window)?.action ?? null

const named: Readonly<Record<string, readonly string[]>> = {
  '←': ['ArrowLeft'],
  '→': ['ArrowRight'],
  '↑': ['ArrowUp'],
  '↓': ['ArrowDown'],
  '.': ['Period', 'NumpadDecimal'],
  '+': ['Equal', 'NumpadAdd'],
  '−': ['Minus', 'NumpadSubtract'],
  '?': ['Slash'],
  Enter: ['Enter', 'NumpadEnter'],
  Esc: ['Escape'],
}
/** The places on a keyboard where what a key is shown as is, or a range of such keys. */
function codesOf(shown: string): readonly string[] {
  const key = shown.replace(/^(Shift\+|Ctrl\+|⌘)(?=.)/, '')
  if (named[key]) return named[key]
  const [, from, to = from] = /^(\d)(?:–(\d))?$/.exec(key) ?? []
  if (from === undefined) return [/^[A-Z]$/.test(key) ? `Key${key}` : key.replaceAll(' ', '')]
  const digits = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)
  return digits.flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`])
}

describe('the key table', () => {
  test('has every action once, with a name in both languages', () => {
    expect(keyTable.map(({ action }) => action).toSorted()).toEqual([...actions].toSorted())
    for (const { label, keys } of keyTable) {
      expect(label.ko).not.toBe('')
      expect(label.en).not.toBe('')
      expect(keys.length).toBeGreaterThan(0)
    }
  })

  test('answers to the keys that it shows, those of the number block too, and to no others', () => {
    for (const { action, keys, codes } of keyTable)
      expect([action, [...codes].sort()]).toEqual([action, [...new Set(keys.flatMap(codesOf))].sort()])
  })

  test.each(['deck', 'presenter', 'library'] as const)('gives no key of the %s window two meanings', (window) => {
    const taken = keyTable
      .filter(({ windows }) => windows.includes(window))
      .flatMap(({ codes, shift, command }) =>
        codes
          .map((code) => `${command ? '⌃' : ''}${code}`)
          .flatMap((code) => (shift === 'any' ? [code, `⇧${code}`] : [`${shift ? '⇧' : ''}${code}`])),
      )
    expect(new Set(taken).size).toBe(taken.length)
  })

  test('is what docs/keys.md says', () => {
    const page = readFileSync(new URL('../../../docs/keys.md', import.meta.url), 'utf8')
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (Keys|키|---)/.test(line))
    expect(rows).toEqual([...keyRows('en'), ...keyRows('ko')])
  })
})

describe('reading a key', () => {
  test.each([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['F5', 'fullScreen'],
    ['Escape', 'leave'],
    ['Period', 'blackout'],
    ['KeyB', 'blackout'],
  ])('%s of a clicker means %s in both windows', (code, action) => {
    expect(actionOf(code)).toBe(action)
    expect(actionOf(code, {}, 'presenter')).toBe(action)
  })

  test.each(['button', 'control'] as const)('clickers work while a %s has the focus', (focus) => {
    for (const code of ['PageDown', 'PageUp', 'F5', 'Escape', 'Period', 'KeyB']) {
      expect(actionOf(code, { focus }), code).not.toBeNull()
    }
  })

  test('typing is never taken for a command, but what types nothing still works', () => {
    for (const code of ['KeyB', 'Period', 'KeyN', 'Digit1', 'Space', 'ArrowRight', 'Home', 'Backspace', 'Slash']) {
      expect(actionOf(code, { focus: 'text' }, 'presenter'), code).toBeNull()
    }
    expect(actionOf('PageDown', { focus: 'text' })).toBe('next')
  })

  test('a syllable being put together is never taken for a command', () => {
    for (const code of ['KeyB', 'PageDown', 'Escape', 'Space']) expect(actionOf(code, { composing: true })).toBeNull()
  })

  test('shortcuts of the system are left alone', () => {
    expect(actionOf('KeyR', { command: true })).toBeNull()
    expect(actionOf('KeyF', { command: true })).toBeNull()
  })

  test('what has the focus keeps the keys that it needs', () => {
    expect(actionOf('Space', { focus: 'button' })).toBeNull()
    expect(actionOf('ArrowRight', { focus: 'button' })).toBe('next')
    expect(actionOf('ArrowRight', { focus: 'control' })).toBeNull()
    expect(actionOf('PageDown', { focus: 'control' })).toBe('next')
  })

  test('shift tells a step from a slide', () => {
    expect(actionOf('ArrowRight')).toBe('next')
    expect(actionOf('ArrowRight', { shift: true })).toBe('nextSlide')
    expect(actionOf('PageUp', { shift: true })).toBe('previousSlide')
  })

  test('digits carry their number, on the number pad too', () => {
    expect(readKey(press('Digit3'), 'deck')?.digit).toBe(3)
    expect(readKey(press('Numpad7'), 'presenter')?.digit).toBe(7)
  })

  test('the library’s shortcuts need Ctrl, and work while typing too', () => {
    expect(actionOf('KeyO', { command: true }, 'library')).toBe('openFolder')
    expect(actionOf('KeyP', { command: true, focus: 'text' }, 'library')).toBe('exportPdf')
    expect(actionOf('KeyO', {}, 'library')).toBeNull()
    expect(actionOf('KeyP', { command: true })).toBeNull()
  })

  test('keys of the notes are the presenter’s alone, and the library has none of a talk', () => {
    expect(actionOf('KeyN')).toBeNull()
    expect(actionOf('KeyN', {}, 'presenter')).toBe('notes-depth')
    expect(actionOf('PageDown', {}, 'library')).toBeNull()
  })
})

/** Every key that does something in a window: with what held down, what it does and while what has the focus. */
function keysIn(window: WindowKind): readonly string[] {
  const codes = [...new Set(keyTable.flatMap((binding) => [...binding.codes, ...binding.clicker]))].sort()
  const held = [false, true].flatMap((command) => [false, true].map((shift) => ({ command, shift })))
  return codes.flatMap((code) =>
    held.flatMap((keys) => {
      const command = readKey(press(code, keys), window)
      if (command === null) return []
      const { action, digit, binding } = command
      const focuses = (['button', 'control', 'text'] as const).filter((focus) =>
        actionOf(code, { ...keys, focus }, window),
      )
      return [
        [
          `${keys.command ? 'Ctrl+' : ''}${keys.shift ? 'Shift+' : ''}${code}: ${action} ${String(digit)}`,
          ...(binding.repeats ? ['repeats'] : []),
          ...(binding.held ? ['is held'] : []),
          `on ${['page', ...focuses].join(', ')}`,
        ].join('; '),
      ]
    }),
  )
}

test('every key of every window is what it was', async () => {
  const text = windowKinds.map((window) => [window, ...keysIn(window).map((line) => `  ${line}`)].join('\n'))
  await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('keys-of-windows.txt')
})
