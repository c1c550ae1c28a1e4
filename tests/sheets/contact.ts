import { writeFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'

/** One of the small pictures of a sheet. */
export interface Shot {
  readonly name: string
  readonly png: Buffer
}

/**
 * Draws shots of one width beside and below each other, each with its name, into a PNG.
 * @param columns how many stand in a row, each so many px wide
 */
export async function drawSheet(
  browser: Browser,
  { file, title, columns, width }: { file: string; title: string; columns: number; width: number },
  shots: readonly Shot[],
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 400 } })
  try {
    await page.setContent(`<!doctype html><style>
      body { margin: 0; padding: 12px; background: #7d7d7d; font: 13px sans-serif; color: #fff }
      h1 { margin: 0 0 12px; font-size: 18px }
      main { display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 12px }
      figure { margin: 0 } figcaption { overflow: hidden; white-space: nowrap } img { display: block; width: ${width}px }
    </style><h1></h1><main></main>`)
    await page.locator('h1').evaluate((heading, text) => (heading.textContent = text), title)
    for (const { name, png } of shots) {
      await page.locator('main').evaluate(
        async (main, { name, data }) => {
          const figure = main.appendChild(document.createElement('figure'))
          figure.appendChild(document.createElement('figcaption')).textContent = name
          const image = figure.appendChild(document.createElement('img'))
          image.src = `data:image/png;base64,${data}`
          await image.decode()
        },
        { name, data: png.toString('base64') },
      )
    }
    await writeFile(file, await page.screenshot({ fullPage: true }))
  } finally {
    await page.close()
  }
}
