import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Shell } from '../../src/contract/channels.ts'
import { drawnAt } from './drawn-at.ts'
import { inTempFolder } from './places.ts'
import { withPlainBrowser, type PlainBrowser } from './plain-browser.ts'
import { ratio, timed, type Row } from './row.ts'
import { startShell, type RunningShell } from './shell.ts'

const rounds = 7
const tile = 'input[type=radio][name=deck]'
const deck = { course: 'docker', name: '01-docker-and-vm', lang: 'ko' } as const

interface Start {
  readonly address: number
  readonly library: number
  readonly present: number
  readonly slide: number
}

/** One start from nothing but a chosen course: no cache of the browser. */
async function startOnce(browser: PlainBrowser): Promise<Start> {
  return inTempFolder(async (home) => {
    const page = await browser.newPage()
    const shell = await startShell(home)
    try {
      await page.goto(shell.address)
      const library = await drawnAt(page, tile)
      const pressed = performance.timeOrigin + performance.now()
      await page.evaluate(async (deck) => {
        const { shell } = window as unknown as { shell: Shell }
        await shell.request('talk:start', {
          deck,
          windows: 'deck',
        })
      }, deck)
      await page.goto(new URL('/deck/index.html', shell.address).href)
      const slide = await drawnAt(page, 'section.present [data-slide="cover"]')
      return {
        address: shell.readyAt - shell.startedAt,
        library: library - shell.startedAt,
        present: slide - pressed,
        slide: slide - shell.startedAt,
      }
    } finally {
      await page.close()
      await shell.stop()
    }
  })
}

/** The library as a file that needs no shell: its elements, its styles and its fonts in one. */
async function libraryAsFile(folder: string): Promise<string> {
  const file = join(folder, 'library.html')
  const html = await withPlainBrowser([], (browser) =>
    inTempFolder(async (home) => {
      const page = await browser.newPage()
      const shell = await startShell(home)
      try {
        await page.goto(shell.address)
        await drawnAt(page, tile)
        return await page.evaluate(async () => {
          const asData = async (url: string): Promise<string> => {
            const blob = await (await fetch(url)).blob()
            return new Promise((resolve) => {
              const reader = new FileReader()
              reader.onload = () => resolve(reader.result as string)
              reader.readAsDataURL(blob)
            })
          }
          // The faces that are in use; the page would load no others either.
          const used = new Set(
            [...document.fonts]
              .filter(({ status }) => status === 'loaded')
              .map(({ family, weight }) => `${family.replaceAll('"', '')} ${weight}`),
          )
          let css = ''
          for (const sheet of document.styleSheets) {
            for (const rule of sheet.cssRules) {
              if (!(rule instanceof CSSFontFaceRule)) {
                css += `${rule.cssText}\n`
                continue
              }
              const family = rule.style.getPropertyValue('font-family').replaceAll('"', '')
              if (!used.has(`${family} ${rule.style.getPropertyValue('font-weight') || '400'}`)) continue
              const url = /url\("([^"]+)"\)/.exec(rule.cssText)?.[1]
              if (url === undefined) continue
              css += rule.cssText.replace(url, await asData(new URL(url, sheet.href ?? location.href).href)) + '\n'
            }
          }
          for (const node of document.querySelectorAll('script, link, style')) node.remove()
          document.head.insertAdjacentHTML('beforeend', `<style>${css}</style>`)
          return `<!doctype html>${document.documentElement.outerHTML}`
        }, undefined)
      } finally {
        await page.close()
        await shell.stop()
      }
    }),
  )
  await writeFile(file, html)
  return pathToFileURL(file).href
}

/** From nothing at all, a browser included, until a tile of the library is drawn; `address` gives what it opens. */
async function fromNothing(address: () => Promise<string>): Promise<number> {
  const from = performance.timeOrigin + performance.now()
  const url = await address()
  return withPlainBrowser([], async (browser) => {
    const page = await browser.newPage()
    await page.goto(url)
    return (await drawnAt(page, tile)) - from
  })
}

const shellFromNothing = (): Promise<number> =>
  inTempFolder(async (home) => {
    let shell: RunningShell | undefined
    try {
      return await fromNothing(async () => {
        shell = await startShell(home)
        return shell.address
      })
    } finally {
      await shell?.stop()
    }
  })

/** A whole start beside the same browser opening the same page without any shell, in turns. */
async function besideStaticPage(): Promise<Row[]> {
  return inTempFolder(async (folder) => {
    const url = await libraryAsFile(folder)
    const [ours, plain]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await shellFromNothing())
      plain.push(await fromNothing(() => Promise.resolve(url)))
    }
    return [
      timed('shell and browser from nothing → library drawn', ours),
      timed('browser from nothing → the same page as a file drawn', plain),
      ratio('from nothing to the library drawn: Lectern to the file', ours, plain),
    ]
  })
}

/** From starting the shell's process to the library and to the first slide, in a browser that is already running. */
export async function measure(): Promise<Row[]> {
  const starts = await withPlainBrowser([], async (browser) => {
    const all: Start[] = []
    for (let round = 0; round < rounds; round += 1) all.push(await startOnce(browser))
    return all
  })
  const of = (name: keyof Start): number[] => starts.map((start) => start[name])
  return [
    timed('process start → shell answers', of('address')),
    timed('process start → library drawn', of('library')),
    timed('present → first slide drawn in the deck window', of('present')),
    timed('process start → first slide drawn', of('slide')),
    ...(await besideStaticPage()),
  ]
}
