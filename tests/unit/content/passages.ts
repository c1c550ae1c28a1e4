import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { langs, type Deck, type Lang, type Question } from '../../../src/contract/deck.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { loadCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'
import { cornersAt, words } from '../diagram/inspect.ts'
import { view } from '../diagram/rough.ts'

/** The folder of the Docker course. */
export const folder = join(import.meta.dirname, '../../../slides/docker')

/** Some words of the course and where they stand. */
export interface Passage {
  readonly where: string
  readonly text: string
  /** Said by a picture, not by a file of the course. */
  readonly isDrawn?: true
}

/** HTML as it reads: without code, which has its own spelling, and without tags. */
const reading = (html: string): string =>
  html
    .replace(/<pre[^]*?<\/pre>/g, '\n')
    .replace(/<code[^>]*>[^]*?<\/code>/g, '`')
    .replace(/<\/?(?:p|li|ul|ol|td|th|tr|table|thead|tbody|h\d|div|blockquote|br)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')

const ofDeck = ({ ref, slides }: Deck): Passage[] =>
  slides.map(({ id, titleHtml, html, notes }) => ({
    where: `${ref.name}/${id}`,
    text: reading([titleHtml, html, ...notes.map((note) => note.html)].join('\n')),
  }))

const ofQuestion = (one: Question): Passage => {
  const { id, titleHtml, oneLineHtml, answerHtml, keyPoints, mistakes, sources } = one
  const points = keyPoints.map(({ html }) => html)
  return {
    where: id,
    text: reading([titleHtml, oneLineHtml, answerHtml, ...points, ...mistakes, ...sources].join('\n')),
  }
}

/** What a frame says in our words; what a terminal shows was recorded. */
const drawnIn = ({ marks }: Frame): string[] =>
  words(
    marks.filter(({ kind }) => kind !== 'terminal'),
    () => 0,
  ).map(({ text }) => text)

/** Every sentence that an object holds in both languages, wherever in it. */
function said(value: unknown, lang: Lang): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { ko, en } = value as { ko?: unknown; en?: unknown }
  if (typeof ko === 'string' && typeof en === 'string') return [lang === 'ko' ? ko : en]
  return Object.values(value).flatMap((inner) => said(inner, lang))
}

/** As wide as a slide, and as narrow as a picture gets, where it says things shorter. */
const widths = [1168, 760]

const ofScenes = (lang: Lang): Passage[] =>
  scenes.flatMap((scene) => [
    { where: scene.id, text: said([scene.title, scene.knobs], lang).join('\n'), isDrawn: true as const },
    ...scene.steps.map(({ id, title, caption, myth, foot, predict }) => {
      const told = said([title, caption, myth, foot, predict], lang)
      const drawn = widths.flatMap((width) =>
        cornersAt(scene, id).flatMap((knobs) => drawnIn(frameAt(scene, id, knobs, view(lang, width)))),
      )
      return { where: `${scene.id} ${id}`, text: [...told, ...new Set(drawn)].join('\n'), isDrawn: true as const }
    }),
  ])

/** The Docker course as it is on disk, and all that it says in each language, its pictures too. */
export async function readCourse(): Promise<{
  readonly course: LoadedCourse
  readonly passages: Readonly<Record<Lang, readonly Passage[]>>
}> {
  const course = await loadCourse(folder, { id: 'docker', bundled: true })
  const list = await readFile(join(folder, 'coverage.yaml'), 'utf8')
  const passagesIn = (lang: Lang): Passage[] => [
    ...course.decks.filter(({ ref }) => ref.lang === lang).flatMap(ofDeck),
    ...course.questions[lang].map(ofQuestion),
    ...course.glossary.map(({ id, term, definition }) => ({
      where: `glossary ${id}`,
      text: `${term[lang]}\n${definition[lang].replace(/`[^`]*`/g, '`')}`,
    })),
    { where: 'course.yaml', text: `${course.title[lang]}\n${course.description[lang]}` },
    ...[...list.matchAll(/^ {4}(ko|en): (.*)$/gm)]
      .filter(([, of]) => of === lang)
      .map(([, , text = '']) => ({ where: 'coverage.yaml', text })),
    ...ofScenes(lang),
  ]
  const [ko, en] = langs.map(passagesIn)
  return { course, passages: { ko: ko ?? [], en: en ?? [] } }
}

/** Every line of the passages in which something stands, with where it is. */
export const linesWith = (passages: readonly Passage[], what: RegExp): string[] =>
  passages.flatMap(({ where, text }) =>
    text.split('\n').flatMap((line) => (what.test(line) ? [`${where}: ${line.trim()}`] : [])),
  )
