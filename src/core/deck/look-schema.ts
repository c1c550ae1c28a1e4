/** What a course and a deck may say of their look, see docs/deck-format.md. */
import * as v from 'valibot'
import { described, line } from './described.ts'

const none = v.literal(false)
const colour = v.pipe(v.string(), v.regex(/^#(?:[\dA-Fa-f]{3}|[\dA-Fa-f]{6})$/))

export const lookEntries = {
  footer: v.optional(
    described(
      v.union([none, line, v.strictObject({ ko: v.optional(line), en: v.optional(line) })]),
      'A line at the foot of every slide.',
      '한 줄의 글이거나 `ko`와 `en`을 가진 맵이어야 해요. 없애려면 `false`로 쓰세요.',
      'A line of text, a map with `ko` and `en`, or `false` for none.',
    ),
  ),
  numbers: v.optional(
    described(
      v.boolean(),
      'Whether slides show their numbers.',
      '`true`나 `false`여야 해요.',
      'Either `true` or `false`.',
    ),
  ),
  logo: v.optional(
    described(
      v.union([none, line, v.strictObject({ light: line, dark: v.optional(line) })]),
      'A small picture at the top of every slide.',
      '강의 폴더에 있는 이미지 파일이어야 해요: `logo.svg`, `{ light: logo.svg, dark: logo-dark.svg }`. 없애려면 `false`로 쓰세요.',
      'An image file of the folder: `logo.svg`, `{ light: logo.svg, dark: logo-dark.svg }`, or `false` for none.',
    ),
  ),
  accent: v.optional(
    described(
      v.union([none, colour, v.strictObject({ light: colour, dark: v.optional(colour) })]),
      'The colour of what slides point out.',
      '따옴표로 감싼 색이어야 해요: `"#0b5fa5"`, `{ light: "#0b5fa5", dark: "#7ab8f5" }`. 따옴표가 없으면 YAML이 `#` 뒤를 주석으로 읽어요.',
      'A colour in quotes: `"#0b5fa5"`, `{ light: "#0b5fa5", dark: "#7ab8f5" }`, or `false` for none. Without quotes YAML takes what follows `#` for a comment.',
    ),
  ),
}
