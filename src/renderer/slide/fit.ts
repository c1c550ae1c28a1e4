import type { Attachment } from 'svelte/attachments'
import { areFontsReady, fontsReady } from '../picture/ready.ts'
import { windowCode, wholeCode } from './code-window.ts'
import { freeLines, keepLines } from './kept-lines.ts'

/** Half a pixel: layout rounds. */
const slack = 1

const isOver = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight + slack || element.scrollWidth > element.clientWidth + slack

/** Whether the element or one of the boxes in it that must not scroll holds more than it can show. */
export const overflows = (element: Element): boolean =>
  isOver(element) || Array.from(element.querySelectorAll('pre')).some(isOver)

/**
 * Chooses anew how large an element is drawn whenever it has other room, other faces or other content; where even the
 * smallest does not fit, the element says so by `data-overflows`. What is chosen depends on the complete content and never on
 * the step, so nothing jumps while stepping.
 */
function measured(content: string, choose: (element: HTMLElement) => void): Attachment<HTMLElement> {
  return (element) => {
    if (content === '') return
    let stopped = false
    let fittedTo = ''
    const room = (): string => `${element.clientWidth} ${element.clientHeight}`
    const fit = (): void => {
      if (stopped || element.clientWidth === 0) return
      choose(element)
      growPictures(element)
      element.toggleAttribute('data-overflows', overflows(element))
      fittedTo = room()
    }
    // With other faces it would fit to other sizes, at the price of laying everything out once more.
    if (areFontsReady()) fit()
    else void fontsReady().then(fit)
    // In a frame of its own: fitting changes sizes, which an observer must not while it tells of them.
    const watcher = new ResizeObserver(() => {
      if (room() !== fittedTo) requestAnimationFrame(fit)
    })
    watcher.observe(element)
    // An image takes its room only once it is there, and a seldom character once the face that draws it is.
    element.addEventListener('load', fit, { capture: true })
    element.addEventListener('loadedmetadata', fit, { capture: true })
    document.fonts.addEventListener('loadingdone', fit)
    return () => {
      stopped = true
      watcher.disconnect()
      element.removeEventListener('load', fit, { capture: true })
      element.removeEventListener('loadedmetadata', fit, { capture: true })
      document.fonts.removeEventListener('loadingdone', fit)
    }
  }
}

/**
 * Gives an element the largest of the sizes (pixels, descending) at which its content fits, as `--size`; at the
 * smallest it stays even if it does not fit. `content` is what it holds: with another it is measured again.
 */
export const fitted = (sizes: readonly number[], content: string): Attachment<HTMLElement> =>
  measured(content, (element) => {
    for (const size of sizes) {
      element.style.setProperty('--size', `${size}px`)
      if (!overflows(element)) return
    }
  })

/** The same for a body: where even the smallest is too large, its tables and code become smaller still. */
export const fittedBody = (sizes: readonly number[], content: string): Attachment<HTMLElement> =>
  measured(content, (element) => {
    widen(element)
    leavePictures(element, leastShares[0])
    for (const name of ['--row', '--inner']) element.style.removeProperty(name)
    const [smallest = 24] = sizes.slice(-1)
    for (const size of sizes) {
      element.style.setProperty('--size', `${size}px`)
      if (!overflows(element)) return
    }
    tighten(element, smallest)
  })

/** How large a body is drawn: its type, and the padding above and below its rows, in pixels. */
interface Fill {
  readonly size: number
  readonly row: number
  /** Of tables and code, where it is not that of the rest. */
  readonly inner?: number
}

function draw(element: HTMLElement, { size, row, inner }: Fill): void {
  element.style.setProperty('--size', `${size}px`)
  element.style.setProperty('--row', `${row}px`)
  if (inner === undefined) element.style.removeProperty('--inner')
  else element.style.setProperty('--inner', `${inner}px`)
}

/** Takes back all that is done to what has too little room. */
function widen(element: HTMLElement): void {
  for (const name of ['data-dense', 'data-tight']) element.removeAttribute(name)
  for (const block of element.querySelectorAll('pre')) {
    block.removeAttribute('data-wrap')
    wholeCode(block)
  }
}

/** The smallest type of tables and code, from dense on. */
const inner = [18, 19, 20, 21, 22, 23]

/**
 * Makes the tables and the code of a body smaller than its text, down to 18 px. Where that is not enough, words in tables
 * break, lines of code that are longer than the slide go on in the next one, and code shows the part around its lit lines.
 */
function tighten(element: HTMLElement, size: number): void {
  if (element.querySelector('pre, table') === null) return
  element.toggleAttribute('data-dense', true)
  const isWithin = (at: number): boolean => {
    const own = inner[at]
    draw(element, { size, row: own === undefined ? 6 : Math.floor(own / 2) - 6, ...(own ? { inner: own } : {}) })
    return !overflows(element)
  }
  const smaller = (): boolean => {
    const at = largest(inner.length - 1, isWithin)
    isWithin(at ?? 0)
    return at !== undefined
  }
  if (smaller()) return
  element.toggleAttribute('data-tight', true)
  for (const block of element.querySelectorAll('pre'))
    block.toggleAttribute('data-wrap', block.scrollWidth > block.clientWidth + slack)
  if (isWithin(inner.length) || smaller()) return
  windowCode(element)
}

/** From dense to airy: the rows grow before the type does. */
const fills: readonly Fill[] = [
  ...[6, 8, 10].map((row) => ({ size: 24, row })),
  ...[10, 12].map((row) => ({ size: 26, row })),
  ...[12, 14].map((row) => ({ size: 28, row })),
  ...[14, 16, 18, 20, 22, 24, 26, 28].map((row) => ({ size: 30, row })),
  ...[32, 34, 36, 38].map((size) => ({ size, row: 28 })),
]
/** The type that a body has as long as its rows can do the filling. */
const usual = fills.findLastIndex(({ size }) => size === 30)

/** How much of its room a body takes at least and at most, if it can be helped. */
export const share = { least: 0.6, most: 0.9 } as const

/** Which share of its element's height the content takes, without what stands apart from it. */
export function filledShare(element: HTMLElement): number {
  const parts = Array.from(element.children).filter(
    (part): part is HTMLElement => part instanceof HTMLElement && getComputedStyle(part).position !== 'absolute',
  )
  const top = Math.min(...parts.map((part) => part.offsetTop))
  const bottom = Math.max(...parts.map((part) => part.offsetTop + part.offsetHeight))
  return parts.length === 0 ? 0 : (bottom - top) / element.clientHeight
}

/**
 * Draws a body as large as its amount allows, as `--size` and `--row`: rows as airy as fit, and where that leaves most of
 * the room empty, larger type; where there is too much for that, denser and smaller down to 24 px.
 */
export const filling = (content: string): Attachment<HTMLElement> =>
  measured(content, (element) => {
    // A key point is bold while it is the current one: all have the room for that from the start, and lines that stay.
    const points = Array.from(element.querySelectorAll('[data-key-points] > li'))
    for (const point of points) freeLines(point)
    element.toggleAttribute('data-measuring', true)
    fill(element)
    for (const list of element.querySelectorAll<HTMLElement>('[data-key-points]')) {
      const heights = Array.from(list.children, (point) => (point instanceof HTMLElement ? point.offsetHeight : 0))
      list.style.setProperty('--room', `${Math.max(...heights)}px`)
    }
    for (const point of points) keepLines(point)
    element.toggleAttribute('data-measuring', false)
  })

function fill(element: HTMLElement): void {
  for (const list of element.querySelectorAll<HTMLElement>('[data-key-points]')) list.style.removeProperty('--room')
  widen(element)
  if (picturesOf(element).length > 0) {
    fillBesidePictures(element)
    return
  }
  const show = (at: number): void => draw(element, fills[at] as Fill)
  const isWithin = (at: number, most: number): boolean => {
    show(at)
    return !overflows(element) && filledShare(element) <= most
  }
  const found = largest(usual, (at) => isWithin(at, share.most)) ?? largest(usual, (at) => isWithin(at, 1))
  show(found ?? 0)
  if (found === undefined) tighten(element, (fills[0] as Fill).size)
  if (found === undefined || found < usual) return
  for (let at = usual; at < fills.length - 1 && filledShare(element) < share.least; at += 1) {
    if (isWithin(at + 1, share.most)) continue
    show(at)
    break
  }
}

/** The pictures in a body that take what room is left. */
const picturesOf = (element: HTMLElement): readonly HTMLElement[] =>
  Array.from(element.querySelectorAll<HTMLElement>('img, video, [data-frame][data-alone], svg[data-alone]')).filter(
    (picture) => picture.getClientRects().length > 0,
  )

/** How much of the room pictures have in any case while the type is chosen; less and less where there is much text. */
const leastShares = [0.5, 0.4, 0.3, 0.2, 0.1] as const
/** The type below which text gives way to a picture no more. */
const comfortable = fills.findIndex(({ size }) => size === 26)

/** Gives all pictures together a share of the room: those below each other a part of it each. */
function leavePictures(element: HTMLElement, leastShare: number): void {
  const pictures = picturesOf(element)
  if (pictures.length === 0) return
  const rows = new Set(pictures.map((picture) => Math.round(picture.getBoundingClientRect().top))).size
  element.style.setProperty('--picture', `${Math.floor((element.clientHeight * leastShare) / rows)}px`)
}

/** Draws the text beside pictures: as large as leaves them half of the room, else smaller, else leaves them less. */
function fillBesidePictures(element: HTMLElement): void {
  const fits = (at: number): boolean => {
    draw(element, fills[at] as Fill)
    return !overflows(element)
  }
  for (const leastShare of leastShares) {
    leavePictures(element, leastShare)
    const found = largest(usual, fits)
    if (found !== undefined && found >= (leastShare > 0.2 ? comfortable : 0)) {
      draw(element, fills[found] as Fill)
      return
    }
  }
  draw(element, fills[0] as Fill)
  tighten(element, (fills[0] as Fill).size)
}

/** Lets pictures grow as high as all fits; those that do not even fit small stay so. */
function growPictures(element: HTMLElement): void {
  if (picturesOf(element).length === 0) return
  const least = 48
  const height = largest(element.clientHeight - least, (more) => {
    element.style.setProperty('--picture', `${least + more}px`)
    return !overflows(element)
  })
  element.style.setProperty('--picture', `${least + (height ?? 0)}px`)
}

/** The largest number up to `last` for which something holds that holds for all below it; undefined where it never does. */
function largest(last: number, holds: (at: number) => boolean): number | undefined {
  if (holds(last)) return last
  let [low, high] = [-1, last]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low < 0 ? undefined : low
}
