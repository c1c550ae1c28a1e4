const opening = /^<p>(?:출처|sources?)\s*:/i

/**
 * The last paragraph of a note, where it names sources: nobody says them aloud, so they are shown smaller.
 * @param html of the note, sanitised
 */
export function sourcesApart(html: string): { readonly spoken: string; readonly sources: string } {
  const start = html.lastIndexOf('<p>')
  const last = html.slice(Math.max(0, start))
  return opening.test(last) && last.trimEnd().endsWith('</p>')
    ? { spoken: html.slice(0, start).trimEnd(), sources: last }
    : { spoken: html, sources: '' }
}
