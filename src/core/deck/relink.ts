import type { Question, Slide } from '../../contract/deck.ts'

const attributes = '(?:[^>"]|"[^"]*")*?'
// Links do not nest, so the next `</a>` is the link's own.
const link = new RegExp(`<a(?=\\s)(${attributes}\\shref=")#([^"]*)("${attributes})>([^]*?)</a>`, 'g')

/**
 * Lets the links of a slide, as the deck's parser wrote them, lead to where its targets are now.
 * @param ids where the slides of its deck are now, by their ids; a link to any other slide becomes plain text
 * @param id what the slide itself is called now: its footnotes are told from those of others by it
 */
export function relink(slide: Slide, ids: ReadonlyMap<string, string>, id: string): Slide {
  const html = (written: string): string => {
    return withFootnotesOf(id, slide.id, written).replace(
      link,
      (whole, before: string, target: string, after: string, inner: string) => {
        if (target.startsWith('user-content-')) return whole
        const now = ids.get(target)
        return now === undefined ? inner : `<a${before}#${now}${after}>${inner}</a>`
      },
    )
  }
  return {
    ...slide,
    id,
    titleHtml: html(slide.titleHtml),
    html: html(slide.html),
    notes: slide.notes.map((note) => ({ ...note, html: html(note.html) })),
    question: slide.question && relinkedQuestion(slide.question, html),
  }
}

/** The ids of footnotes, and the links to them, bear the id of their slide. */
function withFootnotesOf(id: string, before: string, html: string): string {
  if (id === before) return html
  return html.replace(/(?<=["#]user-content-fn-)[^"]*/g, (name) =>
    name.startsWith(`${before}-`) ? id + name.slice(before.length) : name,
  )
}

function relinkedQuestion(question: Question, html: (written: string) => string): Question {
  return {
    ...question,
    oneLineHtml: html(question.oneLineHtml),
    answerHtml: html(question.answerHtml),
    keyPoints: question.keyPoints.map((point) => ({ ...point, html: html(point.html) })),
    mistakes: question.mistakes.map(html),
    sources: question.sources.map(html),
  }
}
