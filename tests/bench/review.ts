import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProgressLog } from '../../src/services/progress/progress-log.ts'
import { eventOf, line, noon, review } from '../unit/progress/given.ts'
import { timed, type Row } from './row.ts'

const stored = 100_000
const rounds = 7
const answers = 200

/** Opening a long record of reviews, every line of it verified, and recording answers in it, each flushed to the disk. */
export async function measure(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  try {
    const lines: string[] = []
    for (let seq = 1; seq <= stored; seq += 1) lines.push(line(eventOf('bench', seq, noon + seq)))
    await writeFile(join(folder, 'log-bench.jsonl'), lines.join(''))
    const opened: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const from = performance.now()
      const log = await openProgressLog({ folder, now: Date.now })
      opened.push(performance.now() - from)
      if (log.events().length !== stored) throw new Error('the record was not read as it was written')
      await log.close()
    }
    const recorded: number[] = []
    const log = await openProgressLog({ folder, now: Date.now })
    for (let count = 0; count < answers; count += 1) {
      const from = performance.now()
      await log.append(review('bench/card', count))
      recorded.push(performance.now() - from)
    }
    await log.close()
    const many = stored.toLocaleString('en')
    return [
      timed(`opening a record of ${many} reviews, first time`, opened.slice(0, 1)),
      timed(`opening a record of ${many} reviews`, opened.slice(1)),
      timed(`recording an answer beside ${many}, flushed`, recorded),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
