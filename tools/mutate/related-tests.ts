import { dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'
import type { Source } from './draw.ts'

export type Project = 'unit' | 'component' | 'cli'
/** A test file that a source is seen by, and over how many imports. */
export interface RelatedTest {
  readonly file: string
  readonly distance: number
}

/** What a file imports, also later on and in place of something. */
function importsOf({ file, text }: Source): readonly string[] {
  // The first script says what a Svelte file imports; its markup would only confuse.
  const code = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, c]) => c)
    : [text]
  return code
    .flatMap((part = '') => ts.preProcessFile(part, true, true).importedFiles.map(({ fileName }) => fileName))
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)).replace(/\?.*$/, ''))
}

/** Who imports a file, of what each imports. */
function importersIn(imports: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>()
  for (const [file, list] of imports)
    for (const imported of list) importers.set(imported, [...(importers.get(imported) ?? []), file])
  return importers
}

/** The sources that import a source, directly. */
export function importersOf(sources: readonly Source[]): (file: string) => readonly string[] {
  const importers = importersIn(new Map(sources.map((source) => [source.file, importsOf(source)])))
  return (file) => importers.get(file) ?? []
}

/**
 * Which test files see a source: those that import it, directly or by way of others, the nearest first, and of equally
 * near ones first what imports the least: it is about less, and sooner through.
 * @param sources all files of `src`, `tests` and `tools`
 */
export function relatedTests(sources: readonly Source[]): (file: string, project: Project) => readonly RelatedTest[] {
  const imports = new Map(sources.map((source) => [source.file, importsOf(source)]))
  const importers = importersIn(imports)
  const sizes = new Map<string, number>()
  const sizeOf = (file: string): number => {
    const known = sizes.get(file)
    if (known !== undefined) return known
    const reached = new Set([file])
    for (const one of reached) for (const imported of imports.get(one) ?? []) reached.add(imported)
    sizes.set(file, reached.size)
    return reached.size
  }
  return (file, project) => {
    const distances = new Map([[file, 0]])
    for (const [from, distance] of distances)
      for (const importer of importers.get(from) ?? [])
        if (!distances.has(importer)) distances.set(importer, distance + 1)
    return [...distances]
      .filter(([path]) => path.startsWith(`tests/${project}/`) && path.endsWith('.test.ts'))
      .map(([path, distance]) => ({ file: path, distance }))
      .sort((a, b) => a.distance - b.distance || sizeOf(a.file) - sizeOf(b.file) || (a.file < b.file ? -1 : 1))
  }
}

/** Whether a test is in the folder that is about the room of a source: `tests/unit/deck` for `src/core/deck/…`. */
export function isOfRoom(file: string, test: string): boolean {
  const rooms = dirname(file).split('/').slice(2)
  const [, , room = ''] = dirname(test).split('/')
  return rooms.includes(room)
}
