/** What windows and the shell hold in memory once all is thrown away that nobody needs. */
import { once } from 'node:events'
import type { CDPSession, Page } from '@playwright/test'
import { WebSocket } from 'ws'

export interface Held {
  readonly heapBytes: number
  /** Nodes of the document and those that only a script still holds. */
  readonly nodes: number
  readonly listeners: number
}

export interface Meter<T> {
  read(): Promise<T>
  close(): Promise<void>
}

/** What is unreachable only once something else is gone goes with the next. */
const collections = 2

/** Reads what a window's process holds. */
export async function meterOf(page: Page): Promise<Meter<Held>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return {
    async read() {
      for (let count = 0; count < collections; count += 1) await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN
      return { heapBytes: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
    },
    close: () => session.detach(),
  }
}

/** What a shell is to be started with so that `heapMeterOf` can read it. */
export const inspectable = '--inspect=127.0.0.1:0'

/** Reads how many bytes the heap of a process of Node holds, by the address that it told as it began. */
export async function heapMeterOf(stderr: string): Promise<Meter<number>> {
  const address = /^Debugger listening on (ws:\S+)$/m.exec(stderr)?.[1] ?? ''
  const socket = new WebSocket(address)
  await once(socket, 'open')
  let asked = 0
  const send = async (method: string): Promise<{ readonly usedSize?: number }> => {
    const id = ++asked
    socket.send(JSON.stringify({ id, method }))
    for (;;) {
      const [data] = (await once(socket, 'message')) as [Buffer]
      const reply = JSON.parse(data.toString()) as { readonly id?: number; readonly result: { usedSize?: number } }
      if (reply.id === id) return reply.result
    }
  }
  return {
    async read() {
      for (let count = 0; count < collections; count += 1) await send('HeapProfiler.collectGarbage')
      return (await send('Runtime.getHeapUsage')).usedSize ?? NaN
    },
    close: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}
