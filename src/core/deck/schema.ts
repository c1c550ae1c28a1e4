/** What may stand in the YAML blocks: the one source of the checks and of the JSON Schemas that editors complete from. */
import * as v from 'valibot'
import { emblems, langs, layouts } from '../../contract/deck.ts'
import { lookEntries } from './look-schema.ts'
import { oneSlidePattern, referencePattern } from './slide-reference.ts'
import { described, line } from './described.ts'

/** What ids are made of, as a class of a regular expression: letters of any script, small where there are capitals, digits. */
export const idLetters =
  'a-z0-9\\u00df-\\u00f6\\u00f8-\\u024f\\u0370-\\u1fff\\u3040-\\u318f\\u3400-\\ud7a3\\uf900-\\ufaff'
export const idPattern = new RegExp(`^[${idLetters}]+(?:-[${idLetters}]+)*$`)
const id = v.pipe(v.string(), v.regex(idPattern), v.maxLength(100))
const word = v.pipe(v.string(), v.regex(/^\S+$/), v.maxLength(100))
const planned = v.pipe(v.number(), v.gtValue(0), v.maxValue(86_400))

const ownId = (of: string) =>
  described(
    id,
    `The name of this ${of}, unique in its file and the same in every language.`,
    '한글, 영문 소문자, 숫자를 붙임표로 이어 쓰세요.',
    'Lower-case letters (or Hangul) and digits joined by hyphens.',
  )
const questionIds = (description: string) =>
  described(
    v.array(id),
    description,
    '질문 `id`의 목록이어야 해요: `[q-one, q-two]`.',
    'A list of question ids: `[q-one, q-two]`.',
  )
const scene = described(word, 'The picture to draw.', '그림의 이름이어야 해요.', 'The name of a picture.')
const sceneStep = described(
  word,
  'The one step of the picture to show.',
  '그림의 단계 하나여야 해요: `VC-5`.',
  'One step of the picture: `VC-5`.',
)
const covers = described(
  v.array(word),
  'The coverage items that this part carries.',
  '항목 이름의 목록이어야 해요: `[S1.1-07]`.',
  'A list of item names: `[S1.1-07]`.',
)
const fact = v.strictObject({
  id,
  asOf: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/)),
  source: v.pipe(v.string(), v.regex(/^https:\/\/\S+$/), v.maxLength(1000)),
})
const facts = described(
  v.pipe(
    v.array(fact),
    v.check((all) => new Set(all.map((one) => one.id)).size === all.length),
  ),
  'What this slide says that will not stay true.',
  '`{id, asOf, source}`의 목록이어야 해요. `id`는 서로 다르고, `asOf`는 `2026-11`이나 `2026-11-23`, `source`는 `https:` 주소예요.',
  'A list of `{id, asOf, source}`: each `id` once, `asOf` like `2026-11` or `2026-11-23`, `source` an `https:` address.',
)
const level = described(
  line,
  'How deep the question goes, in a word.',
  '한 줄의 글이어야 해요: `기본`.',
  'A line of text: `basic`.',
)
const core = described(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
  'The numbers of the key points that must be said.',
  '핵심의 번호 목록이어야 해요: `[1, 2]`.',
  'A list of key point numbers: `[1, 2]`.',
)

export const deckSchema = v.strictObject({
  title: described(
    line,
    'The title of the deck.',
    '한 줄의 글이어야 해요. 숫자라면 따옴표로 감싸세요.',
    'A line of text; put quotes around a number.',
  ),
  lang: v.optional(
    described(v.picklist(langs), 'The language of the deck.', '`ko`나 `en`이어야 해요.', 'Either `ko` or `en`.'),
  ),
  minutes: v.optional(
    described(planned, 'The planned length.', '0보다 큰 분 단위 숫자여야 해요.', 'A number of minutes above 0.'),
  ),
  emblem: v.optional(
    described(
      v.picklist(emblems),
      'The small picture by which the deck is told apart.',
      `다음 가운데 하나여야 해요: ${emblems.join(', ')}.`,
      `One of ${emblems.join(', ')}.`,
    ),
  ),
  cover: v.optional(
    described(
      v.boolean(),
      'Whether a cover is made for a deck that has none.',
      '`true`나 `false`여야 해요.',
      'Either `true` or `false`.',
    ),
  ),
  tile: v.optional(
    described(
      word,
      'The slide by which the library shows the deck.',
      '이 덱에 있는 슬라이드의 `id`여야 해요.',
      'The `id` of a slide of this deck.',
    ),
  ),
  ...lookEntries,
})

export const slideSchema = v.strictObject({
  id: ownId('slide'),
  layout: v.optional(
    described(
      v.picklist(layouts),
      'How the slide is laid out.',
      '레이아웃 이름이어야 해요.',
      `One of ${layouts.join(', ')}.`,
    ),
  ),
  diagram: v.optional(scene),
  steps: v.optional(
    described(
      v.union([word, v.array(word)]),
      'The steps of the picture to play here, or how the body is revealed.',
      '그림의 단계(`VC-2..VC-3`, `[VC-2, VC-5]`, `VC-2`)나 `list`여야 해요.',
      'Steps of the picture (`VC-2..VC-3`, `[VC-2, VC-5]`, `VC-2`) or `list`.',
    ),
  ),
  at: v.optional(sceneStep),
  predict: v.optional(
    described(
      v.boolean(),
      'Whether the picture asks before it answers, where its steps do.',
      '`true`나 `false`여야 해요.',
      'Either `true` or `false`.',
    ),
  ),
  seconds: v.optional(
    described(planned, 'The planned time.', '0보다 큰 초 단위 숫자여야 해요.', 'A number of seconds above 0.'),
  ),
  covers: v.optional(covers),
  asks: v.optional(questionIds('The questions that this slide answers.')),
  facts: v.optional(facts),
  title: v.optional(
    described(
      line,
      'What the slide is called in lists where it has no heading.',
      '한 줄의 글이어야 해요. 숫자라면 따옴표로 감싸세요.',
      'A line of text; put quotes around a number.',
    ),
  ),
  level: v.optional(level),
  core: v.optional(core),
  followups: v.optional(questionIds('The questions that are likely to come next.')),
  answer: v.optional(
    described(
      v.boolean(),
      'Whether the answer in one line is shown after the last key point.',
      '`true`나 `false`여야 해요.',
      'Either `true` or `false`.',
    ),
  ),
})
/** Keys of a slide that only the layout `question` uses. */
export const questionOnlyKeys = ['level', 'core', 'followups', 'answer'] as const

export const questionSchema = v.strictObject({
  id: ownId('question'),
  layout: v.optional(
    described(v.literal('question'), 'What this block is.', '`question`이어야 해요.', 'Always `question`.'),
  ),
  level: v.optional(level),
  core: v.optional(core),
  followups: v.optional(questionIds('The questions that are likely to come next.')),
  covers: v.optional(covers),
  diagram: v.optional(scene),
  at: v.optional(sceneStep),
})

const courseText = v.union([
  line,
  v.pipe(
    v.strictObject({ ko: v.optional(line), en: v.optional(line) }),
    v.check((text) => Object.keys(text).length > 0),
  ),
])
const inBoth = (description: string) =>
  described(
    courseText,
    description,
    '한 줄의 글이거나 `ko`와 `en`을 가진 맵이어야 해요.',
    'A line of text, or a map with `ko` and `en`.',
  )

export const pathSchema = v.strictObject({
  id: ownId('path'),
  title: inBoth('The title of the path.'),
  minutes: v.optional(
    described(planned, 'The planned length.', '0보다 큰 분 단위 숫자여야 해요.', 'A number of minutes above 0.'),
  ),
  slides: described(
    v.array(v.pipe(v.string(), v.regex(referencePattern), v.maxLength(500))),
    'The slides of the path in their order.',
    '슬라이드의 목록이어야 해요: `[01-first, 02-second#slide, 02-second#from..to]`.',
    'A list of slides: `[01-first, 02-second#slide, 02-second#from..to]`.',
  ),
})

/** What a course is known by: longer and freer than other ids, as programs make it up. */
export const courseIdPattern = /^[A-Za-z0-9_-]{1,64}$/

export const courseSchema = v.strictObject({
  id: v.optional(
    described(
      v.pipe(v.string(), v.regex(courseIdPattern)),
      'What Lectern knows the course by, wherever its folder is; given once and never changed.',
      '영문자, 숫자, `-`, `_`로 된 64자까지의 글이어야 해요. 숫자뿐이라면 따옴표로 감싸세요.',
      'Up to 64 letters from a to z, digits, `-` and `_`; put quotes around a number.',
    ),
  ),
  title: v.optional(inBoth('The title of the course.')),
  description: v.optional(inBoth('What the course is about, in a sentence.')),
  languages: v.optional(
    described(
      v.array(v.picklist(langs)),
      'The languages in which every deck is to exist.',
      '`ko`와 `en`의 목록이어야 해요: `[ko, en]`.',
      'A list of `ko` and `en`: `[ko, en]`.',
    ),
  ),
  ...lookEntries,
  decks: v.optional(
    described(
      v.array(line),
      'The decks in their order, by file name without language and ending.',
      '덱 이름의 목록이어야 해요: `[01-first, 02-second]`.',
      'A list of deck names: `[01-first, 02-second]`.',
    ),
  ),
  paths: v.optional(
    described(
      v.array(pathSchema),
      'Ways through the course: some of its slides, to be presented like a deck.',
      '`id`, `title`, `slides`를 가진 맵의 목록이어야 해요.',
      'A list of maps with `id`, `title` and `slides`.',
    ),
  ),
})

export const coverageSchema = v.strictObject({
  items: described(
    v.record(word, v.strictObject({ ko: line, en: line })),
    'What the course is to teach, by the names that slides give in `covers`.',
    '항목 이름마다 `ko`와 `en`에 한 줄의 글이 있어야 해요.',
    'Under each name a line of text in `ko` and one in `en`.',
  ),
})

export const termSchema = v.strictObject({
  id: ownId('term'),
  term: inBoth('What it is called.'),
  also: v.optional(
    described(
      v.array(line),
      'Other spellings by which it is found.',
      '다르게 적는 말의 목록이어야 해요: `[syscall]`.',
      'A list of other spellings: `[syscall]`.',
    ),
  ),
  definition: inBoth('What it means, in a sentence or two.'),
  slide: v.optional(
    described(
      v.pipe(v.string(), v.regex(oneSlidePattern), v.maxLength(500)),
      'The slide that explains it.',
      '슬라이드 하나여야 해요: `01-first#slide`.',
      'One slide: `01-first#slide`.',
    ),
  ),
})

export const glossarySchema = v.strictObject({
  terms: described(
    v.array(termSchema),
    'The terms of the course.',
    '`id`, `term`, `definition`을 가진 맵의 목록이어야 해요.',
    'A list of maps with `id`, `term` and `definition`.',
  ),
})

export type DeckBlock = v.InferOutput<typeof deckSchema>
export type SlideBlock = v.InferOutput<typeof slideSchema>
export type QuestionBlock = v.InferOutput<typeof questionSchema>
export type PathBlock = v.InferOutput<typeof pathSchema>
export type CourseBlock = v.InferOutput<typeof courseSchema>

/** The JSON Schemas' file names and sources. */
export const schemas = {
  deck: deckSchema,
  slide: slideSchema,
  question: questionSchema,
  course: courseSchema,
  coverage: coverageSchema,
  glossary: glossarySchema,
} as const
