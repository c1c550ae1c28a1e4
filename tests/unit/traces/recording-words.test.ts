import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scenes } from '../../../src/core/scenes/index.ts'
import type { Digest, Said } from '../../../src/core/traces/digest.ts'
import { said } from '../../../src/core/traces/recording-words.ts'
import { logWords } from '../../../src/renderer/picture/event-words.ts'

const shown = scenes.flatMap((scene) => scene.digests ?? [])
const folder = join(import.meta.dirname, '../../../assets/traces')
/** Every digest there is, whether or not a picture shows it. */
const digests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<Digest>)
  .filter((file): file is Digest => file.schema === 'docker-trace-digest/1')

/** Programs go by their own names. */
const isName = (said: Said): boolean =>
  typeof said === 'string' && /^(docker CLI|runc|iptables|containerd\S*( start)?)$/.test(said)
const hangul = /[가-힣]/

describe('what a recorder says', () => {
  test('has Korean words by its id, for every party and condition of every digest', () => {
    const names = new Set(digests.map(({ of }) => of))
    expect(shown.filter(({ of }) => !names.has(of))).toEqual([])
    const everything = digests.flatMap(({ actors, conditions }) => [...Object.values(actors), ...conditions])
    expect(new Set(everything.map((one) => said(one, 'en'))).size).toBeGreaterThan(40)
    expect(everything.filter((one) => !isName(one) && !hangul.test(said(one, 'ko')))).toEqual([])
  })

  test('keeps the numbers of a condition', () => {
    const numbers = (text: string): string[] => (text.match(/\d+(\.\d+)*/g) ?? []).sort()
    for (const condition of digests.flatMap(({ conditions }) => conditions)) {
      const english = said(condition, 'en')
      const spelled = english.replace('one virtual CPU', '').replace('a small', '')
      const korean = numbers(said(condition, 'ko'))
      for (const number of numbers(spelled)) expect(korean, english).toContain(number)
    }
  })

  test('is known by its id, however the English was worded when it was recorded', () => {
    expect(said({ id: 'person', en: 'whoever sits there' }, 'ko')).toBe('셸 앞의 사람')
    expect(said({ id: 'person', en: 'whoever sits there' }, 'en')).toBe('whoever sits there')
  })

  test('stays as it was recorded where it has no id, as in older digests, or one that is not known', () => {
    expect(said('the person at the shell', 'ko')).toBe('the person at the shell')
    expect(said({ id: 'a-robot', en: 'a robot' }, 'ko')).toBe('a robot')
    expect(said({ id: 'constructor', en: 'a robot' }, 'ko')).toBe('a robot')
  })

  test('gets its id when digests are written', () => {
    const ids = JSON.parse(readFileSync(join(folder, 'sentence-ids.json'), 'utf8')) as Record<string, string>
    for (const one of digests.flatMap(({ actors, conditions }) => [...Object.values(actors), ...conditions])) {
      expect(ids[said(one, 'en')]).toBe(typeof one === 'string' ? undefined : one.id)
    }
  })

  test('has a name for everything that a recording was made with', () => {
    const keys = new Set(digests.flatMap(({ recordedWith }) => Object.keys(recordedWith)))
    for (const lang of ['ko', 'en'] as const) {
      expect([...keys].filter((key) => !logWords(lang).with[key]?.trim())).toEqual([])
    }
  })
})
