/**
 * One process at a time uses a data folder: the one that listens on its socket. The socket is the lock, since the system
 * closes it when the process dies, and it is the way to ask the first process to open something.
 */
import { realpath } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writeFailure } from '../disk/disk-errors.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { answeringServer, type OpenAnswer } from './answering-server.ts'
import { noAnswer } from './in-use.ts'
import { takeLockFile } from './lock-file.ts'
import { stayFound } from './stay-found.ts'
import { folderPlace, pipePlace, type SocketPlace } from './socket-place.ts'
import type { Holder, OpenRequest } from './messages.ts'
import { reach, type Found, type Reached } from './reach.ts'
import { socketFolder } from './socket-folder.ts'
import { pipeName, socketName } from './socket-name.ts'

/** This process, which is the first one until it releases what it holds. */
export interface FirstInstance {
  readonly isFirst: true
  /** To be called when the process begins to end: a later one that asks from now on waits, and is then the first one. */
  readonly stopAnswering: () => void
  release(): Promise<void>
}
/** Another process is the first one. */
export interface LaterInstance extends Found {
  readonly isFirst: false
}

export interface InstanceOptions {
  /** What the first one is to open if this process is not the first one. */
  readonly request?: OpenRequest
  /** Opens what later ones ask for. Without it they are told that this process opens nothing. */
  readonly answer?: OpenAnswer
  /** How long another process may take to say who it is or what it wants. */
  readonly patienceMs?: number
  /** Where the socket is, if not at the place that this system has for the lock file. */
  readonly place?: SocketPlace
  /** Whether the socket is enough where the folder of the lock file cannot be made. */
  readonly mayLackFolder?: boolean
  /** Told, once for each, of another process that uses the same although this one is the first: its traces had gone. */
  readonly onOther?: (other: Holder) => void
  /** How often the first one looks whether later ones still find it. */
  readonly lookMs?: number
}

/** One that reads a large library at its start says nothing for a while; one that was stopped says nothing at all. */
const usualPatienceMs = 10_000
const nextLookMs = 20
const usualLookMs = 1000

/** The real path of a lock file, so that a folder reached by a link is the same folder; its folder is made. */
async function realFile(file: string, mayLackFolder: boolean): Promise<string> {
  try {
    await makeFolder(dirname(file))
    return join(await realpath(dirname(file)), basename(file))
  } catch (error) {
    if (mayLackFolder) return resolve(file)
    throw writeFailure(error, file)
  }
}

const usualPlace = async (file: string): Promise<SocketPlace> =>
  process.platform === 'win32'
    ? pipePlace(pipeName(file, userInfo().username))
    : folderPlace(await socketFolder(), socketName(file))

/** Who listens at a place; the addresses of the dead are cleared away. */
async function whoIsAt(
  place: SocketPlace,
  request: OpenRequest | undefined,
  patienceMs: number,
): Promise<Exclude<Reached, 'dead'> | 'nobody'> {
  for (const address of await place.addresses()) {
    const reached = await reach(address, request, patienceMs)
    if (reached !== 'dead') return reached
    await place.clear(address)
  }
  return 'nobody'
}

/** Takes the place, unless another process was faster (`gone`) or is named by the lock file. */
async function takePlace(
  place: SocketPlace,
  file: string,
  options: InstanceOptions,
  patienceMs: number,
): Promise<FirstInstance | Exclude<Reached, 'dead'>> {
  const { request, answer } = options
  const holder: Holder = { pid: process.pid, startedAtMs: Date.now() }
  const first = answeringServer(holder, answer, patienceMs)
  let socket: string | null = null
  const leave = async (): Promise<void> => {
    if (socket !== null) await place.clear(socket)
    first.close()
  }
  try {
    socket = await place.take(first.server)
    if (socket === null) {
      await leave()
      return 'gone'
    }
    const lock = await takeLockFile(file, {
      startedAtMs: holder.startedAtMs,
      socket,
      isDead: async (other) => (await reach(other, undefined, patienceMs)) === 'dead',
    })
    if (lock.isHeld) {
      first.settle()
      const found = stayFound({
        lock,
        at: { place, socket, server: first },
        listen: async () => {
          // The folder of the sockets may be gone as well.
          const again = options.place ?? (await usualPlace(file))
          const server = answeringServer(holder, answer, patienceMs)
          const address = await again.take(server.server)
          if (address === null) {
            server.close()
            return null
          }
          server.settle()
          return { place: again, socket: address, server }
        },
        onOther: options.onOther,
        lookMs: options.lookMs ?? usualLookMs,
      })
      return { isFirst: true, ...found }
    }
    await leave()
    // Its socket lies elsewhere, or was thrown away, or it is a version from before the socket.
    const { pid, startedAtMs, socket: elsewhere } = lock.owner
    const reached = elsewhere === undefined ? 'gone' : await reach(elsewhere, request, patienceMs)
    return reached === 'gone' || reached === 'dead' ? { holder: { pid, startedAtMs }, outcome: null } : reached
  } catch (error) {
    await leave()
    throw error
  }
}

/**
 * Becomes the first process that uses what a lock file stands for, or finds out who is, and asks that one to open
 * something. What a process that died has left is taken over.
 * Rejects with a `LecternError`: `busy` where somebody is there who does not answer, `refused` or `cannot-write` where
 * there is no place for a socket, `cannot-write` where the folder of the lock file is not there and cannot be made, unless
 * it may be lacking.
 */
export async function firstInstance(
  lockFile: string,
  options: InstanceOptions = {},
): Promise<FirstInstance | LaterInstance> {
  const { request, patienceMs = usualPatienceMs, mayLackFolder = false } = options
  const file = await realFile(lockFile, mayLackFolder)
  const place = options.place ?? (await usualPlace(file))
  const untilMs = performance.now() + patienceMs
  do {
    const met = await whoIsAt(place, request, patienceMs)
    const result = met === 'nobody' ? await takePlace(place, file, options, patienceMs) : met
    if (typeof result === 'object') return 'isFirst' in result ? result : { isFirst: false, ...result }
    if (result === 'silent') break
    await wait(nextLookMs)
  } while (performance.now() < untilMs)
  throw noAnswer(dirname(lockFile))
}
