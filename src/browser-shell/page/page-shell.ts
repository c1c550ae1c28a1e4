/** What Electron's preload gives a window, given by the page itself: by its connection to the shell, and by what only a page can do. */
import type {
  Answers,
  BroadcastName,
  Envelope,
  RequestName,
  RequestPayload,
  Shell,
  WindowKind,
} from '../../contract/channels.ts'
import type { DeckReading, DeckRef, Text } from '../../contract/deck.ts'
import type { WindowCommand } from '../wire.ts'
import type { Connection } from './connection.ts'
import { fillScreen, openWindow, swapScreens } from './windows.ts'

type Listener = (payload: never) => void

export interface PageShell {
  readonly shell: Shell
  /** Tells of the deck that the window shows where it changed while the shell was lost. */
  readonly refresh: () => Promise<void>
}

const done: Envelope<null> = { value: null }
const refused = (message: Text): Envelope<never> => ({ failure: { code: 'refused', message } })

const grant: Readonly<Record<WindowCommand, () => unknown>> = {
  close: () => window.close(),
  'fill-screen': () => fillScreen(true),
  'leave-screen': () => fillScreen(false),
  'switch-screen-filling': () => fillScreen(),
  'swap-displays': swapScreens,
}

/** The shell of a window of this kind. */
export function createPageShell(kind: WindowKind, connection: Connection): PageShell {
  const listeners = new Map<BroadcastName, Set<Listener>>()
  /** The deck that this window shows, to be asked again once a lost shell is back. */
  let reading: { readonly ref: DeckRef; readonly revision: number } | null = null

  function tell(name: BroadcastName, payload: unknown): void {
    for (const listener of listeners.get(name) ?? []) listener(payload as never)
  }

  /** What only the page can do, done within the click or key press that asks for it. */
  const local: {
    readonly [N in RequestName]?: (payload: RequestPayload<N>) => Envelope<Answers[N]> | Promise<Envelope<Answers[N]>>
  } = {
    'window:open': ({ window: asked }) =>
      openWindow(asked)
        ? done
        : refused({
            ko: '브라우저가 새 창을 막았어요. 주소창에서 이 주소의 팝업을 허용한 뒤 다시 눌러 주세요.',
            en: 'The browser blocked the new window. Allow pop-ups for this address, then press again.',
          }),
    // The presenter's key is for the deck window, which the shell passes it on to.
    'window:fullscreen': async ({ on }) => {
      if (kind === 'presenter') return connection.ask('window:fullscreen', { on }) as Promise<Envelope<null>>
      await fillScreen(on)
      return done
    },
    'window:close': () => {
      window.close()
      return done
    },
    'link:open': async (payload) => {
      const answer = (await connection.ask('link:open', payload)) as Envelope<null>
      if (!('failure' in answer && answer.failure.code === 'refused')) return answer
      // Not in a browser of the shell's own: then this browser is the person's, and the right place for a link.
      window.open(payload.url, '_blank', 'noopener,noreferrer')
      return done
    },
  }

  const shell: Shell = {
    async request<N extends RequestName>(name: N, payload?: RequestPayload<N>) {
      const own = Object.hasOwn(local, name) ? local[name] : undefined
      if (own !== undefined) return own(payload)
      const answer = (await connection.ask(name, payload)) as Envelope<Answers[N]>
      if (name === 'deck:read' && 'value' in answer) {
        const { deck, revision } = answer.value as DeckReading
        reading = { ref: deck.ref, revision }
      }
      return answer
    },
    listen(name, listener) {
      const known = listeners.get(name) ?? new Set<Listener>()
      listeners.set(name, known)
      known.add(listener)
      return () => void known.delete(listener)
    },
    pathOf: () => null,
    get ownBase() {
      return connection.ownBase
    },
  }

  connection.onPush(({ push, payload }) => tell(push, payload))
  connection.onCommand((command) => void grant[command]())
  return {
    shell,
    async refresh(): Promise<void> {
      if (reading === null) return
      const answer = (await connection.ask('deck:read', { ref: reading.ref })) as Envelope<DeckReading>
      if ('value' in answer && answer.value.revision !== reading.revision) {
        tell('deck:changed', { ref: reading.ref, revision: answer.value.revision })
      }
    },
  }
}
