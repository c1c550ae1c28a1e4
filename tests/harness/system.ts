/** Electron's dialogs, menu, power and outside world: what is asked of them is kept for tests, what they answer is set by tests. */
import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron/main'
import type { Main, Surface } from './surface.ts'

/** What the next dialog answers: a path, the number of a button, or null for "changed my mind". */
export type DialogAnswer = string | number | null

/** What happened outside of the windows. */
export const record = {
  dialogs: [] as { kind: 'open' | 'save' | 'message' | 'error'; options: unknown }[],
  /** Addresses and paths handed to other programs. */
  opened: [] as string[],
}
export const dialogAnswers: DialogAnswer[] = JSON.parse(process.env['HARNESS_DIALOGS'] ?? '[]') as DialogAnswer[]

/** Dialogs come with or without the window that they lie over. */
const optionsIn = (args: unknown[]): unknown => args.at(-1)
const pathAnswer = (): string | null => {
  const answer = dialogAnswers.shift() ?? null
  return typeof answer === 'number' ? null : answer
}
/** Electron's dialogs are asked for a window or none; the types have one overload for each. */
export const dialog = {
  showOpenDialog: (...args: unknown[]): Promise<Electron.OpenDialogReturnValue> => {
    record.dialogs.push({ kind: 'open', options: optionsIn(args) })
    const path = pathAnswer()
    return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] })
  },
  showSaveDialog: (...args: unknown[]): Promise<Electron.SaveDialogReturnValue> => {
    record.dialogs.push({ kind: 'save', options: optionsIn(args) })
    const path = pathAnswer()
    return Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  },
  showMessageBox: (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
    record.dialogs.push({ kind: 'message', options: optionsIn(args) })
    const answer = dialogAnswers.shift()
    return Promise.resolve({ response: typeof answer === 'number' ? answer : 0, checkboxChecked: false })
  },
  showErrorBox: (title: string, content: string) => {
    record.dialogs.push({ kind: 'error', options: { title, content } })
  },
} satisfies Pick<Main['dialog'], 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>

const labelOf = ({ label, role }: MenuItemConstructorOptions): string => label ?? role ?? ''

/** The application's menu: a template kept as it is. Electron refuses templates whose items say nothing. */
class FakeMenu {
  static current: FakeMenu | null = null
  readonly items: readonly MenuItemConstructorOptions[]

  private constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items
  }
  static buildFromTemplate(template: MenuItemConstructorOptions[]): FakeMenu {
    const check = (items: MenuItemConstructorOptions[]): void => {
      for (const item of items) {
        if (item.type !== 'separator' && labelOf(item) === '') throw new Error('Invalid template for MenuItem')
        if (Array.isArray(item.submenu)) check(item.submenu)
      }
    }
    check(template)
    return new FakeMenu(template)
  }
  static setApplicationMenu(menu: FakeMenu | null): void {
    FakeMenu.current = menu
  }
  static getApplicationMenu(): FakeMenu | null {
    return FakeMenu.current
  }
  /** Clicks an item by the labels on the way to it. */
  click(path: readonly string[]): void {
    let items: readonly MenuItemConstructorOptions[] = this.items
    let found: MenuItemConstructorOptions | undefined
    for (const label of path) {
      found = items.find((item) => labelOf(item) === label)
      if (found === undefined)
        throw new Error(`no menu item ${path.join(' > ')}; there are: ${items.map(labelOf).join(', ')}`)
      if (found.enabled === false) throw new Error(`the menu item ${path.join(' > ')} is disabled`)
      items = Array.isArray(found.submenu) ? found.submenu : []
    }
    const click = found?.click as (() => void) | undefined
    if (click === undefined) throw new Error(`the menu item ${path.join(' > ')} is the system's own`)
    click()
  }
  /** All labels, as `File > Open Folder…`. */
  labels(items = this.items, above = ''): string[] {
    return items
      .filter((item) => item.type !== 'separator')
      .flatMap((item) => {
        const path = above + labelOf(item)
        return [path, ...(Array.isArray(item.submenu) ? this.labels(item.submenu, `${path} > `) : [])]
      })
  }
}
export const Menu = FakeMenu satisfies {
  buildFromTemplate(template: Parameters<Main['Menu']['buildFromTemplate']>[0]): unknown
}

const blockers = new Set<number>()
let lastBlocker = 0
export const powerSaveBlocker = {
  start: () => {
    blockers.add(++lastBlocker)
    return lastBlocker
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
} satisfies Pick<Main['powerSaveBlocker'], 'start' | 'stop' | 'isStarted'>
export const blockersOn = (): number => blockers.size

class FakeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system'
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    this.#source = source
    this.emit('updated')
  }
}
const theme = new FakeTheme()
theme satisfies Surface<Main['nativeTheme'], 'themeSource' | 'shouldUseDarkColors' | 'on'>
export const nativeTheme = theme

export const shell = {
  openExternal: (url: string) => {
    record.opened.push(url)
    return Promise.resolve()
  },
  openPath: (path: string) => {
    record.opened.push(path)
    return Promise.resolve('')
  },
  showItemInFolder: (path: string) => {
    record.opened.push(path)
  },
} satisfies Pick<typeof Electron.shell, 'openExternal' | 'openPath' | 'showItemInFolder'>
