import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron/main'
import { expect, test } from 'vitest'
import { requestSchemas, type Envelope, type Handlers, type WindowKind } from '../../../src/contract/channels.ts'
import { serveRequests } from '../../../src/main/ipc.ts'
import { pageUrl } from '../../../src/main/page-url.ts'
import { answer } from '../../../src/services/door/answer.ts'

interface Frame {
  readonly url: string
  readonly parent: Frame | null
}
interface Sender {
  readonly mainFrame: Frame
}
const page = (url: string): Sender => ({ mainFrame: { url, parent: null } })
const library = page(pageUrl('library'))
const print = page(pageUrl('print'))

/** The door with handlers that say what they were asked; `ask` invokes as Electron does. */
function door(): {
  ask: (sender: Sender, frame: Frame | null, ...args: unknown[]) => Promise<Envelope<unknown>>
  met: unknown[]
} {
  const met: unknown[] = []
  const handlers = Object.fromEntries(
    Object.keys(requestSchemas).map((name) => [
      name,
      (payload: unknown, from: WindowKind) => {
        met.push([name, payload, from])
        return null
      },
    ]),
  ) as unknown as Handlers
  const listeners = new Map<string, Parameters<IpcMain['handle']>[1]>()
  const ipc = {
    handle: (channel: string, listener: Parameters<IpcMain['handle']>[1]) => listeners.set(channel, listener),
  }
  const kinds = new Map<unknown, WindowKind>([
    [library, 'library'],
    [print, 'print'],
  ])
  serveRequests(
    ipc as unknown as IpcMain,
    (sender) => kinds.get(sender) ?? null,
    (name, payload, from) => answer(handlers, name, payload, from),
  )
  expect([...listeners.keys()]).toEqual(['request'])
  return {
    met,
    ask: async (sender, senderFrame, ...args) =>
      (await listeners.get('request')?.(
        { sender: sender as unknown as WebContents, senderFrame } as unknown as IpcMainInvokeEvent,
        ...(args as never[]),
      )) as Envelope<unknown>,
  }
}
const codeOf = (envelope: Envelope<unknown>): string => ('failure' in envelope ? envelope.failure.code : 'none')

test('a request of a window is met, and its kind is the one that we know it by', async () => {
  const { ask, met } = door()
  expect(await ask(library, library.mainFrame, 'window:open', { window: 'deck' })).toEqual({ value: null })
  expect(met).toEqual([['window:open', { window: 'deck' }, 'library']])
})

test('frames and windows that are not ours are refused', async () => {
  const { ask, met } = door()
  const inner: Frame = { url: pageUrl('library'), parent: library.mainFrame }
  const twin: Frame = { url: pageUrl('library'), parent: null }
  const unknown = page(pageUrl('library'))
  for (const [sender, frame] of [
    [library, null],
    [library, inner],
    [library, twin],
    [unknown, unknown.mainFrame],
    ...['https://evil.example/', 'file:///x.html', 'lectern://other/', 'about:blank', 'data:text/html,x'].map((url) => {
      const moved = page(url)
      return [moved, moved.mainFrame] as const
    }),
  ] as const) {
    expect(codeOf(await ask(sender, frame, 'window:close'))).toBe('refused')
  }
  expect(met).toEqual([])
})

test('a known window that has left our pages is refused', async () => {
  const listeners: Parameters<IpcMain['handle']>[1][] = []
  const strayed = page('https://evil.example/')
  serveRequests(
    { handle: (_channel: string, listener: (typeof listeners)[0]) => listeners.push(listener) } as unknown as IpcMain,
    () => 'library',
    () => Promise.reject(new Error('never asked')),
  )
  const event = { sender: strayed, senderFrame: strayed.mainFrame } as unknown as IpcMainInvokeEvent
  expect(codeOf((await listeners[0]?.(event, 'window:close')) as Envelope<unknown>)).toBe('refused')
})

test('unknown names, malformed payloads and requests of the wrong window are failures with a code', async () => {
  const { ask, met } = door()
  for (const [name, payload] of [
    ['no:such', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['talk:intent', { type: 'goTo', place: { slide: 'x', step: 0 } }],
    ['talk:intent', { type: 'next', more: 1 }],
    ['library:open', { folder: '' }],
    ['link:open', { url: 'file:///etc/passwd' }],
    ['window:open', { window: 'print' }],
    ['settings:write', { theme: 'pink' }],
  ] as const) {
    expect([name, codeOf(await ask(library, library.mainFrame, name, payload))]).toEqual([name, 'bad-request'])
  }
  for (const name of [undefined, null, 7, {}, ['window:close']]) {
    expect(codeOf(await ask(library, library.mainFrame, name))).toBe('refused')
  }
  expect(codeOf(await ask(print, print.mainFrame, 'talk:intent', { type: 'next' }))).toBe('refused')
  expect(codeOf(await ask(library, library.mainFrame, 'print:read'))).toBe('refused')
  expect(met).toEqual([])
})
