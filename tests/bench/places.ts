import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export const places = {
  root,
  slides: join(root, 'slides'),
  rendererRoot: join(root, 'out', 'renderer'),
  shell: join(root, 'out', 'main', 'browser-shell.js'),
  cli: join(root, 'out', 'main', 'cli.js'),
  pages: join(root, 'tests', 'bench', 'pages'),
  builtPages: join(root, '.cache', 'bench-pages'),
} as const

/** Gives `work` an empty folder that is gone afterwards. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
