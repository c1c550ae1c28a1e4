import { basename, extname, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron/main'
import type { Lang, Text } from '../contract/deck.ts'
import { words } from './words.ts'

/**
 * Asks for a folder by the system's own dialog.
 * @param startIn the folder that it opens in
 * @returns its path, or null if the person changed their mind
 */
export async function askForFolder(over: BrowserWindow | null, lang: Lang, startIn: string): Promise<string | null> {
  const say = words[lang]
  const options: Electron.OpenDialogOptions = {
    title: say.chooseFolder,
    message: say.chooseFolder,
    buttonLabel: say.chooseFolderButton,
    defaultPath: startIn,
    properties: ['openDirectory', 'createDirectory'],
  }
  const { canceled, filePaths } = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** What people call the files that are saved, by their endings. */
const fileKinds: Readonly<Record<string, Text>> = {
  pdf: { ko: 'PDF 문서', en: 'PDF document' },
  zip: { ko: '복습 기록', en: 'Review record' },
  txt: { ko: 'Anki 파일', en: 'Anki file' },
}

/**
 * Asks where to save a file. Where LECTERN_SAVE_TO names a folder nobody is asked and files go there: a dialog of the
 * system's own cannot be answered by the script that tries out a package (`tools/smoke.mjs`).
 * @param suggested the path that it begins with
 * @returns the chosen path, or null if the person changed their mind
 */
export async function askWhereToSave(
  over: BrowserWindow | null,
  lang: Lang,
  suggested: string,
): Promise<string | null> {
  const folder = process.env['LECTERN_SAVE_TO']
  if (folder !== undefined && folder !== '') return join(folder, basename(suggested))
  const say = words[lang]
  const extension = extname(suggested).slice(1)
  const name = fileKinds[extension]?.[lang] ?? extension.toUpperCase()
  const options: Electron.SaveDialogOptions = {
    title: say.save,
    defaultPath: suggested,
    filters: [{ name, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}
