import { toHtml } from 'hast-util-to-html'
import { linesOf } from './lines.ts'
import type { SlideBody } from './slide-body.ts'

/** About as much as a slide can show, in UTF-16 units. */
const most = 2000

/** A text without its comments, which are a speaker's; one that is never closed goes on to the end. */
function withoutComments(text: string): string {
  const parts = text.split('<!--')
  return [parts[0], ...parts.slice(1).map((part) => /-->([^]*)/.exec(part)?.[1] ?? '')].join('')
}

const asText = (value: string): string => toHtml({ type: 'text', value: value.toWellFormed() })

/** What stands below a slide's block as plain words, where it cannot be read as Markdown: a heading and paragraphs. */
export function plainBody(text: string): Pick<SlideBody, 'heading' | 'html'> {
  // What is left out is not looked at: there may be half a megabyte of it.
  const lines = linesOf(withoutComments(text.slice(0, most * 10))).map((line) => line.text.trim())
  const at = lines.findIndex((line) => /^#{1,6}[ \t]/.test(line))
  const heading = at < 0 ? '' : (lines[at] ?? '').replace(/^#+[ \t]+/, '').slice(0, most)
  const rest = lines
    .filter((_, index) => index !== at)
    .join('\n')
    .trim()
  const shown = rest.length > most ? `${rest.slice(0, most)}…` : rest
  const paragraphs = shown.split(/\n{2,}/).filter((paragraph) => paragraph !== '')
  return {
    heading: heading === '' ? null : { text: heading, html: asText(heading) },
    html: paragraphs.map((paragraph) => `<p>${asText(paragraph)}</p>`).join('\n'),
  }
}
