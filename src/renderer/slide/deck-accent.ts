import type { DeckLook } from '../../contract/deck.ts'
import type { ThemeName } from '../../contract/library.ts'
import { inkOn, softOf } from '../../core/deck/accent.ts'

/**
 * The accent of a deck as the colours of its slides, or null where they are ours. In high contrast they are ours always; the
 * pictures keep theirs, which have meanings.
 */
export function deckAccent(look: DeckLook | undefined, theme: ThemeName): string | null {
  if (!look?.accent || theme === 'contrast') return null
  const accent = look.accent[theme]
  return `--accent: ${accent}; --accent-soft: ${softOf(accent, theme)}; --on-accent: ${inkOn(accent)}`
}
