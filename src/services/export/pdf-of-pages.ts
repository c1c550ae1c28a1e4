import type { PrintFindings } from '../../contract/print.ts'
import type { Printing } from './answer-print.ts'
import type { Printed } from './printer.ts'

/** A print window that has laid out its pages, in whichever browser. */
export interface LaidOutWindow {
  readonly pages: number
  /** Gives the value of an expression in the window, awaited. */
  readonly run: (expression: string) => Promise<unknown>
  /** What the window shows, as a PDF. */
  readonly pdf: () => Promise<Uint8Array>
}

/** What the pages of a window do not show as it was meant. */
export const findingsOf = async (run: LaidOutWindow['run']): Promise<PrintFindings> =>
  (await run('window.printFindings()')) as PrintFindings

/**
 * The PDF of all pages. A careful job draws each alone before, as a page that cannot be drawn shows that only there.
 * @param onWhole called once all pages are drawn in one go
 */
export async function pdfOfPages(
  { pages, run, pdf }: LaidOutWindow,
  { job, onProgress }: Pick<Printing, 'job' | 'onProgress'>,
  onWhole: () => void,
): Promise<Printed> {
  const findings = await findingsOf(run)
  const tell = (done: number): void => onProgress?.({ phase: 'printing', done, total: pages })
  const drawn = (): Promise<Uint8Array> =>
    pdf().catch(async (error: unknown) => {
      // Printing fails before it is known that the page is dead, which shows where it is asked something.
      await run('0')
      throw error
    })
  if (job.isCareful === true) {
    for (let index = 0; index < pages; index += 1) {
      await run(`window.printOnly(${index})`)
      tell(index)
      await drawn()
    }
    await run('window.printOnly(null)')
  } else tell(0)
  onWhole()
  return { bytes: await drawn(), findings }
}
