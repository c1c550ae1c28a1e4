import { withBrowser } from './browser.ts'
import { openPage } from './pages.ts'
import type { PictureCost } from './picture-cost.ts'
import { single, timed, type Row } from './row.ts'
import { shareOver } from './statistics.ts'

/** Above this a frame of a 60 Hz screen was missed. */
const missedMs = 20

interface PicturePage {
  readonly sceneIds: readonly string[]
  measure(id: string): Promise<PictureCost>
}

function rowsOf(id: string, cost: PictureCost): Row[] {
  return [
    single(`${id}: marks of its largest frame`, 'count', cost.marks),
    single(`${id}: svg nodes of its largest frame`, 'count', cost.nodes),
    timed(`${id}: laying out its largest frame`, cost.layout),
    timed(`${id}: painting it into an empty picture`, cost.fresh),
    timed(`${id}: making the way into a step`, cost.way),
    timed(`${id}: finding a frame on the way into a step`, cost.between),
    timed(`${id}: painting a frame on the way into a step`, cost.painting),
    timed(`${id}: frame to frame while steps play`, cost.intervals),
    single(`${id}: frames that came after more than ${missedMs} ms`, '%', 100 * shareOver(cost.intervals, missedMs)),
  ]
}

/** What the pictures cost to lay out and to paint, and how evenly their frames come. */
export async function measure(): Promise<Row[]> {
  return withBrowser(async (browser) => {
    const page = await openPage(browser, 'picture.html')
    const ids = await page.evaluate(() => (window as unknown as PicturePage).sceneIds)
    const rows: Row[] = []
    for (const id of ids) {
      rows.push(...rowsOf(id, await page.evaluate((id) => (window as unknown as PicturePage).measure(id), id)))
    }
    return rows
  })
}
