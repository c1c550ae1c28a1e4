import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Place, TalkSnapshot } from '../../../src/contract/talk.ts'
import type { Open } from '../../../src/services/disk/write-atomic.ts'
import { openTalks, type Talks, type TalksDeps } from '../../../src/services/talks/talks.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { longDeck } from './long-deck.ts'

const at = 1_790_000_000_000
const next = { type: 'next', at } as const

/** A disk whose writes and syncs wait, or fail, as long as it is told so. */
function heldDisk() {
  let held: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null
  let failing: 'write' | 'sync' | 'no sync ends' | null = null
  const stuck = Promise.withResolvers<void>()
  const noSpace = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const openFile: Open = async (path, flags) => {
    const handle = await open(path, flags)
    const [write, sync] = [handle.appendFile.bind(handle), handle.datasync.bind(handle)]
    handle.appendFile = async (data, options) => {
      await held?.promise
      if (failing === 'write') throw noSpace
      return write(data, options)
    }
    handle.datasync = async () => {
      if (failing === 'sync') throw noSpace
      if (failing === 'no sync ends') await stuck.promise
      return sync()
    }
    return handle
  }
  return {
    open: openFile,
    hold: () => (held = Promise.withResolvers<void>()),
    letGo: () => {
      held?.resolve()
      stuck.resolve()
    },
    fail: (what: typeof failing) => (failing = what),
  }
}

async function given(journal: TalksDeps['journal'] = {}) {
  const folder = join(await temporaryFolder(), 'talks')
  const disk = heldDisk()
  let clock = at
  const told: (TalkSnapshot | null)[] = []
  const troubles: (string | null)[] = []
  const talks = await openTalks({
    folder,
    now: () => (clock += 1),
    open: disk.open,
    onChange: (snapshot) => told.push(snapshot),
    onPlace: () => undefined,
    onTrouble: (trouble) => troubles.push(trouble?.failure.code ?? null),
    journal,
  })
  return { folder, disk, told, troubles, talks }
}
const patient = { patienceMs: 600_000, retryMs: 600_000 }
const place = (talks: Talks): Place | undefined => talks.read()?.place
const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))
/** Where a talk would be taken up if this process died now. */
async function onDisk(folder: string): Promise<Place | undefined> {
  const again = await openTalks({
    folder,
    now: () => at,
    onChange: () => undefined,
    onPlace: () => undefined,
    onTrouble: () => undefined,
  })
  return again.unfinished()?.place
}

describe('a step', () => {
  it('is shown and acknowledged once it is in the journal, and not before', async () => {
    const { folder, disk, told, talks } = await given(patient)
    await talks.start(longDeck, undefined)
    const before = place(talks)
    disk.hold()
    let isAcknowledged = false
    const done = talks.intend(next).then(() => (isAcknowledged = true))
    await turns()
    expect([isAcknowledged, told.length, place(talks)]).toEqual([false, 1, before])
    disk.letGo()
    await done
    expect(told).toHaveLength(2)
    expect(await onDisk(folder)).toEqual(place(talks))
    await talks.close()
  })

  it('is not held up by a sync', async () => {
    const { folder, disk, talks } = await given(patient)
    disk.fail('no sync ends')
    await talks.start(longDeck, undefined)
    for (let key = 0; key < 5; key += 1) await talks.intend(next)
    expect(await onDisk(folder)).toEqual(place(talks))
    disk.letGo()
    await talks.close()
  })

  it('goes on without a write that takes too long, which is told; those after it wait for nothing; then all is written', async () => {
    const { folder, disk, told, troubles, talks } = await given({ patienceMs: 20 })
    await talks.start(longDeck, undefined)
    const before = await onDisk(folder)
    // A busy machine may be slow before.
    await expect.poll(() => troubles.at(-1) ?? null).toBeNull()
    troubles.splice(0)
    disk.hold()
    await Promise.all([talks.intend(next), talks.intend(next)])
    for (let key = 0; key < 3; key += 1) await talks.intend(next)
    expect(troubles).toEqual(['slow-disk'])
    expect(told).toHaveLength(6)
    expect(await onDisk(folder)).toEqual(before)
    disk.letGo()
    await talks.settled()
    await expect.poll(() => troubles).toEqual(['slow-disk', null])
    expect(await onDisk(folder)).toEqual(place(talks))
    await talks.close()
  })

  it('that cannot be written is told at once, and written later without another one', async () => {
    const { folder, disk, troubles, talks } = await given({ patienceMs: 600_000, retryMs: 10 })
    await talks.start(longDeck, undefined)
    disk.fail('write')
    await talks.intend(next)
    await talks.intend(next)
    expect(troubles).toEqual(['disk-full'])
    disk.fail(null)
    await expect.poll(() => troubles).toEqual(['disk-full', null])
    expect(await onDisk(folder)).toEqual(place(talks))
    await talks.close()
  })
})

describe('the end of a talk', () => {
  it('waits for no slow disk, and the journal ends all the same', async () => {
    const { folder, disk, told, talks } = await given({ patienceMs: 20 })
    await talks.start(longDeck, undefined)
    disk.hold()
    await talks.end()
    expect([talks.read(), told.at(-1)]).toEqual([null, null])
    // Nor does the next one, which has a journal of its own.
    await talks.start(longDeck, undefined)
    disk.letGo()
    await talks.close()
    expect(await readdir(folder)).toEqual(['talk-000001.jsonl', 'talk-000002.jsonl'])
    expect(await readFile(join(folder, 'talk-000001.jsonl'), 'utf8')).toContain('"end":true')
  })
})

describe('a journal that', () => {
  const journalIn = (folder: string): string => join(folder, 'talk-000001.jsonl')

  it('is removed with its folder, or renamed, is there again with all of the talk after the next step', async () => {
    const { folder, troubles, talks } = await given(patient)
    await talks.start(longDeck, undefined)
    for (const remove of [() => rm(folder, { recursive: true }), () => rename(journalIn(folder), join(folder, 'x'))]) {
      await talks.intend(next)
      await remove()
      await talks.intend(next)
      expect(await onDisk(folder)).toEqual(place(talks))
    }
    // And at the end without another step.
    await rm(journalIn(folder))
    await talks.close()
    expect(troubles).toEqual([])
    expect(await onDisk(folder)).not.toBeUndefined()
  })

  it('has something else in its place is made again beside that, which is kept and told of', async () => {
    const { folder, talks } = await given(patient)
    await talks.start(longDeck, undefined)
    await writeFile(journalIn(folder), 'what somebody else wrote\n')
    await talks.intend(next)
    expect(await onDisk(folder)).toEqual(place(talks))
    await rm(journalIn(folder))
    await mkdir(join(journalIn(folder), 'x'), { recursive: true })
    await talks.intend(next)
    expect(await onDisk(folder)).toEqual(place(talks))
    expect(talks.keptAside().map(({ file }) => file)).toEqual(['talk-000001.jsonl', 'talk-000001.jsonl'])
    // A line of ours may be behind it: it is looked at while that is written.
    expect(await readFile(talks.keptAside()[0]?.aside ?? '', 'utf8')).toMatch(/^what somebody else wrote\n/)
    expect(await readdir(talks.keptAside()[1]?.aside ?? '')).toEqual(['x'])
    await talks.close()
  })

  it('was cut or went on by another hand is as the talk is, and nothing of it is kept aside', async () => {
    const { folder, talks } = await given(patient)
    await talks.start(longDeck, undefined)
    await talks.intend(next)
    for (const change of [(text: string) => text.slice(0, -20), (text: string) => `${text}more\n`, () => '']) {
      await writeFile(journalIn(folder), change(await readFile(journalIn(folder), 'utf8')))
      await talks.intend(next)
      expect(await onDisk(folder)).toEqual(place(talks))
    }
    expect(talks.keptAside()).toEqual([])
    await talks.close()
  })

  it('could not be synced is made anew, as nobody knows what of it the disk has', async () => {
    const { folder, disk, troubles, talks } = await given({ patienceMs: 600_000, retryMs: 10 })
    await talks.start(longDeck, undefined)
    await talks.settled()
    disk.fail('sync')
    await talks.intend(next)
    await expect.poll(() => troubles).toContain('disk-full')
    disk.fail(null)
    await expect.poll(() => troubles.at(-1)).toBeNull()
    expect(await onDisk(folder)).toEqual(place(talks))
    await talks.intend(next)
    expect(await onDisk(folder)).toEqual(place(talks))
    await talks.close()
  })
})
