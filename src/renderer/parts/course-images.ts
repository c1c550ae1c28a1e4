/** The images in words of a course: where they come from, and what stands for one that cannot be shown. */
import { getContext, setContext } from 'svelte'
import { shell } from '../shell.ts'

/** Where the shell serves the pictures of a course's folder. */
export const imageBaseOf = (course: string): string => `${shell.ownBase}course/${encodeURIComponent(course)}/`

const key = Symbol('image base')

/** Says for the words inside of a component what the paths of their images are relative to. */
export const provideImageBase = (base: () => string): void => void setContext(key, base)

/** What was said so around a component; without it paths stay as they are. */
export const nearestImageBase = (): (() => string) => getContext<(() => string) | undefined>(key) ?? (() => '')

/**
 * Words of a course made ready for a window: images are looked for where the course is served, those that stand alone have
 * their titles as captions, a frame stands for one that cannot be shown, and a corner of a table where nothing is written is no heading.
 */
export function withImages(html: string, imageBase: string): string {
  if (!/<(?:img|svg|video|audio|th)/.test(html)) return html
  const template = document.createElement('template')
  template.innerHTML = html
  const images = template.content.querySelectorAll('img')
  for (const paragraph of template.content.querySelectorAll('p:has(> img, > svg, > video, > audio)'))
    setApart(paragraph)
  for (const image of images) {
    const path = image.getAttribute('src')
    if (path) image.setAttribute('src', addressIn(imageBase, path))
    else image.replaceWith(frameFor(image))
  }
  const media = template.content.querySelectorAll<HTMLMediaElement>('[data-media]')
  for (const one of media) readyMedia(one, imageBase)
  for (const drawing of template.content.querySelectorAll<SVGElement>('[data-drawing]')) {
    if (drawing.parentElement?.matches('p, figure, li, td, h2') !== true) drawing.dataset['alone'] = ''
    giveOwnIds(drawing)
  }
  for (const heading of template.content.querySelectorAll('th:empty')) heading.replaceWith(document.createElement('td'))
  // Between comments an image may give way to its frame later: Svelte knows its words by where they begin and end.
  return images.length + media.length > 0 ? `<!---->${template.innerHTML}<!---->` : template.innerHTML
}

const addressIn = (imageBase: string, path: string): string => imageBase + path.replace(/\/{2,}/g, '/')

/** The name of the file that an address leads to. */
function fileNameOf(address: string): string {
  const name =
    address
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/**
 * Makes video or audio ready to be shown: with a still, and its file's name beside it for where it cannot play. What lets it be
 * played comes only where the talk is given (`slide/playing.ts`).
 */
function readyMedia(media: HTMLMediaElement, imageBase: string): void {
  const path = media.getAttribute('src')
  if (!path) {
    media.replaceWith(frameFor(media))
    return
  }
  media.setAttribute('src', addressIn(imageBase, path))
  media.setAttribute('preload', 'metadata')
  const poster = media.getAttribute('poster')
  if (poster !== null) media.setAttribute('poster', addressIn(imageBase, poster))
  const isVideo = media instanceof HTMLVideoElement
  // Of a sound nothing else is seen there.
  const said = [isVideo ? '' : (media.ariaLabel ?? ''), fileNameOf(path)].filter((text) => text !== '')
  const name = Object.assign(document.createElement('span'), { textContent: said.join(' · ') })
  name.dataset['file'] = isVideo ? 'video' : 'audio'
  media.after(name)
}

/** How many drawings this window has shown. */
let drawings = 0

/** Gives what a drawing refers to ids that nothing else on the page has: the same slide may stand on it many times. */
function giveOwnIds(drawing: SVGElement): void {
  drawings += 1
  const own = (id: string): string => `${id}-${drawings}`
  for (const part of [drawing, ...drawing.querySelectorAll('*')]) {
    if (part.id !== '') part.id = own(part.id)
    for (const { name, value } of part.attributes) {
      if (name === 'href') part.setAttribute(name, own(value))
      else if (value.startsWith('url(#')) part.setAttribute(name, value.replace(/#[^)]*/, own))
    }
  }
}

const isPicture = (element: Element | null): element is HTMLImageElement | HTMLMediaElement | SVGElement =>
  element instanceof HTMLImageElement ||
  element instanceof HTMLMediaElement ||
  (element instanceof SVGElement && 'drawing' in element.dataset)
const titleOf = (image: Element): string => image.getAttribute('title')?.trim() ?? ''

/** Marks pictures that have a paragraph for themselves; where they have titles, each becomes a figure with its caption. */
function setApart(paragraph: Element): void {
  const images = Array.from(paragraph.children)
  const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''
  if (Array.from(paragraph.childNodes).some(isText) || !images.every(isPicture)) return
  for (const image of images) image.dataset['alone'] = ''
  if (images.every((image) => titleOf(image) === '')) return
  // What is shown in the dark stands behind what is shown else, in one figure.
  const figures = images
    .filter(({ dataset }) => dataset['look'] !== 'dark')
    .map((image) => {
      const figure = document.createElement('figure')
      for (const { name, value } of paragraph.attributes) figure.setAttribute(name, value)
      const dark = image.nextElementSibling
      if (titleOf(image) !== '')
        figure.append(Object.assign(document.createElement('figcaption'), { textContent: titleOf(image) }))
      if (isPicture(dark) && dark.dataset['look'] === 'dark') figure.prepend(dark)
      figure.prepend(image)
      for (const one of figure.querySelectorAll('img, [data-drawing], [data-media]')) one.removeAttribute('title')
      return figure
    })
  paragraph.replaceWith(...figures)
}

/** A quiet frame in the place of an image, video or audio: what it shows and, where it is one of the web, its address. */
function frameFor(image: HTMLImageElement | HTMLMediaElement): HTMLElement {
  const name = image instanceof HTMLImageElement ? image.alt : (image.ariaLabel ?? '')
  const said = [name, image.dataset['missing'] ?? ''].filter((text) => text.trim() !== '')
  const frame = document.createElement('span')
  frame.dataset['frame'] = ''
  if (said.length > 0) {
    frame.role = 'img'
    frame.ariaLabel = said.join(', ')
  } else frame.ariaHidden = 'true'
  for (const text of said) frame.append(Object.assign(document.createElement('span'), { textContent: text }))
  if (image.dataset['missing']) frame.lastElementChild?.setAttribute('data-address', '')
  const { parentElement } = image
  if (parentElement === null || (parentElement.matches('p, .body') && parentElement.textContent.trim() === ''))
    frame.dataset['alone'] = ''
  for (const name of ['alone', 'look', 'from', 'later'])
    if (image.dataset[name] !== undefined) frame.dataset[name] = image.dataset[name]
  return frame
}

/** Puts a frame in the place of each image within an element that does not load, and tells its address there. */
export function framesForUnloaded(element: HTMLElement): () => void {
  const giveWay = (image: HTMLImageElement | HTMLMediaElement): void => {
    const frame = frameFor(image)
    frame.dataset['unloaded'] = image.src
    image.replaceWith(frame)
  }
  const failed = ({ target }: Event): void => {
    if (target instanceof HTMLImageElement || target instanceof HTMLMediaElement) giveWay(target)
  }
  for (const media of element.querySelectorAll<HTMLMediaElement>('[data-media]')) if (media.error) giveWay(media)
  for (const image of element.querySelectorAll('img')) if (image.complete && image.naturalWidth === 0) giveWay(image)
  element.addEventListener('error', failed, { capture: true })
  return () => element.removeEventListener('error', failed, { capture: true })
}
