import { Menu } from 'electron/main'
import { menuTemplate, type MenuActions, type MenuState } from './menu.ts'

/** All of the state that the menu shows or acts on. */
function shownOf({ library, ...rest }: MenuState): string {
  const courses = library.courses.map(({ title, decks, paths }) => [
    title,
    [...decks, ...paths].map((deck) => [deck.ref, deck.title]),
  ])
  return JSON.stringify([rest, library.recent, courses])
}

/** Keeps the application's menu true: `change` says what is different, and the menu is built anew only if it shows. */
export function applicationMenu(initial: MenuState, actions: MenuActions): { change(part: Partial<MenuState>): void } {
  let state = initial
  let shown = ''
  const show = (): void => {
    // A new menu closes the one that is open, and the library's state comes with every file that an author saves.
    const now = shownOf(state)
    if (now === shown) return
    shown = now
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)))
  }
  show()
  return {
    change(part) {
      state = { ...state, ...part }
      show()
    },
  }
}
