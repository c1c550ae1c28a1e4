/** The pages of the windows. All of them come from one scheme and one host; nothing else is ever loaded. */
import type { WindowKind } from '../contract/channels.ts'

export const scheme = 'lectern'
const host = 'app'

/** Whether the address belongs to our pages. Scheme and host are compared by hand: Node gives custom schemes the origin 'null'. */
export function isOurUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.protocol === `${scheme}:` && parsed.host === host
}

/** The address of a window's page. */
export const pageUrl = (kind: WindowKind): string => `${scheme}://${host}/${kind}/index.html`
