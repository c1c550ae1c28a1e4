export interface InlinePart {
  readonly kind: 'text' | 'strong' | 'code' | 'break'
  readonly text: string
}

/** Takes a sentence apart that may hold `**bold**`, `` `code` `` and line breaks. Nothing is nested. */
export function inlineParts(text: string): InlinePart[] {
  const parts: InlinePart[] = []
  let from = 0
  const plain = (to: number): void => {
    if (to > from) parts.push({ kind: 'text', text: text.slice(from, to) })
  }
  for (const match of text.matchAll(/\*\*([^*]+)\*\*|`([^`]+)`|\n/g)) {
    plain(match.index)
    const [whole, strong, code] = match
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong })
    else if (code !== undefined) parts.push({ kind: 'code', text: code })
    else parts.push({ kind: 'break', text: '\n' })
    from = match.index + whole.length
  }
  plain(text.length)
  return parts
}

/** The same sentence for those who hear it: without marks, on one line. */
export const inlinePlain = (text: string): string =>
  inlineParts(text)
    .map((part) => (part.kind === 'break' ? ' ' : part.text))
    .join('')
