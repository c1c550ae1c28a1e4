/** Opens a file at a place in an editor that can go to one, else with whatever the system opens such files with. */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { LecternError } from '../../contract/failure.ts'

export interface FilePlace {
  readonly line: number
  readonly column: number
}

export type Run = readonly [program: string, ...args: string[]]

/** The commands of editors that take a file with its place, the most used first. */
const editors: readonly { readonly command: string; readonly program: string; readonly before: readonly string[] }[] = [
  { command: 'code', program: 'Code.exe', before: ['--goto'] },
  { command: 'code-insiders', program: 'Code - Insiders.exe', before: ['--goto'] },
  { command: 'cursor', program: 'Cursor.exe', before: ['--goto'] },
  { command: 'codium', program: 'VSCodium.exe', before: ['--goto'] },
  { command: 'zed', program: 'Zed.exe', before: [] },
  { command: 'subl', program: 'sublime_text.exe', before: [] },
]

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

interface Surroundings {
  readonly env?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
  readonly isThere?: (file: string) => boolean
}

/** The editor on the PATH that opens a file at a place, or null. */
export function editorFor(
  file: string,
  { line, column }: FilePlace,
  { env = process.env, platform = process.platform, isThere = canRun }: Surroundings = {},
): Run | null {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const { command, program, before } of editors) {
    for (const folder of folders) {
      // On Windows the command is a script that only a shell could run; the program lies above or beside it.
      const places =
        platform === 'win32' ? [join(folder, '..', program), join(folder, program)] : [join(folder, command)]
      const found = places.find(isThere)
      if (found !== undefined) return [found, ...before, `${file}:${line}:${column}`]
    }
  }
  return null
}

/** What opens a file with the program that the system has for text. */
export function systemOpener(file: string, platform: NodeJS.Platform = process.platform): Run {
  if (platform === 'darwin') return ['open', '-t', file]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', file]
  return ['xdg-open', file]
}

/** After this time a program that still runs is an editor that stays open. */
const graceMs = 1500

/** Starts a program that outlives Lectern; says whether it could be started and did not fail at once. */
export async function startApart([program, ...args]: Run): Promise<boolean> {
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.unref()
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(true), graceMs)
    const end = (isOpen: boolean): void => {
      clearTimeout(timer)
      settle(isOpen)
    }
    child.on('error', () => end(false))
    child.on('exit', (code) => end(code === 0))
  })
}

/**
 * Opens a file at a place.
 * @param openBySystem how the shell opens a file where no editor is found that can go to a place
 * Rejects with a `LecternError` `not-found` where nothing opens it.
 */
export async function openInEditor(
  file: string,
  at: FilePlace,
  openBySystem: (file: string) => Promise<boolean> = (one) => startApart(systemOpener(one)),
  editor = editorFor(file, at),
): Promise<void> {
  if (editor !== null && (await startApart(editor))) return
  if (await openBySystem(file)) return
  throw new LecternError('not-found', {
    ko: `이 파일을 열 편집기를 찾지 못했어요: ${file}:${at.line}`,
    en: `No editor was found to open this file: ${file}:${at.line}`,
  })
}
