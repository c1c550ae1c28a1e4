import { expect, test } from 'vitest'
import { notDrawn } from '../../../src/renderer/print/not-drawn.ts'
import { drawnFontsReady, fontsReady } from '../../../src/renderer/picture/ready.ts'

const text = '커널 kernel ①㉠ 漢字 ᄒᆞᆫ글 🚀 1⃣ 👍🏽 ∀x∈ℝ ☐☑ ⟨a⟩ é ñ'

test('tells which characters are drawn by no font, each once, and none that a bundled one draws', async () => {
  const element = document.createElement('p')
  element.textContent = text
  document.body.append(element)
  await fontsReady()
  await drawnFontsReady()
  expect(notDrawn(text)).toEqual([])
  expect(notDrawn('가나다 plain words, 3 < 4.')).toEqual([])
  // Of planes in which nothing is drawn by anybody: private use, and one that no standard assigns.
  expect(notDrawn(`앞 \u{F8F00} ${text} \u{5FFFD}\u{F8F00}`)).toEqual(['\u{F8F00}', '\u{5FFFD}'])
  element.remove()
})
