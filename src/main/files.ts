import { dialog, type BrowserWindow } from 'electron/main'
import type { Lang } from '../contract/deck.ts'
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

/**
 * Asks where to save a PDF.
 * @param suggested the path that it begins with
 * @returns the chosen path, or null if the person changed their mind
 */
export async function askWhereToSave(
  over: BrowserWindow | null,
  lang: Lang,
  suggested: string,
): Promise<string | null> {
  const say = words[lang]
  const options: Electron.SaveDialogOptions = {
    title: say.savePdf,
    defaultPath: suggested,
    filters: [{ name: say.pdf, extensions: ['pdf'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}
