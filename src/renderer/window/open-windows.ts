/** The windows of a talk where the page has to open them itself. */
import type { Features } from '../../contract/library.ts'
import { ask, ShellFailure } from '../shell.ts'
import { notices } from './notices.svelte.ts'

async function open(window: 'deck' | 'presenter'): Promise<void> {
  try {
    await ask('window:open', { window })
  } catch (error) {
    const isBlocked = error instanceof ShellFailure && error.failure.code === 'refused'
    // Browsers that were not told otherwise let one click open one window: then this window becomes the presenter's.
    if (isBlocked && window === 'presenter') location.assign('/presenter/index.html')
    else notices.fail(error)
  }
}

/**
 * Opens the windows of a talk unless the shell does. Must be called within the click or key press itself: afterwards
 * browsers let no page open windows.
 */
export function openTalkWindows(features: Features, which: 'both' | 'deck' | 'presenter'): void {
  if (features.opensWindows) return
  if (which !== 'presenter') void open('deck')
  if (which !== 'deck') void open('presenter')
}
