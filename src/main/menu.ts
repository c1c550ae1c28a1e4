import type { MenuItemConstructorOptions } from 'electron/main'
import type { OpenableWindow } from '../contract/channels.ts'
import type { Lang } from '../contract/deck.ts'
import type { CourseSummary, DeckSummary, LibraryState } from '../contract/library.ts'
import { words } from './words.ts'

export interface MenuState {
  readonly lang: Lang
  readonly platform: NodeJS.Platform
  readonly library: Pick<LibraryState, 'courses' | 'recent'>
  readonly isTalking: boolean
  /** Whether PDFs can be made. */
  readonly canExport: boolean
  readonly isDevelopment: boolean
}

export interface MenuActions {
  readonly chooseFolder: () => void
  readonly openFolder: (folder: string) => void
  readonly exportDeck: (deck: DeckSummary['ref']) => void
  readonly showData: () => void
  readonly showWindow: (window: OpenableWindow) => void
  readonly swapDisplays: () => void
  readonly endTalk: () => void
  readonly showKeys: () => void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

/** The application's menu. Its shortcuts all carry Ctrl or Cmd, so they never meet the keys of a talk. */
export function menuTemplate(state: MenuState, act: MenuActions): Item[] {
  const { lang, library, isTalking } = state
  const say = words[lang]
  const isMac = state.platform === 'darwin'
  const orNothing = (items: Item[]): Item[] => (items.length > 0 ? items : [{ label: say.noDecks, enabled: false }])

  const items = (decks: readonly DeckSummary[]): Item[] =>
    decks.map((deck) => ({
      label: decks.some((other) => other.ref.name === deck.ref.name && other !== deck)
        ? `${deck.title} (${deck.ref.lang})`
        : deck.title,
      click: () => act.exportDeck(deck.ref),
    }))
  const decksOf = ({ decks, paths }: CourseSummary): Item[] => [
    ...items(decks),
    ...(paths.length > 0 ? [line, ...items(paths)] : []),
  ]

  const app: Item = {
    label: 'Lectern',
    submenu: [
      { role: 'about', label: say.about },
      line,
      { role: 'hide', label: say.hide },
      { role: 'hideOthers', label: say.hideOthers },
      { role: 'unhide', label: say.showAll },
      line,
      { role: 'quit', label: say.quit },
    ],
  }
  const file: Item = {
    label: say.file,
    submenu: [
      { label: say.openFolder, accelerator: 'CmdOrCtrl+O', click: act.chooseFolder },
      {
        label: say.openRecent,
        enabled: library.recent.length > 0,
        submenu: library.recent.map((folder) => ({ label: folder, click: () => act.openFolder(folder) })),
      },
      {
        label: say.export,
        enabled: state.canExport,
        submenu: orNothing(
          library.courses
            .filter(({ decks }) => decks.length > 0)
            .map((course) => ({ label: course.title[lang], submenu: decksOf(course) })),
        ),
      },
      line,
      { label: say.showData, click: act.showData },
      line,
      { role: 'close', label: say.closeWindow },
      ...(isMac ? [] : [{ role: 'quit', label: say.quit } satisfies Item]),
    ],
  }
  const edit: Item = {
    label: say.edit,
    submenu: [
      { role: 'undo', label: say.undo },
      { role: 'redo', label: say.redo },
      line,
      { role: 'cut', label: say.cut },
      { role: 'copy', label: say.copy },
      { role: 'paste', label: say.paste },
      { role: 'selectAll', label: say.selectAll },
    ],
  }
  const view: Item = {
    label: say.view,
    submenu: [
      { label: say.library, accelerator: 'CmdOrCtrl+L', click: () => act.showWindow('library') },
      { label: say.gallery, accelerator: 'CmdOrCtrl+G', click: () => act.showWindow('gallery') },
      { label: say.review, accelerator: 'CmdOrCtrl+E', click: () => act.showWindow('review') },
      { label: say.presenter, enabled: isTalking, click: () => act.showWindow('presenter') },
      { label: say.deck, enabled: isTalking, click: () => act.showWindow('deck') },
      { label: say.swapDisplays, enabled: isTalking, click: act.swapDisplays },
      { label: say.endTalk, enabled: isTalking, click: act.endTalk },
      line,
      { role: 'resetZoom', label: say.actualSize },
      { role: 'zoomIn', label: say.zoomIn },
      { role: 'zoomOut', label: say.zoomOut },
      line,
      // Without a key of its own where that would be F11, which clickers and the windows' own key table may use.
      { role: 'togglefullscreen', label: say.fullScreen, accelerator: isMac ? 'Ctrl+Cmd+F' : 'Ctrl+Shift+F' },
      { role: 'reload', label: say.reload },
      ...(state.isDevelopment ? [{ role: 'toggleDevTools', label: say.developerTools } satisfies Item] : []),
    ],
  }
  const window: Item = {
    label: say.window,
    role: 'window',
    submenu: [{ role: 'minimize', label: say.minimize }, { role: 'front' }],
  }
  const help: Item = {
    label: say.help,
    role: 'help',
    submenu: [
      { label: say.keys, click: act.showKeys },
      { role: 'about', label: say.about },
    ],
  }
  return isMac ? [app, file, edit, view, window, help] : [file, edit, view, help]
}
