/** Plain reveal.js with all sections in the document, as it is meant to be used: the yardstick for our stage. */
import Reveal from 'reveal.js'
import 'reveal.js/reveal.css'

const changes = 60

async function walk(size: number): Promise<{ initialize: number; slide: number[] }> {
  const root = document.querySelector<HTMLElement>('.reveal')
  const slides = root?.querySelector('.slides')
  if (!root || !slides) throw new Error('no .reveal .slides')
  for (let n = 1; n <= size; n += 1) {
    const section = document.createElement('section')
    section.innerHTML = `<h2>${n}</h2><p>section</p>`
    slides.append(section)
  }
  const reveal = new Reveal(root, { controls: false, progress: false, hash: false, transition: 'none' })
  const before = performance.now()
  await reveal.initialize()
  document.body.getBoundingClientRect()
  const initialize = performance.now() - before
  reveal.slide(size / 2 - changes / 2)
  const slide: number[] = []
  for (let n = 1; n <= Math.min(changes, size / 2); n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const from = performance.now()
    reveal.slide(Math.max(0, size / 2 - changes / 2) + n)
    document.body.getBoundingClientRect()
    slide.push(performance.now() - from)
  }
  return { initialize, slide }
}

Object.assign(window, { walk })
