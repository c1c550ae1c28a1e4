/**
 * Notes that are cut at their headings into slides: what their words say is on each of them, whatever is wrong with it. In
 * the soak the notes are those that `LECTERN_CORPUS` names.
 */
import type { Nodes } from 'mdast'
import { expect, it } from 'vitest'
import type { Slide } from '../../../src/contract/deck.ts'
import { parseDeck } from '../../../src/core/deck/index.ts'
import { eachNode } from '../../../src/core/deck/each-node.ts'
import { fenceAt, linesOf } from '../../../src/core/deck/lines.ts'
import { parseGfm } from '../../../src/core/deck/markdown-parser.ts'
import { isSoak } from '../rounds.ts'
import { corpus, corpusFolder, textsIn } from './corpus.ts'
import { setting } from './deck-of.ts'

/** A text cut before each heading that is not within code; what stands before the first is left out. */
function cutAtHeadings(text: string): string[] {
  const parts: string[][] = []
  let fence: { mark: string; length: number } | null = null
  for (const { text: line } of linesOf(text)) {
    const here = fenceAt(line)
    if (fence !== null) {
      if (here?.mark === fence.mark && here.length >= fence.length && /^\s*[`~]+\s*$/.test(line)) fence = null
    } else if (here !== null) fence = here
    else if (/^#{1,6}[ \t]/.test(line)) parts.push([])
    parts.at(-1)?.push(line)
  }
  return parts.map((lines) => lines.join('\n'))
}

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]{2,}/gu) ?? []

/** The words that a text has outside of HTML. */
function wordsOf(markdown: string): string[] {
  const found: string[] = []
  eachNode<Nodes>(parseGfm(markdown), (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') found.push(...words(node.value))
    return true
  })
  return found
}

const shownWords = ({ titleHtml, html }: Slide): Set<string> =>
  new Set(
    words(
      `${titleHtml} ${html}`
        .replace(/<[^>]*>/g, '')
        .replace(/&#x([\dA-F]+);/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
    ),
  )

interface Counted {
  slides: number
  /** Of which nothing is shown though there is something to show. */
  readonly hidden: string[]
}

function count(file: string, text: string, counted: Counted): void {
  const parts = cutAtHeadings(text)
  const sections = parts.map((part, at) => `---\nid: s-${at + 1}\n---\n\n${part}\n`)
  const { slides } = parseDeck(`---\ntitle: Notes\n---\n\n${sections.join('\n')}`, { ...setting, questions: [] }).deck
  counted.slides += slides.length
  for (const slide of slides) {
    const part = parts[Number(slide.id.slice(2)) - 1] ?? ''
    const written = wordsOf(part)
    const shown = shownWords(slide)
    if (written.length > 0 && !written.some((word) => shown.has(word))) counted.hidden.push(`${file}: ${slide.id}`)
  }
}

const ours = `# Notes with much that is wrong

Lead [to nowhere](#no) and ![a picture](https://a.example/b.png).

## Contents

- [One](#one)
- [Two](#two)

## A picture that is not there

![A disk](pictures/no.png)

It turns.

## Tags in prose: List<String> and <title>

Write \`<title>\`, or <branch-name> as it is.

## \`\`\`

~~~sh {9}
echo open
`

it('shows what each slide says, whatever is wrong with it', () => {
  const counted: Counted = { slides: 0, hidden: [] }
  count('ours', ours, counted)
  expect(counted).toEqual({ slides: 5, hidden: [] })
})

if (isSoak) {
  it('shows what each slide of the notes of others says', async (context) => {
    context.skip(corpus === '', 'LECTERN_CORPUS names no notes')
    const counted: Counted = { slides: 0, hidden: [] }
    for await (const { file, text } of textsIn(await corpusFolder())) count(file, text, counted)
    console.log(`${counted.slides} slides, ${counted.hidden.length} hidden`)
    expect(counted.slides).toBeGreaterThan(0)
    expect(counted.hidden).toEqual([])
  })
}
