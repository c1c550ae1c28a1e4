import { basename } from 'node:path'
import type { Deck, SlideSource } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import { linesOf } from '../../core/deck/lines.ts'
import { readText } from '../disk/read-text.ts'

/** How many UTF-16 units of a slide are shown at most: more than anybody reads beside it. */
const mostShown = 20_000

/** What stands between slides in other formats. */
const separator = /^-{2,3}\s*$/

/**
 * What the author wrote for a slide, as the file has it now: its block and all up to the next slide.
 * @throws LecternError `not-found` where the deck has no such slide, or the file is gone or cannot be read
 */
export async function slideSource({ file, slides }: Pick<Deck, 'file' | 'slides'>, id: string): Promise<SlideSource> {
  const slide = slides.find((one) => one.id === id && one.isMade === undefined)
  if (!slide)
    throw new LecternError('not-found', {
      ko: '이 슬라이드는 파일에 없어요.',
      en: 'This slide is not in the file.',
    })
  const read = await readText(file)
  if ('problem' in read) throw new LecternError('not-found', read.problem.message)
  const lines = linesOf(read.text).map(({ text }) => text)
  const next = Math.min(...slides.map(({ line }) => line).filter((line) => line > slide.line), lines.length + 1)
  const own = lines.slice(slide.line - 1, next - 1)
  while (own.length > 1 && ((own.at(-1) ?? '').trim() === '' || separator.test(own.at(-1) ?? ''))) own.pop()
  const text = own.join('\n')
  return {
    file: basename(file),
    line: slide.line,
    text: text.slice(0, mostShown),
    isCut: text.length > mostShown,
  }
}
