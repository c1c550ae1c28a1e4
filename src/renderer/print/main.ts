import { mount, unmount } from 'svelte'
import './print.css'
import type { ScaledPictures } from '../../contract/library.ts'
import type { PagePlace, PrintFindings } from '../../contract/print.ts'
import { pagesOf } from '../../core/scenes/printed-pages.ts'
import { drawnFontsReady, fontsReady } from '../picture/ready.ts'
import { ask } from '../shell.ts'
import { appendixOf } from './appendix.ts'
import { findings } from './findings.ts'
import Print from './Print.svelte'
import { scalePictures } from './scale-pictures.ts'
import { stillVideos } from './still-videos.ts'

declare global {
  interface Window {
    /** Settles with the number of pages once they can be printed: fonts there, images decoded, every frame painted. */
    printReady: Promise<number>
    /** Lays out the next job in place of the one before: all that was loaded and measured for that one is still there. */
    printNext: () => Promise<number>
    /** Shows one page and no others, by its index, or again all. */
    printOnly: (index: number | null) => Promise<void>
    /** What the pages that are laid out do not show as it was meant. */
    printFindings: () => PrintFindings
  }
}

/** Pages laid out between two reports: enough to be quick, few enough to be stopped in time. */
const batch = 16

interface View {
  show: (count: number) => void
  only: (index: number | null) => void
}

/** What is on each page that is laid out, and what shows them. */
let laidOut: { readonly view: View; readonly places: readonly PagePlace[]; scaled?: ScaledPictures } | undefined

/** Waits for the images; those that cannot be decoded give way to their frames at once. */
const decoded = async (root: Element | Document): Promise<void> => {
  const failed = (image: HTMLImageElement) => () => void image.dispatchEvent(new Event('error'))
  await Promise.all(Array.from(root.querySelectorAll('img'), (image) => image.decode().catch(failed(image))))
  // Decoded is not yet told to be loaded, and until then bodies are fitted to images that have no size.
  for (const body of root.querySelectorAll('.body:has(img)')) body.dispatchEvent(new Event('load'))
}

/** Lays out the page that came last, which else waits for the next time that something has to be drawn. */
async function settle(): Promise<void> {
  const page = document.querySelector('.page:last-child')
  page?.getBoundingClientRect()
  if (page) await decoded(page)
}

async function layOut(): Promise<number> {
  const target = document.getElementById('pages')
  if (target === null) throw new Error('no #pages element')
  const [job] = await Promise.all([ask('print:read'), fontsReady()])
  const { deck, options, isCareful = false } = job
  document.documentElement.lang = deck.ref.lang
  document.documentElement.dataset['theme'] = options.theme
  document.title = deck.title
  const pages = pagesOf(deck, options.steps)
  const appendix = appendixOf(job)
  if (laidOut) await unmount(laidOut.view)
  const view = mount(Print, { target, props: { job, pages, appendix } }) as View
  const places = [
    ...pages.map(({ slide, step }) => ({ slide: slide.id, step })),
    ...appendix.map(() => ({ slide: null, step: 1 })),
  ]
  laidOut = { view, places }
  const total = places.length
  for (let done = 0; done < total;) {
    if (isCareful) await tellPage(done)
    done = Math.min(total, done + (isCareful ? 1 : batch))
    view.show(done)
    if (isCareful) await settle()
    await ask('print:progress', { done, total })
  }
  await stillVideos(target)
  await Promise.all([decoded(document), drawnFontsReady()])
  if (options.fullSize !== true) laidOut.scaled = await scalePictures(target)
  return total
}

/** Tells beforehand at which page it is, so that it is known where a page stopped that never came back. */
async function tellPage(index: number): Promise<void> {
  const place = laidOut?.places[index]
  if (place) await ask('print:page', place)
}

window.printReady = layOut()
window.printNext = layOut
window.printFindings = () => findings(laidOut?.scaled)
window.printOnly = async (index) => {
  if (index !== null) await tellPage(index)
  laidOut?.view.only(index)
}
