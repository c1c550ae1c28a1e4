import type { ScaledPictures } from '../../contract/library.ts'
import type { Overflow, PrintFindings } from '../../contract/print.ts'
import { notDrawn } from './not-drawn.ts'

/** Layout rounds to whole pixels. */
const slack = 1

const rooms = [
  ['top', '.kicker'],
  ['title', '.title'],
  ['body', '.body'],
  ['question', '.asks'],
  ['caption', '.caption'],
  ['foot', 'footer > .foot'],
  ['foot', 'footer > .own'],
] as const

function excess(element: Element): number {
  const inner = Array.from(element.querySelectorAll('pre'))
  const by = [element, ...inner].flatMap((one) => [
    one.scrollHeight - one.clientHeight,
    one.scrollWidth - one.clientWidth,
  ])
  return Math.max(...by)
}

function overflowsOf(sheet: HTMLElement): Overflow[] {
  const { slide = '', step = '1' } = sheet.dataset
  const told = (part: Overflow['part'], selector: string): Overflow[] => {
    const room = sheet.querySelector(selector)
    const by = room === null ? 0 : excess(room)
    return by > slack ? [{ slide, step: Number(step), part, by }] : []
  }
  const parts = rooms.flatMap(([part, selector]) => told(part, selector))
  // What leaves the slide is mostly one of its parts, and then that is what to say.
  return parts.length > 0 ? parts : told('slide', '.slide')
}

/** The path of a picture in the folder of its course, of the address that it was looked for at. */
function pathOf(address: string): string {
  const [, path = address] = /\/course\/[^/]+\/([^?#]*)/.exec(address) ?? []
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function unloadedOf(sheet: HTMLElement): PrintFindings['unloaded'] {
  const slide = sheet.dataset['slide'] ?? ''
  return Array.from(sheet.querySelectorAll<HTMLElement>('[data-unloaded]'), ({ dataset }) => ({
    slide,
    path: pathOf(dataset['unloaded'] ?? ''),
  }))
}

function notDrawnOn(sheet: HTMLElement): PrintFindings['notDrawn'] {
  const characters = notDrawn(sheet.textContent)
  return characters.length === 0 ? [] : [{ slide: sheet.dataset['slide'] ?? '', characters: characters.join(' ') }]
}

/** What the pages that are laid out do not show as it was meant. */
export function findings(scaled?: ScaledPictures): PrintFindings {
  const sheets = Array.from(document.querySelectorAll<HTMLElement>('.page[data-slide]'))
  return {
    overflows: sheets.flatMap(overflowsOf),
    unloaded: sheets.flatMap(unloadedOf),
    notDrawn: sheets.flatMap(notDrawnOn),
    ...(scaled !== undefined && scaled.pictures > 0 && { scaled }),
  }
}
