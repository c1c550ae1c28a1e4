import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import type { Frame, Mark } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { vmVsContainer as scene } from '../../../src/core/scenes/vm-vs-container/index.ts'
import { box, cornersAt, discProblems, textsOf, words } from './inspect.ts'
import { pictureThemes, view } from './rough.ts'

const theme = pictureThemes.light
const at = (step: string, knobs: Knobs = {}): Frame => frameAt(scene, step, knobs, view())
const arrow = (frame: Frame, key: string): Extract<Mark, { kind: 'arrow' }> => {
  const found = frame.marks.find((m) => m.key === key)
  if (found?.kind !== 'arrow') throw new Error(`no arrow ${key}`)
  return found
}

describe('what a picture says without its caption', () => {
  it('VC-3: every row of times bears the sign that its layer has in the stack, the firmware where booting sets out', () => {
    const frame = at('VC-3')
    const sign = (key: string): unknown => {
      const found = frame.marks.find((m) => m.key === key)
      return found?.kind === 'badge' ? [found.shape, found.text, found.y, found.fill, found.stroke] : key
    }
    const layers = ['virtual', 'kernel', 'libs', 'app']
    expect(layers.map((id) => sign(`up/${id}/sign`))).toEqual(layers.map((_, i) => sign(`boot/${i}`)))
    const from = frame.marks.find((m) => m.key === 'boot/0')
    expect(from?.kind === 'badge' && [from.x, from.y]).toEqual(arrow(frame, 'boot').points[0])
  })

  it('VC-4: a container is a process in a border, where a VM is a computer', () => {
    const frame = at('VC-4')
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['컴퓨터 셋', '격리된 프로세스 셋', '격리', '프로세스']))
    const [border, process, wall, app] = ['legend/border', 'legend/process', 'ct/wall-0', 'ct/app-0'].map((key) => box(frame, key)) // prettier-ignore
    expect([border?.stroke, (border?.dash ?? 0) > 0]).toEqual([wall?.stroke, (wall?.dash ?? 0) > 0])
    expect([process?.fill, process?.dash]).toEqual([app?.fill, app?.dash])
  })

  it('VC-5: the call leaves the engine aside, to which no way leads', () => {
    for (const apps of [1, 3, 5]) {
      const frame = at('VC-5', { apps })
      const [engine, way] = [box(frame, 'engine'), arrow(frame, 'engine/way')]
      expect(way.points.at(-1)?.[0]).toBe(engine.x)
      expect(arrow(frame, 'engine/cross/a').stroke).toBe(theme.danger)
      const [flight] = frame.flights.filter(({ key }) => key === 'ct/write')
      for (const [x] of flight?.points ?? []) expect(x).toBeLessThan(engine.x)
      expect(textsOf(frame)).toContain('도커 없이 두 번')
    }
  })

  it.each([1168, 960, 760])('VC-5: the call runs through no words, however many apps there are, at %i px', (width) => {
    for (const lang of langs)
      for (const apps of [1, 2, 3, 4, 5]) {
        const seen = view(lang, width)
        const frame = frameAt(scene, 'VC-5', { apps }, seen)
        for (const key of ['vm/call', 'ct/call']) {
          const { points } = arrow(frame, key)
          const x = points[0]?.[0] ?? 0
          const [top = 0, bottom = 0] = points.map(([, y]) => y)
          const hit = words(frame.marks, seen.measure).filter((said) => said.left < x + 3 && said.right > x - 3 && said.bottom > top && said.top < bottom) // prettier-ignore
          expect([lang, apps, key, hit.map(({ text }) => text)]).toEqual([lang, apps, key, []])
        }
      }
  })

  it('VC-6: both measured times are called medians, and told from when to when', () => {
    for (const width of [1168, 760]) {
      const texts = textsOf(frameAt(scene, 'VC-6', {}, view('ko', width)))
      const recorded = texts.filter((text) => / ms$/.test(text))
      expect(recorded).toEqual(['첫 프로그램까지 중앙값 4,969 ms', '명령 전체의 중앙값 283 ms'])
    }
  })

  it('VC-7: without a limit a container grows to the end of the host, which is red', () => {
    const [free, limited] = [at('VC-7'), at('VC-7', { limit: 1 })]
    const heading = (frame: Frame): unknown => {
      const said = frame.marks.find(({ key }) => key.startsWith('ct/sub'))
      return said?.kind === 'label' ? said.lines[0]?.map(({ text, ink }) => [text, ink]) : undefined
    }
    expect(heading(free)).toEqual([['한도 없음: 호스트 메모리까지', theme['danger-ink']]])
    expect(heading(limited)).toEqual([['쓰는 만큼 오르내린다', theme.soft]])
    const [host, grows] = [arrow(free, 'host'), arrow(free, 'ct/grow')]
    expect(host.stroke).toBe(theme.danger)
    expect((grows.points.at(-1)?.[1] ?? 0) - (host.points[0]?.[1] ?? 0)).toBeLessThan(8)
    // No sign stands alone where a part of the scale is left out.
    expect(textsOf(free)).not.toContain('≈')
  })

  it('VC-8: a flaw reaches the apps themselves, not only what they stand on', () => {
    for (const [apps, width] of [
      [1, 1168],
      [3, 1168],
      [5, 760],
    ] as const) {
      const frame = frameAt(scene, 'VC-8', { apps }, view('ko', width))
      const reached = frame.marks.filter((m) => m.kind === 'arrow' && /^(vm|ct)\/up/.test(m.key))
      expect(reached).toHaveLength(1 + Math.min(apps, 3))
      for (const { key } of reached) {
        const app = box(frame, key === 'vm/up' ? 'vm/app-0' : key.replace('up', 'app'))
        const [x = 0, y = 0] = arrow(frame, key).points.at(-1) ?? []
        expect([key, x > app.x, x < app.x + app.w, y > app.y, y < app.y + app.h]).toEqual([key, true, true, true, true])
      }
    }
  })

  it('VC-9: it is so on a Mac and on Windows, and what sends the request stands on the kernel of either', () => {
    for (const [desktop, said] of [
      [0, ['맥', '윈도우도 같다']],
      [1, ['윈도우', '맥도 같다']],
    ] as const)
      for (const width of [1168, 760]) {
        const frame = frameAt(scene, 'VC-9', { desktop }, view('ko', width))
        expect(textsOf(frame)).toEqual(expect.arrayContaining([...said]))
        const [cli, kernel] = [box(frame, 'desktop/cli'), box(frame, 'desktop/kernel')]
        expect([desktop, kernel.y - cli.y - cli.h]).toEqual([desktop, 8])
      }
  })
})

it.each([1168, 960, 760])('keeps words away from signs and figures in discs, at %i px', (width) => {
  for (const lang of langs) {
    const at = view(lang, width)
    for (const { id } of scene.steps)
      for (const knobs of cornersAt(scene, id))
        // The sign of what is struck is no figure in a row of figures: it stands by itself.
        expect([id, lang, discProblems(frameAt(scene, id, knobs, at).marks, at, id === 'VC-8' ? 3 : 1)]).toEqual([id, lang, []]) // prettier-ignore
  }
})
