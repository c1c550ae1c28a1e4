import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { engineFlow as scene } from '../../../src/core/scenes/engine-flow/index.ts'
import tracedJson from '../../../assets/traces/engine-28.5/path-docker-run-syscalls.json' with { type: 'json' }
import { box, discProblems, textsOf, words, type Written } from './inspect.ts'
import { pictureThemes, view } from './rough.ts'

const { light } = pictureThemes
const at = (step: string, width = 1168, lang: (typeof langs)[number] = 'ko', knobs: Knobs = {}): Frame =>
  frameAt(scene, step, knobs, view(lang, width))
const wordsOf = (frame: Frame): Written[] => words(frame.marks, view('ko').measure)
const said = (frame: Frame, text: string | RegExp): Written => {
  const found = wordsOf(frame).find((one) => (typeof text === 'string' ? one.text === text : text.test(one.text)))
  if (!found) throw new Error(`${String(text)} is not said`)
  return found
}
const exec = tracedJson.events.find(({ summary }) => summary.startsWith('execve httpd'))
const born = `${exec?.t_ms.toFixed(0)} ms`
const widths = [1168, 960, 760]

describe('what a picture says without its caption', () => {
  it('EF-4: what comes goes to dockerd, without the words of a request, and adds up to what is said', () => {
    for (const width of widths) {
      for (const lang of langs) {
        const pills = wordsOf(at('EF-4', width, lang)).filter(({ key }) => key.startsWith('ticket/'))
        const texts = pills.map(({ text }) => text)
        expect([width, lang, texts.length, texts.filter((text) => /GET|HEAD/.test(text))]).toEqual([width, lang, 6, []])
        const sizes = texts.flatMap((text) => text.match(/[\d,]+(?= B$)/) ?? []).map((text) => Number(text.replaceAll(',', ''))) // prettier-ignore
        const sum = sizes.reduce((a, b) => a + b, 0).toLocaleString('en')
        expect([width, lang, said(at('EF-4', width, lang), /(calls|번).*( B|bytes|바이트)/).text]).toEqual([width, lang, expect.stringContaining(sum)]) // prettier-ignore
        expect(new Set(texts.slice(4).map((text) => text.includes('…'))).size).toBe(1)
      }
    }
  })

  it('EF-4: the pull is answered before create is asked again, and both once all is fetched', () => {
    for (const width of widths) {
      const [frame, asking] = [at('EF-4', width), at('EF-3', width)]
      const keys = ['call/pull/back', 'call/again', 'call/again/back']
      const late = keys.map((key) => frame.marks.find((mark) => mark.key === key)?.cue)
      for (const cue of late) expect([width, cue]).toEqual([width, expect.objectContaining({ flight: 'fly/layer-1', how: 'landed' })]) // prettier-ignore
      expect(asking.marks.filter(({ key }) => keys.includes(key))).toEqual([])
      expect(said(frame, '200 · 257 ms').left).toBe(said(frame, 'images/create').left)
    }
  })

  it('EF-6: a number stands clear of the answer beside its arrow, and of the name before it', () => {
    for (const width of widths) {
      for (const lang of langs) {
        const [frame, room] = [at('EF-6', width, lang), view(lang, width)]
        expect([width, lang, discProblems(frame.marks, room, 4)]).toEqual([width, lang, []])
        for (const call of ['ping', 'create']) {
          const [disc, back] = ['number', 'back'].map((of) =>
            frame.marks.find(({ key }) => key === `call/${call}/${of}`),
          )
          if (disc?.kind !== 'badge' || back?.kind !== 'arrow') throw new Error(`no ${call}`)
          const head = (back.points[0]?.[0] ?? 0) - 0.48 * back.head
          expect([width, call, head - (disc.x + disc.w / 2) > 3]).toEqual([width, call, true])
        }
      }
    }
  })

  it('EF-8: dockerd hands the start on, in its own lane, as its last call lands', () => {
    for (const width of widths) {
      const frame = at('EF-8', width)
      const [lane, hands, call] = [
        box(frame, 'dockerd'),
        said(frame, /띄우는 일은 넘긴다$/),
        said(frame, 'Tasks.Create'),
      ]
      expect([width, hands.top > lane.y && hands.bottom < lane.y + lane.h]).toEqual([width, true])
      expect([width, hands.left]).toEqual([width, call.left])
      const cues = [hands, call].map(({ key }) => frame.marks.find((mark) => mark.key === key)?.cue)
      expect(cues[0]).toEqual(cues[1])
      expect(textsOf(at('EF-8', width, 'en')).join()).toMatch(/hands the start (of the app )?on/)
    }
  })

  it('EF-9: the shim is one a container, said in its bar and louder than whose child it is', () => {
    for (const width of widths) {
      for (const [lang, one] of [
        ['ko', '컨테이너마다 하나'],
        ['en', 'one per container'],
      ] as const) {
        // prettier-ignore
        const frame = at('EF-9', width, lang)
        const [bar, each] = [box(frame, 'shim'), said(frame, one)]
        expect([width, each.left > bar.x && each.right < bar.x + bar.w && each.top > bar.y]).toEqual([width, true])
        const mark = frame.marks.find(({ key }) => key === each.key)
        expect(mark?.kind === 'label' && mark.lines[0]?.[0]?.ink).toBe(light.accent)
        expect(textsOf(frame)).toContain('└ 22446 shim')
      }
      expect(textsOf(at('EF-10', width))).not.toContain('컨테이너마다 하나')
    }
  })

  it.each(['EF-9', 'EF-10', 'EF-11'])('%s: what starts the shim has its name well within its bar', (step) => {
    const frame = at(step)
    const [bar, name] = [box(frame, 'launch'), said(frame, 'shim start')]
    expect(Math.min(name.left - bar.x, bar.x + bar.w - name.right)).toBeGreaterThanOrEqual(8)
  })

  it.each(['EF-9', 'EF-10', 'EF-11'])('%s: the call that mounted the root keeps its word in the kernel', (step) => {
    for (const width of widths) {
      for (const lang of langs) {
        for (const desktop of [0, 1]) {
          const frame = at(step, width, lang, { desktop })
          const [word, kernel] = [said(frame, /^overlay/), box(frame, 'kernel')]
          expect([width, word.top > kernel.y && word.bottom < kernel.y + kernel.h]).toEqual([width, true])
          const beside = wordsOf(frame).filter(
            (one) => one.key !== word.key && one.top < word.bottom && one.bottom > word.top,
          )
          const gaps = beside.map(({ left, right }) => Math.max(left - word.right, word.left - right))
          expect([width, lang, desktop, Math.min(...gaps) >= 8]).toEqual([width, lang, desktop, true])
        }
      }
    }
  })

  it('EF-14: the time of the title stands where the app begins, and the CLI ends', () => {
    expect(scene.steps.find(({ id }) => id === 'EF-14')?.title.en).toContain(born)
    for (const width of widths) {
      for (const [lang, over] of [
        ['ko', '끝'],
        ['en', 'ends'],
      ] as const) {
        const frame = at('EF-14', width, lang)
        const [time, app, cli, ends] = [said(frame, new RegExp(`^${born}`)), box(frame, 'run/app'), box(frame, 'run/cli'), said(frame, over)] // prettier-ignore
        expect([width, app.x - time.right]).toEqual([width, expect.closeTo(8, 1)])
        expect([width, time.top > app.y + app.h]).toEqual([width, true])
        expect([width, cli.x + cli.w - ends.right < 16 && ends.right < cli.x + cli.w]).toEqual([width, true])
        const before = textsOf(at('EF-14', width, lang, { moment: Math.floor(exec?.t_ms ?? 0) }))
        expect([width, before.includes(time.text), before.includes(over)]).toEqual([width, false, false])
      }
    }
  })

  it('EF-14: no head of an arrow covers the one beside it', () => {
    for (const width of widths) {
      const heads = at('EF-14', width)
        .marks.flatMap((mark) => (mark.kind === 'arrow' && mark.key.startsWith('run/call/') ? [mark] : []))
        .map(({ key, points, head }) => ({ key, tip: points.at(-1) ?? [0, 0], half: 0.48 * head }))
      for (const a of heads)
        for (const b of heads.filter(({ key, tip }) => key !== a.key && tip[1] === a.tip[1]))
          expect([width, a.key, b.key, Math.abs(a.tip[0] - b.tip[0]) >= a.half + b.half]).toEqual([width, a.key, b.key, true]) // prettier-ignore
    }
  })

  it('EF-1 to EF-11: the CLI ends at the same place, right of all of its calls', () => {
    for (const width of widths) {
      const ends = Array.from({ length: 11 }, (_, i) => box(at(`EF-${i + 1}`, width), 'cli')).map(({ x, w }) => x + w)
      expect([width, new Set(ends).size]).toEqual([width, 1])
    }
  })

  it('EF-1 to EF-11: what is spoken below the engine is in the middle between its end and containerd', () => {
    const frame = at('EF-8')
    const bracket = frame.marks.find(({ key }) => key === 'engine/bracket')
    const end = bracket?.kind === 'arrow' ? Math.max(...bracket.points.map(([, y]) => y)) : 0
    const middle = (end + box(frame, 'containerd').y) / 2
    for (const text of ['gRPC', 'Containers.Create'])
      expect([text, said(frame, text).bottom - 0.2 * 16 - 0.36 * 16]).toEqual([text, expect.closeTo(middle, 1)])
  })
})
