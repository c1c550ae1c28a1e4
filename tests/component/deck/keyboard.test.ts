import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WindowKind } from '../../../src/contract/channels.ts'
import { holdMs, readKeyboard } from '../../../src/renderer/window/keyboard.ts'
import { pressKey } from './press-key.ts'

let done: string[]
let stop: () => void
function listen(kind: WindowKind, takes?: (action: string) => boolean): void {
  stop()
  stop = readKeyboard(kind, ({ action }) => done.push(action), takes && (({ action }) => takes(action)))
}
const letGo = (code: string): boolean => window.dispatchEvent(new KeyboardEvent('keyup', { code }))

beforeEach(() => {
  vi.useFakeTimers()
  done = []
  stop = () => undefined
  listen('presenter')
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('a key that must be held', () => {
  test('acts when it was held for a second, and once', () => {
    pressKey('KeyR')
    vi.advanceTimersByTime(holdMs - 1)
    expect(done).toEqual([])
    vi.advanceTimersByTime(1)
    expect(done).toEqual(['resetClock'])
    vi.advanceTimersByTime(10 * holdMs)
    expect(done).toEqual(['resetClock'])
    expect(holdMs).toBe(1000)
  })

  test('does nothing when it is let go before, however often it is pressed', () => {
    for (let press = 0; press < 5; press += 1) {
      pressKey('KeyR')
      vi.advanceTimersByTime(holdMs - 1)
      letGo('KeyR')
    }
    vi.advanceTimersByTime(10 * holdMs)
    expect(done).toEqual([])
  })

  test('is held from its first press on, for a held key repeats itself', () => {
    pressKey('KeyR')
    for (let part = 0; part < 10; part += 1) {
      vi.advanceTimersByTime(holdMs / 10)
      pressKey('KeyR', { repeat: true })
    }
    expect(done).toEqual(['resetClock'])
  })

  test('is not let go by another key, but is when the window loses the keyboard or no longer listens', () => {
    pressKey('KeyR')
    letGo('ShiftLeft')
    vi.advanceTimersByTime(holdMs)
    expect(done).toEqual(['resetClock'])
    letGo('KeyR')
    pressKey('KeyR')
    window.dispatchEvent(new Event('blur'))
    vi.advanceTimersByTime(holdMs)
    pressKey('KeyR')
    stop()
    vi.advanceTimersByTime(holdMs)
    expect(done).toEqual(['resetClock'])
  })
})

describe('a key that is let go unheard', () => {
  test('is held anew by its next press, and acts once', () => {
    pressKey('KeyR')
    vi.advanceTimersByTime(holdMs / 2)
    pressKey('KeyR')
    vi.advanceTimersByTime(holdMs - 1)
    expect(done).toEqual([])
    vi.advanceTimersByTime(10 * holdMs)
    expect(done).toEqual(['resetClock'])
  })

  test('is none that was held, and nothing is thrown', () => {
    const thrown: unknown[] = []
    const hear = ({ error }: ErrorEvent): void => void thrown.push(error)
    window.addEventListener('error', hear)
    letGo('KeyR')
    window.dispatchEvent(new Event('blur'))
    window.removeEventListener('error', hear)
    expect(thrown).toEqual([])
  })
})

describe('a key', () => {
  test('acts at once, is taken from the page, and only those that walk go on while held', () => {
    expect(pressKey('ArrowRight').defaultPrevented).toBe(true)
    expect(done).toEqual(['next'])
    expect(pressKey('ArrowRight', { repeat: true }).defaultPrevented).toBe(true)
    expect(done).toEqual(['next', 'next'])
    pressKey('KeyB')
    pressKey('KeyB', { repeat: true })
    expect(done).toEqual(['next', 'next', 'blackout'])
  })

  test('with Alt is not ours: it types letters and leads the menus of the system', () => {
    for (const code of ['ArrowRight', 'ArrowLeft', 'KeyB', 'KeyR', 'KeyN', 'Digit1', 'Home', 'Space'])
      expect([code, pressKey(code, { altKey: true }).defaultPrevented]).toEqual([code, false])
    vi.advanceTimersByTime(holdMs)
    expect(done).toEqual([])
  })

  test('with Ctrl or the command key is the system’s, unless the table has it', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }])
      for (const code of ['ArrowRight', 'KeyB', 'KeyR', 'KeyN'])
        expect([code, pressKey(code, held).defaultPrevented]).toEqual([code, false])
    vi.advanceTimersByTime(holdMs)
    expect(done).toEqual([])
  })

  test('while an input method puts a syllable together is its own', () => {
    pressKey('KeyB', { isComposing: true })
    expect(done).toEqual([])
  })

  test('that someone took already is theirs', () => {
    const take = (event: Event): void => event.preventDefault()
    document.body.addEventListener('keydown', take)
    pressKey('ArrowRight')
    document.body.removeEventListener('keydown', take)
    expect(done).toEqual([])
  })

  test('that is not taken now keeps what it does by itself', () => {
    listen('presenter', (action) => action !== 'next')
    expect(pressKey('ArrowRight').defaultPrevented).toBe(false)
    expect(pressKey('ArrowLeft').defaultPrevented).toBe(true)
    expect(done).toEqual(['previous'])
  })
})

describe('what has the focus', () => {
  const focus = (html: string): void => {
    document.body.innerHTML = html
    const element = document.body.firstElementChild
    if (element instanceof HTMLElement) element.focus()
    expect(document.activeElement).toBe(element)
  }
  const reaches = (code: string): boolean => {
    done = []
    pressKey(code)
    return done.length > 0
  }

  test.each([
    ['a button', '<button>x</button>', true, false, true],
    ['a link', '<a href="#x">x</a>', true, false, true],
    ['what folds out', '<summary>x</summary>', true, false, true],
    ['what is called a button', '<div role="button" tabindex="0">x</div>', true, false, true],
    ['a slider', '<input type="range">', false, false, true],
    ['a choice', '<input type="radio">', false, false, true],
    ['a splitter', '<div role="separator" tabindex="0"></div>', false, false, true],
    ['a tab', '<div role="tab" tabindex="0"></div>', false, false, true],
    ['a field', '<input>', false, false, false],
    ['a text', '<textarea></textarea>', false, false, false],
    ['a text of its own', '<div contenteditable="true">x</div>', false, false, false],
    ['a list', '<select><option>x</option></select>', false, false, false],
    ['nothing', '<div tabindex="0">x</div>', true, true, true],
  ])('%s keeps the keys that it needs itself', (_what, html, arrows, space, letters) => {
    focus(html.replace('summary', 'summary tabindex="0"'))
    const clicker = reaches('PageDown')
    expect([clicker, reaches('ArrowRight'), reaches('Space'), reaches('KeyB')]).toEqual([true, arrows, space, letters])
  })
})
