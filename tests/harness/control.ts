/** What tests may do to a running stand-in, over the channel of a child process: `child.send({ id, command })`. */
import type { Rectangle } from 'electron/main'
import { app } from './app.ts'
import { screen, type DisplaySpec } from './screen.ts'
import { blockersOn, dialogAnswers, Menu, record, type DialogAnswer } from './system.ts'
import { BrowserWindow } from './windows.ts'
import { leaks } from './wire.ts'

export type Command =
  | { readonly do: 'state' }
  | { readonly do: 'displays'; readonly displays: readonly DisplaySpec[] }
  | { readonly do: 'answer-dialogs'; readonly answers: readonly DialogAnswer[] }
  | { readonly do: 'menu'; readonly path: readonly string[] }
  | { readonly do: 'open-file'; readonly path: string }
  | { readonly do: 'quit' }

export interface StandInState {
  readonly windows: readonly {
    readonly url: string
    readonly bounds: Rectangle
    readonly isFullScreen: boolean
    readonly isVisible: boolean
  }[]
  readonly dialogs: typeof record.dialogs
  readonly opened: readonly string[]
  readonly menu: readonly string[]
  readonly blockers: number
  readonly leaks: readonly string[]
}

function state(): StandInState {
  return {
    windows: BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      bounds: window.getBounds(),
      isFullScreen: window.isFullScreen(),
      isVisible: window.isVisible(),
    })),
    dialogs: record.dialogs,
    opened: record.opened,
    menu: Menu.getApplicationMenu()?.labels() ?? [],
    blockers: blockersOn(),
    leaks,
  }
}

/** Does what a test asks and gives the state after it. */
export function obey(command: Command): StandInState {
  if (command.do === 'displays') screen.change(command.displays)
  if (command.do === 'answer-dialogs') dialogAnswers.push(...command.answers)
  if (command.do === 'menu') Menu.getApplicationMenu()?.click(command.path)
  if (command.do === 'open-file') app.emit('open-file', { preventDefault: () => undefined }, command.path)
  if (command.do === 'quit') app.quit()
  return state()
}

/** Listens to the process that started this one, if it can speak. */
export function listenToTests(): void {
  process.on('message', ({ id, command }: { id: number; command: Command }) => {
    try {
      process.send?.({ id, state: obey(command) })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}
