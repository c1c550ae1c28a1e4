import type { Lang, Question } from '../../contract/deck.ts'
import { cardIdOf } from './card-id.ts'

/** A question as Anki is to have it. */
export interface AnkiQuestion {
  /** The name that its card had first, where it had another: Anki knows the note by it. */
  readonly firstCard?: string
  readonly question: Pick<Question, 'id' | 'titleHtml' | 'oneLineHtml' | 'answerHtml' | 'keyPoints' | 'level'>
  /** The decks that ask it, by name. */
  readonly topics: readonly string[]
}

export interface AnkiFile {
  /** The course's key in the log. */
  readonly course: string
  /** The name that Anki's deck gets. */
  readonly deck: string
  readonly lang: Lang
  readonly questions: readonly AnkiQuestion[]
}

/** What every id of ours begins with in Anki. */
const prefix = 'lectern'
const headings = { ko: '핵심', en: 'Key points' } as const
/** Anki escapes nothing within tags: blanks end one, `::` goes a level down. `%` keeps the escapes themselves apart. */
const unfit = /[%\s"]|::/gu

/** A field of the file: within quotes where it holds what else would end it, quotes doubled. */
function quote(field: string): string {
  return /["\t\r\n]|^#|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

const tagPart = (text: string): string => text.replaceAll(unfit, encodeURIComponent)

/** Line breaks mean nothing to HTML but within `<pre>`; there they become the `<br>` that Anki's editor keeps. */
function onOneLine(html: string): string {
  return html
    .replaceAll(/<pre[\s>][\s\S]*?<\/pre>/gu, (code) => code.replaceAll(/\r?\n/gu, '<br>').replaceAll('\t', '    '))
    .replaceAll(/\s+/gu, (space) => (/[\r\n]/u.test(space) ? ' ' : space))
    .trim()
}

function backOf({ oneLineHtml, answerHtml, keyPoints }: AnkiQuestion['question'], lang: Lang): string {
  const points = keyPoints.map(({ html, core }) => (core ? `<li><b>${html}</b></li>` : `<li>${html}</li>`)).join('')
  const list = points === '' ? '' : `<p>${headings[lang]}</p><ol>${points}</ol>`
  const oneLine = oneLineHtml === '' ? '' : `<blockquote>${oneLineHtml}</blockquote>`
  return onOneLine(oneLine + list + answerHtml)
}

/**
 * A file for Anki's text import, as described in https://docs.ankiweb.net/importing/text-files.html: one note a
 * question, its GUID made of the card's first name and the language so that a later import updates the note, whatever
 * question and folder are called by then. The present id stands in a tag, too: Anki's own export leaves GUIDs out
 * unless told otherwise.
 */
export function ankiFile({ course, deck, lang, questions }: AnkiFile): string {
  const header = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
    '#columns:GUID\tDeck\tFront\tBack\tTags',
  ]
  const rows = questions.map(({ question, topics, firstCard = cardIdOf(course, question.id) }) => {
    const tags = [
      `${prefix}::${lang}::${tagPart(course)}::${tagPart(question.id)}`,
      ...topics.map((topic) => tagPart(topic)),
      ...(question.level === null ? [] : [tagPart(question.level)]),
    ]
    const front = onOneLine(question.titleHtml)
    return [`${prefix}:${lang}:${firstCard}`, deck, front, backOf(question, lang), tags.join(' ')].map(quote).join('\t')
  })
  return [...header, ...rows, ''].join('\n')
}
