/**
 * A process that does on a line of its input what the line says, and writes what came of it as a line of JSON:
 * `node instance-process.ts present|earlier LOCK-FILE`. It stays until it is killed. It looks whether it is still found as
 * often as `LOOK_MS` says, else hardly ever.
 */
import { createInterface } from 'node:readline'
import { firstInstance } from '../../../src/services/instance/first-instance.ts'
import { LecternError } from '../../../src/contract/failure.ts'
import { takeLock } from './earlier-lock.ts'

const [version, file = ''] = process.argv.slice(2)
const patienceMs = 60_000
const tell = (result: object): void => console.log(JSON.stringify(result))
let release = (): Promise<void> => Promise.resolve()

async function take(): Promise<object> {
  if (version === 'earlier') {
    const lock = await takeLock(file)
    if (!lock.held) return { isFirst: false, pid: lock.owner.pid }
    release = () => lock.release()
    return { isFirst: true }
  }
  const instance = await firstInstance(file, {
    request: { path: `/from/${process.pid}`, gallery: false },
    answer: (request) => {
      tell({ asked: request.path })
      return Promise.resolve({ is: 'opened' })
    },
    patienceMs,
    lookMs: Number(process.env['LOOK_MS'] ?? 600_000),
    onOther: ({ pid }) => tell({ other: pid }),
  })
  if (!instance.isFirst) return { isFirst: false, pid: instance.holder.pid, outcome: instance.outcome }
  release = () => instance.release()
  return { isFirst: true }
}

const acts: Readonly<Record<string, () => Promise<object>>> = {
  take,
  release: () => release().then(() => ({ isReleased: true })),
}
const goOn = setInterval(() => undefined, 1000)
createInterface({ input: process.stdin }).on('line', (line) => {
  acts[line]?.().then(tell, (error: unknown) =>
    tell({ failure: error instanceof LecternError ? error.failure : String(error) }),
  )
})
process.stdin.on('close', () => clearInterval(goOn))
tell({ isReady: true })
