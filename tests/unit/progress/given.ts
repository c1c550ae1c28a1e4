/** What the tests of the progress log share. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReviewBody, ReviewEvent } from '../../../src/contract/review.ts'
import { crcLast } from '../../../src/services/disk/journal-lines.ts'
import { openProgressLog, type ProgressLog } from '../../../src/services/progress/progress-log.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'

export const noon = Date.UTC(2026, 10, 24, 3)

/** A review of a card. */
export const review = (card = 'docker/vm', ms = 1): ReviewBody => ({
  type: 'review',
  card,
  mode: 'due',
  grade: 'good',
  suggested: 'good',
  points: ['hit', 'half'],
  ms,
  hints: 0,
  gaveUp: false,
  recall: 'said',
  params: '1',
})

export const openLog = (folder: string, now: () => number = () => noon, open?: Open): Promise<ProgressLog> =>
  openProgressLog({ folder, now, timeZone: 'Asia/Seoul', open })

/** The logs of a folder by name. */
export async function logsIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort()
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

/** The one log of a folder. */
export async function onlyLog(folder: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const [[name, bytes] = ['', Buffer.alloc(0)], ...others] = await logsIn(folder)
  if (others.length > 0 || name === '') throw new Error('not one log')
  return { file: join(folder, name), bytes }
}

/** The same event of another device. */
export const eventOf = (device: string, seq: number, at = noon, body: ReviewBody = review()): ReviewEvent => ({
  v: 1,
  seq,
  id: `${device}-${String(seq).padStart(9, '0')}-x`,
  at,
  tz: 540,
  day: '2026-11-24',
  ...body,
})
export const line = (event: object): string => crcLast.seal(JSON.stringify(event))
