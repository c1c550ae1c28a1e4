import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Lang } from '../../src/contract/deck.ts'
import type { ThemeName } from '../../src/contract/library.ts'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { newWords } from '../../src/renderer/words/new.ts'
import { reviewStatisticsWords } from '../../src/renderer/words/review-statistics.ts'
import { reviewWords } from '../../src/renderer/words/review.ts'
import { sharedWords } from '../../src/renderer/words/shared.ts'
import { findings } from '../e2e/app/findings.ts'
import { drawn, withApp, type App } from './app.ts'
import { drawSheet, type Shot } from './contact.ts'
import type { Wish } from './index.ts'

const sizes = [
  [960, 600],
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const
/** How wide the windows are that sheets show. */
export const widths = sizes.map(([width]) => width)
const [columns, shotWidth] = [4, 640] as const

/** Tells how a window looks now. */
type Shoot = (name: string, page: Page) => Promise<void>

async function library({ library }: App, lang: Lang, shoot: Shoot): Promise<void> {
  const [say, shared, begin] = [libraryWords[lang], sharedWords[lang], newWords[lang]]
  await shoot('library', library)
  const named = (name: string): Locator => library.getByRole('button', { name })
  /** What stands in the sidebar, which is a drawer in a narrow window. */
  const fromSidebar = async (name: string): Promise<void> => {
    const [button, menu] = [named(name), named(say.menu)]
    await button.or(menu).first().waitFor()
    if (await menu.isVisible()) await menu.click()
    await button.click()
  }
  const dialogs: Readonly<Record<string, () => Promise<void>>> = {
    'open a folder': () => library.keyboard.press('Control+o'),
    export: () => library.keyboard.press('Control+p'),
    new: () => fromSidebar(begin.open),
    preview: async () => {
      const actions = library.getByRole('group', { name: say.deckActions })
      await actions.getByRole('button').last().click()
      await library.getByRole('menuitem', { name: say.preview }).click()
      await library.getByRole('dialog').locator('.large svg').first().waitFor()
    },
    glossary: () => library.locator('.counts button').click(),
    settings: async () => {
      await fromSidebar(shared.settings)
      // What reviewing is set to is asked for first.
      await library.getByRole('dialog').getByRole('spinbutton').first().waitFor()
    },
    help: () => library.keyboard.press('?'),
  }
  for (const [name, open] of Object.entries(dialogs)) {
    await open()
    await library.getByRole('dialog').waitFor()
    await shoot(name, library)
    if (name === 'preview') {
      await library.getByRole('radio', { name: begin.tabs.source }).check()
      await library.locator('.below pre').waitFor()
      await shoot('preview, source', library)
    }
    // The drawer as well.
    while ((await library.getByRole('dialog').count()) > 0) await library.keyboard.press('Escape')
  }
}

async function gallery({ open }: App, _: Lang, shoot: Shoot): Promise<void> {
  const page = await open('gallery')
  await page.locator('svg[data-step]').waitFor()
  await shoot('gallery', page)
  await page.evaluate(() => (location.hash = 'isolation/IS-1'))
  await page.locator('svg[data-step="IS-1"]').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.locator('.ask').waitFor()
  await shoot('gallery, asking', page)
  await page.keyboard.press('ArrowRight')
  await page.locator('.ask.answered').waitFor()
  await shoot('gallery, answered', page)
  const log = page.locator('aside')
  if (!(await log.isVisible())) await page.keyboard.press('l')
  await page.locator('.log tbody button').first().click()
  await page.locator('.log h3').waitFor()
  await shoot('gallery, an event', page)
  await page.close()
}

async function review({ open }: App, lang: Lang, shoot: Shoot): Promise<void> {
  const say = reviewWords[lang]
  const counting = reviewStatisticsWords[lang].loading
  const page = await open('review')
  const begin = page.getByRole('button', { name: say.begin })
  await begin.waitFor()
  await shoot('review', page)
  for (const [name, label] of Object.entries({ statistics: say.statistics, interview: say.mock })) {
    const way = page.getByRole('button', { name: new RegExp(`^${label}`) })
    await way.click()
    // Its own button to begin may be called as the one that was there.
    await way.waitFor({ state: 'hidden' })
    await page.getByText(counting).waitFor({ state: 'hidden' })
    await shoot(`review, ${name}`, page)
    await page.keyboard.press('Escape')
    await begin.waitFor()
  }
  await begin.click()
  const reveal = page.getByRole('button', { name: say.reveal })
  await reveal.waitFor()
  await shoot('review, recall', page)
  await page.waitForFunction((name) => {
    const named = [...document.querySelectorAll('button')].find((button) => button.textContent.includes(name))
    return named?.matches(':enabled:not([aria-disabled=true])')
  }, say.reveal)
  for (const key of ['Space', 'KeyJ', 'KeyK', 'KeyL']) await page.keyboard.press(key)
  await shoot('review, points', page)
  await page.close()
}

const shown = [
  ['01-docker-and-vm', 'cover', 1],
  ['01-docker-and-vm', 'what-docker-does', 1],
  ['01-docker-and-vm', 'vm-stack', 2],
  ['01-docker-and-vm', 'fast-and-light', 2],
  ['01-docker-and-vm', 'say-it', 1],
  ['01-docker-and-vm', 'say-it', 3],
] as const

async function talk({ open, ask }: App, lang: Lang, shoot: Shoot): Promise<void> {
  await ask('talk:start', { deck: { course: 'docker', name: shown[0][0], lang }, windows: 'both' })
  const windows = { deck: await open('deck'), presenter: await open('presenter') }
  for (const [, slide, step] of shown) {
    await ask('talk:intent', { type: 'goTo', place: { slide, step } })
    await windows.deck.locator(`section.present [data-slide="${slide}"]`).waitFor()
    await shoot(`deck, ${slide} ${step}`, windows.deck)
    await shoot(`presenter, ${slide} ${step}`, windows.presenter)
  }
  await ask('talk:intent', { type: 'goTo', place: { slide: 'vm-stack', step: 2 } })
  await ask('talk:intent', { type: 'log', on: true })
  await shoot('deck, log', windows.deck)
  await shoot('presenter, log', windows.presenter)
  await windows.presenter.keyboard.press('?')
  await windows.presenter.getByRole('dialog').waitFor()
  await shoot('presenter, keys', windows.presenter)
  for (const window of Object.values(windows)) await window.close()
  await ask('talk:end')
}

/**
 * A sheet of every window for each language and width, in high contrast if nothing else is asked for. Each is also
 * looked through by axe.
 * @returns what it finds, a line each
 */
export async function windowSheets(browser: Browser, { langs, theme, width, folder, tell }: Wish): Promise<string[]> {
  const found: string[] = []
  const wished = sizes.filter((size) => width === undefined || size[0] === width)
  const sheetOf = (lang: Lang, [width, height]: (typeof sizes)[number], theme: ThemeName): Promise<void> =>
    withApp(
      browser,
      { language: lang, theme, deckLang: lang },
      { viewport: { width, height }, deviceScaleFactor: shotWidth / width },
      async (app) => {
        const shots: Shot[] = []
        const shoot: Shoot = async (name, page) => {
          await page.bringToFront()
          await drawn(page)
          shots.push({ name, png: await page.screenshot({ animations: 'disabled' }) })
          for (const finding of await findings(page)) found.push(`${name}, ${lang}, ${width} px: ${finding}`)
        }
        for (const part of [library, gallery, review, talk]) await part(app, lang, shoot)
        const title = `Windows, ${lang}, ${theme}, ${width} × ${height}: ${shots.length}`
        tell(title)
        const file = join(folder, `windows-${lang}-${theme}-${width}.png`)
        await drawSheet(browser, { file, title, columns, width: shotWidth }, shots)
      },
    )
  for (const lang of langs) for (const size of wished) await sheetOf(lang, size, theme ?? 'contrast')
  return found
}
