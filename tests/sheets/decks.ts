import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { DeckRef, Lang } from '../../src/contract/deck.ts'
import { drawSheet, type Shot } from './contact.ts'
import { drawn, withApp, type App } from './app.ts'
import type { Wish } from './index.ts'

const small = { width: 1280, height: 720, scale: 0.3, columns: 5 } as const

/** Shows a deck's talk from its first step to its last, as the audience sees it, and shoots each. */
async function shotsOf({ ask }: App, window: Page, ref: DeckRef): Promise<Shot[]> {
  const shots: Shot[] = []
  let before: string | undefined
  for (;;) {
    const talk = await ask('talk:read')
    if (!talk) throw new Error(`no talk of ${ref.name}`)
    const { slide, step, asking } = talk.place
    const place = `${slide} ${step}${asking ? '?' : ''}`
    if (place === before) return shots
    await window.locator(`section.present [data-slide="${slide}"]`).waitFor()
    await window.waitForFunction(
      ([step, asking]) => {
        const shown = document.querySelector('section.present .slide')
        const dots = shown?.querySelector<HTMLElement>('.dots[data-step]')
        return (
          (!dots || Number(dots.dataset['step']) === step) &&
          (shown?.querySelector('.ask:not(.answered)') !== null) === asking
        )
      },
      [step, asking === true] as const,
    )
    await drawn(window)
    shots.push({ name: `${shots.length + 1}  ${place}`, png: await window.screenshot({ animations: 'disabled' }) })
    before = place
    await ask('talk:intent', { type: 'next' })
  }
}

/** A sheet for every deck of the course, with all that the audience sees of it one after the other. */
export async function deckSheets(browser: Browser, { langs, theme = 'light', folder, tell }: Wish): Promise<string[]> {
  const sheetOf = async (app: App, window: Page, ref: DeckRef): Promise<void> => {
    await app.ask('talk:start', { deck: ref, windows: 'deck' })
    const shots = await shotsOf(app, window, ref)
    const title = `${ref.name}, ${ref.lang}, ${theme}: ${shots.length} steps`
    tell(title)
    const { columns, width, scale } = small
    const file = join(folder, `deck-${ref.name}-${ref.lang}-${theme}.png`)
    await drawSheet(browser, { file, title, columns, width: width * scale }, shots)
  }
  const ofLang = (lang: Lang): Promise<void> =>
    withApp(
      browser,
      { language: lang, theme, deckLang: lang },
      { viewport: small, deviceScaleFactor: small.scale },
      async (app) => {
        const { courses } = await app.ask('library:read')
        const refs = courses.flatMap(({ decks }) => decks.map(({ ref }) => ref)).filter((ref) => ref.lang === lang)
        if (!refs[0]) throw new Error(`no deck in ${lang}`)
        await app.ask('talk:start', { deck: refs[0], windows: 'deck' })
        const window = await app.open('deck')
        for (const ref of refs) await sheetOf(app, window, ref)
      },
    )
  for (const lang of langs) await ofLang(lang)
  return []
}
