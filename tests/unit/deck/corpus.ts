/** The notes of others that the soak reads: `LECTERN_CORPUS` names a folder of Markdown files or a `.tar.gz` of one. */
import { execFile } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from '../temporary-folder.ts'

/** Empty where no notes are named. */
export const corpus = process.env['LECTERN_CORPUS'] ?? ''

/** The folder of the notes; an archive is unpacked. */
export async function corpusFolder(): Promise<string> {
  if ((await stat(corpus)).isDirectory()) return corpus
  const folder = await temporaryFolder()
  await promisify(execFile)('tar', ['-xzf', corpus, '-C', folder])
  return folder
}

/** The Markdown files in a folder and those below, by their names. */
export async function* textsIn(folder: string, most = Infinity): AsyncGenerator<{ file: string; text: string }> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort()
  for (const name of names.slice(0, most)) {
    const file = join(folder, name)
    yield { file, text: await readFile(file, 'utf8') }
  }
}
