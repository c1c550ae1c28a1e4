/** What links and images of a deck lead to. */
import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Point } from './lines.ts'
import type { Report } from './problem-report.ts'

export interface Target {
  /** As written, decoded: an image's path or a link's slide id. */
  readonly to: string
  readonly at: Point
}

/** The targets found so far; whether they exist is asked when all slides and files are known. */
export interface Targets {
  readonly links: Target[]
  readonly images: Target[]
}

const footnote = 'user-content-fn'
/** Of an image from elsewhere, in characters. */
const longestName = 200

/**
 * Looks at the link or image of an element and takes the target out where it cannot be followed.
 * @param scope set into the ids of footnotes, which must differ between slides
 */
export function followTarget(element: Element, at: Point, scope: string, targets: Targets, report: Report): void {
  const { properties } = element
  const scoped = (value: string) => value.replace(footnote, `${footnote}-${scope}-`)
  if (typeof properties['id'] === 'string' && properties['id'].startsWith(footnote))
    properties['id'] = scoped(properties['id'])
  const isMedia = element.tagName === 'video' || element.tagName === 'audio'
  if (typeof properties['poster'] === 'string') followPoster(properties, at, targets, report)
  if ((element.tagName === 'img' || isMedia) && typeof properties['src'] === 'string') {
    const { src } = properties
    // Only we say what is missing.
    delete properties['dataMissing']
    if (isElsewhere(src)) {
      report.add(at, isMedia ? 'remote-media' : 'remote-image', src)
      delete properties['src']
      const address = asBrowsersRead(src)
      // Nobody in the audience is told a path, and an image that is written out in the text is no name.
      const isOfWeb = /^(?:https?:)?[\\/]{2}/i.test(address)
      properties['dataMissing'] = isOfWeb && address.length <= longestName ? address : ''
    } else targets.images.push({ to: imagePath(src), at })
  }
  if (element.tagName !== 'a' || typeof properties['href'] !== 'string') return
  const { href } = properties
  const protocol = /^([^/?#:]*):/.exec(href)?.[1]?.toLowerCase()
  if (href.startsWith(`#${footnote}`)) {
    properties['href'] = scoped(href)
    delete properties['ariaDescribedBy']
  } else if (href.startsWith('#')) targets.links.push({ to: decoded(href.slice(1)), at })
  else if (protocol !== 'https' && protocol !== 'mailto') {
    const isScript = protocol !== undefined && protocol !== 'http'
    // An address that merely stands in the text, such as http://localhost, stays text.
    const isMentioned = ['', 'http://'].some((before) => before + toString(element) === href)
    if (isScript) report.add(at, 'html-removed', `href="${href}"`)
    else if (!isMentioned) report.add(at, 'unopenable-link', href)
    delete properties['href']
  }
}

/** Whether an address leads out of the folder, or names a place of its own in it. */
const isElsewhere = (src: string): boolean => /^(?:[a-z][\w+.-]*:|[\\/])/i.test(asBrowsersRead(src))

/** What stands for a video until it plays is an image like others. */
function followPoster(properties: Element['properties'], at: Point, targets: Targets, report: Report): void {
  const poster = String(properties['poster'])
  if (!isElsewhere(poster)) {
    targets.images.push({ to: imagePath(poster), at })
    return
  }
  report.add(at, 'remote-image', poster)
  delete properties['poster']
}

/** Without what browsers leave out of an address, https://url.spec.whatwg.org/#url-parsing: `ht\ttp:` is one of the web. */
const asBrowsersRead = (address: string): string => address.replaceAll(/^[\0- ]+|[\t\n\r]+/g, '')

/** An address without what is asked of it and the place within it. */
function pathOf(address: string): string {
  const end = address.search(/[?#]/)
  return end < 0 ? address : address.slice(0, end)
}

/** The file that the address of an image means, relative to the deck's folder. */
export const imagePath = (src: string): string => decoded(pathOf(src))

/** What a link or an image names, as it was written before it became an address. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
