import { mount, unmount } from 'svelte'
import './print.css'
import { fontsReady } from '../picture/ready.ts'
import { ask } from '../shell.ts'
import { appendixOf } from './appendix.ts'
import { pagesOf } from './pages.ts'
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
  for (let done = 0; done < total;) {
    // Told beforehand and without waiting, so that it is known where a page stopped that never came back.
    const { slide, step } = pages[done] ?? { slide: null, step: 1 }
    void ask('print:page', { slide: slide?.id ?? null, step }).catch(() => undefined)
    done += 1
    print.show(done)
    if (done % batch === 0 || done === total) await ask('print:progress', { done, total })
  }
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)))
  return total
}

window.printReady = layOut()
window.printNext = layOut
