/** Photos that are larger than paper can show are printed in the size in which they are drawn. */
import type { ScaledPictures } from '../../contract/library.ts'

/** What printers show of a picture, and how many of its pixels that are for one of a page: a page has 96 an inch. */
const perPixel = 300 / 96
/** Where less than this share of a picture's sides is drawn, the rest is left out; nearer to all of it there is little to gain. */
const worthwhile = 0.8
/** How good a photo stays: what comes below it begins to be seen on paper. */
const quality = 0.9

/** Formats of single pictures made of pixels; of all others, vectors and what moves, size says nothing. */
const scalable: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

/** How large a picture is drawn, of its own size; of one that is cut, as large as all of it would be. */
function drawnShare(image: HTMLImageElement): number {
  const { width, height } = image.getBoundingClientRect()
  return Math.max(width / image.naturalWidth, height / image.naturalHeight)
}

/** Whether something of a picture can be seen through. */
function isSeeThrough(context: OffscreenCanvasRenderingContext2D, { width, height }: OffscreenCanvas): boolean {
  const { data } = context.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 255) return true
  return false
}

/** A picture of these pixels, the smallest that looks the same: what is drawn with few colours stays without loss. */
async function encoded(canvas: OffscreenCanvas, isPhoto: boolean): Promise<Blob> {
  const asPhoto = (): Promise<Blob> => canvas.convertToBlob({ type: 'image/jpeg', quality })
  if (isPhoto) return asPhoto()
  const context = canvas.getContext('2d')
  const whole = await canvas.convertToBlob({ type: 'image/png' })
  if (context === null || isSeeThrough(context, canvas)) return whole
  const photo = await asPhoto()
  // Screens and drawings take about as much either way; only of photos is so much left out.
  return photo.size * 4 < whole.size ? photo : whole
}

/** A picture in a share of its size, upright as it is shown. */
async function shrunk(blob: Blob, share: number): Promise<Blob> {
  const whole = await createImageBitmap(blob)
  const size = (side: number): number => Math.max(1, Math.ceil(side * share))
  const canvas = new OffscreenCanvas(size(whole.width), size(whole.height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser has no canvas to draw pictures on')
  context.imageSmoothingQuality = 'high'
  context.drawImage(whole, 0, 0, canvas.width, canvas.height)
  whole.close()
  return encoded(canvas, blob.type === 'image/jpeg')
}

async function replaced(images: readonly HTMLImageElement[]): Promise<{ before: number; after: number } | null> {
  const [first] = images
  const share = Math.max(...images.map(drawnShare)) * perPixel
  // Nothing is drawn of one that is hidden, as that for the other theme.
  if (first === undefined || !(share > 0 && share < worthwhile)) return null
  const answer = await fetch(first.src)
  const blob = await answer.blob()
  if (!answer.ok || !scalable.has(blob.type)) return null
  const small = await shrunk(blob, share)
  if (small.size >= blob.size) return null
  const address = URL.createObjectURL(small)
  for (const image of images) image.src = address
  await Promise.all(images.map((image) => image.decode()))
  return { before: blob.size, after: small.size }
}

/** Pictures that were made for the job before; its pages are gone. */
function forgetOthers(root: ParentNode, made: Set<string>): void {
  const shown = new Set(Array.from(root.querySelectorAll('img'), ({ src }) => src))
  for (const address of made) {
    if (shown.has(address)) continue
    URL.revokeObjectURL(address)
    made.delete(address)
  }
}
const made = new Set<string>()

/**
 * Scales the pictures that are laid out to what is shown of them in print, where that makes them smaller: each once, however
 * often it is shown, and one after the other, as one alone may take half a gigabyte. One that cannot be scaled stays as it is.
 * @returns what that saved, in bytes
 */
export async function scalePictures(root: ParentNode): Promise<ScaledPictures> {
  forgetOthers(root, made)
  const loaded = Array.from(root.querySelectorAll('img')).filter(({ naturalWidth }) => naturalWidth > 0)
  let scaled: ScaledPictures = { pictures: 0, before: 0, after: 0 }
  for (const same of Map.groupBy(loaded, ({ src }) => src).values()) {
    const { before, after } = (await replaced(same).catch(() => null)) ?? { before: 0, after: 0 }
    if (before === 0) continue
    if (same[0]) made.add(same[0].src)
    scaled = { pictures: scaled.pictures + 1, before: scaled.before + before, after: scaled.after + after }
  }
  return scaled
}
