import { describe, expect, it } from 'vitest'
import { between } from '../../../src/core/diagram/between.ts'
import { valueUnderHand } from '../../../src/core/diagram/handle.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { hubPushPull as scene } from '../../../src/core/scenes/hub-push-pull/index.ts'
import documented from '../../../assets/traces/documented-hub.json' with { type: 'json' }
import { at, bar, card, cards, dashed, recorded, said, short } from './hub-frames.ts'
import { sizeText } from '../../../src/core/words/bytes-text.ts'
import { box, textsOf } from './inspect.ts'

describe('what a hand turns', () => {
  it('take a name apart, and fill in what was left out', () => {
    for (const part of ['docker.io', 'library', 'nginx', 'latest']) expect(textsOf(at('HP-1'))).toContain(part)
    for (const part of ['registry.example:5000', 'team', 'app-a'])
      expect(textsOf(at('HP-1', { name: 1 }))).toContain(part)
    for (const part of ['host', 'space', 'tag']) {
      expect(dashed(at('HP-1'), `piece/${part}`)).toBe(true)
      expect(dashed(at('HP-1', { name: 1 }), `piece/${part}`)).toBe(false)
    }
    expect(at('HP-1', { name: 2 }).marks.some(({ key }) => key === 'piece/tag')).toBe(false)
  })

  it('nest the places to which the pieces of a name lead, and lead every piece there is to its own', () => {
    for (const name of [0, 1, 2]) {
      const frame = at('HP-1', { name })
      const places = ['host', 'space', 'repo'].map((part) => box(frame, `place/${part}`))
      places.slice(1).forEach((inner, i) => {
        const outer = places[i]
        expect(outer && inner.x > outer.x && inner.x + inner.w < outer.x + outer.w && inner.y > outer.y).toBe(true)
      })
      const of = (start: string): string[] =>
        frame.marks.flatMap(({ key }) => new RegExp(`^${start}/(\\w+)$`).exec(key)?.[1] ?? []).sort()
      expect([name, of('lead')]).toEqual([name, of('piece')])
      expect(of('piece')).toHaveLength(4)
    }
  })

  it('take apart the name that a hand presses', () => {
    const { handles } = at('HP-1')
    expect(['nginx', 'app-a', 'app-b'].map((name) => handles[`typed/${name}`])).toEqual(
      [0, 1, 2].map((value) => ({ knob: 'name', value })),
    )
  })

  it('choose the platform whose manifest a hand presses', () => {
    for (const [value, name, n] of [
      [0, 'multi-pull', 7],
      [1, 'multi-pull-other-platform', 6],
    ] as const)
      expect(at('HP-4').handles[`right/${short(recorded(name, n))}/${value ? 6 : 2}`]).toEqual({
        knob: 'platform',
        value,
      })
  })

  it('pull three layers at once and let the fourth wait, in recorded time', () => {
    expect(documented.downloads.atOnce).toBe(3)
    const frame = at('HP-5')
    const calls = [7, 8, 9, 10, 11].map((n) => recorded('registry-pull-fresh', n))
    const first = calls[0]?.t_ms ?? 0
    const bars = [2, 3, 4, 5, 6].map((row) => bar(frame, `call-${row}`))
    const px = ((bars[4]?.x ?? 0) - (bars[0]?.x ?? 0)) / ((calls[4]?.t_ms ?? 0) - first)
    calls.forEach(({ t_ms, dur_ms = 0, response }, i) => {
      expect(bars[i]?.x).toBeCloseTo((bars[0]?.x ?? 0) + px * (t_ms - first), 1)
      expect(bars[i]?.w).toBeCloseTo(px * dur_ms, 1)
      expect(textsOf(frame)).toContain(`${dur_ms.toFixed(1)} ms`)
      expect(textsOf(frame)).toContain(sizeText(Number(response?.['bytes'])))
    })
    const inside = box(frame, 'at-once')
    const together = bars.map((one) => one.x > inside.x && one.y > inside.y && one.y + one.h < inside.y + inside.h)
    expect(together).toEqual([false, true, true, true, false])
    expect(said('HP-5')).toContain('차례를 기다린다')
  })

  it('show nothing of a download that has not happened at the moment', () => {
    const calls = [7, 8, 9, 10, 11].map((n) => recorded('registry-pull-fresh', n))
    const first = calls[0]?.t_ms ?? 0
    for (const moment of [0, 0.5, 3, 8, 12, 17, 20, 27]) {
      const frame = at('HP-5', { moment })
      const begun = calls.filter(({ t_ms }) => t_ms - first < moment)
      const done = calls.filter(({ t_ms, dur_ms = 0 }) => t_ms + dur_ms - first <= moment)
      const meters = frame.marks.filter((m) => m.kind === 'meter' && /^call-\d$/.test(m.key))
      expect([moment, meters.length]).toEqual([moment, begun.length])
      expect([moment, frame.flights.length]).toEqual([moment, begun.length])
      const ticks = frame.marks.filter(({ key }) => /^left\/[0-9a-f]{12}\/tick$/.test(key)).length - 1
      expect([moment, ticks]).toEqual([moment, done.length])
      const sum = done.reduce((all, { response }) => all + Number(response?.['bytes']), 1150)
      expect(textsOf(frame)).toContain(`${sum.toLocaleString('en-US')} B`)
      for (const { digest } of calls.map((call) => ({ digest: short(call) })))
        expect([moment, digest, dashed(frame, `left/${digest}`)]).toEqual([
          moment,
          digest,
          !done.some((call) => short(call) === digest),
        ])
    }
  })

  it('let a hand take the moment along the bars', () => {
    const frame = at('HP-5')
    const handle = frame.handles['moment/hold']
    if (!handle || !('axis' in handle)) throw new Error('no handle')
    const end = valueUnderHand(scene, handle, [bar(frame, 'call-6').x, 0])
    const [started, begun] = [11, 7].map((n) => recorded('registry-pull-fresh', n).t_ms)
    expect(Math.abs((end ?? 0) - ((started ?? 0) - (begun ?? 0)))).toBeLessThanOrEqual(0.25)
  })

  it('pass so much slower than recorded as the picture says', () => {
    const slower = Number(/(\d+)배 느리게/.exec(said('HP-5'))?.[1])
    const way = between(at('HP-4'), at('HP-5'), true)
    const [from, to] = [7, 11].map((n) => recorded('registry-pull-fresh', n))
    const last = at('HP-5').flights.find(({ key }) => key === 'call-6/fly')
    expect(last?.timed?.ms).toBeCloseTo(slower * (to?.dur_ms ?? 0), 5)
    expect(last?.timed?.after).toBeCloseTo(slower * ((to?.t_ms ?? 0) - (from?.t_ms ?? 0)), 5)
    // In a way that has to be shortened all of it goes faster.
    expect(way.ms).toBeLessThan(1600)
    const shareAt = (ms: number): number => {
      const packet = way(ms / way.ms).marks.find(({ key }) => key === 'call-6/fly')
      return packet?.kind === 'packet' ? packet.at : -1
    }
    const half = Array.from({ length: Math.floor(way.ms) }, (_, ms) => shareAt(ms)).filter((at) => at > 0 && at < 1)
    expect(Math.abs(half.length - slower * (to?.dur_ms ?? 0))).toBeLessThan(3)
  })

  it.each([1168, 960, 760])('draw bytes as lengths that tell small from large, at %i px', (width) => {
    const length = (n: number): number =>
      card(at('HP-5', {}, width), `right/${short(recorded('registry-pull-fresh', n))}`).w
    const [most, some, few] = [length(8), length(9), length(10)]
    expect(most).toBeGreaterThan(3 * few)
    // Logarithmic: equal ratios, equal steps.
    const [a, b, c] = [8, 9, 10].map((n) => Math.log(Number(recorded('registry-pull-fresh', n).response?.['bytes'])))
    expect((most - some) / (some - few)).toBeCloseTo(((a ?? 0) - (b ?? 0)) / ((b ?? 0) - (c ?? 0)), 0)
    for (const id of ['HP-4', 'HP-5', 'HP-8', 'HP-9']) expect(said(id)).toContain('길이 = 바이트')
    const ticket = (frame: Frame, key: RegExp): number => {
      const found = cards(frame, key)[0]
      return found?.kind === 'card' ? found.w : -1
    }
    const first = at('HP-8', { there: 0 }, width)
    expect(ticket(first, /^call-3(\/bytes|"POST)/)).toBeGreaterThan(1.5 * ticket(first, /^call-4(\/bytes|"POST)/))
    // What is lent or skipped sends nothing, and so it has no length.
    expect(cards(at('HP-8', {}, width), /^call-[34]\/bytes/)).toHaveLength(0)
    expect(cards(at('HP-8', { there: 2 }, width), /\/bytes/)).toHaveLength(0)
  })

  it('count GETs of manifests and nothing else', () => {
    const { anonymous, personal, status } = documented.pullLimits
    const counted = (pulls: number): number => textsOf(at('HP-6', { pulls })).filter((text) => text === '+1').length
    expect([counted(1), counted(2)]).toEqual([1, 2])
    expect(textsOf(at('HP-6'))).toContain(`1 / ${anonymous}`)
    expect(textsOf(at('HP-6', { pulls: 2 }))).toContain(`2 / ${anonymous}`)
    expect(textsOf(at('HP-6'))).toContain(String(personal))
    expect(said('HP-6')).toContain(`${anonymous + 1}번째 pull → ${status}`)
    expect(box(at('HP-6'), 'personal').w).toBeCloseTo((box(at('HP-6'), 'anonymous').w * personal) / anonymous, 5)
  })

  it('fill the counter pull by pull, by hand too, and refuse the one beyond it', () => {
    const { anonymous } = documented.pullLimits
    const whole = box(at('HP-6'), 'anonymous')
    for (const pulls of [1, 40, anonymous])
      expect(bar(at('HP-6', { pulls }), 'anonymous/used').w).toBeCloseTo((whole.w * pulls) / anonymous, 5)
    const refused = (pulls: number): boolean => !dashed(at('HP-6', { pulls }), 'over')
    expect([refused(1), refused(anonymous), refused(anonymous + 1)]).toEqual([false, false, true])
    // What such a pull prints was not recorded.
    expect(said('HP-6', { pulls: anonymous + 1 })).not.toContain('up to date')
    const handle = at('HP-6').handles['anonymous']
    if (!handle) throw new Error('no handle')
    expect([0.4, 2].map((share) => valueUnderHand(scene, handle, [whole.x + share * whole.w, 0]))).toEqual([
      0.4 * anonymous,
      anonymous + 1,
    ])
  })

  it('stand the name over the image that it points to, and let a hand carry it', () => {
    const flagAt = (retag: number): number => {
      const found = at('HP-10', { retag }).marks.find(({ key }) => key === 'moving')
      return found?.kind === 'badge' && found.shape === 'flag' ? found.x : -1
    }
    const middle = (key: string): number => card(at('HP-10'), key).x + card(at('HP-10'), key).w / 2
    expect([flagAt(0), flagAt(1)]).toEqual([middle('new'), middle('old')])
    // The image before it is left without a name.
    expect(at('HP-10').marks.find(({ key }) => key === 'moving/was')).toMatchObject({ shape: 'flag', text: '' })
    const handle = at('HP-10').handles['moving']
    if (!handle) throw new Error('no handle')
    expect(['old', 'new'].map((key) => valueUnderHand(scene, handle, [middle(key), 0]))).toEqual([1, 0])
  })

  it('carry one digest from CI to production, as far as its signature opens the gates', () => {
    const digest = short(recorded('registry-pull-by-digest', 5))
    const seen = (signed: number): number => textsOf(at('HP-11', { signed })).filter((text) => text === digest).length
    expect([seen(1), seen(0)]).toEqual([3, 2])
    expect(at('HP-11').flights).toHaveLength(1)
    const end = (signed: number): number => at('HP-11', { signed }).flights[0]?.points.at(-1)?.[0] ?? -1
    expect(end(1)).toBeGreaterThan(box(at('HP-11'), 'prod').x)
    expect(end(0)).toBeLessThan(box(at('HP-11'), 'gate-policy/above').x)
    expect(said('HP-11', { signed: 0 })).toContain('들어오지 못한다')
    expect(said('HP-11')).toContain('예시')
    for (const [signed, other] of [
      [0, 1],
      [1, 0],
    ] as const)
      expect(at('HP-11', { signed }).handles['ci/seal']).toEqual({ knob: 'signed', value: other })
  })

  it('turn an unchanged image amber, and say so only where scanning is switched on', () => {
    const texts = textsOf(at('HP-12'))
    expect(texts.filter((text) => text === short(recorded('registry-pull-by-digest', 5)))).toHaveLength(2)
    expect(texts).toEqual(expect.arrayContaining(['켬', '통과', '위험', 'CVE', '예시']))
    const fill = (key: string, scanned: number): unknown => {
      const found = at('HP-12', { scanned }).marks.find((m) => m.key === key)
      return found && 'fill' in found && found.fill
    }
    expect(fill('later', 1)).not.toBe(fill('pushed', 1))
    expect(fill('rebuilt', 1)).toBe(fill('pushed', 1))
    const off = textsOf(at('HP-12', { scanned: 0 }))
    expect(off.filter((text) => text === '모름')).toHaveLength(3)
    expect(off).not.toContain('위험')
    expect(fill('later', 0)).toBe(fill('pushed', 0))
    expect(at('HP-12').handles['switch']).toEqual({ knob: 'scanned', value: 0 })
  })
})
