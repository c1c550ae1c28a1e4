/** A link never replaces a window, wherever words of a course stand and whatever it is pressed with. */
import { fake as library } from '../library/fake-shell.ts'
import { fake as talk } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { userEvent } from 'vitest/browser'
import type { Deck as DeckData, Question } from '../../../src/contract/deck.ts'
import { parseDeck, parseQuestions } from '../../../src/core/deck/index.ts'
import { catalogue } from '../../../src/core/scenes/index.ts'
import DeckWindow from '../../../src/renderer/deck/Deck.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import CourseHtml from '../../../src/renderer/parts/CourseHtml.svelte'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import Print from '../../../src/renderer/print/Print.svelte'
import MockQuestionView from '../../../src/renderer/review/interview/MockQuestionView.svelte'
import Review from '../../../src/renderer/review/Review.svelte'
import { overviewOf } from '../review/sample-statistics.ts'
import { courseOf, libraryOf } from '../library/sample-library.ts'

const address = 'https://docs.example/'
const link = (what: string): string => `[${what}](${address}${what})`

const questionsText = `---
id: q-a
---

## What ${link('asked')}?

### In one line

A ${link('line')}.

### Answer

An ${link('answer')}.

### Key points

- one ${link('point')}

### Common mistakes

- a ${link('mistake')}

### Sources

- ${link('source')}
`
const questions: readonly Question[] = parseQuestions(questionsText, {
  file: 'questions.en.md',
  lang: 'en',
  scenes: catalogue,
}).questions
const question = questions[0] as Question

const body = `A ${link('body')}, <a href="${address}html">html</a>, ${address}bare, <mail@docs.example>, [slide](#two).

- ${link('item')}

| ${link('head')} |
| --- |
| ${link('cell')} |

> ${link('quote')}

#### ${link('heading')}
`
const deck: DeckData = parseDeck(
  `---\ntitle: Links\nlang: en\n---\n
---\nid: one\nlayout: content\nasks: [q-a]\n---\n\n## A ${link('title')}\n\n${body}\n\n<!--\nA ${link('note')}, [slide](#two).\n\n[1] ${link('step')}\n-->\n
---\nid: two\nlayout: content\n---\n\n## Two\n\nThe end\n`,
  { file: 'a.en.md', ref: { course: 'docker', name: 'a', lang: 'en' }, scenes: catalogue, questions },
).deck

/** Where a press would have taken the window: the page of tests must stay, so what nobody prevented is prevented here. */
let left: string[]
const watch = (event: MouseEvent): void => {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null
  if (!anchor || event.defaultPrevented) return
  event.preventDefault()
  left.push(`${event.type}: ${anchor.outerHTML}`)
}

beforeEach(() => {
  left = []
  window.addEventListener('click', watch)
  window.addEventListener('auxclick', watch)
})
afterEach(() => {
  vi.restoreAllMocks()
  window.removeEventListener('click', watch)
  window.removeEventListener('auxclick', watch)
  history.replaceState(null, '', '#')
})

const ways: readonly (readonly [name: string, press: (anchor: HTMLElement) => void])[] = [
  ['the mouse', (anchor) => anchor.click()],
  ['the middle button', (anchor) => press(anchor, 'auxclick', { button: 1 })],
  ['Ctrl', (anchor) => press(anchor, 'click', { ctrlKey: true })],
  ['Cmd', (anchor) => press(anchor, 'click', { metaKey: true })],
  ['Shift', (anchor) => press(anchor, 'click', { shiftKey: true })],
]
function press(anchor: Element, type: string, init: MouseEventInit): void {
  anchor.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...init }))
}

/** Presses every link of a window in every way, and tells what each asked for the first time. */
function pressed(root: ParentNode, asked: () => { readonly name: string; readonly payload: unknown }[]): unknown[] {
  const anchors = [...root.querySelectorAll<HTMLElement>('a')]
  return anchors.map((anchor) => {
    const answers = ways.map(([, way]) => {
      const before = asked().length
      way(anchor)
      return asked()
        .slice(before)
        .map(({ name, payload }) => `${name} ${JSON.stringify(payload)}`)
        .join()
    })
    expect(new Set(answers).size, `${anchor.outerHTML}: ${answers.join(' | ')}`).toBe(1)
    return answers[0]
  })
}

const opens = (...what: readonly string[]): string[] => what.map((one) => `link:open {"url":"${address}${one}"}`)
const goes = 'talk:intent {"type":"goTo","place":{"slide":"two","step":1}}'
const inBody = [
  ...opens('body', 'html', 'bare'),
  'link:open {"url":"mailto:mail@docs.example"}',
  goes,
  ...opens('item', 'head', 'cell', 'quote', 'heading'),
]

describe('in a talk', () => {
  beforeEach(async () => {
    talk.install()
    talk.present(deck, questions, { slide: 'one', step: 1 })
    // Where a link leads is told and not gone to, so that the slide with the links stays.
    vi.spyOn(talk, 'intend').mockReturnValue()
    await look.start()
  })

  test('the audience’s window asks for every link of title and body, and stays', async () => {
    const { container } = await render(DeckWindow)
    const slide = () => container.querySelector('section.present .slide')
    await expect.poll(() => slide()?.querySelectorAll('.body a').length).toBe(inBody.length)
    expect(pressed(slide() as Element, () => talk.asked)).toEqual([...opens('title'), ...inBody])
    expect(left).toEqual([])
  })

  test.each([
    ['답변', ['answer', 'point']],
    ['한 줄', ['line']],
    ['깊이', ['mistake', 'source']],
  ])('the presenter’s asks for every link of what is read at “%s”, and stays', async (depth, said) => {
    const screen = await render(Presenter)
    await screen.getByRole('button', { name: depth }).click()
    const notes = () => screen.container.querySelector('.notes') as Element
    await expect.poll(() => notes().querySelector('article')?.textContent).toContain(said[0])
    const spoken = depth === '답변' ? [...opens('note'), goes, ...opens('step')] : []
    expect(pressed(notes(), () => talk.asked)).toEqual([...spoken, ...opens(...said)])
    // Slides in small: the one at hand, and the next, which is only looked at.
    for (const thumb of screen.container.querySelectorAll('.thumb')) pressed(thumb, () => talk.asked)
    expect(left).toEqual([])
  })

  test('Enter on a link is the link’s, not the talk’s', async () => {
    const { container } = await render(DeckWindow)
    await expect.poll(() => container.querySelector('section.present h2 a')).not.toBeNull()
    container.querySelector<HTMLElement>('section.present h2 a')?.focus()
    const before = talk.asked.length
    await userEvent.keyboard('{Enter}')
    expect(talk.asked.slice(before)).toEqual([{ name: 'link:open', payload: { url: `${address}title` } }])
    expect(left).toEqual([])
  })
})

describe('in reviewing', () => {
  const card = {
    ...{ card: 'docker/q-a', question, topic: null, isNew: true, reviews: 0, lastMissed: [], after: null },
    ...{ intervals: { again: 1, hard: 2, good: 5, easy: 90 }, targetMs: 75_000, retrievability: null },
  }
  const answered = [...opens('line', 'answer', 'mistake', 'source')]

  beforeEach(async () => {
    library.reset(libraryOf({ courses: [courseOf({ id: 'docker', questions: 1 })] }))
    library.when('review:read', () => overviewOf())
    library.when('review:session', () => ({
      ...{
        scope: { course: 'docker', mode: 'due', topic: null, since: 1, lang: 'en' } as const,
        card,
        done: 0,
        left: 1,
      },
      ...{ counts: overviewOf().counts, undo: null },
    }))
    await look.start()
  })

  test('a card that is open asks for every link, and the window stays', async () => {
    const draft = { card: card.card, shown: 1, open: true, marks: ['hit'], focus: 0, hints: 0, gaveUp: false }
    sessionStorage.setItem('lectern-card', JSON.stringify({ ...draft, recall: 'said', typed: '', ms: 9000 }))
    history.replaceState(null, '', '#session/due/1')
    const { container } = await render(Review)
    await expect.poll(() => container.querySelectorAll('main a').length).toBe(6)
    const found = pressed(container, () => library.asked)
    expect(found).toEqual([...opens('asked', 'point'), ...answered])
    expect(left).toEqual([])
  })

  test('a question of an interview too', async () => {
    const mock = {
      interview: { kind: 'practice', lang: 'en', now: { phase: 'checking' }, questions: {}, before: [] },
      current: { card: 'docker/q-a', question, marks: [null], hints: 0, after: null, ms: 0, targetMs: 60_000 },
      ...{ place: { at: 1, all: 1 }, point: 0, busy: false },
    }
    const { container } = await render(MockQuestionView, { mock: mock as never, onend: () => undefined })
    expect(pressed(container, () => library.asked)).toEqual([...opens('asked', 'point'), ...answered])
    expect(left).toEqual([])
  })
})

test('on paper a link leads where it leads, and a press of it nowhere', async () => {
  const options = { theme: 'light', steps: 'final', glossary: false } as const
  const { container, component } = await render(Print, {
    job: { deck, glossary: [], options },
    pages: [{ slide: deck.slides[0], step: 1, asking: false, first: true, last: true }] as never,
    appendix: [],
  })
  ;(component as unknown as { show: (count: number) => void }).show(1)
  const hrefs = [...container.querySelectorAll('a')].map((anchor) => anchor.getAttribute('href'))
  expect(hrefs).toContain(`${address}title`)
  expect(hrefs).toContain('#two')
  expect(new Set(pressed(container, () => []))).toEqual(new Set(['']))
  expect(left).toEqual([])
})

describe('words as HTML', () => {
  const drawn = async (html: string) => {
    const asked: string[] = []
    const { container } = await render(CourseHtml, { html, onlink: (href: string) => asked.push(href) })
    return { root: container, asked }
  }

  test('a link in a drawing or on a map would be held as well', async () => {
    const { root, asked } = await drawn(
      '<svg><a href="https://a.example/"><text>x</text></a><a xlink:href="https://b.example/"><text>y</text></a></svg>' +
        '<map name="m"><area href="https://c.example/"></map><a>nowhere</a>',
    )
    for (const part of root.querySelectorAll('text, area, svg + map + a')) {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true })
      part.dispatchEvent(event)
      expect(event.defaultPrevented, part.outerHTML).toBe(true)
    }
    expect(asked).toEqual(['https://a.example/', 'https://b.example/', 'https://c.example/'])
  })

  test('the mark of a footnote brings it into sight and asks for nothing', async () => {
    const id = 'user-content-fn-one-1'
    const { root, asked } = await drawn(`<a href="#${id}">1</a><div><p></p><p id="${id}">note</p></div>`)
    const box = root.querySelector('div') as HTMLElement
    box.style.cssText = 'height: 40px; overflow: auto'
    ;(box.firstElementChild as HTMLElement).style.height = '200px'
    root.querySelector('a')?.click()
    expect(box.scrollTop).toBeGreaterThan(0)
    expect(asked).toEqual([])
  })

  test('the right button is the menu’s', async () => {
    const { root, asked } = await drawn('<a href="https://a.example/">x</a>')
    press(root.querySelector('a') as Element, 'auxclick', { button: 2 })
    expect([left.length, asked]).toEqual([1, []])
  })
})
