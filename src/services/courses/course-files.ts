import { langs, type Lang } from '../../contract/deck.ts'

/** What a file of a course is, by its name; `lang` is null where the file itself must say. */
export type CourseFileKind =
  /** `offered`: nothing in its name says that it is one; `aside`: it is mostly about what lies beside it. */
  | {
      readonly kind: 'deck'
      readonly name: string
      readonly lang: Lang | null
      readonly offered?: 'deck' | 'aside'
    }
  | { readonly kind: 'questions'; readonly lang: Lang | null }
  | { readonly kind: 'course' }
  | { readonly kind: 'glossary' }

/**
 * Tells decks (`NAME.ko.md`, `NAME.lectern.md`), question files (`questions.ko.md`), `course.yaml` and `glossary.yaml`
 * from other files. Any other Markdown is a deck too, if only an offered one.
 */
export function courseFileKind(fileName: string): CourseFileKind | null {
  if (fileName === 'course.yaml' || fileName === 'course.yml') return { kind: 'course' }
  if (fileName === 'glossary.yaml' || fileName === 'glossary.yml') return { kind: 'glossary' }
  // Some systems keep names decomposed; the name of a deck is the same everywhere.
  const [, name, ending] = /^([^.].*)\.(ko|en|lectern)\.md$/.exec(fileName.normalize('NFC')) ?? []
  if (name === undefined) return offeredDeck(fileName.normalize('NFC'))
  const lang = langs.find((one) => one === ending) ?? null
  return name === 'questions' ? { kind: 'questions', lang } : { kind: 'deck', name, lang }
}

/** Files that most folders of a project have, by their names. */
const asides =
  /^(?:readme|license|licence|changelog|changes|history|contributing|code[-_]of[-_]conduct|security|support|authors|notice|agents|claude)(?=$|[-_.])/i

function offeredDeck(fileName: string): CourseFileKind | null {
  const [, name] = /^([^.].*)\.md$/i.exec(fileName) ?? []
  return name === undefined ? null : { kind: 'deck', name, lang: null, offered: asides.test(name) ? 'aside' : 'deck' }
}

/** Whether a file makes a course of its folder, and not only with others. */
export function isCourseFile(fileName: string): boolean {
  const kind = courseFileKind(fileName)
  return kind !== null && !(kind.kind === 'deck' && kind.offered !== undefined)
}
