/** What Obsidian writes between double brackets: `[[a heading]]`, `[[#a heading|words]]`, `![[picture.png|300]]`. */
import type { Image, Link, Text } from 'mdast'
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Code, Construct, Extension, State, TokenizeContext, Effects } from 'micromark-util-types'
import { slug } from './dialects/slide-ids.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink'
  }
}

const [bang, open, close] = [33, 91, 93]
const isText = (code: Code): code is NonNullable<Code> => code !== null && code >= 0 && code !== open
/** With these in it, it is Markdown between brackets. */
const marks = new Set(['*', '_', '`', '<'].map((mark) => mark.charCodeAt(0)))

const construct = (sign: readonly number[]): Construct => ({
  name: 'wikiLink',
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    let at = 0
    let isEmpty = true
    const begin: State = (code) => {
      if (code !== sign[at]) return nok(code)
      if (at === 0) effects.enter('wikiLink')
      effects.consume(code)
      at += 1
      return at < sign.length ? begin : inside
    }
    const inside: State = (code) => {
      if (code === close && !isEmpty) {
        effects.consume(code)
        return end
      }
      if (!isText(code) || code === close || marks.has(code)) return nok(code)
      if (code !== 32) isEmpty = false
      effects.consume(code)
      return inside
    }
    const end: State = (code) => {
      if (code !== close) return nok(code)
      effects.consume(code)
      effects.exit('wikiLink')
      return ok
    }
    return begin
  },
})

export const wikiSyntax: Extension = {
  text: { [bang]: construct([bang, open, open]), [open]: construct([open, open]) },
}

const isPicture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|mp4|webm|mp3|ogg|wav|m4a)$/i

function pictureOf(path: string, words: string | undefined): Image {
  const [, width, height] = /^(\d{1,4})(?:x(\d{1,4}))?$/.exec(words ?? '') ?? []
  const size = { ...(width ? { width } : {}), ...(height ? { height } : {}) }
  return {
    type: 'image',
    url: path,
    alt: width === undefined ? (words ?? '') : '',
    ...(width === undefined ? {} : { data: { hProperties: size } }),
  }
}

function linkOf(target: string, words: string | undefined): Link {
  const [note = '', ...headings] = target.split('#').map((part) => part.trim())
  const heading = headings.at(-1)
  const value = words ?? (note === '' || heading === undefined ? (heading ?? note) : `${note} › ${heading}`)
  const isElsewhere = note !== '' && heading !== undefined
  const text: Text = { type: 'text', value }
  return { type: 'link', url: isElsewhere ? `${note}.md#${heading}` : `#${slug(heading ?? note)}`, children: [text] }
}

export const wikiFromMarkdown: FromMarkdown = {
  enter: {
    wikiLink(token) {
      const written = this.sliceSerialize(token)
      const isShown = written.startsWith('!')
      // In a table the stroke would end the cell without its backslash.
      const [target = '', ...more] = written.slice(isShown ? 3 : 2, -2).split(/\\?\|/)
      const words = more.length === 0 ? undefined : more.join('|').trim()
      const node = isShown && isPicture.test(target.trim()) ? pictureOf(target.trim(), words) : linkOf(target, words)
      this.enter(node, token)
      this.exit(token)
    },
  },
}
