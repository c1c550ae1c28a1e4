import { highlightMark } from 'micromark-extension-highlight-mark'
import type { Code, Construct, Extension } from 'micromark-util-types'

const { text } = highlightMark()
const [written] = [text?.[61] ?? []].flat() as [Construct]

const isSpace = (code: Code): boolean => code === null || code < 0 || code === 32
const isLatin = (code: Code): boolean => code !== null && code > 0 && /[A-Za-z0-9_]/.test(String.fromCharCode(code))

/**
 * Words between `==` and `==`. Unlike the package's own, they may end at a bracket that a Korean particle follows, and
 * begin or end at no comparison such as `a==b`.
 */
export const markedWords: Extension = {
  ...highlightMark(),
  text: {
    61: {
      ...written,
      tokenize(effects, ok, nok) {
        const { previous } = this
        return written.tokenize.call(
          this,
          effects,
          (next) => {
            const token = this.events.at(-1)?.[1]
            if (token) {
              token._open = !isSpace(next) && !isLatin(previous)
              token._close = !isSpace(previous) && !isLatin(next)
            }
            return ok(next)
          },
          nok,
        )
      },
    },
  },
}
