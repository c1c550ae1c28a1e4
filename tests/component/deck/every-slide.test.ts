/** Every slide of the courses that come with Lectern, in both languages, large and small; `npm test` draws every twentieth. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { langs, type Slide } from '../../../src/contract/deck.ts'
import { themes } from '../../../src/contract/library.ts'
import { parseDeck, parseQuestions } from '../../../src/core/deck/index.ts'
import { catalogue } from '../../../src/core/scenes/index.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import Thumb from '../../../src/renderer/presenter/Thumb.svelte'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { rounds } from '../../unit/rounds.ts'
import { overflowing, slideProblems } from './slide-problems.ts'

fake.install()

const files: Readonly<Record<string, string>> = import.meta.glob('../../../slides/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const every = rounds(20, 1)

const pathOf = /\/slides\/([^/]+)\/([^/]+)\.(ko|en)\.md$/
const decks = Object.entries(files).flatMap(([file, text]) => {
  const [, course = '', name = '', written] = pathOf.exec(file) ?? []
  const lang = langs.find((one) => one === written)
  if (lang === undefined || name === 'questions') return []
  const asked = files[file.replace(name, 'questions')] ?? ''
  const { questions } = parseQuestions(asked, { file: 'questions', lang, scenes: catalogue })
  return [parseDeck(text, { file: name, ref: { course, name, lang }, scenes: catalogue, questions }).deck]
})

beforeAll(fontsReady)

/** Sizes, and where each line of words begins: the same however small it is shown. */
const laidOut = (slide: HTMLElement): unknown =>
  Array.from(slide.querySelectorAll<HTMLElement>('.title, .body, .title h2, .body :is(p, li, td, th, pre)'), (part) => [
    part.style.getPropertyValue('--size'),
    part.offsetTop,
    part.offsetHeight,
  ])

const drawn = decks.flatMap((deck) => {
  const chosen = deck.slides.filter((_, at) => at % every === every >> 1)
  return chosen.length === 0 ? [] : [{ deck, chosen }]
})

describe.each(drawn)('$deck.ref.name ($deck.ref.lang)', ({ deck, chosen }) => {
  test('has slides that hold all that is on them, large and small', async () => {
    const first = chosen[0] as Slide
    const place = { deck, slide: first, step: 1, knobs: {}, theme: themes[0] }
    const large = await render(SlideView, place)
    const small = await render(Thumb, place)
    small.container.style.width = '240px'
    const slideOf = ({ container }: typeof large): HTMLElement => {
      const slide = container.querySelector<HTMLElement>('.slide')
      if (!slide) throw new Error('nothing was drawn')
      return slide
    }
    for (const slide of chosen) {
      for (let step = 1; step <= slide.steps; step += 1) {
        for (const theme of step === slide.steps ? themes : themes.slice(0, 1)) {
          await large.rerender({ slide, step, theme })
          await small.rerender({ slide, step, theme })
          const views = [slideOf(large), slideOf(small)] as const
          const told = views.map((view) => [...slideProblems(view), ...overflowing(view)])
          expect({ slide: slide.id, step, theme, told }).toEqual({ slide: slide.id, step, theme, told: [[], []] })
          expect(laidOut(views[1]), `${slide.id}, step ${step}`).toEqual(laidOut(views[0]))
        }
      }
    }
  })
})
