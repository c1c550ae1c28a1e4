import { expect, it } from 'vitest'
import { deckText } from '../../bench/deck-text.ts'
import { peerMarkdown } from '../../bench/peers.ts'

it('gives Marp and Slidev the same slides, without blocks, steps and notes of ours', () => {
  const slides = peerMarkdown(deckText(8), 'marp: true').split('\n---\n').slice(1)
  expect(slides).toHaveLength(8)
  expect(slides.map((slide) => /^## (슬라이드 \d)/m.exec(slide)?.[1])).toEqual(
    Array.from({ length: 8 }, (_, i) => `슬라이드 ${i + 1}`),
  )
  expect(slides.join('')).not.toMatch(/<!--|layout:|seconds:|\{1\|/)
  expect(slides[1]).toContain('```dockerfile\nFROM')
})
