/** What the windows of a talk show, read from what they have drawn. */
import { expect, type Page } from '@playwright/test'

interface Shown {
  readonly slide: string | null
  readonly step: number
}

/** The slide and step that a window shows, or a null slide while it shows none. */
export function shownIn(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('section.present .slide, aside .thumb .slide')
    const dots = slide?.querySelector<HTMLElement>('.dots[data-step]')
    return { slide: slide?.dataset['slide'] ?? null, step: Number(dots?.dataset['step'] ?? 1) }
  })
}

/** Waits until every one of these windows shows a slide at a step. */
export async function expectShown(slide: string, step: number, ...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await expect.poll(() => shownIn(page)).toEqual({ slide, step })
}

/** How soon a window must be back where it was. */
export const backMs = 2000

/** The same, and no later than in the time given (ms) from now. */
export async function expectShownWithin(
  ms: number,
  slide: string,
  step: number,
  ...pages: readonly Page[]
): Promise<void> {
  for (const page of pages) {
    await expect.poll(() => shownIn(page).catch(() => null), { timeout: ms, intervals: [20] }).toEqual({ slide, step })
  }
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
