import type { Handlers } from '../../contract/channels.ts'
import { noTalk } from '../talks/no-talk.ts'
import type { Talks } from '../talks/talks.ts'
import type { ShellDeps } from './shell-deps.ts'

/** What windows ask about windows. */
export function windowHandlers(
  windows: ShellDeps['windows'],
  talks: Promise<Talks>,
): Pick<Handlers, Extract<keyof Handlers, `window:${string}`>> {
  return {
    'window:open': async ({ window }) => {
      if ((window === 'deck' || window === 'presenter') && !(await talks).read()) throw noTalk()
      await windows.open(window)
      return null
    },
    'window:fullscreen': async ({ on }, from) => {
      await windows.fullscreen(from, on)
      return null
    },
    'window:close': async (_nothing, from) => {
      await windows.close(from)
      return null
    },
    'window:swapDisplays': async () => {
      await windows.swapDisplays()
      return null
    },
  }
}
