import { homeAt } from '../disk/home.ts'
import { firstInstance } from '../instance/first-instance.ts'
import { problems } from './problems.ts'
import { recordSession, type RecordProgress, type SessionOptions, type SessionResult } from './recording-session.ts'
import type { Scenario } from './scenario.ts'
import { needThrowAway, runInNamespaces, startThrowAway, throwAwayCondition } from './throw-away.ts'
import { makeWorkFolder } from './work-folder.ts'

export type { RecordProgress, Scenario }
export { scenarios } from './scenarios.ts'
export { problems as recordProblems } from './problems.ts'

/** What is recorded, where to, and who is told. */
export type RecordOptions = Pick<SessionOptions, 'scenarios' | 'areNamed' | 'out' | 'env' | 'signal' | 'onProgress'>

const everydayCondition =
  'recorded on an engine in everyday use: what the recording made there has names that begin with lectern-'
/** Names the folder that the process outside made, to the one inside of the namespaces. */
const insideVariable = 'LECTERN_RECORD_INSIDE'

/** Does some work in a folder of its own, while no other recording of this person goes on. */
async function alone<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const instance = await firstInstance(homeAt().recordLock)
  if (!instance.isFirst) throw problems.busy()
  try {
    const folder = await makeWorkFolder(process.getuid?.() ?? 0)
    try {
      return await work(folder.path)
    } finally {
      await folder.remove()
    }
  } finally {
    await instance.release()
  }
}

/** The socket to use: the one that was asked for, else that of `DOCKER_HOST`, else Docker's own. */
function socketOf(asked: string | undefined, env: NodeJS.ProcessEnv): string {
  const host = env['DOCKER_HOST'] ?? ''
  if (asked !== undefined) return asked
  if (host === '') return '/var/run/docker.sock'
  if (!host.startsWith('unix://')) throw problems.notUnix(host)
  return host.slice('unix://'.length)
}

/** Records on the engine behind a socket. Rejects with a `LecternError` where that cannot be done. */
export function record(options: RecordOptions, socket: string | undefined): Promise<SessionResult> {
  const socketPath = socketOf(socket, options.env)
  return alone((work) =>
    recordSession({ ...options, socketPath, work, prefix: 'lectern-', conditions: [everydayCondition], places: [] }),
  )
}

/** Whether this process is the one inside of the namespaces. */
export const isInside = (env: NodeJS.ProcessEnv): boolean => env[insideVariable] !== undefined

/**
 * Records on an engine that is started for it and gone afterwards, by running this program again with `args` in
 * namespaces of its own, where `recordInside` does the work. Gives its exit code.
 */
export function recordThrowAway(
  args: readonly string[],
  { env, signal }: Pick<RecordOptions, 'env' | 'signal'>,
): Promise<number> {
  needThrowAway(env)
  return alone((work) => runInNamespaces(args, { ...env, [insideVariable]: work }, signal))
}

/** The part of `recordThrowAway` that runs inside. */
export async function recordInside(options: RecordOptions): Promise<SessionResult> {
  const work = options.env[insideVariable] ?? ''
  const engine = await startThrowAway(work, options.env, options.signal)
  try {
    const { socketPath, places } = engine
    return await recordSession({ ...options, socketPath, work, prefix: '', conditions: [throwAwayCondition], places })
  } finally {
    await engine.stop()
  }
}
