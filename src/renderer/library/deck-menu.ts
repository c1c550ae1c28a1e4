import FileDown from '@lucide/svelte/icons/file-down'
import MonitorUp from '@lucide/svelte/icons/monitor-up'
import Play from '@lucide/svelte/icons/play'
import Presentation from '@lucide/svelte/icons/presentation'
import StepForward from '@lucide/svelte/icons/step-forward'
import type { DeckSummary } from '../../contract/library.ts'
import type { MenuItem } from '../parts/menu-item.ts'
import type { LibraryWords } from '../words/library.ts'
import type { Library } from './library.svelte.ts'

/** Whether a deck has anything to show. */
export function canPresent(deck: DeckSummary): boolean {
  return deck.slides > 0
}

/** Whether there is a place to go on from, which the first step of the first slide is not. */
export function canContinue(deck: DeckSummary): boolean {
  return deck.lastPlace !== null && (deck.lastPlace.slideNumber > 1 || deck.lastPlace.step > 1)
}

/** The ways to present one deck beyond the main button. */
export function presentItems(library: Library, deck: DeckSummary, text: LibraryWords): readonly MenuItem[] {
  const disabled = !canPresent(deck)
  return [
    { label: text.fromStart, icon: Play, disabled, onselect: () => void library.present(deck) },
    ...(deck.lastPlace && canContinue(deck)
      ? [
          {
            label: text.continueAt(deck.lastPlace.slideNumber, deck.slides),
            icon: StepForward,
            disabled,
            onselect: () => void library.present(deck, 'last'),
          },
        ]
      : []),
    {
      label: text.onlyDeck,
      icon: Presentation,
      disabled,
      separated: true,
      onselect: () => void library.present(deck, 'start', 'deck'),
    },
    {
      label: text.onlyPresenter,
      icon: MonitorUp,
      disabled,
      onselect: () => void library.present(deck, 'start', 'presenter'),
    },
  ]
}

/** Everything that can be done with one deck. */
export function deckItems(library: Library, deck: DeckSummary, text: LibraryWords): readonly MenuItem[] {
  return [
    ...presentItems(library, deck, text),
    {
      label: text.exportPdf,
      icon: FileDown,
      disabled: !canPresent(deck),
      separated: true,
      onselect: () => (library.dialog = { kind: 'export', deck }),
    },
  ]
}
