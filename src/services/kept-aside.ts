import { rename } from 'node:fs/promises'
import { basename } from 'node:path'

/** A damaged file of ours and the name it was kept under. */
export interface KeptAside {
  readonly file: string
  readonly aside: string
}

/**
 * Renames a damaged file beside itself (`settings.json.damaged-2026-11-24T09-30-00-123Z`), so that it can be looked at and
 * is never overwritten. Where even that is impossible it stays as it is, and the answer names it by itself.
 */
export async function keepAside(file: string, atMs: number): Promise<KeptAside> {
  // Windows forbids colons in names.
  const aside = `${file}.damaged-${new Date(atMs).toISOString().replaceAll(/[:.]/g, '-')}`
  try {
    await rename(file, aside)
    return { file: basename(file), aside }
  } catch {
    return { file: basename(file), aside: file }
  }
}
