import { ask } from '../../shell.ts'
import { notices } from '../../window/notices.svelte.ts'

/** Opens where a link of a question leads. Its slides are in no window of reviewing, so links to them do nothing. */
export function followOutside(href: string): void {
  if (!href.startsWith('#')) ask('link:open', { url: href }).catch((error: unknown) => notices.fail(error))
}
