import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A deck file without a cover, whose slides take as many steps as asked. */
export function deckText(title: string, slides: Readonly<Record<string, number>>): string {
  const head = `---\ntitle: ${title}\nlang: ko\ncover: false\n---\n`
  const bodies = Object.entries(slides).map(
    ([id, steps]) =>
      `\n---\nid: ${id}\nlayout: content\n---\n\n## ${id}\n\n하나.\n${'\n<!-- step -->\n\n더 하나.\n'.repeat(steps - 1)}`,
  )
  return head + bodies.join('')
}

/** Makes a folder with deck files in it and gives its path. */
export async function courseFolder(
  parent: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(parent, name)
  await mkdir(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  return folder
}
