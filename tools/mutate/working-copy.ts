import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mutated, type Drawn } from './draw.ts'

/** A copy of the clone in which faults are made: whatever ends a run, the sources themselves were never touched. */
export interface WorkingCopy {
  readonly folder: string
  /** Makes a fault in the copy and gives what takes it back. */
  make(mutation: Drawn, text: string): () => void
}

/** The same files without their bytes: thirty thousand of them in a second or two. */
function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkAll(source, target)
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true })
    else linkSync(source, target)
  }
}

/**
 * Copies a clone as it is now; what an earlier run left in the copy is gone, but for the packages.
 * @param files the paths of its files from the root
 */
export function workingCopy(root: string, folder: string, files: readonly string[]): WorkingCopy {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder))
    if (name !== 'node_modules') rmSync(join(folder, name), { recursive: true, force: true })
  const packages = join(folder, 'node_modules')
  if (!existsSync(join(packages, '.complete'))) {
    rmSync(packages, { recursive: true, force: true })
    linkAll(join(root, 'node_modules'), packages)
    // Caches are written into, and must not be the clone's.
    for (const cache of ['.vite', '.vite-temp', '.cache'])
      rmSync(join(packages, cache), { recursive: true, force: true })
    writeFileSync(join(packages, '.complete'), '')
  }
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  return {
    folder,
    make(mutation, text) {
      const path = join(folder, mutation.file)
      writeFileSync(path, mutated(text, mutation))
      return () => writeFileSync(path, text)
    },
  }
}
