/** What a hostile text must not do to a page, looked for in what was drawn and in what the browser did. */
import { alarm } from '../../unit/deck/hostile-texts.ts'

const forbidden =
  'script, iframe, frame, frameset, object, embed, applet, portal, base, meta, link, template, form, noscript, foreignObject, animate, set, animateMotion, animateTransform, svg image, svg style, feImage, use:not([href^="#drawing-"])'
/** Beside these, what windows have of their own and words of a course never. */
const foreign =
  'style, button, select, textarea, dialog, svg:not([data-drawing]), math, audio:not([data-media]), video:not([data-media]), source, track, picture, canvas, slot, map, area, marquee, title, body, head, html, plaintext, xmp'

/** Addresses that load something or run it. A link may lead to the web, and then only to a person who presses it. */
const loading = new Set([
  'src',
  'srcset',
  'poster',
  'background',
  'data',
  'action',
  'formaction',
  'ping',
  'cite',
  'xlink:href',
])

const attributes =
  /^(?:href|src|alt|title|lang|dir|align|aria-label|aria-describedby|checked|disabled|type|colspan|rowspan|datetime|height|width|open|reversed|scope|start|value|cite|class|id|data-(?:from|lit|lit-from|on|line|later|stepping|column|part|details|summary|folded|rows|verb|said|command|hint|key-points|answer|footnotes|footnote-ref|footnote-backref|term|frame|alone|address|fill|look|turn|until|media|file)|preload|controls|poster)$/
const classes =
  /^(?:hljs(?:-[\w-]+)?|language-\S+|task-list-item|contains-task-list|footnotes|sr-only|data-footnote-backref|[\w-]+_)$/

/** What a drawing is made of; in it, and nowhere else. */
const drawn =
  'svg[data-drawing] :is(svg, g, defs, symbol, use, marker, path, rect, circle, ellipse, line, polyline, polygon, text, tspan, textPath, linearGradient, radialGradient, stop, pattern, clipPath, mask, filter), svg[data-drawing] filter *'
const drawnAttributes =
  /^(?:viewBox|[xyd]|[dcrf][xy]|[xy][12]|r|rx|ry|points|transform|fill|stroke|stroke-[a-z]+|fill-(?:rule|opacity)|opacity|offset|stop-color|clip-path|mask|filter|marker-(?:start|mid|end)|preserveAspectRatio|role|font-(?:family|size|weight)|data-drawing|href|id)$/

function* wrongInDrawing(element: Element): Generator<string> {
  if (!element.matches(`svg[data-drawing], ${drawn}`)) yield 'element'
  for (const { name, value } of element.attributes) {
    if (!drawnAttributes.test(name) && !attributes.test(name)) yield `${name}="${value}"`
    if (name === 'href' && !value.startsWith('#drawing-')) yield 'href'
    if (name === 'id' && !value.startsWith('drawing-')) yield 'id'
    if (/url|\\/i.test(value) && !/^url\(#drawing-[\w.:-]+\)/.test(value)) yield `${name}="${value}"`
  }
}

const short = (element: Element): string => element.outerHTML.slice(0, 160)

function* wrongIn(element: Element): Generator<string> {
  if (element.matches(forbidden)) yield 'element'
  for (const { name, value } of element.attributes) {
    if (/^on/i.test(name) && name !== 'on') yield name
    const url = value.replaceAll(/[\0- ]/g, '').toLowerCase()
    const isAddress = name === 'href' || loading.has(name)
    if (isAddress && /^(?:javascript|vbscript|data|file|blob):/.test(url)) yield name
    if (loading.has(name) && name !== 'cite' && /^(?:[a-z]+:|[/\\]{2})/.test(url)) yield name
  }
}

function* wrongInWords(element: Element): Generator<string> {
  yield* wrongIn(element)
  if (element instanceof SVGElement) {
    yield* wrongInDrawing(element)
    return
  }
  if (element.matches(foreign)) yield 'element'
  for (const { name, value } of element.attributes) {
    const isOurs =
      (name === 'tabindex' && element.matches('dfn[data-term]')) ||
      // What a picture that is not shown is called: words for its frame, which nothing is loaded by.
      (name === 'data-missing' && element.matches(':is(img, video, audio):not([src])')) ||
      (name === 'data-unloaded' && element.matches('[data-frame]')) ||
      ((name === 'role' || name === 'aria-hidden') && element.matches('[data-frame]'))
    if (!attributes.test(name) && !isOurs) yield `${name}="${value}"`
  }
  if (element.id !== '' && !element.id.startsWith('user-content-fn')) yield 'id'
  if (element instanceof HTMLInputElement && element.type !== 'checkbox') yield 'input'
  for (const name of element.classList) if (!classes.test(name)) yield `class ${name}`
  const href = element.getAttribute('href')
  if (href !== null && !/^(?:https:|mailto:|#)/.test(href)) yield 'href'
}

/** What is wrong with a window or a part of it, as it is now. */
export const wrongWithWindow = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].flatMap((element) =>
    [...wrongIn(element)].map((what) => `${what}: ${short(element)}`),
  )

/** What is wrong with words of a course as HTML, and with what another parser makes of what the first one wrote. */
export function wrongWithHtml(html: string): string[] {
  const found: string[] = []
  let text = html
  for (let reading = 0; reading < 2; reading += 1) {
    const template = document.createElement('template')
    template.innerHTML = text
    for (const element of template.content.querySelectorAll('*'))
      for (const what of wrongInWords(element)) found.push(`${what}: ${short(element)}`)
    text = template.innerHTML
  }
  return found
}

interface Seen {
  ran: number
  readonly asked: string[]
  readonly went: string[]
}

/** Notes what runs, what is asked for and where the page would go, from now on; `stop` tells and ends it. */
export function onGuard(): { readonly seen: Seen; stop(): Promise<Seen> } {
  const seen: Seen = { ran: 0, asked: [], went: [] }
  // The page of tests is in a frame, and what is written for one of its own would call out of it.
  const pages = [window, window.parent] as unknown as Record<string, unknown>[]
  for (const page of pages) page[alarm] = () => (seen.ran += 1)
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (URL.parse(name)?.host !== location.host) seen.asked.push(name)
  })
  observer.observe({ type: 'resource' })
  const stay = (event: NavigateEvent): void => {
    if (event.destination.sameDocument) return
    event.preventDefault()
    seen.went.push(event.destination.url)
  }
  navigation.addEventListener('navigate', stay)
  return {
    seen,
    async stop() {
      // Handlers of what could not be loaded come after everything else.
      await new Promise((resolve) => setTimeout(resolve, 200))
      observer.disconnect()
      navigation.removeEventListener('navigate', stay)
      // Not taken away: what comes later still would be an error of the page.
      for (const page of pages) page[alarm] = () => undefined
      return seen
    },
  }
}
