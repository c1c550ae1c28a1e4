/** The decks of the courses that come with Lectern, read as the services read them. */
import { langs, type Deck } from '../../../src/contract/deck.ts'
import { parseDeck, parseQuestions } from '../../../src/core/deck/index.ts'
import { catalogue } from '../../../src/core/scenes/index.ts'

const files: Readonly<Record<string, string>> = import.meta.glob('../../../slides/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const pathOf = /\/slides\/([^/]+)\/([^/]+)\.(ko|en)\.md$/

export const bundledDecks: readonly Deck[] = Object.entries(files).flatMap(([file, text]) => {
  const [, course = '', name = '', written] = pathOf.exec(file) ?? []
  const lang = langs.find((one) => one === written)
  if (lang === undefined || name === 'questions') return []
  const asked = files[file.replace(name, 'questions')] ?? ''
  const { questions } = parseQuestions(asked, { file: 'questions', lang, scenes: catalogue })
  return [parseDeck(text, { file: name, ref: { course, name, lang }, scenes: catalogue, questions }).deck]
})
