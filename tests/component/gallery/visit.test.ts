import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { sceneOf, scenes } from '../../../src/core/scenes/index.ts'
import { Visit } from '../../../src/renderer/picture/visit.svelte.ts'

afterEach(() => page.viewport(1280, 720))

const scene = (id: string) => {
  const found = sceneOf(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const at = ({ address, asking }: Visit): string => `${address}${asking ? '?' : ''}`

describe('a visit of the pictures', () => {
  test('goes where its address says; a step that is not there is the first, a picture that is not there none', () => {
    const visit = new Visit('#isolation/IS-3')
    expect(at(visit)).toBe('#isolation/IS-3')
    visit.goTo('#vm-vs-container/nothing')
    expect(at(visit)).toBe('#vm-vs-container/VC-1')
    visit.goTo('#nothing/IS-3')
    expect(at(visit)).toBe('#vm-vs-container/VC-1')
    visit.goTo('isolation/IS-4')
    expect(at(visit)).toBe('#isolation/IS-4')
    expect(at(new Visit('#nothing/at-all'))).toBe(`#${scenes[0]?.id}/${scenes[0]?.steps[0]?.id}`)
  })

  test('asks first where it comes to a question by walking, or as told, and not by an address', () => {
    expect(at(new Visit('#vm-vs-container/VC-5'))).toBe('#vm-vs-container/VC-5')
    expect(at(new Visit('#vm-vs-container/VC-5', true))).toBe('#vm-vs-container/VC-5?')
    expect(at(new Visit('#vm-vs-container/VC-4', true))).toBe('#vm-vs-container/VC-4')
    const visit = new Visit('#isolation/IS-3')
    visit.goTo('#vm-vs-container/VC-5')
    expect(at(visit)).toBe('#vm-vs-container/VC-5')
    visit.goTo('#vm-vs-container/VC-4')
    const seen = [1, 2, 3].map(() => (visit.next(), at(visit)))
    expect(seen).toEqual(['#vm-vs-container/VC-5?', '#vm-vs-container/VC-5', '#vm-vs-container/VC-6'])
    visit.previous()
    expect(at(visit)).toBe('#vm-vs-container/VC-5')
    visit.showStep(7)
    expect(at(visit)).toBe('#vm-vs-container/VC-7')
    visit.showScene(scene('image-layers'))
    expect(at(visit)).toBe('#image-layers/IL-1?')
  })

  test('stays within its picture', () => {
    const visit = new Visit('#vm-vs-container/VC-1')
    const last = visit.scene.steps.length
    visit.previous()
    expect(visit.step).toBe(1)
    visit.showStep(0)
    expect(visit.step).toBe(1)
    visit.showStep(last + 5)
    expect(visit.step).toBe(last)
    visit.next()
    expect([visit.step, visit.asking]).toEqual([last, false])
    visit.previous()
    expect(visit.step).toBe(last - 1)
    visit.showStep(2)
    visit.previous()
    expect(visit.step).toBe(1)
    visit.previous()
    expect(visit.step).toBe(1)
  })

  test('keeps what was chosen, held and opened as long as it is at a step', () => {
    const visit = new Visit('#vm-vs-container/VC-5', true)
    visit.answer(2)
    visit.held = 0.5
    visit.openEvent('trace#1')
    expect([visit.asking, visit.answered, visit.held, visit.event]).toEqual([false, { chosen: 2 }, 0.5, 'trace#1'])
    visit.next()
    expect([visit.answered, visit.held, visit.event]).toEqual([null, null, null])
  })

  test('goes on from a question without a choice', () => {
    const visit = new Visit('#vm-vs-container/VC-5', true)
    visit.next()
    expect([visit.step, visit.asking, visit.answered]).toEqual([5, false, { chosen: null }])
  })

  test('keeps the knobs of each picture', () => {
    const visit = new Visit('#vm-vs-container/VC-3')
    visit.turn('vm-vs-container', 'apps', 5)
    visit.turn('vm-vs-container', 'limit', 1)
    visit.turn('isolation', 'apps', 2)
    visit.next()
    expect(visit.knobs).toEqual({ 'vm-vs-container': { apps: 5, limit: 1 }, isolation: { apps: 2 } })
  })

  test.each([
    [1399, false],
    [1400, true],
  ])('has the log open at first where there is room for it: %i px wide, %s', async (width, isOpen) => {
    await page.viewport(width, 860)
    const visit = new Visit('#isolation/IS-3')
    expect(visit.logOpen).toBe(isOpen)
    visit.openEvent(null)
    expect(visit.logOpen).toBe(isOpen)
    visit.openEvent('trace#1')
    expect(visit.logOpen).toBe(true)
    visit.openEvent(null)
    expect(visit.logOpen).toBe(true)
  })
})
