import { copyFile, rename, truncate } from 'node:fs/promises'
import { basename } from 'node:path'

/** A damaged file of ours and the name it was kept under. */
export interface KeptAside {
  readonly file: string
  readonly aside: string
}

// Windows forbids colons in names.
const asideOf = (file: string, atMs: number): string =>
  `${file}.damaged-${new Date(atMs).toISOString().replaceAll(/[:.]/g, '-')}`

/**
 * Renames a damaged file beside itself (`settings.json.damaged-2026-11-24T09-30-00-123Z`), so that it can be looked at and
 * is never overwritten. Where even that is impossible it stays as it is, and the answer names it by itself.
 */
export async function keepAside(file: string, atMs: number): Promise<KeptAside> {
  const aside = asideOf(file, atMs)
  try {
    await rename(file, aside)
    return { file: basename(file), aside }
  } catch {
    return { file: basename(file), aside: file }
  }
}

/** Copies a file aside whose beginning is still good, and leaves of the file itself only that beginning. */
export async function keepCopyAside(file: string, goodBytes: number, atMs: number): Promise<KeptAside> {
  const aside = asideOf(file, atMs)
  try {
    await copyFile(file, aside)
    await truncate(file, goodBytes)
    return { file: basename(file), aside }
  } catch {
    return { file: basename(file), aside: file }
  }
}
