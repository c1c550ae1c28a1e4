import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { BroadcastName, Broadcasts, RequestName, WindowKind } from '../../../src/contract/channels.ts'
import { LecternError } from '../../../src/contract/failure.ts'
import type { Features } from '../../../src/contract/library.ts'
import { answer } from '../../../src/services/door/answer.ts'
import { createHandlers, type Behaviour, type ShellDeps } from '../../../src/services/door/handlers.ts'
import { homeAt, type Home } from '../../../src/services/disk/home.ts'
import { courseFolder, deckText, temporaryFolder } from '../temporary-folder.ts'

export { courseFolder, deckText, temporaryFolder }

type Told = { readonly [N in BroadcastName]: { readonly name: N; readonly payload: Broadcasts[N] } }[BroadcastName]

/** A shell without windows: what it was asked to do, and what it told its windows, in order. */
export interface FakeShell {
  readonly home: Home
  readonly slides: string
  readonly handlers: Behaviour
  readonly told: Told[]
  readonly did: string[]
  /** Asks as a window does and gives the value; throws the failure's code where there is one. */
  ask(name: RequestName, payload?: unknown, from?: WindowKind): Promise<never>
  /** The first payload, told before or from now on, that fits. */
  until<N extends BroadcastName>(name: N, fits: (payload: Broadcasts[N]) => boolean): Promise<Broadcasts[N]>
}

export const plainFeatures: Features = {
  opensWindows: true,
  dialogs: true,
  dropPaths: true,
  systemLang: 'ko',
  printing: { ok: true },
  version: '0.1.0',
  platform: 'linux',
}

/** Starts a fake shell on a home and a slides folder; it is closed when the test is over. */
export async function fakeShell(
  options: {
    home?: string
    slides?: string
    features?: Partial<Features>
    deps?: Partial<ShellDeps>
    chosen?: { folder?: string; file?: string }
  } = {},
): Promise<FakeShell> {
  const home = homeAt(options.home ?? (await temporaryFolder()))
  const slides = options.slides ?? (await temporaryFolder())
  const told: Told[] = []
  const did: string[] = []
  const listeners = new Set<() => void>()
  const handlers = createHandlers({
    home,
    bundledSlides: slides,
    bundledReadings: join(slides, 'readings.json'),
    broadcast: (name, payload) => {
      // What crosses to a window must survive JSON.
      const sent: unknown = JSON.parse(JSON.stringify({ name, payload }))
      told.push(sent as Told)
      for (const listener of listeners) listener()
    },
    windows: {
      open: (kind) => void did.push(`open ${kind}`),
      close: (kind) => void did.push(`close ${kind}`),
      fullscreen: (from, on) => void did.push(`fullscreen ${from} ${String(on)}`),
      swapDisplays: () => void did.push('swap'),
    },
    dialogs: {
      chooseFolder: () => Promise.resolve(options.chosen?.folder ?? null),
      chooseSaveFile: (name) => {
        did.push(`save as ${name}`)
        return Promise.resolve(options.chosen?.file ?? null)
      },
    },
    handOut: async (name, write) => {
      const file = join(await temporaryFolder(), name)
      await write(file)
      return { file }
    },
    openLink: (url) => void did.push(`link ${url}`),
    openFile: (file, { line, column }) => {
      did.push(`edit ${file}:${line}:${column}`)
      return Promise.resolve()
    },
    exporter: {
      start: ({ reading, file }, tell) => {
        did.push(`export ${reading.deck.ref.name} to ${String(file)}`)
        tell({ job: 'job', phase: 'done', done: 1, total: 1 })
        return { job: 'job' }
      },
      cancel: (job) => void did.push(`cancel ${job}`),
      reveal: (job) => void did.push(`reveal ${job}`),
    },
    features: () => ({ ...plainFeatures, ...options.features }),
    ...options.deps,
  })
  onTestFinished(() => handlers.close())
  return {
    home,
    slides,
    handlers,
    told,
    did,
    ask: async (name, payload, from = 'library') => {
      const envelope = await answer(handlers, name, payload, from, (error) => {
        if (!(error instanceof LecternError)) console.error(error)
      })
      if ('failure' in envelope) throw new Error(envelope.failure.code)
      return envelope.value as never
    },
    until: (name, fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = told.find((one) => one.name === name && fits(one.payload as never))
          if (!found) return
          listeners.delete(look)
          resolve(found.payload as never)
        }
        listeners.add(look)
        look()
      }),
  }
}
