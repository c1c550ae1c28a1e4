import { afterEach, beforeEach, expect, test } from 'vitest'
import { scalePictures } from '../../../src/renderer/print/scale-pictures.ts'

type Kind = 'photo' | 'glass'

/** A picture: of a photo no pixel is like the next one, glass can be seen through. Its upper left corner is red. */
async function pictureOf(kind: Kind, type: string, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#264653'
  if (kind !== 'glass') context.fillRect(0, 0, width, height)
  if (kind === 'photo') {
    const pixels = context.getImageData(0, 0, width, height)
    let seed = 1
    for (let at = 0; at < pixels.data.length; at += 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      if (at % 4 < 3) pixels.data[at] = 90 + (seed >>> 26)
    }
    context.putImageData(pixels, 0, 0)
  }
  context.fillStyle = '#ff0000'
  context.fillRect(0, 0, width / 4, height / 4)
  return canvas.convertToBlob({ type, quality: 0.95 })
}

/** A JPEG that says that its camera was turned to the right: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, 4.6.4. */
async function turned(jpeg: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer())
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  const exif = [0xff, 0xe1, 0, 8 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  return new Blob([bytes.slice(0, 2), new Uint8Array(exif), bytes.slice(2)], { type: 'image/jpeg' })
}

const page = document.createElement('div')
beforeEach(() => document.body.append(page))
afterEach(() => page.replaceChildren())

/** Shows a picture in some widths, each as high as its pixels tell. */
async function show(blob: Blob, ...widths: number[]): Promise<HTMLImageElement[]> {
  const src = URL.createObjectURL(blob)
  const images = widths.map((width) => {
    const image = Object.assign(new Image(), { src })
    image.style.cssText = `width: ${width}px; max-width: none; max-height: none; height: auto`
    page.append(image)
    return image
  })
  await Promise.all(images.map((image) => image.decode()))
  return images
}
const sizeOf = (image: HTMLImageElement | undefined) => [image?.naturalWidth, image?.naturalHeight]
const typeOf = async (image: HTMLImageElement | undefined) => (await (await fetch(image?.src ?? '')).blob()).type

test('a photo is printed with 300 pixels an inch of the largest place that shows it, once for all of them', async () => {
  const photo = await pictureOf('photo', 'image/jpeg', 2000, 1000)
  const images = await show(photo, 96, 192)
  const before = images.map((image) => image.getBoundingClientRect())
  const scaled = await scalePictures(page)
  expect(scaled).toMatchObject({ pictures: 1, before: photo.size })
  expect(images.map(sizeOf)).toEqual([
    [600, 300],
    [600, 300],
  ])
  expect(new Set(images.map(({ src }) => src)).size).toBe(1)
  expect((await (await fetch(images[0]?.src ?? '')).blob()).size).toBe(scaled.after)
  expect(scaled.after).toBeLessThan(scaled.before / 5)
  expect(images.map((image) => image.getBoundingClientRect())).toEqual(before)
})

test('a photo stays upright as its camera was held', async () => {
  const [image] = await show(await turned(await pictureOf('photo', 'image/jpeg', 2000, 1000)), 96)
  expect(sizeOf(image)).toEqual([1000, 2000])
  await scalePictures(page)
  expect(sizeOf(image)).toEqual([300, 600])
  const context = new OffscreenCanvas(300, 600).getContext('2d')
  if (!context || !image) throw new Error('no canvas')
  context.drawImage(image, 0, 0)
  const [red = 0, green = 255] = context.getImageData(290, 10, 1, 1).data
  // Turned to the right, what was at the upper left is at the upper right.
  expect([red > 200, green < 60]).toEqual([true, true])
})

test.each([
  ['what is seen through', 'glass', 'image/png', 'image/png'],
  ['a photo that is kept without loss', 'photo', 'image/png', 'image/jpeg'],
  ['a photo of the web', 'photo', 'image/webp', 'image/jpeg'],
] as const)('%s keeps what it needs of its format', async (_, kind, type, scaledType) => {
  const [image] = await show(await pictureOf(kind, type, 2000, 1000), 96)
  await scalePictures(page)
  expect([sizeOf(image), await typeOf(image)]).toEqual([[300, 150], scaledType])
})

test('nothing else is touched: what is small, hidden, broken or a vector', async () => {
  const photo = await pictureOf('photo', 'image/jpeg', 400, 200)
  const large = await pictureOf('photo', 'image/jpeg', 2000, 1000)
  const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1000"/>'], {
    type: 'image/svg+xml',
  })
  const images = [...(await show(photo, 200)), ...(await show(large, 96)), ...(await show(svg, 96))]
  if (images[1]) images[1].style.display = 'none'
  page.append(Object.assign(new Image(), { src: 'data:image/png;base64,AAAA' }))
  const before = Array.from(page.querySelectorAll('img'), ({ src }) => src)
  expect(await scalePictures(page)).toEqual({ pictures: 0, before: 0, after: 0 })
  expect(Array.from(page.querySelectorAll('img'), ({ src }) => src)).toEqual(before)
})
