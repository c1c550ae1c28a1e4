/** Folder paths as people read them. Windows' paths and the others' both come here as the shell gave them. */

const separators = /[\\/]+/

export interface Crumb {
  readonly name: string
  readonly path: string
}

/** The folders on the way to a path, from its root on, each with its own full path. */
export function crumbsOf(path: string): readonly Crumb[] {
  const windows = /^(?:[A-Za-z]:|\\\\)/.test(path)
  const separator = windows ? '\\' : '/'
  const parts = path.split(windows ? separators : '/').filter((part) => part !== '')
  const share = path.startsWith('\\\\')
  // A network share begins with its server and share name, which cannot be listed apart.
  const rootParts = share ? parts.slice(0, 2) : windows ? parts.slice(0, 1) : []
  const root = share ? `\\\\${rootParts.join('\\')}` : windows ? `${rootParts.join('')}\\` : '/'
  const crumbs: Crumb[] = [{ name: root, path: root }]
  for (const name of parts.slice(rootParts.length)) {
    const above = crumbs.at(-1)?.path ?? root
    crumbs.push({ name, path: above.endsWith(separator) ? above + name : above + separator + name })
  }
  return crumbs
}
