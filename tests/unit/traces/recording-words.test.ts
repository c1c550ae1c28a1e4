import { describe, expect, test } from 'vitest'
import { scenes } from '../../../src/core/scenes/index.ts'
import { said } from '../../../src/core/traces/recording-words.ts'
import { logWords } from '../../../src/renderer/picture/event-words.ts'

const digests = scenes.flatMap((scene) => scene.digests ?? [])
/** Programs go by their own names. */
const isName = (text: string): boolean => /^(docker CLI|runc|iptables|containerd\S*( start)?)$/.test(text)
const hangul = /[가-힣]/

describe('what a recorder says', () => {
  test('has Korean words for every party of the recordings behind the pictures', () => {
    const parties = new Set(digests.flatMap(({ actors }) => Object.values(actors)))
    expect(parties.size).toBeGreaterThan(20)
    expect([...parties].filter((party) => !isName(party) && !hangul.test(said(party, 'ko')))).toEqual([])
    expect([...parties].filter((party) => said(party, 'en') !== party)).toEqual([])
  })

  test('and for every condition they were made under', () => {
    const conditions = new Set(digests.flatMap((digest) => digest.conditions))
    expect(conditions.size).toBeGreaterThan(15)
    expect([...conditions].filter((condition) => !hangul.test(said(condition, 'ko')))).toEqual([])
  })

  test('keeps the numbers of a condition', () => {
    const numbers = (text: string): string[] => (text.match(/\d+(\.\d+)*/g) ?? []).sort()
    for (const condition of digests.flatMap((digest) => digest.conditions)) {
      const spelled = condition.replace('one virtual CPU', '').replace('a small', '')
      const korean = numbers(said(condition, 'ko'))
      for (const number of numbers(spelled)) expect(korean, condition).toContain(number)
    }
  })

  test('leaves what it does not know as it was recorded', () => {
    expect(said('a robot', 'ko')).toBe('a robot')
    expect(said('constructor', 'ko')).toBe('constructor')
  })

  test('has a name for everything that a recording was made with', () => {
    const keys = new Set(digests.flatMap(({ recordedWith }) => Object.keys(recordedWith)))
    for (const lang of ['ko', 'en'] as const) {
      expect([...keys].filter((key) => logWords(lang).with[key] === undefined)).toEqual([])
    }
  })
})
