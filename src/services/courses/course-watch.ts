import { watch } from 'chokidar'
import { relative, sep } from 'node:path'

/** Editors write a file in several strokes; this long a silence means that they are done. */
const quietMs = 80

export interface CourseWatch {
  close(): Promise<void>
}

const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/**
 * Watches a course's folder and the folders directly in it, also one that is missing until it is there again.
 * Resolves once every later change will be told.
 * @param onChange gets the paths that changed since the last call, once writing has stopped
 */
export async function watchCourse(folder: string, onChange: (paths: readonly string[]) => void): Promise<CourseWatch> {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    timer = null
    const paths = [...changed]
    changed.clear()
    onChange(paths)
  }
  const note = (path: string): void => {
    changed.add(path)
    if (timer) clearTimeout(timer)
    timer = setTimeout(flush, quietMs)
  }
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    depth: 1,
    ignored: (path) => {
      const inside = relative(folder, path)
      return !inside.startsWith('..') && inside.split(sep).some(isHidden)
    },
  })
  watcher.on('all', (_event, path) => note(path))
  // A watch that fails (too many of them, a network disk) leaves the course as it was last read.
  watcher.on('error', () => note(folder))
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return {
    close: async () => {
      if (timer) clearTimeout(timer)
      await watcher.close()
    },
  }
}
