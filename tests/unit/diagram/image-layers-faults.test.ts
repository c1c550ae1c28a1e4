/** What was once drawn wrong in the pictures of images. */
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { between } from '../../../src/core/diagram/between.ts'
import type { Frame, Point } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { imageLayers as scene } from '../../../src/core/scenes/image-layers/index.ts'
import { box, boxes, textsOf, words } from './inspect.ts'
import { view } from './rough.ts'
import { overlapProblems } from './way-problems.ts'

const at = (step: string, knobs: Knobs = {}, width = 1168): Frame => frameAt(scene, step, knobs, view('ko', width))

describe('drawn as it is said', () => {
  it('IL-5: has as many images as it counts', () => {
    const frame = at('IL-5')
    const [, count] = /이미지 (\d)개/.exec(textsOf(frame).join('\n')) ?? []
    expect(boxes(frame).filter(({ key }) => key.startsWith('image/'))).toHaveLength(Number(count))
  })

  it.each([1168, 760])('IL-2: names in its changes the files of the stack below, at %i px', (width) => {
    const frame = at('IL-2', {}, width)
    const texts = (stem: string): string[] =>
      frame.marks.flatMap(({ key }) => (key.startsWith(stem) ? [key.replace(/^[^"]*"/, '')] : []))
    const columns = texts('axis/').map((path) => path.replace(/^.*\//, ''))
    const changed = ['change', 'add', 'delete'].flatMap((kind) => texts(`kinds/${kind}/line"`))
    expect(changed).toHaveLength(3)
    for (const line of changed) expect(columns).toContain(line.replace(/^[ACD] (.*\/)?/, ''))
  })

  it('IL-2: says FROM of the layers that FROM makes in IL-1', () => {
    const verbs = [1, 2, 3, 4].map((n) => {
      const found = at('IL-2').marks.find(({ key }) => key.startsWith(`layer/${n}/name/sub"`))
      return found?.key.replace(/^.*"/, '')
    })
    expect(verbs).toEqual(['FROM', 'FROM', 'RUN', 'COPY'])
  })

  it.each([1168, 960, 760])(
    'IL-10: leads from the volume past every layer, and says that it does, at %i px',
    (width) => {
      const frame = at('IL-10', {}, width)
      const cable = frame.marks.find(({ key }) => key === 'cable')
      if (cable?.kind !== 'arrow') throw new Error('no cable')
      const reached = cable.points.map(([, y]) => y)
      const lane = cable.points[1]?.[0] ?? 0
      for (const n of [1, 2, 3, 4]) {
        const { x, y, w, h } = box(frame, `layer/${n}`)
        expect([lane > x + w, Math.min(...reached) < y, n === 1 || Math.max(...reached) > y + h]).toEqual([
          true,
          true,
          true,
        ])
      }
      const said = frame.marks.find(({ key }) => key.startsWith('cable/outside"'))
      expect(said?.kind === 'label' && lane - said.x).toBe(12)
      // It says so of what it passes only.
      expect(textsOf(at('IL-10', { volume: 2 }, width))).not.toContain('레이어 밖')
    },
  )

  it.each([1168, 760])('IL-2: leads from what was changed and deleted to the files below, at %i px', (width) => {
    for (const opened of [0, 1, 2, 3, 4]) {
      const frame = at('IL-2', { opened }, width)
      for (const [kind, id, layer] of [
        ['change', 'page', 3],
        ['delete', 'conf', 4],
      ] as const) {
        const way = frame.marks.find(({ key }) => key === `kinds/to-${id}`)
        if (opened > layer) {
          expect(way).toBeUndefined()
          continue
        }
        if (way?.kind !== 'arrow') throw new Error(`no way to ${id}`)
        const [from, to] = [way.points[0] ?? [0, 0], way.points.at(-1) ?? [0, 0]]
        const [card, file] = [box(frame, `kinds/${kind}`), box(frame, `file/${id}`)]
        expect(from[0] > card.x && from[0] < card.x + card.w && from[1] - card.y - card.h).toBe(2)
        expect(to[0] > file.x && to[0] < file.x + file.w && file.y - to[1]).toBe(2)
      }
      // What is added is in no layer below.
      expect(frame.marks.some(({ key }) => key === 'kinds/to-new')).toBe(false)
    }
  })

  it('IL-1: says of every line what the build made of it', () => {
    for (const line of [0, 1, 2, 3, 4]) {
      const said = at('IL-1', { line }).marks.filter(({ kind, key }) => kind === 'label' && key.startsWith('built/'))
      expect(said).toHaveLength(5)
    }
  })

  it('IL-4: gives the tag a pole that is seen', () => {
    const tag = at('IL-4').marks.find(({ key }) => key === 'tag')
    expect(tag?.kind === 'badge' && [tag.shape, tag.stroke === tag.fill]).toEqual(['flag', true])
  })

  it.each([
    [1168, 0],
    [760, 0],
    [1168, 1],
    [760, 1],
  ])('IL-11: looks from the merged view at what is seen there, at %i px (lifted %i)', (width, cover) => {
    const frame = at('IL-11', { cover }, width)
    const sight = frame.marks.find(({ key }) => key === 'later/sight')
    if (sight?.kind !== 'arrow') throw new Error('no sight')
    const [[x, from], [, to]] = sight.points as readonly [Point, Point]
    const [seen, mark, secret] = ['seen', 'whiteout', 'secret'].map((name) => box(frame, `later/${name}`))
    if (!seen || !mark || !secret) throw new Error('no tiles')
    const aim = cover ? secret : mark
    expect([x > aim.x && x < aim.x + aim.w, Math.abs(to - aim.y) < 2, from - seen.y - seen.h]).toEqual([true, true, 2])
    // Long enough for more than a dash and a head, and not through the words of what it passes.
    expect(to - from).toBeGreaterThan(24)
    const label = words(frame.marks, view('ko', width).measure).find(({ key }) => key.startsWith('later/whiteout"'))
    expect(x - (label?.right ?? x)).toBeGreaterThan(4)
    expect(textsOf(frame).filter((text) => /ls old|^x$/.test(text))).toEqual([])
  })

  it('IL-8: leads from every container to the one image by an arrow that can be seen', () => {
    const frame = at('IL-8', { containers: 5 })
    const arrows = frame.marks.flatMap((m) => (m.kind === 'arrow' && m.key.endsWith('/sees') ? [m] : []))
    expect(arrows).toHaveLength(5)
    for (const { points, head } of arrows) {
      const [top, tip] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0]
      expect(head).toBeGreaterThan(0)
      expect(tip - top).toBeGreaterThan(2 * head)
      expect(Math.abs(tip - box(frame, 'layer/4').y)).toBeLessThan(4)
    }
  })
})

it.each([1168, 960, 760])('IL-8: has no words on others while containers are counted, at %i px', (width) => {
  for (const lang of langs) {
    const look = view(lang, width)
    const frames = [1, 2, 3, 4, 5].map((containers) => frameAt(scene, 'IL-8', { containers }, look))
    for (const from of frames)
      for (const to of frames) {
        if (from === to) continue
        const way = between(from, to, false)
        for (const t of [0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9])
          expect([lang, t, overlapProblems(way(t).marks, look.measure)]).toEqual([lang, t, []])
      }
  }
})
