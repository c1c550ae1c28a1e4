/** Where the first process that uses something is found by the next ones: of several that come at once, one gets it. */
import { mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import type { Server } from 'node:net'
import { basename, join } from 'node:path'
import { writeFailure } from '../disk/disk-errors.ts'
import { sweepSockets } from './sweep-sockets.ts'

export interface SocketPlace {
  /** Addresses at which somebody may listen. Those of processes that died are among them. */
  addresses(): Promise<readonly string[]>
  /** Listens there; gives the address, or null where somebody else is there already. */
  take(server: Server): Promise<string | null>
  /** Takes away the address of a process that died. */
  clear(address: string): Promise<void>
}

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)

const listen = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      server.off('error', reject)
      resolve()
    })
  })

/**
 * A place made of sockets in the file system. A socket's file outlives its process, and to take away what seems dead and
 * listen instead would let two that come at once take away each other's. So a process listens in a folder of its own
 * first and then renames that to the place: a folder can only be renamed over an empty one, and no address is ever used
 * twice, so that what is taken away is what was found dead.
 */
export function folderPlace(folder: string, name: string): SocketPlace {
  const place = join(folder, name)
  return {
    async addresses() {
      const names = await readdir(place).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return []
        throw writeFailure(error, place)
      })
      return names.map((socket) => join(place, socket))
    },
    async take(server) {
      let own: string | null = null
      try {
        own = await mkdtemp(`${place}.`)
        const socket = basename(own).slice(name.length + 1)
        await listen(server, join(own, socket))
        await rename(own, place)
        // No start waits for it.
        void sweepSockets(folder)
        return join(place, socket)
      } catch (error) {
        if (own !== null) await rm(own, { recursive: true, force: true })
        // ENOENT: it took so long that another one threw the folder away.
        if (own !== null && hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) return null
        throw writeFailure(error, folder)
      }
    },
    async clear(address) {
      await rm(address, { recursive: true, force: true })
      // Only an empty one goes.
      await rmdir(place).catch(() => undefined)
    },
  }
}

/** A place made of one named pipe, which only one process can open and the system frees when that dies. */
export function pipePlace(pipe: string): SocketPlace {
  return {
    addresses: () => Promise.resolve([pipe]),
    take: (server) =>
      listen(server, pipe).then(
        () => pipe,
        (error: unknown) => {
          if (hasCode(error, 'EADDRINUSE')) return null
          throw writeFailure(error, pipe)
        },
      ),
    clear: () => Promise.resolve(),
  }
}
