import type { WindowKind } from '../../contract/channels.ts'
import { shell } from '../shell.ts'

/** Hears the application's menu ask for the keys of a window; gives back how to stop hearing it. */
export const onShowKeys = (kind: WindowKind, show: () => void): (() => void) =>
  shell.listen('keys:show', ({ window }) => {
    if (window === kind) show()
  })
