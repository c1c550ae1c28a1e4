import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { hubPushPull as scene } from '../../../src/core/scenes/hub-push-pull/index.ts'
import { bytesText } from '../../../src/core/words/bytes-text.ts'
import { at, bytes, cards, dashed, digests, recorded, said, short, stepOf } from './hub-frames.ts'
import { box, textsOf } from './inspect.ts'
import { view } from './rough.ts'

describe('what must be true', () => {
  it('names the parties: this computer, a registry, the token server that stands in for auth.docker.io', () => {
    for (const id of ['HP-3', 'HP-4', 'HP-5', 'HP-8', 'HP-9']) {
      expect(said(id)).toContain('내 컴퓨터')
      expect(said(id)).toContain('레지스트리')
      expect(said(id)).toContain('auth.docker.io')
    }
    expect(said('HP-3')).toContain('대신한')
  })

  it('never claims that Docker Hub, TLS or a CDN was recorded', () => {
    for (const id of ['HP-4', 'HP-5', 'HP-8', 'HP-9']) expect(said(id)).toContain('기록 아님')
    expect(stepOf('HP-3').foot.ko).toContain('TLS는 기록 아님')
    expect(stepOf('HP-5').foot.ko).toMatch(/CDN.*기록 아님/)
    expect(stepOf('HP-6').foot.ko).toContain('기록 아님')
    for (const { foot } of scene.steps) expect(foot.en).toMatch(/[Rr]ecorded/)
  })

  it('lets the engine talk to the registry: the CLI only asks its engine', () => {
    for (const digest of digests)
      for (const event of digest.events) {
        if (event.to === 'registry' || event.to === 'auth') expect(event.from).toBe('dockerd')
        if (event.from === 'cli') expect(event.to).toBe('dockerd')
      }
    for (const id of ['HP-3', 'HP-4', 'HP-5', 'HP-8', 'HP-9']) expect(said(id)).toContain('POST /images')
  })

  it('points from a tag with dashes and from a digest with a solid line', () => {
    for (const id of ['HP-4', 'HP-5', 'HP-9']) expect(dashed(at(id), 'right/points')).toBe(true)
    expect(dashed(at('HP-10'), 'moving/points')).toBe(true)
    expect(dashed(at('HP-10'), 'fixed/points')).toBe(false)
  })

  it.each([1168, 960, 760])('keeps panels, rows and terminal in place from HP-4 to HP-9 at %i px', (width) => {
    const place = (id: string, key: string): number[] => {
      const { x, y, w, h } = box(at(id, {}, width), key)
      return [x, y, w, h]
    }
    for (const id of ['HP-5', 'HP-8', 'HP-9'])
      for (const key of ['left', 'right', 'auth'])
        expect([id, key, place(id, key)]).toEqual([id, key, place('HP-4', key)])
    if (width === 1168) expect([place('HP-5', 'left')[0], place('HP-5', 'right')[0]]).toEqual([0, 904])
  })

  it('tells integrity from authorship, and both from being free of flaws', () => {
    expect(said('HP-11')).toMatch(/다이제스트[^]*서명[^]*취약점/)
  })
})

it.each(langs)('says where the numbers come from in one line, in %s', (lang) => {
  const { measure } = view(lang)
  for (const { id, foot } of scene.steps) expect([id, measure(foot[lang], 400, false) * 18 < 1100]).toEqual([id, true])
})

describe('the steps', () => {
  it('show the password that logging in leaves behind, and how to pass it on', () => {
    const kept =
      /"auth": "([^"]+)"/.exec(JSON.stringify(recorded('auth-login', 7).response).replace(/\\/g, ''))?.[1] ?? 'none'
    expect(said('HP-2')).toContain(kept)
    expect(said('HP-2')).toContain(atob(kept))
    expect(said('HP-2')).toContain('--password-stdin')
    expect(['check-0', 'check-1', 'check-2'].map((key) => cards(at('HP-2'), new RegExp(`^${key}"`)).length)).toEqual([
      1, 1, 1,
    ])
  })

  it('go from 401 over a token to 200', () => {
    const statuses = [4, 5, 6].map((n) => recorded('auth-pull-anonymous', n).response?.['status'])
    expect(statuses).toEqual([401, 200, 200])
    expect(at('HP-3').flights.map(({ text }) => text)).toEqual(statuses.map(String))
    expect(said('HP-3')).toContain('repository:team/app-a:pull')
    const { tip } = at('HP-3').marks.reduce<{ tip: readonly number[] }>(
      (seen, m) => (m.key === 'turn-2/wire' && m.kind === 'arrow' ? { tip: m.points.at(-1) ?? [] } : seen),
      { tip: [] },
    )
    expect(tip[1]).toBeLessThan(box(at('HP-3'), 'auth').h)
  })

  it.each(['HP-3', 'HP-4'])(
    'ask one thing after the other in %s: none sets out before the one before has come',
    (id) => {
      const timed = at(id).flights.map((flight) => flight.timed ?? { after: 0, ms: 0 })
      expect(timed).toHaveLength(3)
      timed.slice(1).forEach(({ after }, i) => {
        const before = timed[i]
        expect(after).toBe((before?.after ?? 0) + (before?.ms ?? 0))
      })
    },
  )

  it('walk from the tag over the index to the manifest of the platform', () => {
    const list = recorded('multi-pull', 6)
    expect(at('HP-4').flights.map(({ text }) => text)).toEqual([
      '200',
      bytes(list, 'response'),
      bytes(recorded('multi-pull', 7), 'response'),
    ])
    expect(said('HP-4')).toMatch(/amd64[^]*arm64/)
    const lit = (platform: number): string[] =>
      cards(at('HP-4', { platform }), /^right\//).flatMap((m) =>
        m.kind === 'card' && m.strokeWidth > 2 ? [m.key.replace(/^right\/|\/\d$/g, '')] : [],
      )
    expect(lit(0)).toEqual([short(recorded('multi-pull', 7))])
    expect(lit(1)).toEqual([short(recorded('multi-pull-other-platform', 6))])
    // The index was here from the pull before.
    expect(at('HP-4', { platform: 1 }).flights).toHaveLength(2)
    expect(said('HP-4', { platform: 1 })).toContain('--platform linux/arm64')
  })

  it('ask for nothing that is here already', () => {
    expect(at('HP-5').flights).toHaveLength(5)
    const some = at('HP-5', { here: 1 })
    expect(some.flights).toHaveLength(2)
    for (const n of [7, 8])
      expect(textsOf(some)).toContain(`${recorded('registry-pull-shared-layers', n).dur_ms?.toFixed(1)} ms`)
    // Without turning anything: the pull after the first asks for no layer that has come.
    const next = [6, 7, 8].map((n) => Number(recorded('registry-pull-shared-layers', n).response?.['bytes']))
    expect(said('HP-5')).toMatch(/다음 pull[^]*0 B\n레이어 2장은 이미 있음/)
    // By the same count as when that pull is shown itself: its manifest with it, and as a part of a sum.
    expect(said('HP-5')).toContain(`+ 없는 것 ${bytesText(next.reduce((sum, each) => sum + each, 0))}`)
    expect(said('HP-5', { moment: 10 })).not.toContain('이미 있음')
    expect(said('HP-5', { here: 1 })).toContain('Already exists')
    expect(said('HP-5', { here: 1 })).toContain('0 B')
    expect(at('HP-5', { here: 2 }).flights).toHaveLength(0)
    expect(said('HP-5', { here: 2 })).toContain('Image is up to date')
  })

  it('put a second name on one image and leave the registry alone', () => {
    const frame = at('HP-7')
    expect(frame.marks.flatMap((m) => (m.kind === 'badge' && m.shape === 'flag' ? [m.text] : []))).toEqual([
      'busybox:latest',
      'registry.example:5000/team/busybox:1',
    ])
    expect(cards(frame, /^image$/)).toHaveLength(1)
    expect(frame.flights).toHaveLength(0)
    expect(said('HP-7')).toContain('0 B')
    expect(recorded('docker-tag', 3).to).toBe('dockerd')
    // The push of the new name names the same image by its configuration.
    expect(said('HP-7')).toContain(short(recorded('registry-push-first', 13)))
  })

  it('skip, mount or upload each layer, as recorded', () => {
    expect(at('HP-8', { there: 0 }).flights).toHaveLength(3)
    expect(
      at('HP-8')
        .flights.map(({ text }) => text)
        .sort(),
    ).toEqual([12, 17].map((n) => bytes(recorded('registry-push-app-b', n), 'request')).sort())
    expect(cards(at('HP-8'), /POST mount 201/)).toHaveLength(2)
    expect(at('HP-8', { there: 2 }).flights).toHaveLength(0)
    expect(cards(at('HP-8', { there: 2 }), /^probe-\d"HEAD 200/)).toHaveLength(3)
    // Layers that the engine never pushed before are not asked for.
    expect(cards(at('HP-8', { there: 0 }), /^probe-/)).toHaveLength(1)
  })

  it.each([0, 1, 2])('send the manifest last and only then set the tag (registry state %i)', (there) => {
    expect(cards(at('HP-8', { there }), /^call-1"PUT \d/)).toHaveLength(0)
    const flags = (id: string): number =>
      at(id, { there }).marks.filter((m) => m.kind === 'badge' && m.shape === 'flag' && m.key.startsWith('right/'))
        .length
    expect(flags('HP-8')).toBe(there === 2 ? 1 : 0)
    expect(flags('HP-9')).toBe(1)
    expect(at('HP-9', { there }).flights.map(({ key }) => key)).toEqual(['call-1/fly'])
    const name = ['registry-push-first', 'registry-push-app-b', 'registry-push-again'][there] ?? ''
    const calls =
      digests.find(({ of }) => of === `engine-28.5/${name}`)?.events.filter(({ to }) => to === 'registry') ?? []
    expect(calls.at(-1)?.summary).toMatch(/^PUT .*manifests\/1 → 201/)
    expect(said('HP-9', { there })).toContain('digest: sha256:')
  })

  it('move a tag, and keep it where tags are immutable', () => {
    const target = (retag: number): number => {
      const found = at('HP-10', { retag }).marks.find(({ key }) => key === 'moving/points')
      return found?.kind === 'arrow' ? (found.points.at(-1)?.[0] ?? 0) : 0
    }
    const middle = (key: string): number => {
      const found = at('HP-10').marks.find((m) => m.key === key)
      return found?.kind === 'card' ? found.x + found.w / 2 : -1
    }
    expect([target(0), target(1)]).toEqual([middle('new'), middle('old')])
    expect(said('HP-10')).toContain('이름이 없다')
    expect(said('HP-10')).toContain('예시')
    for (const retag of [0, 1])
      expect(said('HP-10', { retag })).toContain(short(recorded('registry-pull-by-digest', 5)))
  })
})

it('asks how much of a push is sent, of the recorded sizes: all layers, the new one, nothing', () => {
  const { predict } = stepOf('HP-8')
  expect(predict?.choices.map(({ ko }) => ko)).toEqual(['1,140,810 B', '150 B', '0 B'])
  expect(predict?.answer).toBe(1)
})

it('asks before it answers, four times', () => {
  const asked = scene.steps.filter(({ predict }) => predict)
  expect(asked.map(({ id }) => id)).toEqual(['HP-3', 'HP-6', 'HP-8', 'HP-10'])
  for (const { predict } of asked) {
    expect(predict?.choices.length).toBeGreaterThanOrEqual(2)
    expect(predict?.choices.length).toBeLessThanOrEqual(4)
    expect(predict?.choices[predict.answer]).toBeDefined()
    for (const lang of langs) expect(predict?.because[lang].trim()).not.toBe('')
  }
})
