/** Slides of every layout with whatever may stand on them: they hold it, or say that they do not. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { langs, layouts, type Lang, type Layout, type Slide } from '../../../src/contract/deck.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { rounds } from '../../unit/rounds.ts'
import { deckOf } from './sample-deck.ts'
import { overflowing, slideProblems } from './slide-problems.ts'

fake.install()

const vocabulary: Readonly<Record<Lang, readonly string[]>> = {
  ko: [
    '컨테이너는',
    '커널을',
    '나눠',
    '쓰고',
    '이미지는',
    '층으로',
    '쌓여요.',
    '`docker run`',
    '**네임스페이스**',
    'cgroup으로',
  ],
  en: ['containers', 'share', 'the', 'kernel,', 'and', 'images', 'are', 'layered.', '`docker run`', '**namespaces**'],
}
const columnsOf = { ko: ['오해', '사실', '면접에서는'], en: ['Myth', 'Truth', 'In an interview'] } as const
const questionParts = { ko: ['답변', '핵심'], en: ['Answer', 'Key points'] } as const

/** How much stands on a slide: words in its title and in a line of its body, and lines. */
interface Amount {
  readonly title: number
  readonly words: number
  readonly lines: number
}

function bodyOf(layout: Layout, lang: Lang, { words, lines }: Amount): string {
  const line = (from: number): string =>
    Array.from({ length: words }, (_, at) => vocabulary[lang][(from * 3 + at) % vocabulary[lang].length]).join(' ')
  const list = (mark: string): string => Array.from({ length: lines }, (_, at) => `${mark} ${line(at)}`).join('\n')
  switch (layout) {
    case 'title':
    case 'section':
      return line(1)
    case 'columns':
      return `### A\n\n${list('-')}\n\n***\n\n### B\n\n${line(2)}`
    case 'table':
      return `| A | B | C |\n| - | - | -: |\n${Array.from({ length: lines }, (_, at) => `| ${line(at)} | ${at} | ${line(at + 1)} |`).join('\n')}`
    case 'code':
      return `\`\`\`sh {1|2}\n${list('echo')}\n\`\`\``
    case 'myth':
      return columnsOf[lang].map((name, at) => `### ${name}\n\n${line(at)}`).join('\n\n')
    case 'question':
      return `### ${questionParts[lang][0]}\n\n${line(0)}\n\n### ${questionParts[lang][1]}\n\n${list('-')}`
    default:
      return `${line(0)}\n\n${list('-')}`
  }
}

function slideOf(layout: Layout, lang: Lang, amount: Amount) {
  const title = Array.from({ length: amount.title }, (_, at) => vocabulary[lang][at % 7]).join(' ')
  const picture = layout === 'diagram' ? 'diagram: vm-vs-container\nat: VC-2\n' : ''
  const block = `---\nid: one\nlayout: ${layout}\n${picture}---\n\n`
  const deck = deckOf(
    `---\ntitle: T\nlang: ${lang}\n---\n\n${block}## ${title}\n\n${bodyOf(layout, lang, amount)}\n`,
    lang,
  )
  return { deck, slide: deck.slides[0] as Slide }
}

async function drawn(layout: Layout, lang: Lang, amount: Amount): Promise<HTMLElement> {
  const { deck, slide } = slideOf(layout, lang, amount)
  expect(slide.problems).toEqual([])
  const screen = await render(SlideView, { deck, slide, step: slide.steps, knobs: {}, theme: 'light' })
  const view = screen.container.querySelector<HTMLElement>('.slide')
  if (!view) throw new Error('nothing was drawn')
  return view
}

beforeAll(fontsReady)

describe.each(langs.flatMap((lang) => layouts.map((layout) => ({ lang, layout }))))(
  '$layout ($lang)',
  ({ lang, layout }) => {
    test('holds a little', async () => {
      const view = await drawn(layout, lang, { title: 3, words: 3, lines: 2 })
      expect([...slideProblems(view), ...overflowing(view)]).toEqual([])
    })

    test('holds what it is given, or says that it does not', async () => {
      const amount = fc.record({
        title: fc.integer({ min: 1, max: 40 }),
        words: fc.integer({ min: 1, max: 30 }),
        lines: fc.integer({ min: 2, max: 16 }),
      })
      await fc.assert(
        fc.asyncProperty(amount, async (asked) => {
          expect(slideProblems(await drawn(layout, lang, asked))).toEqual([])
        }),
        { numRuns: rounds(2, 60) },
      )
    })
  },
)
