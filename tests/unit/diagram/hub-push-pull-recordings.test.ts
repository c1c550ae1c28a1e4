import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hubPushPull as scene } from '../../../src/core/scenes/hub-push-pull/index.ts'
import { eventAt } from '../../../src/core/traces/digest.ts'
import { numberText } from '../../../src/core/words/number-text.ts'
import { at, digests, recorded, said } from './hub-frames.ts'
import { cornersAt, textsOf } from './inspect.ts'

/** Digests on their way from place to place and the tag that moves are examples, without a recorded call. */
const unrecorded = /^(to-|moving)/

describe('recordings', () => {
  it('are behind every step, exist, and come in the order of time within each', () => {
    for (const { id, events = [] } of scene.steps) {
      expect([id, events.length > 0]).toEqual([id, true])
      const last = new Map<string, number>()
      for (const ref of events) {
        const { digest, event } = eventAt(digests, ref)
        expect([ref, event.t_ms >= (last.get(digest.of) ?? 0)]).toEqual([ref, true])
        last.set(digest.of, event.t_ms)
      }
    }
  })

  it('are tied to marks that are there and belong to the step', () => {
    for (const { id, events = [] } of scene.steps)
      for (const width of [1168, 760])
        for (const knobs of cornersAt(scene, id)) {
          const { marks, flights, links } = at(id, knobs, width)
          const keys = new Set([...marks, ...flights].map(({ key }) => key))
          for (const [key, ref] of Object.entries(links))
            expect([id, key, keys.has(key), events.includes(ref)]).toEqual([id, key, true, true])
          for (const { key } of flights.filter((flight) => !unrecorded.test(flight.key)))
            expect([id, key, key in links]).toEqual([id, key, true])
        }
  })

  it('show their commands in a terminal', () => {
    // A name stands for itself in the first, and the last shows no command.
    for (const { id } of scene.steps.slice(1, 11))
      expect([id, at(id).marks.some((m) => m.kind === 'terminal')]).toEqual([id, true])
  })

  it('are the only source of sizes and times in pictures', () => {
    const all = digests.map((digest) => JSON.stringify(digest)).join('')
    const numbers = digests.flatMap(({ events }) =>
      events.flatMap(({ t_ms, dur_ms = 0 }) => [t_ms, dur_ms].map((ms) => `${numberText(ms, 1)} ms`)),
    )
    for (const { id } of scene.steps)
      for (const knobs of cornersAt(scene, id))
        for (const text of textsOf(at(id, knobs))) {
          for (const [ms] of text.matchAll(/[\d.,]+ ms/g))
            expect([id, text, numbers.includes(ms)]).toEqual([id, text, true])
          for (const [, hex = ''] of text.matchAll(/\b([0-9a-f]{12})\b/g))
            expect([id, hex, all.includes(hex)]).toEqual([id, hex, true])
        }
  })

  it('add up to the bytes that are shown', () => {
    const sum = (name: string, numbers: readonly number[], side: 'request' | 'response'): string =>
      `${numbers.reduce((all, n) => all + Number(recorded(name, n)[side]?.['bytes']), 0).toLocaleString('en-US')} B`
    expect(said('HP-4')).toContain(sum('multi-pull', [6, 7], 'response'))
    expect(said('HP-5')).toContain(sum('registry-pull-fresh', [6, 7, 8, 9, 10, 11], 'response'))
    expect(said('HP-5', { here: 1 })).toContain(sum('registry-pull-shared-layers', [6, 7, 8], 'response'))
    expect(said('HP-8')).toContain(sum('registry-push-app-b', [12, 17], 'request'))
    expect(said('HP-9')).toContain(sum('registry-push-app-b', [12, 17, 20], 'request'))
  })

  it('keep their numbers out of the layout', () => {
    const folder = new URL('../../../src/core/scenes/hub-push-pull/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const source = readFileSync(new URL(file, folder), 'utf8')
      expect([file, source.match(/\d (?:ms|kB|MB)\b|\b[0-9a-f]{12}\b|sha256:[0-9a-f]/)]).toEqual([file, null])
    }
  })
})
