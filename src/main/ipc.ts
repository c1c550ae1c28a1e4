/** The door between windows and the main process: who asks is checked here, what is asked in `services/door`. */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron/main'
import type { Envelope, WindowKind } from '../contract/channels.ts'
import { isOurUrl } from './page-url.ts'

/** Meets one request: checks its name and payload, answers an envelope and never rejects. */
export type Answer = (
  name: string,
  payload: unknown,
  from: WindowKind,
  sender: WebContents,
) => Promise<Envelope<unknown>>

const refused: Envelope<never> = {
  failure: {
    code: 'refused',
    message: { ko: '이 창은 이것을 요청할 수 없어요.', en: 'This window may not ask for that.' },
  },
}

/** Whether the request comes from the page itself, in the top frame, at our address. */
function isFromOurPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null && senderFrame.parent === null && senderFrame === sender.mainFrame && isOurUrl(senderFrame.url)
  )
}

/**
 * Serves the requests of all windows.
 * @param kindOf which window the sender is, or null if it is none of ours; never what the page says about itself
 */
export function serveRequests(ipc: IpcMain, kindOf: (sender: WebContents) => WindowKind | null, answer: Answer): void {
  ipc.handle('request', (event, name: unknown, payload: unknown) => {
    const kind = isFromOurPage(event) ? kindOf(event.sender) : null
    if (kind === null || typeof name !== 'string') return refused
    return answer(name, payload, kind, event.sender)
  })
}
