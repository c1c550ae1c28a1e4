import { flushSync, mount, unmount } from 'svelte'
import type { GlossaryTerm } from '../../contract/deck.ts'
import type { PrintJob } from '../../contract/print.ts'
import { glossaryPages } from './glossary-pages.ts'
import GlossarySheet from './GlossarySheet.svelte'

/** The columns of one page of the appendix. */
export type AppendixPage = readonly (readonly GlossaryTerm[])[]

/**
 * The glossary of a job in the order of its language, divided into pages. Measured on a sheet of its own, which is gone
 * again afterwards: fonts must be there.
 */
export function appendixOf({ deck, glossary, options }: PrintJob): readonly AppendixPage[] {
  if (glossary.length === 0) return []
  const { lang } = deck.ref
  const collator = new Intl.Collator(lang)
  const terms = glossary.toSorted((a, b) => collator.compare(a.term[lang], b.term[lang]))
  const target = document.createElement('div')
  document.body.append(target)
  const props = { deck, columns: [terms, []], theme: options.theme, page: 1, pages: 1 }
  const sheet = mount(GlossarySheet, { target, props })
  flushSync()
  const column = target.querySelector('[data-glossary-column]')?.clientHeight ?? 0
  const heights = Array.from(
    target.querySelectorAll('[data-glossary-entry]'),
    (entry) => entry.getBoundingClientRect().height,
  )
  void unmount(sheet)
  target.remove()
  return glossaryPages(heights, column).map((page) => page.map((entries) => entries.flatMap((i) => terms[i] ?? [])))
}
