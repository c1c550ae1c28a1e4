import type { AnsweringServer } from './answering-server.ts'
import type { HeldLock } from './lock-file.ts'
import type { Holder } from './messages.ts'
import type { SocketPlace } from './socket-place.ts'

/** Where the first process listens. */
export interface Listening {
  readonly place: SocketPlace
  readonly socket: string
  readonly server: AnsweringServer
}

export interface StayFoundOptions {
  readonly lock: HeldLock
  readonly at: Listening
  /** Listens anew, null where another process is at the place. */
  readonly listen: () => Promise<Listening | null>
  readonly onOther: ((other: Holder) => void) | undefined
  readonly lookMs: number
}

/**
 * Looks again and again whether the socket and the lock file of the first process are still there, which a hand, or a
 * system that cleans up its temporary files, may take away, and makes them again: else the next one would be a first one
 * too. What cannot be made is tried again with the next look.
 */
export function stayFound({ lock, at: begun, listen, onOther, lookMs }: StayFoundOptions) {
  let at = begun
  let isReleased = false
  let looking: Promise<void> = Promise.resolve()
  let isLooking = false
  const told = new Set<number>()

  async function look(): Promise<void> {
    const addresses = await at.place.addresses()
    if (!addresses.includes(at.socket)) {
      const anew = await listen()
      if (anew !== null) {
        at.server.close()
        at = anew
      }
    }
    const other = await lock.look(at.socket)
    if (other === null || told.has(other.pid)) return
    told.add(other.pid)
    onOther?.({ pid: other.pid, startedAtMs: other.startedAtMs })
  }

  const timer = setInterval(() => {
    if (isLooking || isReleased) return
    isLooking = true
    looking = look()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false
      })
  }, lookMs)
  // To hold a place is no reason to go on.
  timer.unref()

  return {
    stopAnswering: (): void => at.server.stopAnswering(),
    release: async (): Promise<void> => {
      isReleased = true
      clearInterval(timer)
      await looking
      // The socket last: whoever finds none may trust that the file is no living process's.
      await lock.release()
      await at.place.clear(at.socket)
      at.server.close()
    },
  }
}
