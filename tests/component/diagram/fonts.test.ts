import { expect, it } from 'vitest'
import '../../../src/renderer/look/base.css'

/** A page in the page, with the styles of this one and no font asked for yet: other tests have drawn here before. */
function freshPage(): Document {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  if (frame.contentDocument === null) throw new Error('a frame of this origin has a document')
  for (const style of document.head.querySelectorAll('style, link[rel=stylesheet]'))
    frame.contentDocument.head.append(style.cloneNode(true))
  return frame.contentDocument
}

it('fetches a whole font only for a character that the small one lacks', async () => {
  const page = freshPage()
  const loaded = (family: string): boolean =>
    [...page.fonts].some((face) => face.family.replaceAll('"', '') === family && face.status === 'loaded')
  const words = page.createElement('p')
  words.textContent = '컨테이너는 격리된 프로세스예요. → docker run'
  page.body.append(words)
  await expect.poll(() => loaded('Lectern Text')).toBe(true)
  await page.fonts.ready
  expect(loaded('Pretendard')).toBe(false)

  words.textContent = '찦차를 타고 온 펲시맨과 쑛다리 똠방각하'
  await expect.poll(() => loaded('Pretendard')).toBe(true)
})

it.each([400, 700])('draws an upright bar in one piece, at weight %i', async (weight) => {
  await document.fonts.load(`${weight} 200px "Lectern Mono"`, '|')
  const context = new OffscreenCanvas(100, 400).getContext('2d')
  if (context === null) throw new Error('a browser draws')
  context.font = `${weight} 200px "Lectern Mono"`
  context.fillText('|', 0, 250)
  const { data } = context.getImageData(0, 0, 100, 400)
  const inked = Array.from({ length: 400 }, (_, y) => {
    const row = data.subarray(y * 400, (y + 1) * 400)
    return row.some((value, i) => i % 4 === 3 && value > 128)
  })
  const [first, last] = [inked.indexOf(true), inked.lastIndexOf(true)]
  expect(last - first, 'as tall as before').toBeGreaterThan(170)
  expect(inked.slice(first, last).every(Boolean)).toBe(true)
})
