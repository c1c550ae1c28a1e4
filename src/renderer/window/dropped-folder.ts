/** What was dropped on a window or chosen in it, as a path that the shell can open. */
import type { Text } from '../../contract/deck.ts'
import type { FailureCode } from '../../contract/failure.ts'
import type { Features } from '../../contract/library.ts'
import { shell, ShellFailure } from '../shell.ts'

interface DroppedFile {
  /** Names from the dropped folder down, the folder's first. */
  readonly path: readonly string[]
  readonly file: File
}

/** What belongs to a course; the shell refuses all else. */
const useful = /\.(md|ya?ml|svg|png|jpe?g|webp|gif|avif)$/i
const isShown = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules'
const mostFiles = 2000
const atOnce = 4

const failure = (code: FailureCode, message: Text): ShellFailure => new ShellFailure({ code, message })

async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  // The reader hands out a hundred or so at a time and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return entries
    entries.push(...some)
  }
}

async function collect(entry: FileSystemEntry, above: readonly string[], files: DroppedFile[]): Promise<void> {
  if (!isShown(entry.name) || files.length > mostFiles) return
  const path = [...above, entry.name]
  if (entry.isDirectory) {
    for (const inner of await entriesIn(entry as FileSystemDirectoryEntry)) await collect(inner, path, files)
  } else if (useful.test(entry.name)) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    files.push({ path, file })
  }
}

/** Files dropped by themselves get a folder named after the first of them. */
const folderFor = (entries: readonly FileSystemEntry[]): readonly string[] =>
  entries.length === 1 && entries[0]?.isDirectory === true
    ? []
    : [(entries[0]?.name ?? '').replace(/(\.(ko|en))?\.\w+$/, '') || 'decks']

/** Where the shell keeps a file that was handed to it: the file, and the folder that was dropped with it. */
interface Kept {
  readonly folder: string
  readonly file: string
}

async function upload(session: string, { path, file }: DroppedFile): Promise<Kept> {
  const address = `${shell.ownBase}drop/${session}/${path.map(encodeURIComponent).join('/')}`
  const answer = await fetch(address, { method: 'PUT', body: file })
  if (!answer.ok) {
    throw failure('refused', {
      ko: `${path.join('/')} 파일은 열 수 없어요. 너무 크거나 이름에 쓸 수 없는 글자가 있어요.`,
      en: `The file ${path.join('/')} cannot be opened: it is too large, or its name has characters that it may not have.`,
    })
  }
  return (await answer.json()) as Kept
}

async function uploadAll(files: readonly DroppedFile[]): Promise<string | null> {
  const session = crypto.randomUUID()
  const waiting = [...files]
  let folder: string | null = null
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      ;({ folder } = await upload(session, next))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return folder
}

/**
 * The path of a dropped folder or deck. Where the platform tells no paths, its files are handed to the shell first.
 * @returns null if nothing with a path was dropped; rejects with a `ShellFailure` if it cannot be opened
 */
export async function droppedFolder(event: DragEvent, features: Features): Promise<string | null> {
  const { items, files: dropped } = event.dataTransfer ?? {}
  if (features.dropPaths) {
    const [first] = dropped ?? []
    return first === undefined ? null : shell.pathOf(first)
  }
  // The list of items is emptied as soon as the event is over, so this comes before any waiting.
  const entries = [...(items ?? [])].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: DroppedFile[] = []
  for (const entry of entries) await collect(entry, folderFor(entries), files)
  if (files.length > mostFiles) {
    throw failure('refused', {
      ko: `파일이 ${mostFiles}개를 넘어요. 덱이 든 폴더만 놓아 주세요.`,
      en: `There are more than ${mostFiles} files. Drop only the folder with the decks.`,
    })
  }
  if (files.length === 0) {
    throw failure('no-decks', {
      ko: '놓은 것 안에 덱이 없어요. 마크다운 파일(.md)이나 그런 파일이 든 폴더를 놓아 주세요.',
      en: 'There are no decks in what was dropped. Drop a Markdown file (.md), or a folder with some.',
    })
  }
  return uploadAll(files)
}

/**
 * The path of a file that was chosen. Where the platform tells no paths, the file is handed to the shell first.
 * @returns rejects with a `ShellFailure` if the file cannot be had
 */
export async function chosenFile(file: File, features: Features): Promise<string> {
  if (!features.dropPaths) return (await upload(crypto.randomUUID(), { path: ['chosen', file.name], file })).file
  const path = shell.pathOf(file)
  if (path === null) {
    throw failure('not-found', {
      ko: `${file.name} 파일이 어디에 있는지 알 수 없어요. 컴퓨터의 폴더에 저장한 뒤 다시 골라 주세요.`,
      en: `Where the file ${file.name} is cannot be told. Save it in a folder of this computer, then choose it again.`,
    })
  }
  return path
}
