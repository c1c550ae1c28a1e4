import { stat } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Problem, Question } from '../../contract/deck.ts'
import { framedQuestion, mediaKind, problem, type DeckImage } from '../../core/deck/index.ts'
import { sizeText } from '../../core/words/bytes-text.ts'
import { pathBelow } from '../disk/path-below.ts'
import { pixelSize } from '../disk/pixel-size.ts'
import { isPlainName } from '../disk/static-files.ts'
import { unplayable } from '../disk/unplayable.ts'
import { undrawable } from '../disk/undrawable.ts'
import { nearestImage } from './nearest-image.ts'

type ImagePlace = Pick<DeckImage, 'to' | 'at'>

const oddName = {
  ko: '이름에 `:`나 `\\`를 쓰거나 점이나 빈칸으로 끝나는 이름은 쓸 수 없어요.',
  en: 'names with `:` or `\\` in them and names that end in a dot or a space cannot be used.',
}

const unopened = { ko: '파일을 열 수 없어요.', en: 'the file cannot be opened.' }

/** What is wrong with an image, video or audio that a file of a course names, or null where a window shows it at once. */
export async function imageProblem(folder: string, file: string, { to, at }: ImagePlace): Promise<Problem | null> {
  const kind = mediaKind(to) === null ? 'image' : 'media'
  const names = posix.normalize(to).split('/')
  // A shell serves the files of the course's folder and no others, also where a link leads out of it.
  if (names[0] === '..') return problem(file, at, `remote-${kind}`, to)
  const real = await pathBelow(folder, names).catch(() => undefined)
  if (real === null) return problem(file, at, `remote-${kind}`, to)
  const isThere = real !== undefined && (await stat(real).catch(() => null))?.isFile() === true
  if (!isThere) return problem(file, at, `missing-${kind}`, to, await nearestImage(folder, names))
  if (!names.every(isPlainName)) return problem(file, at, `broken-${kind}`, to, oddName)
  const reason = await (kind === 'media' ? unplayable(real) : undrawable(real)).catch(() => unopened)
  if (reason !== null) return problem(file, at, `broken-${kind}`, to, reason)
  return kind === 'media' ? hugeMedia(real, file, { to, at }) : hugeImage(real, file, { to, at })
}

/** What a computer still decodes and scales at once, while a talk goes on to the slide that shows it. */
const most = { side: 8000, bytes: 20_000_000, mediaBytes: 300_000_000 } as const

/** Tells a picture that takes long to be shown; it is shown nevertheless. */
async function hugeImage(real: string, file: string, { to, at }: ImagePlace): Promise<Problem | null> {
  const size = await pixelSize(real).catch(() => null)
  if (size === null) return null
  const { width, height, bytes } = size
  const isHuge = Math.max(width, height) > most.side || bytes > most.bytes
  return isHuge ? problem(file, at, 'huge-image', to, width, height, sizeText(bytes)) : null
}

async function hugeMedia(real: string, file: string, { to, at }: ImagePlace): Promise<Problem | null> {
  const { size } = await stat(real)
  return size > most.mediaBytes ? problem(file, at, 'huge-media', to, sizeText(size)) : null
}

/** The framed questions of files by what they were before, so that decks that ask them need not be read anew. */
const framed = new WeakMap<readonly Question[], { readonly missing: string; readonly questions: readonly Question[] }>()

/** Questions with frames in the place of images that cannot be shown; the same ones for the same. */
export function framedQuestions(questions: readonly Question[], missing: ReadonlySet<string>): readonly Question[] {
  if (missing.size === 0) return questions
  const key = JSON.stringify([...missing])
  const known = framed.get(questions)
  if (known?.missing === key) return known.questions
  const made = questions.map((question) => framedQuestion(question, missing))
  framed.set(questions, { missing: key, questions: made })
  return made
}
