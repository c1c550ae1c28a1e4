import { describe, expect, it } from 'vitest'
import { header, parsed } from './deck-of.ts'
import { rounds } from '../rounds.ts'

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

const many = rounds(400, 2000)

describe(`a deck of ${many} slides`, () => {
  it('costs about as much per slide as a tenth of it', () => {
    costPerSlide(many / 10)
    // If every slide looked at all others it would be ten times.
    expect(costPerSlide(many)).toBeLessThan(3 * costPerSlide(many / 10))
    // As long as a busy machine takes.
  }, 120_000)
})
