/** Who has which room in the presenter's window, from the largest screen to a small window at 400 %. */
import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import type { Lang, Question } from '../../../src/contract/deck.ts'
import type { Place } from '../../../src/contract/talk.ts'
import { parseQuestions } from '../../../src/core/deck/index.ts'
import { catalogue, sceneOf } from '../../../src/core/scenes/index.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { pressKey } from '../deck/press-key.ts'
import { deckOf } from '../deck/sample-deck.ts'

fake.install()
beforeAll(() => look.start())
afterEach(async () => {
  cleanup()
  await page.viewport(1280, 720)
})

const ids = [1, 2, 3, 4, 5, 6, 7].map((number) => `q-${number}`)
const words: Readonly<Record<Lang, string>> = {
  ko: '컨테이너는 정말 어떤 OS에서나 실행되나요? amd64 이미지를 M 시리즈 맥에서 돌리면요?',
  en: 'Do containers really run on any OS? What if you run an amd64 image on an M-series Mac?',
}

/** A question with seven follow-ups, the last of which the deck answers. */
function questionsIn(lang: Lang): readonly Question[] {
  const parts = lang === 'ko' ? ['한 줄', '답변', '핵심'] : ['In one line', 'Answer', 'Key points']
  const body = parts.map((part) => `### ${part}\n\n- ${words[lang]}\n`).join('\n')
  const text = ['q-vm', ...ids].map(
    (id) =>
      `---\nid: ${id}\nlayout: question\nfollowups: [${id === 'q-vm' ? ids.join(', ') : ''}]\n---\n\n## ${words[lang]}\n\n${body}`,
  )
  return parseQuestions(text.join('\n'), { file: `questions.${lang}.md`, lang, scenes: catalogue }).questions
}

const said = { ko: '말이 이어집니다. ', en: 'The words go on. ' } as const
const sources = {
  ko: '출처: [Docker Docs](https://docs.docker.com/)',
  en: 'Sources: [Docker Docs](https://docs.docker.com/)',
}
const deckIn = (lang: Lang) =>
  deckOf(
    `---
title: ${lang === 'ko' ? '도커와 VM' : 'Docker and VMs'}
lang: ${lang}
minutes: 12
---

---
id: picture
layout: diagram
diagram: vm-vs-container
steps: VC-2..VC-5
asks: [q-vm]
---

## ${words[lang]}

<!--
${said[lang].repeat(3)}

[1] ${said[lang].repeat(20)}

${sources[lang]}
-->

---
id: last
layout: question
asks: [q-7]
---

## ${words[lang]}
`,
    lang,
  )

async function open(place: Place = { slide: 'picture', step: 1 }, lang: Lang = 'ko') {
  fake.present(deckIn(lang), questionsIn(lang), place)
  fake.settings = { ...fake.settings, language: lang }
  fake.tell('settings:changed', fake.settings)
  const { container } = await render(Presenter)
  const all = (selector: string): HTMLElement[] =>
    Array.from(container.querySelectorAll<HTMLElement>(selector)).filter(
      (element) => element.closest('.mini') === null && element.checkVisibility({ visibilityProperty: true }),
    )
  const one = (selector: string): HTMLElement => {
    const [found] = all(selector)
    if (!found) throw new Error(`no ${selector}`)
    return found
  }
  await expect.poll(() => all('[data-counter]').length).toBe(1)
  await expect.poll(() => all('.follow-ups').length + all('.log').length).toBe(1)
  return { all, one, box: (selector: string) => one(selector).getBoundingClientRect() }
}

describe('follow-ups', () => {
  test.each(['ko', 'en'] as const)('are at 1280 × 720 four rows whole, the rest is counted: %s', async (lang) => {
    const { all, box } = await open(undefined, lang)
    await expect.poll(() => all('.follow-ups li').length).toBe(4)
    await expect.poll(() => all('.more').map(({ textContent }) => textContent)).toEqual(['+3'])
    const bar = box('.bar')
    for (const row of all('.follow-ups li')) {
      expect(row.getBoundingClientRect().bottom).toBeLessThanOrEqual(bar.top)
      expect(row.scrollHeight).toBeLessThanOrEqual(row.clientHeight)
      expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth)
    }
    expect(box('.follow-ups').bottom).toBe(bar.top)
    expect(box('.now .thumb').height).toBeGreaterThan(120)
  })

  test('that are only counted are reached by the same keys, and shown among the notes', async () => {
    const { all, one } = await open()
    await expect.poll(() => all('.more').length).toBe(1)
    one('.more').click()
    await expect.poll(() => all('.notes .follow').length).toBe(7)
    pressKey('Digit7')
    await expect.poll(() => fake.snapshot?.place.slide).toBe('last')
  })

  test('are more where there is more room', async () => {
    await page.viewport(1440, 1100)
    const { all } = await open()
    await expect.poll(() => all('.follow-ups li').length).toBe(7)
    expect(all('.more')).toEqual([])
  })

  test('say where they are answered, have caps of one width, and end where all else does', async () => {
    const { all, box } = await open({ slide: 'picture', step: 2 })
    expect(new Set(all('.follow-ups li kbd').map(({ offsetWidth }) => offsetWidth))).toEqual(new Set([28]))
    const right = box('.side').right - 20
    const ends = ['[data-counter]', '.now .thumb', '.next h2 span:last-child', '.follow-ups li small']
    for (const end of ends) expect(Math.abs(box(end).right - right), end).toBeLessThan(1)
    const left = box('.side').left + 20
    const starts = ['.now h2', '.now .thumb', '.next .thumb', '.follow-ups h2', '.follow-ups li kbd']
    for (const start of starts) expect(Math.abs(box(start).left - left), start).toBeLessThan(1)
  })
})

test('controls that are off take no room', async () => {
  const { all } = await open({ slide: 'picture', step: 1 })
  // Neither is there anything to let go of nor anywhere to go back to.
  expect(all('.side button:disabled').every((button) => button.closest('li'))).toBe(true)
  expect(all('.motion button').map(({ textContent }) => textContent.trim())).toEqual(['L 기록'])
  expect(all('.back')).toEqual([])
  cleanup()
  const asking = await open({ slide: 'picture', step: 4, asking: true })
  expect(asking.all('.motion')).toEqual([])
  cleanup()
  expect((await open({ slide: 'last', step: 1 })).all('.motion, .knobs')).toEqual([])
})

test('what comes next is told beside its picture, by the name of its step', async () => {
  const { one } = await open({ slide: 'picture', step: 1 })
  expect(one('.next .title').textContent).toBe(sceneOf('vm-vs-container')?.steps[2]?.title.ko)
})

test('sources of a note are small and quiet, and not what is spoken', async () => {
  const { one } = await open()
  const { fontSize, color } = getComputedStyle(one('.notes .sources'))
  expect(fontSize).toBe('14px')
  expect(color).not.toBe(getComputedStyle(one('.notes .now')).color)
  expect(one('.notes .now').textContent).not.toContain('Docker Docs')
})

test('on the largest screen notes pass 60 px and labels 24, and a small one has its own sizes', async () => {
  const sizes = async (width: number, height: number) => {
    await page.viewport(width, height)
    const { one } = await open()
    const found = ['.notes', '.side h2', '.bar .hints'].map((part) => parseFloat(getComputedStyle(one(part)).fontSize))
    cleanup()
    return found.map(Math.round)
  }
  expect(await sizes(3840, 2160)).toEqual([64, 28, 28])
  expect(await sizes(1280, 720)).toEqual([28, 14, 14])
  expect(await sizes(1000, 640)).toEqual([24, 14, 14])
})

/** All that is read or pressed; what lies in a slide is the slide's. */
const things =
  '.side h2, .side button, .side input, [data-counter], .side .title, .side .answer, .side .thumb, .depths button, .tools button, .notes, .log .content, .bar .time, .bar .pace p, .bar button'

interface Case {
  readonly name: string
  readonly place: Place
  readonly act?: () => void
}
const picture: Place = { slide: 'picture', step: 1 }
const cases: readonly Case[] = [
  { name: 'a picture', place: picture },
  { name: 'a picture that asks', place: { slide: 'picture', step: 4, asking: true } },
  { name: 'the log of a picture', place: picture, act: () => fake.intend({ type: 'log' }) },
  { name: 'a question, after a jump', place: picture, act: () => pressKey('Digit7') },
]

describe.each([
  [1280, 720],
  [1000, 640],
  [960, 500],
  [640, 700],
  [640, 400],
  [390, 780],
  [320, 256],
])('at %i × %i nothing lies on anything and nothing is cut off', (width, height) => {
  test.each(
    cases.flatMap((one) => [
      { ...one, lang: 'ko' as const },
      { ...one, lang: 'en' as const },
    ]),
  )('$lang: $name', async ({ lang, place, act }) => {
    await page.viewport(width, height)
    const { all } = await open(place, lang)
    act?.()
    if (act) await expect.poll(() => all('.log, .back').length).toBeGreaterThan(0)
    await document.fonts.ready
    const shown = all(things).filter((one) => one.offsetWidth * one.offsetHeight > 1 && !one.matches('.content *'))
    const named = shown.map((element) => ({
      element,
      box: element.getBoundingClientRect(),
      name: `${element.localName}.${element.className.split(' ')[0] ?? ''} ${element.textContent.trim().slice(0, 20)}`,
    }))
    const faults = named.flatMap(({ element, box, name }, index) => [
      ...(box.left < -1 || box.right > width + 1 || box.top < -1 || box.bottom > height + 1
        ? [`${name} leaves the window`]
        : []),
      ...named.slice(index + 1).flatMap((other) => {
        if (element.contains(other.element) || other.element.contains(element)) return []
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        return across > 1 && down > 1 ? [`${name} lies on ${other.name}`] : []
      }),
    ])
    expect(faults).toEqual([])
    const notes = named.find(({ element }) => element.matches('.notes, .log .content'))
    expect(notes?.box.height ?? 0).toBeGreaterThan(Math.min(height * 0.2, 100))
  })
})

test('where there is no room for all of them, pictures and knobs of the side scroll and none lies on another', async () => {
  await page.viewport(780, 493)
  const { all, box } = await open({ slide: 'picture', step: 4 })
  await expect.poll(() => all('.knobs input').length).toBe(2)
  await document.fonts.ready
  const parts = ['.now .head', '.now .knobs', '.now .thumb', '.next'].map((part) => box(part))
  for (const [i, { bottom }] of parts.slice(0, -1).entries()) expect(bottom).toBeLessThanOrEqual(parts[i + 1]?.top ?? 0)
  expect(box('.now .thumb').height).toBeGreaterThanOrEqual(79)
})

test.each([
  [1280, 720, 440],
  [1000, 640, 360],
])('at %i × %i the side is as wide as it is meant to be', async (width, height, side) => {
  await page.viewport(width, height)
  const { box } = await open()
  expect(Math.abs(box('.side').width - side)).toBeLessThan(1)
})

test('the log leaves the follow-ups where they are, and room to read it', async () => {
  const { all, box } = await open()
  await expect.poll(() => all('.follow-ups li').length).toBe(4)
  fake.intend({ type: 'log' })
  await expect.poll(() => all('.log').length).toBe(1)
  await expect.poll(() => all('.follow-ups li').length).toBe(2)
  expect(box('.follow-ups').bottom).toBe(box('.bar').top)
  expect(box('.log').height).toBeGreaterThanOrEqual(180)
  pressKey('Digit7')
  await expect.poll(() => fake.snapshot?.place.slide).toBe('last')
})
