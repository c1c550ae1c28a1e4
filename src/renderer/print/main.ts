import { mount, unmount } from 'svelte'
import './print.css'
import type { PagePlace } from '../../contract/print.ts'
import { pagesOf } from '../../core/scenes/printed-pages.ts'
import { fontsReady } from '../picture/ready.ts'
import { ask } from '../shell.ts'
import { appendixOf } from './appendix.ts'
import Print from './Print.svelte'

declare global {
  interface Window {
    /** Settles with the number of pages once they can be printed: fonts there, images decoded, every frame painted. */
    printReady: Promise<number>
    /** Lays out the next job in place of the one before: all that was loaded and measured for that one is still there. */
    printNext: () => Promise<number>
  }
}

/** Pages laid out between two reports: enough to be quick, few enough to be stopped in time. */
const batch = 16

let view: { show: (count: number) => void } | undefined

async function layOut(): Promise<number> {
  const target = document.getElementById('pages')
  if (target === null) throw new Error('no #pages element')
  const [job] = await Promise.all([ask('print:read'), fontsReady()])
  const { deck, options } = job
  document.documentElement.lang = deck.ref.lang
  document.documentElement.dataset['theme'] = options.theme
  document.title = deck.title
  const pages = pagesOf(deck, options.steps)
  const appendix = appendixOf(job)
  const total = pages.length + appendix.length
  if (view) await unmount(view)
  const print = (view = mount(Print, { target, props: { job, pages, appendix } }) as { show: (count: number) => void })
  const placeOf = (index: number): PagePlace => {
    const page = pages[index]
    return page === undefined ? { slide: null, step: 1 } : { slide: page.slide.id, step: page.step }
  }
  for (let done = 0; done < total;) {
    const from = done
    done = Math.min(total, done + batch)
    // Told beforehand and without waiting, so that it is known where a page stopped that never came back.
    void ask('print:pages', { first: placeOf(from), last: placeOf(done - 1) }).catch(() => undefined)
    print.show(done)
    await ask('print:progress', { done, total })
  }
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)))
  return total
}

window.printReady = layOut()
window.printNext = layOut
