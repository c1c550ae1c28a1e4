import { rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLogName } from '../../../src/services/progress/read-logs.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { eventOf, line, onlyLog, openLog, review } from './given.ts'

describe('a copy that a sync put beside a log', () => {
  it.each([
    'X.sync-conflict-20261201-101010-ABCDEFG.jsonl',
    'X (conflicted copy 2026-12-01).jsonl',
    'X (Kim의 충돌된 사본 2026-12-01).jsonl',
    'X 2.jsonl',
    'X (1).jsonl',
    'X-KIMS-PC.jsonl',
    'X_conflict-20261201-101010.jsonl',
    'X.jsonl.conflict1',
  ])('is read like any other log: %s', async (name) => {
    const folder = await temporaryFolder()
    const first = await openLog(folder)
    for (let count = 0; count < 3; count += 1) await first.append(review())
    await first.close()
    // The sync left an older state under the log's own name, and what was written since then beside it.
    const { file, bytes } = await onlyLog(folder)
    const device = basename(file, '.jsonl').slice('log-'.length)
    await rename(file, join(folder, `log-${name.replace('X', device)}`))
    await writeFile(file, bytes.subarray(0, bytes.indexOf(0x0a) + 1))

    const log = await openLog(folder)
    expect(log.events().map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(log.notices()).toEqual([])
    expect(await log.append(review())).toMatchObject({ seq: 4 })
    await log.close()
    const again = await openLog(folder)
    expect(new Set(again.events().map(({ id }) => id)).size).toBe(4)
    await again.close()
  })

  it('is noticed while Lectern runs', async () => {
    const folder = await temporaryFolder()
    const log = await openLog(folder)
    await log.append(review())
    const came = new Promise<void>((resolve) => void log.onOutside(resolve))
    await writeFile(join(folder, 'log-other (conflicted copy 2026-12-01).jsonl'), line(eventOf('other', 1)))
    await came
    expect(log.events()).toHaveLength(2)
    await log.close()
  })

  it.each([
    'log-a.jsonl.1234.tmp',
    'log-a.jsonl.damaged-1',
    'log-.jsonl',
    'xlog-a.jsonl',
    'log-../a.jsonl',
    'log-a\\b.jsonl',
    'log-a\0.jsonl',
  ])('is not taken for one by another name: %j', (name) => expect(isLogName(name)).toBe(false))
})
