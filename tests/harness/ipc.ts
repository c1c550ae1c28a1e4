import type { IpcMainInvokeEvent } from 'electron/main'
import type { Main } from './surface.ts'

export type InvokeHandler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown
export const invokeHandlers = new Map<string, InvokeHandler>()

export const ipcMain = {
  handle: (channel: string, listener: InvokeHandler) => {
    if (invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    invokeHandlers.set(channel, listener)
  },
  removeHandler: (channel: string) => void invokeHandlers.delete(channel),
} satisfies Pick<Main['ipcMain'], 'handle' | 'removeHandler'>
