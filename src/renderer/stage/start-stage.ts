/** The one file that knows reveal.js: it scales the stage and crosses from one slide to the next, and does nothing else. */
import Reveal from 'reveal.js'
import 'reveal.js/reveal.css'

export type Crossing = 'fade' | 'none'

export interface Stage {
  /**
   * Shows a section, by its index among those in the document; -1 where there is none.
   * @param structure names the sections in order; where it differs from last time they are taken in anew
   */
  show(section: number, structure: string): void
  /** How slides take turns from now on. */
  cross(crossing: Crossing): void
  stop(): void
}

/**
 * Everything that reveal.js would otherwise do by itself: keys and what they open, touch, addresses, buttons, notes,
 * other views.
 */
const quiet = {
  embedded: true,
  keyboard: false,
  touch: false,
  controls: false,
  progress: false,
  slideNumber: false,
  history: false,
  respondToHashChanges: false,
  fragments: false,
  postMessage: false,
  autoAnimate: false,
  hideInactiveCursor: false,
  focusBodyOnPageVisibilityChange: false,
  // Otherwise any window up to 435 px wide turns into a scroll view, which rewrites the whole DOM.
  scrollActivationWidth: 0,
  sortFragmentsOnSync: false,
} as const

const stageConfig = {
  ...quiet,
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.05,
  maxScale: 12,
  center: false,
  backgroundTransition: 'none',
} as const

/**
 * Starts reveal.js on an element that holds `.slides`. Once a window: what it starts cannot be taken back wholly.
 * The element is no `application`, and announcing slides is not its business.
 */
export async function startStage(root: HTMLElement, crossing: Crossing): Promise<Stage> {
  const reveal = new Reveal(root, { ...stageConfig, transition: crossing })
  await reveal.initialize()
  root.removeAttribute('role')
  for (const status of root.querySelectorAll('.aria-status')) status.remove()
  // reveal.js follows the window alone, and the log beside the stage takes room from it.
  const room = new ResizeObserver(() => reveal.layout())
  room.observe(root)
  let shown: { readonly section: number; readonly structure: string } | undefined
  let crossedBy = crossing
  return {
    show(section, structure) {
      if (structure === shown?.structure && section === shown.section) return
      const isNew = structure !== shown?.structure
      shown = { section, structure }
      if (section < 0) return
      // Before `sync`, which would light up whatever now stands at the old index.
      reveal.slide(section)
      if (isNew) reveal.sync()
    },
    cross(next) {
      if (next === crossedBy) return
      crossedBy = next
      reveal.configure({ transition: next })
    },
    stop() {
      room.disconnect()
      reveal.destroy()
    },
  }
}
