import { request } from 'node:http'
import type { Json } from '../../core/traces/digest.ts'
import { problems } from './problems.ts'

/** What the engine answered. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** A Docker engine behind its unix socket, asked directly and unrecorded. */
export interface Engine {
  readonly socketPath: string
  /** The newest API that it speaks, such as `1.51`. */
  readonly api: string
  ask(method: 'GET' | 'DELETE', path: string): Promise<Answer>
}

/** The API of Docker 20.10, the oldest engine that scenarios were recorded with. */
const oldestApi = '1.41'

const isOlder = (version: string, than: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map(Number)
  return major < thanMajor || (major === thanMajor && minor < thanMinor)
}

function ask(socketPath: string, method: string, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, method, path, headers: { host: 'docker' } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/**
 * Finds the engine at a socket. Rejects with a `LecternError` where nothing answers, where that is not an engine, where
 * one may not ask it, and where it is older than Docker 20.10.
 */
export async function findEngine(socketPath: string): Promise<Engine> {
  let answer: Answer
  try {
    answer = await ask(socketPath, 'GET', '/_ping')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EACCES' || code === 'EPERM') throw problems.denied(socketPath, error)
    if (typeof code === 'string' && code.startsWith('HPE_')) throw problems.notAnEngine(socketPath)
    throw problems.noSocket(socketPath, error)
  }
  const api = answer.headers['api-version']
  if (typeof api !== 'string') throw problems.notAnEngine(socketPath)
  if (isOlder(api, oldestApi)) throw problems.tooOld(api, oldestApi)
  return { socketPath, api, ask: (method, path) => ask(socketPath, method, `/v${api}${path}`) }
}

/** What the engine says at a path, as JSON; null where there is nothing. Rejects where it refuses. */
export async function askEngine(engine: Engine, path: string): Promise<Json> {
  const { status, text } = await engine.ask('GET', path)
  if (status === 404) return null
  if (status >= 400) throw problems.engineFailed(path, text.trim())
  return JSON.parse(text) as Json
}
