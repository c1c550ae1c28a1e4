import Eye from '@lucide/svelte/icons/eye'
import FileDown from '@lucide/svelte/icons/file-down'
import MonitorUp from '@lucide/svelte/icons/monitor-up'
import Play from '@lucide/svelte/icons/play'
import Presentation from '@lucide/svelte/icons/presentation'
import StepForward from '@lucide/svelte/icons/step-forward'
import type { DeckSummary } from '../../contract/library.ts'
import type { MenuItem } from '../parts/menu-item.ts'
import type { LibraryWords } from '../words/library.ts'
import type { Library } from './library.svelte.ts'
import { canContinue, canPresent } from './next-deck.ts'

/** Everything that can be done with one deck or path. */
export function deckItems(library: Library, deck: DeckSummary, text: LibraryWords): readonly MenuItem[] {
  const disabled = !canPresent(deck)
  return [
    ...(deck.lastPlace && canContinue(deck)
      ? [
          {
            label: text.continueAt(deck.lastPlace.slideNumber),
            icon: StepForward,
            disabled,
            onselect: () => void library.present(deck),
          },
        ]
      : []),
    { label: text.fromStart, icon: Play, disabled, onselect: () => void library.present(deck, 'start') },
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
    {
      label: text.preview,
      icon: Eye,
      disabled,
      separated: true,
      onselect: () => (library.dialog = { kind: 'preview', deck }),
    },
    {
      label: text.exportPdf,
      icon: FileDown,
      disabled,
      onselect: () => (library.dialog = { kind: 'export', deck }),
    },
  ]
}
