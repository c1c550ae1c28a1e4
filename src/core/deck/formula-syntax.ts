/** Where formulas stand in Markdown: `$a^2$` in a sentence, `$$…$$` in one or on lines of their own. */
import { math } from 'micromark-extension-math'
import type { Code, Construct, Extension, State } from 'micromark-util-types'

const dollar = 36
const isEnding = (code: Code): boolean => code !== null && code >= -5 && code <= -3
const isSpace = (code: Code): boolean => code === null || code < 0 || code === 32
const isOneOf = (code: Code, pattern: RegExp): boolean =>
  code !== null && code > 0 && pattern.test(String.fromCharCode(code))

/**
 * A formula in a sentence. As in Pandoc a lone dollar opens one where no blank follows and closes it where none precedes
 * and no figure follows, so that `$5 and $10` is money; nor do names of variables open one: `$HOME/$PATH`, `${a}`.
 */
const inSentence: Construct = {
  name: 'mathText',
  tokenize(effects, ok, nok) {
    const { previous } = this
    let [opening, closing] = [0, 0]
    let last: Code = null

    const start: State = (code) => {
      if (isOneOf(previous, /[A-Za-z0-9$\\]/)) return nok(code)
      effects.enter('mathText')
      effects.enter('mathTextSequence')
      return sequence(code)
    }
    const sequence: State = (code) => {
      if (code === dollar) {
        effects.consume(code)
        opening += 1
        return sequence
      }
      if (opening > 2 || code === null || (opening === 1 && (isSpace(code) || code === 123))) return nok(code)
      effects.exit('mathTextSequence')
      return between(code)
    }
    const between: State = (code) => {
      if (code === null) return nok(code)
      if (code === dollar) {
        if (opening === 1 && isSpace(last)) return nok(code)
        effects.enter('mathTextSequence')
        closing = 0
        return end(code)
      }
      if (isEnding(code)) {
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        last = code
        return between
      }
      effects.enter('mathTextData')
      return data(code)
    }
    const data: State = (code) => {
      if (code === null || code === dollar || isEnding(code)) {
        effects.exit('mathTextData')
        return between(code)
      }
      effects.consume(code)
      last = code
      return code === 92 ? escaped : data
    }
    const escaped: State = (code) => {
      if (code === null || isEnding(code)) return data(code)
      effects.consume(code)
      last = code
      return data
    }
    const end: State = (code) => {
      if (code === dollar && closing < opening) {
        effects.consume(code)
        closing += 1
        return end
      }
      if (closing < opening || isOneOf(code, /[A-Za-z0-9{$]/)) return nok(code)
      effects.exit('mathTextSequence')
      effects.exit('mathText')
      return ok(code)
    }
    return start
  },
}

const { flow } = math()
const fenced = [flow?.[dollar] ?? []].flat()[0] as Construct

/** Whether nothing but dollars stands on a line. */
const bareLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let isBehind = false
    const inside: State = (code) => {
      if (code === null || isEnding(code)) {
        effects.exit('data')
        return ok(code)
      }
      isBehind ||= code !== dollar
      if (isBehind && !isSpace(code)) return nok(code)
      effects.consume(code)
      return inside
    }
    return (code) => {
      effects.enter('data')
      return inside(code)
    }
  },
}

/** Formulas, for micromark. */
export const formulaSyntax: Extension = {
  flow: {
    [dollar]: {
      ...fenced,
      tokenize(effects, ok, nok) {
        return effects.check(bareLine, fenced.tokenize.call(this, effects, ok, nok), nok)
      },
    },
  },
  text: { [dollar]: inSentence },
}
