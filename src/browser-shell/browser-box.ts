import { closeSync, openSync, readSync, realpathSync } from 'node:fs'

/** The beginning of a file: that of a script says what it starts. */
function beginningOf(file: string): string {
  const begin = Buffer.alloc(2048)
  const handle = openSync(file, 'r')
  try {
    return begin.toString('latin1', 0, readSync(handle, begin))
  } finally {
    closeSync(handle)
  }
}

/**
 * What keeps a browser in a box where it may read and write only what is its own, by the program that starts it; null
 * where nothing is known to. Throws where the program cannot be read.
 */
export function boxOf(program: string): 'snap' | 'flatpak' | null {
  const real = realpathSync(program)
  if (real === '/usr/bin/snap' || real.startsWith('/snap/')) return 'snap'
  if (real.includes('/flatpak/')) return 'flatpak'
  const begin = beginningOf(real)
  if (!begin.startsWith('#!')) return null
  return begin.includes('/snap/bin/') ? 'snap' : begin.includes('flatpak run') ? 'flatpak' : null
}
