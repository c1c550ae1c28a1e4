import { describe, expect, test } from 'vitest'
import { nearest } from '../../../src/core/deck/nearest.ts'

/** A word with so many of its letters replaced by one that it has not. */
const wrong = (word: string, letters: number): string => '#'.repeat(letters) + word.slice(letters)

describe('what a word was probably meant to be', () => {
  test('differs by at most two letters, or in long words by a third of them', () => {
    for (const [word, most] of [
      ['abcd', 2],
      ['abcdefgh', 2],
      ['abcdefghi', 3],
      ['abcdefghijkl', 4],
    ] as const) {
      expect([word, nearest(wrong(word, most), [word])]).toEqual([word, word])
      expect([word, nearest(wrong(word, most + 1), [word])]).toEqual([word, null])
    }
  })

  test('may have letters too many or too few, and be written large', () => {
    expect(nearest('layuot', ['layout'])).toBe('layout')
    expect(nearest('lyot', ['layout'])).toBe('layout')
    expect(nearest('layyoutt', ['layout'])).toBe('layout')
    expect(nearest('LAYOUT', ['layout'])).toBe('layout')
  })

  test('is the nearest of several, the first of equals', () => {
    expect(nearest('stepp', ['stop', 'step', 'steps'])).toBe('step')
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat')
    expect(nearest('cat', [])).toBeNull()
  })

  test('is no word of which nothing is left', () => {
    expect(nearest('ab', ['xy'])).toBeNull()
    expect(nearest('ab', ['xb'])).toBe('xb')
    expect(nearest('', ['ab'])).toBeNull()
  })

  test('is not looked for where the word is a whole sentence', () => {
    expect(nearest('a'.repeat(64), ['a'.repeat(63)])).toBe('a'.repeat(63))
    expect(nearest('a'.repeat(65), ['a'.repeat(64)])).toBeNull()
  })
})
