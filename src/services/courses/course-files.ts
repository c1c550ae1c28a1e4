import { langs, type Lang } from '../../contract/deck.ts'

/** What a file of a course is, by its name; `lang` is null where the file itself must say. */
export type CourseFileKind =
  | { readonly kind: 'deck'; readonly name: string; readonly lang: Lang | null }
  | { readonly kind: 'questions'; readonly lang: Lang | null }
  | { readonly kind: 'course' }
  | { readonly kind: 'glossary' }

/**
 * Tells decks (`NAME.ko.md`, `NAME.lectern.md`), question files (`questions.ko.md`), `course.yaml` and `glossary.yaml`
 * from other files.
 */
export function courseFileKind(fileName: string): CourseFileKind | null {
  if (fileName === 'course.yaml' || fileName === 'course.yml') return { kind: 'course' }
  if (fileName === 'glossary.yaml' || fileName === 'glossary.yml') return { kind: 'glossary' }
  // Some systems keep names decomposed; the name of a deck is the same everywhere.
  const [, name, ending] = /^([^.].*)\.(ko|en|lectern)\.md$/.exec(fileName.normalize('NFC')) ?? []
  if (name === undefined) return null
  const lang = langs.find((one) => one === ending) ?? null
  return name === 'questions' ? { kind: 'questions', lang } : { kind: 'deck', name, lang }
}
