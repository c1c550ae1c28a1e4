import { fake } from '../library/fake-shell.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GlossaryTerm } from '../../../src/contract/deck.ts'
import type { ExportOptions } from '../../../src/contract/library.ts'
import { deckOf, deckWith, longDeck } from '../deck/sample-deck.ts'
import { forceColors } from '../deck/stub-media.ts'

const options: ExportOptions = { theme: 'dark', steps: 'all', glossary: false }
const term = { id: 'kernel', term: { ko: '커널', en: 'kernel' }, definition: { ko: '핵심', en: 'core' } }
const glossary = [term] as unknown as readonly GlossaryTerm[]

const told = (): readonly unknown[] => fake.payloads('print:progress')
const pages = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#pages .page')]
const order = (deck = deckOf(), change: Partial<ExportOptions> = {}, terms: readonly GlossaryTerm[] = []): void =>
  fake.when('print:read', () => ({ deck, glossary: terms, options: { ...options, ...change } }))

beforeEach(async () => {
  fake.reset()
  fake.when('print:progress', () => null)
  fake.when('print:page', () => null)
  order()
  if (document.getElementById('pages') !== null) return
  const target = document.createElement('div')
  target.id = 'pages'
  document.body.append(target)
  // The window lays out its first job as soon as it is there.
  await import('../../../src/renderer/print/main.ts')
  await window.printReady
})
afterEach(() => document.documentElement.removeAttribute('data-theme'))

describe('the print window', () => {
  test('lays out a page a step, in the look that was asked for, and tells how many', async () => {
    const deck = deckOf()
    const count = await window.printNext()
    expect(pages()).toHaveLength(count)
    // Where a picture asks, its question has a page as well.
    expect(count).toBeGreaterThanOrEqual(deck.slides.reduce((sum, { steps }) => sum + steps, 0))
    expect(document.documentElement.lang).toBe('ko')
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(document.title).toBe(deck.title)
    expect(pages().map((page) => page.querySelector<HTMLElement>('.slide')?.dataset['theme'])).toEqual(
      Array<string>(count).fill('dark'),
    )
    expect(told().at(-1)).toEqual({ done: count, total: count })
  })

  test('tells what does not fit, and which pictures did not load', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `- row ${row}`).join('\n\n')
    order(deckWith('## 직접 확인하기', `## 직접 확인하기\n\n![없음](pictures/no%20such.png)\n\n${rows}`))
    await window.printNext()
    const { overflows, unloaded, notDrawn } = window.printFindings()
    const found = [...new Set(unloaded.map(({ path }) => path))]
    expect(found).toEqual(['pictures/no such.png'])
    expect(overflows.map(({ slide, part }) => `${slide} ${part}`)).toContain(`${unloaded[0]?.slide ?? ''} body`)
    expect(notDrawn).toEqual([])
    order()
    await window.printNext()
    expect(window.printFindings()).toEqual({ overflows: [], unloaded: [], notDrawn: [] })
  })

  test('prints the colours of its slides where the system chooses those of windows', async () => {
    await forceColors(true)
    await window.printNext()
    const all = pages().flatMap((page) => [...page.querySelectorAll('.slide, .slide *')])
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter((one) => getComputedStyle(one).getPropertyValue('forced-color-adjust') !== 'none')).toEqual([])
    await forceColors(false)
  })

  test('heads a question by the name of its picture, so that no bookmark tells the answer', async () => {
    await window.printNext()
    const heads = pages().flatMap((page) =>
      page.dataset['slide'] === 'beside' ? [page.querySelector('[data-slide-title]')?.textContent.trim()] : [],
    )
    expect(heads).toEqual(['VM과 컨테이너', deckOf().slides.find(({ id }) => id === 'beside')?.title])
    const [question, answer] = pages().filter((page) => page.dataset['slide'] === 'beside')
    expect(question?.querySelector('[role="heading"]')?.textContent.trim()).toBe('VM과 컨테이너')
    expect(question?.querySelectorAll('.ask li').length).toBeGreaterThan(1)
    expect(answer?.querySelector('.ask')).toBeNull()
    expect(answer?.querySelector('.caption')).not.toBeNull()
  })

  test.each([
    ['a cover', deckOf()],
    ['no cover', deckWith('id: cover\nlayout: title', 'id: cover\nlayout: content')],
  ])('tells readers of each page what it told, with %s', async (name, deck) => {
    order(deck)
    await window.printNext()
    const told = pages().map((page, n) => {
      const marked = [page, ...page.querySelectorAll('[role], [aria-hidden]')].filter(
        (one) => one.closest('svg') === null,
      )
      const rows = marked.map((one) => {
        const [role, level, hidden] = ['role', 'aria-level', 'aria-hidden'].map((each) => one.getAttribute(each) ?? '-')
        return `  ${one.localName}.${one.classList[0] ?? ''} role ${role} level ${level} hidden ${hidden}`
      })
      return [`## page ${n + 1}: ${page.dataset['slide']} ${page.dataset['step'] ?? ''}`, ...rows].join('\n')
    })
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`told/${name.replace(' ', '-')}.txt`)
  })

  test('lays out the next job in place of the one before', async () => {
    await window.printNext()
    order({ ...deckOf(), title: '다른 덱' }, { steps: 'final', theme: 'light' })
    const count = await window.printNext()
    expect(count).toBe(deckOf().slides.length)
    expect(pages()).toHaveLength(count)
    expect([document.title, document.documentElement.dataset['theme']]).toEqual(['다른 덱', 'light'])
  })

  test('tells of each page of a careful job before it is laid out, those of the glossary too', async () => {
    const drawn: (string | undefined)[] = []
    fake.when('print:page', () => {
      drawn.push(pages().at(-1)?.dataset['slide'])
      return null
    })
    fake.when('print:read', () => ({
      ...{ deck: longDeck(20), glossary, isCareful: true as const },
      options: { ...options, steps: 'final' as const },
    }))
    const count = await window.printNext()
    const slides = longDeck(20).slides.map(({ id, steps }) => ({ slide: id, step: steps }))
    expect(fake.payloads('print:page')).toEqual([...slides, { slide: null, step: 1 }])
    expect(drawn).toEqual([undefined, ...slides.map(({ slide }) => slide)])
    expect(told()).toEqual(Array.from({ length: count }, (_, i) => ({ done: i + 1, total: count })))
  })

  test('tells of no page of another job, which would take time', async () => {
    order(longDeck(20), { steps: 'final' })
    await window.printNext()
    expect(fake.payloads('print:page')).toEqual([])
  })

  test('shows one page alone, told before, those of the glossary too, and then all again', async () => {
    order(longDeck(3), { steps: 'final' }, glossary)
    const count = await window.printNext()
    const shown = (): number[] => pages().flatMap((page, i) => (page.checkVisibility() ? [i] : []))
    const all = shown()
    expect(all).toHaveLength(count)
    for (const index of all) {
      fake.when('print:page', () => {
        expect(shown()).not.toEqual([index])
        return null
      })
      await window.printOnly(index)
      expect(shown()).toEqual([index])
    }
    expect(fake.payloads('print:page')).toEqual([
      ...longDeck(3).slides.map(({ id, steps }) => ({ slide: id, step: steps })),
      { slide: null, step: 1 },
    ])
    await window.printOnly(null)
    expect(shown()).toEqual(all)
  })

  test('tells every sixteen pages how far it is, so that it can be stopped in time', async () => {
    order(longDeck(40), { steps: 'final' })
    expect(await window.printNext()).toBe(40)
    expect(told()).toEqual([16, 32, 40].map((done) => ({ done, total: 40 })))
  })

  test('puts the glossary after the slides where the job has one', async () => {
    order(deckOf(), { steps: 'final' }, glossary)
    const slides = deckOf().slides.length
    expect(await window.printNext()).toBe(slides + 1)
    expect(pages().at(-1)?.textContent).toContain('커널')
    expect(pages()[slides - 1]?.textContent).not.toContain('핵심')
    expect(document.querySelectorAll('[data-glossary-column]')).toHaveLength(2)
  })

  test('gives each slide one heading, of the level of its bookmark', async () => {
    await window.printNext()
    const heard = (page: HTMLElement): string[] =>
      [...page.querySelectorAll<HTMLElement>('[role="heading"]')].map(
        (heading) => `${heading.getAttribute('aria-level') ?? ''} ${heading.textContent.trim()}`,
      )
    const firsts = pages().filter(({ id }) => id !== '')
    expect(firsts.map((page) => heard(page).length)).toEqual(firsts.map(() => 1))
    expect(firsts.slice(0, 3).map((page) => heard(page)[0])).toEqual([
      '1 커널부터 다시 보는 도커',
      '2 격리의 원리',
      '3 앱을 이미지로 싸서 나르고 실행한다',
    ])
    // Of a slide with several pages, those between say nothing and the last all but its heading.
    const list = pages().filter((page) => page.dataset['slide'] === 'list')
    expect(list.map((page) => page.getAttribute('aria-hidden'))).toEqual([null, 'true', null])
    expect(list[2]?.querySelector('[data-slide-title]')?.getAttribute('aria-hidden')).toBe('true')
  })

  test('says what is wrong where it has no job', async () => {
    fake.when('print:read', () => {
      throw new Error('no job')
    })
    await expect(window.printNext()).rejects.toThrow()
  })
})
