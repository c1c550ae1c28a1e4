import { describe, expect, it } from 'vitest'
import { header, parsed } from './deck-of.ts'

const slides = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `---\nid: slide-${index}\nseconds: 60\n---\n\n## 슬라이드 ${index}\n\n본문 **굵게** 그리고 [다음](#slide-0)\n\n- 하나\n- 둘\n\n<!-- 노트 ${index} -->\n\n`,
  ).join('')

/** Processor time per slide, in µs: the least of a few runs, as other work on the machine only adds to it. */
function costPerSlide(count: number): number {
  const text = header + slides(count)
  const runs = Array.from({ length: 2 }, () => {
    const started = process.cpuUsage()
    expect(parsed(text).deck.slides).toHaveLength(count)
    return process.cpuUsage(started).user / count
  })
  return Math.min(...runs)
}

describe('a deck of 2,000 slides', () => {
  it('costs about as much per slide as one of 200', () => {
    costPerSlide(200)
    // If every slide looked at all others it would be ten times.
    expect(costPerSlide(2000)).toBeLessThan(3 * costPerSlide(200))
    // As long as a busy machine takes.
  }, 120_000)
})
