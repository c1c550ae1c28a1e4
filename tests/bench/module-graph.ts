import { parseSync } from 'vite'

/** What a built page loads before it is drawn, as paths relative to the folder of all windows. */
export interface PageFiles {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

const resolved = (from: string, to: string): string => new URL(to, `file:///${from}`).pathname.slice(1)

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

function importsOf(path: string, script: string): string[] {
  return parseSync(path, script).program.body.flatMap((node) => {
    const isFrom =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration'
    return isFrom && node.source ? [node.source.value] : []
  })
}

/** A script and all that it imports statically, each named once. */
export async function scriptsFrom(
  script: string,
  read: (path: string) => Promise<string>,
  known = new Set<string>(),
): Promise<Set<string>> {
  if (known.has(script)) return known
  known.add(script)
  for (const to of importsOf(script, await read(script))) {
    if (to.startsWith('.')) await scriptsFrom(resolved(script, to), read, known)
  }
  return known
}

/**
 * Follows a page's script and style tags and the static imports of its scripts. Each file is named once; what is
 * imported only later, by `import()`, is left out.
 * @param page its path, such as `deck/index.html`
 * @param read gives the text of a file by its path
 */
export async function filesOf(page: string, read: (path: string) => Promise<string>): Promise<PageFiles> {
  const html = await read(page)
  const styles = new Set<string>()
  const scripts = new Set<string>()
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const [src, rel, href] = [attribute(tag, 'src'), attribute(tag, 'rel'), attribute(tag, 'href')]
    if (src !== undefined) await scriptsFrom(resolved(page, src), read, scripts)
    else if (href !== undefined && rel === 'modulepreload') await scriptsFrom(resolved(page, href), read, scripts)
    else if (href !== undefined && rel === 'stylesheet') styles.add(resolved(page, href))
  }
  return { scripts: [...scripts], styles: [...styles] }
}
