/** What the windows of a talk show, read from what they have drawn. */
import { availableParallelism, loadavg } from 'node:os'
import { expect, type Page } from '@playwright/test'
import type { RequestName } from '../../../src/contract/channels.ts'

/** Whatever a window may ask, also what the types forbid. */
export interface Answer {
  readonly value?: unknown
  readonly failure?: { readonly code: string }
}
export interface AskingWindow {
  readonly shell: {
    request(name: string, payload: unknown): Promise<Answer>
    listen(name: string, listener: () => void): () => void
  }
}

/** Asks the shell as a window does. */
export const ask = (page: Page, name: RequestName, payload?: unknown): Promise<Answer> =>
  page.evaluate(([n, p]) => (window as unknown as AskingWindow).shell.request(n, p), [name, payload] as const)

interface Place {
  readonly slide: string | null
  readonly step: number
}

/** When something was seen in a page: on the clock, and since the page began to load, both in ms. */
export interface Seen {
  readonly at: number
  readonly afterMs: number
}

/** The slide and step that a window shows, or a null slide while it shows none. */
export function shownIn(page: Page): Promise<Place> {
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('section.present .slide, aside .thumb .slide')
    const dots = slide?.querySelector<HTMLElement>('.dots[data-step]')
    return { slide: slide?.dataset['slide'] ?? null, step: Number(dots?.dataset['step'] ?? 1) }
  })
}

const patienceMs = 20_000

/** Asks a page until it answers; one that goes elsewhere meanwhile is asked again where it has come to. */
async function answerOf<T>(page: Page, ask: (until: number) => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await ask(until)
    } catch (error) {
      if (page.isClosed() || Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

/** Waits until a window shows a slide. The page itself looks: each failure that a spec polls for is told in colour. */
export async function somethingShown(page: Page): Promise<void> {
  const isShown = await answerOf(page, (until) =>
    page.evaluate(async (end) => {
      while (document.querySelector('section.present .slide[data-slide], aside .thumb .slide[data-slide]') === null) {
        if (Date.now() > end) return false
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return true
    }, until),
  )
  expect(isShown, 'a slide is shown').toBe(true)
}

/** When a window shows a slide at a step: the page itself looks, for how long asking takes says nothing about it. */
export async function seenAt(page: Page, slide: string, step: number): Promise<Seen> {
  const seen = await answerOf(page, (until) =>
    page.evaluate(
      async ([wantedSlide, wantedStep, end]) => {
        for (;;) {
          const shown = document.querySelector<HTMLElement>('section.present .slide, aside .thumb .slide')
          const dots = shown?.querySelector<HTMLElement>('.dots[data-step]')
          if (shown?.dataset['slide'] === wantedSlide && Number(dots?.dataset['step'] ?? 1) === wantedStep)
            return { at: Date.now(), afterMs: performance.now() }
          if (Date.now() > end) return null
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      },
      [slide, step, until] as const,
    ),
  )
  if (seen === null) expect(await shownIn(page)).toEqual({ slide, step })
  return seen ?? { at: Date.now(), afterMs: Infinity }
}

/** When a part of a window says a text, seen by the page itself. */
export async function saidAt(page: Page, selector: string, text: RegExp | string): Promise<Seen> {
  const pattern = typeof text === 'string' ? text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source
  const seen = await answerOf(page, (until) =>
    page.evaluate(
      async ([where, wanted, end]) => {
        for (;;) {
          const parts = [...document.querySelectorAll<HTMLElement>(where)]
          if (parts.some((part) => new RegExp(wanted).test(part.innerText.replace(/\s+/g, ' '))))
            return { at: Date.now(), afterMs: performance.now() }
          if (Date.now() > end) return null
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      },
      [selector, pattern, until] as const,
    ),
  )
  if (seen === null) await expect(page.locator(selector)).toContainText(text)
  return seen ?? { at: Date.now(), afterMs: Infinity }
}

/** Waits until every one of these windows shows a slide at a step. */
export async function expectShown(slide: string, step: number, ...pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => seenAt(page, slide, step)))
}

/** How soon a window must be back where it was, in ms from when it begins to load. */
export const backMs = 2000

/**
 * Holds that something takes no longer than so many ms on a machine that has nothing else to do; where more wants to run
 * than there are processors, that much longer. Of a few tries the soonest tells, for other work makes one slow and never
 * quick; there is a second only where the first was too slow.
 */
export async function expectWithin(ms: number, take: () => Promise<number>): Promise<void> {
  const taken: number[] = []
  let allowedMs = ms
  do {
    taken.push(await take())
    const [wanting = 0] = loadavg()
    allowedMs = Math.max(allowedMs, (ms * wanting) / availableParallelism())
  } while (Math.min(...taken) > allowedMs && taken.length < 3)
  expect(Math.min(...taken), `the soonest of ${taken.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(allowedMs)
}

/** Presses a key as a keyboard with a Hangul input method does: `key` says the letter or nothing, only `code` is right. */
export async function pressHangul(page: Page, code: string, key: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const event = { code, key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 } as const
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  await session.detach()
}

/** Types a word with the input method: each syllable is put together before it counts. */
export async function composeHangul(page: Page, word: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const syllable of word) {
    const jamo = syllable.normalize('NFD')
    for (let i = 1; i <= jamo.length; i++) {
      const text = jamo.slice(0, i).normalize('NFC')
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await session.send('Input.insertText', { text: syllable })
  }
  await session.detach()
}
