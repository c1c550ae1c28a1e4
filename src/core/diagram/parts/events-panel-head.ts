import type { Words } from '../look.ts'
import type { Point } from '../mark.ts'
import type { Pen } from '../pen.ts'

/** What the rows of the panel of recorded events below it are about. */
export function eventsPanelHead(pen: Pen, key: string, words: Words, at: Point, width: number): void {
  pen.say(key, words, at, width, { weight: 600, ink: pen.theme.soft })
}
