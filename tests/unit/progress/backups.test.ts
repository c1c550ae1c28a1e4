import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { homeAt, type Home } from '../../../src/services/disk/home.ts'
import { openProgress, type Progress } from '../../../src/services/progress/index.ts'
import { backupsToKeep } from '../../../src/services/progress/thinning.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { logsIn, noon, review } from './given.ts'

const minute = 60_000
const day = 24 * 60 * minute

interface Desk {
  readonly home: Home
  readonly progress: Progress
  time: number
}
async function desk(folder?: string, open?: Open): Promise<Desk> {
  const home = homeAt(folder ?? (await temporaryFolder()))
  const own: { time: number } = { time: noon }
  const progress = await openProgress({ home, now: () => own.time, timeZone: 'Asia/Seoul', open })
  // What it writes at its start and end is written before its folder goes.
  onTestFinished(() => progress.close())
  return Object.assign(own, { home, progress })
}
const ids = (progress: Progress): readonly string[] => progress.events().map(({ id }) => id)

describe('backups', () => {
  it('are made when something changed: at the end, at the start, and every 30 minutes between', async () => {
    const own = await desk()
    await own.progress.append(review())
    await own.progress.close()
    expect(await own.progress.backups()).toHaveLength(1)
    const again = await desk(own.home.folder)
    again.time += minute
    await again.progress.close()
    // Nothing came since.
    expect(await again.progress.backups()).toHaveLength(1)
    const third = await desk(own.home.folder)
    for (let count = 0; count < 7; count += 1) {
      third.time += 10 * minute
      await third.progress.append(review())
      await third.progress.exportTo(join(third.home.folder, 'turn.zip'))
    }
    expect((await third.progress.backups()).map(({ at }) => (at - noon) / minute)).toEqual([60, 30, 0])
    await third.progress.close()
    expect((await third.progress.backups()).map(({ at }) => (at - noon) / minute)).toEqual([70, 60, 30, 0])
  })

  it('that a kill cut short are gone after the next start', async () => {
    const own = await desk()
    await own.progress.append(review())
    await own.progress.close()
    const place = join(own.home.progress, 'backups')
    const whole = await readdir(place)
    await writeFile(join(place, `${whole[0] ?? ''}.12345.tmp`), 'PK')
    await (await desk(own.home.folder)).progress.close()
    expect(await readdir(place)).toEqual(whole)
  })

  it('stay by the rule of Anki: all of two days, then 12 days, 10 weeks, 9 months', () => {
    // Two years of a backup every six hours, thinned as it goes.
    let kept: readonly number[] = []
    for (let now = noon - 730 * day; now <= noon; now += day / 4) {
      const times = [...kept, now]
      const keep = backupsToKeep(times, now)
      kept = times.filter((time) => keep.has(time))
    }
    const ages = kept.map((time) => (noon - time) / day).sort((a, b) => a - b)
    expect(ages.filter((age) => age < 2)).toHaveLength(8)
    expect(ages).toHaveLength(8 + 12 + 10 + 9)
    const days = ages.filter((age) => age >= 2 && age < 15)
    expect(days.length).toBeGreaterThanOrEqual(12)
    // Weeks reach back ten weeks behind the days, months nine months behind those.
    expect(ages.at(-1)).toBeGreaterThan(14 + 70 + 8 * 28)
    expect(ages.at(-1)).toBeLessThan(14 + 77 + 10 * 31)
  })

  it('of a week and of a month stay the last, weeks from Monday to Sunday', () => {
    // Tuesday, the 24th of November 2026, and a backup on every day of the year before.
    const times = Array.from({ length: 400 }, (_, age) => noon - age * day)
    const dates = [...backupsToKeep(times, noon)].map((time) => new Date(time).toISOString().slice(0, 10))
    const days = Array.from({ length: 14 }, (_, age) => `2026-11-${24 - age}`)
    const sundays = ['11-08', '11-01', '10-25', '10-18', '10-11', '10-04', '09-27', '09-20', '09-13', '09-06']
    const months = ['08-31', '07-31', '06-30', '05-31', '04-30', '03-31', '02-28', '01-31']
    expect(dates).toEqual([...days, ...[...sundays, ...months].map((date) => `2026-${date}`), '2025-12-31'])
  })

  it('always keep the newest and never more than the rule, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(noon), { minLength: 1, maxLength: 200 }), fc.nat(2 * noon), (times, now) => {
        const keep = backupsToKeep(times, now)
        expect(keep.has(Math.max(...times))).toBe(true)
        const old = [...keep].filter((time) => now - time >= 2 * day)
        expect(old.length).toBeLessThanOrEqual(1 + 12 + 10 + 9)
        for (const time of times) if (now - time < 2 * day) expect(keep.has(time)).toBe(true)
      }),
    )
  })

  it('are not put off by a clock that is set back', async () => {
    const own = await desk()
    await own.progress.append(review())
    await own.progress.close()
    const back = await desk(own.home.folder)
    back.time -= 400 * day
    await back.progress.append(review())
    await back.progress.exportTo(join(back.home.folder, 'turn.zip'))
    expect(await back.progress.backups()).toHaveLength(2)
    await back.progress.close()
  })

  it('that cannot be made do not harm what is recorded', async () => {
    const home = homeAt(await temporaryFolder())
    await writeFile(join(home.folder, 'x'), '')
    const troubles: (string | null)[] = []
    const progress = await openProgress({
      home,
      now: () => noon,
      onTrouble: (trouble) => troubles.push(trouble?.failure.code ?? null),
    })
    await progress.append(review())
    await rm(join(home.progress, 'backups'), { recursive: true, force: true })
    await writeFile(join(home.progress, 'backups'), '')
    await progress.append(review())
    await progress.close()
    expect(troubles).toContain('cannot-write')
    expect(progress.events()).toHaveLength(2)
  })
})

describe('restoring', () => {
  it('puts all logs back, backs up what was there, and can be undone by restoring that', async () => {
    const own = await desk()
    await own.progress.append(review('a/b', 1))
    await own.progress.close()
    const again = await desk(own.home.folder)
    again.time += day
    const first = ids(again.progress)
    await again.progress.append(review('a/b', 2))
    const both = ids(again.progress)
    const [backup] = (await again.progress.backups()).filter(({ at }) => at === noon)
    again.time += minute
    await again.progress.restore(backup?.name ?? '')
    expect(ids(again.progress)).toEqual(first)
    // What is recorded from now on goes into another log, under ids that never were.
    const next = await again.progress.append(review('a/b', 3))
    expect(both).not.toContain(next.id)
    expect((await logsIn(again.home.progress)).size).toBe(2)
    const list = await again.progress.backups()
    const before = list.find(({ at }) => at === noon + day + minute)
    await again.progress.restore(before?.name ?? '')
    expect(ids(again.progress)).toEqual(both)
    await again.progress.close()
    expect(ids((await desk(own.home.folder)).progress)).toEqual(both)
  })

  it('refuses what is no backup, and then nothing is changed', async () => {
    const own = await desk()
    await own.progress.append(review())
    await own.progress.close()
    const again = await desk(own.home.folder)
    const bad = 'backup-2026-11-24T01-00-00-000Z.zip'
    await writeFile(join(own.home.progress, 'backups', bad), 'no zip')
    const before = await logsIn(own.home.progress)
    for (const [name, code] of [
      [bad, 'bad-request'],
      ['backup-2020-11-24T01-00-00-000Z.zip', 'not-found'],
      ['../../settings.json', 'not-found'],
    ] as const)
      await expect(again.progress.restore(name)).rejects.toMatchObject({ failure: { code } })
    expect(await logsIn(own.home.progress)).toEqual(before)
    await again.progress.append(review())
    expect((await logsIn(own.home.progress)).size).toBe(1)
    await again.progress.close()
  })

  it('killed at any moment, is either not begun or finished at the next start', async () => {
    const own = await desk()
    await own.progress.append(review('a/b', 1))
    await own.progress.close()
    const [backup] = await own.progress.backups()
    const first = ids(own.progress)
    for (let stop = 0; ; stop += 1) {
      // Every file is opened for writing through this: from the chosen one on, the power is gone.
      let opened = 0
      const open: Open = async (path, flags) => {
        const fs = await import('node:fs/promises')
        if (armed) opened += 1
        if (armed && opened > stop) throw Object.assign(new Error('gone'), { code: 'EIO' })
        return fs.open(path, flags)
      }
      let armed = false
      const again = await desk(own.home.folder, open)
      await again.progress.append(review('a/b', 2))
      const more = ids(again.progress)
      armed = true
      const outcome = await again.progress.restore(backup?.name ?? '').then(
        () => 'done',
        () => 'cut',
      )
      const now = await desk(own.home.folder)
      expect([JSON.stringify(first), JSON.stringify(more)]).toContain(JSON.stringify(ids(now.progress)))
      expect((await readdir(own.home.progress)).filter((name) => name.startsWith('restore'))).toEqual([])
      await now.progress.append(review('a/b', 3))
      await now.progress.restore(backup?.name ?? '')
      expect(ids(now.progress)).toEqual(first)
      await now.progress.close()
      if (outcome === 'done') break
    }
  })

  it('cut between its files goes on from its beginning, and keeps what was recorded meanwhile', async () => {
    const own = await desk()
    await own.progress.append(review('a/b', 1))
    await own.progress.close()
    const folder = own.home.progress
    const [[name, bytes] = ['', Buffer.alloc(0)]] = await logsIn(folder)
    // As a kill leaves it: staged, one log not yet replaced, another to go, a third begun afterwards.
    const { stageRestore } = await import('../../../src/services/progress/restore.ts')
    await writeFile(join(folder, 'log-gone.jsonl'), bytes)
    await stageRestore(folder, new Map([[name, bytes]]))
    await writeFile(join(folder, 'log-later.jsonl'), bytes)
    await rename(join(folder, name), join(folder, 'log-elsewhere.txt'))
    const again = await desk(own.home.folder)
    expect([...(await logsIn(folder)).keys()].sort()).toEqual([name, 'log-later.jsonl'].sort())
    expect(await readFile(join(folder, name))).toEqual(bytes)
    expect((await readdir(folder)).filter((other) => other.startsWith('device-'))).toEqual([])
    await again.progress.close()
  })
})

it('what was kept aside of a torn log is told, by name and place', async () => {
  const own = await desk()
  await own.progress.append(review())
  await own.progress.close()
  expect(own.progress.keptAside()).toEqual([])
  const [name = ''] = [...(await logsIn(join(own.home.folder, 'progress'))).keys()]
  const file = join(own.home.folder, 'progress', name)
  await writeFile(file, Buffer.concat([await readFile(file), Buffer.from('{"v":1,"type":"rev')]))
  const again = await desk(own.home.folder)
  const [kept] = again.progress.keptAside()
  expect(kept?.file).toBe(name)
  expect(await readFile(kept?.aside ?? '', 'utf8')).toContain('type')
  await again.progress.close()
})

it('what was kept aside of the index of questions is told as well', async () => {
  const own = await desk()
  await own.progress.append(review())
  await own.progress.close()
  await writeFile(join(own.home.folder, 'progress', 'identity.json'), '{"cards":{"docker/a":7}}')
  const again = await desk(own.home.folder)
  expect(again.progress.keptAside()).toMatchObject([{ file: 'identity.json' }])
  await again.progress.close()
})
