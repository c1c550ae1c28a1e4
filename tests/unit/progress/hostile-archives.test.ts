/** Archives that nobody exported: each is refused with a sentence, or brings what is good in it, and harms nothing. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { homeAt } from '../../../src/services/disk/home.ts'
import { openProgress } from '../../../src/services/progress/index.ts'
import { rounds } from '../rounds.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { craftedZip, extraField, zip64Sizes, type CraftedEnd, type CraftedEntry } from './crafted-zip.ts'
import { eventOf, line, noon, review } from './given.ts'

const answer = line(eventOf('other', 1))
const manifest: CraftedEntry = {
  name: 'manifest.json',
  content: JSON.stringify({ format: 'lectern-archive', version: 1 }),
}
const log: CraftedEntry = { name: 'progress/log-other.jsonl', content: answer }
/** An archive that is good but for what is added to it; `end` is what it says of itself. */
const and = (more: readonly CraftedEntry[], end?: CraftedEnd): Buffer => craftedZip([manifest, log, ...more], end)
/** The same without a good log in it. */
const only = (more: Partial<CraftedEntry>, end?: CraftedEnd): Buffer => craftedZip([manifest, { ...log, ...more }], end)
const withManifest = (content: string): Buffer => craftedZip([{ ...manifest, content }, log])
const named = (name: string | Uint8Array): Buffer => and([{ name, content: 'x' }])
const good = (): Buffer => and([])

const megabytes = rounds(8, 100)
const lines = (): Buffer => Buffer.alloc(megabytes * 1_000_000, 'x\n')
const most32 = 0xffffffff

const damaged = 'all.zip: this is no ZIP file, or it is damaged.'
const outside = 'all.zip: it names a place outside of itself and was not opened'
const tooMuch = 'all.zip: it would unpack to too much'
const notOurs = 'all.zip: Lectern did not export this file.'
const cutShort = 'all.zip: its reviews end in the middle of a line.'

/** Each kind by what is said of it, or by how many events it brings where it is harmless. */
const kinds: Readonly<Record<string, readonly [make: () => Uint8Array, comesTo: string | number]>> = {
  // No ZIP file, or a part of one.
  'another text': [() => Buffer.from('hello'), damaged],
  'nothing at all': [() => new Uint8Array(), damaged],
  'another kind of archive': [() => gzipSync(good()), damaged],
  'without its last bytes': [() => good().subarray(0, -1), damaged],
  'the first half': [() => good().subarray(0, good().length / 2), damaged],
  'the second half': [() => good().subarray(good().length / 2), damaged],
  'an empty list': [() => craftedZip([]), notOurs],
  'more in its list than there is': [() => and([], { entries: 3 }), damaged],
  'a list that begins beyond its end': [() => and([], { listShift: 1_000_000 }), damaged],
  'one of several disks': [() => and([], { disk: 1 }), damaged],
  'data behind its end': [() => and([], { behind: Buffer.from('more') }), damaged],
  'a program before its beginning': [() => and([], { before: Buffer.from('#!/bin/sh\n') }), damaged],
  'a second archive behind the first': [() => Buffer.concat([and([{ ...log, name: 'x' }]), good()]), damaged],
  'a comment that looks like another end': [() => and([], { comment: `PK\u0005\u0006${'\0'.repeat(18)}` }), notOurs],

  // Names.
  'a place above': [() => named('../settings.json'), outside],
  'a place above by a way within': [() => named('progress/../../x'), outside],
  'an absolute place': [() => named('/etc/passwd'), outside],
  'a drive of Windows': [() => named('c:x'), outside],
  'a share of Windows': [() => named('\\\\server\\x'), outside],
  'a place above as Windows says it': [() => named('progress\\..\\..\\x'), outside],
  'a zero in a name': [() => named('progress/log-x.jsonl\0.txt'), outside],
  'points that are no points in UTF-8': [() => named(Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x78])), 1],
  'wide points': [() => named('．．/x'), 1],
  'a name in the Korean of Windows': [() => named(Buffer.from('b9aebcad2e747874', 'hex')), 1],
  'another name beside the name': [
    () => and([{ ...log, extra: extraField(0x7075, Buffer.from('\u0001\0\0\0\0../x')), name: 'x' }]),
    1,
  ],
  'a name as long as any can be': [() => named('x'.repeat(0xffff)), 1],
  'thirty thousand folders in each other': [() => named(`${'d/'.repeat(30_000)}x`), 1],
  'a file without a name': [() => named(''), 1],
  'a folder with the name of a log': [() => and([{ name: 'progress/log-x.jsonl/', content: '', mode: 0o040755 }]), 1],
  'a link with the name of a log': [() => only({ content: '/etc/passwd', mode: 0o120777 }), cutShort],
  'a link with another name': [() => and([{ name: 'progress/backups', content: '/', mode: 0o120777 }]), 1],
  'a log in a folder of its own': [() => and([{ name: 'progress/x/log-x.jsonl', content: 'x' }]), 1],
  'a file twice': [() => and([{ ...log, content: line(eventOf('other', 2)) }]), 'it holds a file twice'],
  'two that differ by case': [() => and([{ ...log, name: 'progress/log-OTHER.jsonl' }]), 1],
  'ten thousand files and more': [
    () => and(Array.from({ length: 10_000 }, (_, n) => ({ name: `x${n}`, content: '', method: 0 }))),
    'it holds too many files',
  ],

  // Sizes and contents that are not what the list says.
  'a file that claims four gigabytes': [() => only({ unpacked: 0xfffffff0 }), tooMuch],
  'a file that claims a byte more': [() => only({ unpacked: answer.length + 1 }), damaged],
  'a file that claims a byte less': [() => only({ unpacked: answer.length - 1 }), damaged],
  'much that claims to be a hundred bytes': [() => only({ content: lines(), unpacked: 100 }), damaged],
  'content that runs into the list': [() => only({ packed: 1_000_000, unpacked: 1_000_000 }), damaged],
  'another checksum': [() => only({ crc: 1 }), damaged],
  'one letter that became another': [
    () => only({ method: 0, content: answer, data: Buffer.from(answer.replace('docker', 'locker')) }),
    damaged,
  ],
  'no deflated bytes': [() => only({ data: Buffer.alloc(60, 0xff) }), damaged],
  'lines and nothing in them': [() => only({ content: lines() }), tooMuch],
  'lines that do not shrink': [() => only({ content: Buffer.alloc(2_000_002, 'x\n'), method: 0 }), tooMuch],
  zeros: [() => only({ content: Buffer.alloc(5 * megabytes * 1_000_000) }), tooMuch],
  'one content under three hundred names': [
    () =>
      craftedZip([
        manifest,
        ...Array.from({ length: 300 }, (_, n): CraftedEntry => ({
          name: `progress/log-${n}.jsonl`,
          content: Buffer.alloc(1_000_000),
          ...(n === 0 ? {} : { sharedWith: 1 }),
        })),
      ]),
    tooMuch,
  ],
  'zip64 that claims an exabyte': [
    () => only({ unpacked: most32, packed: most32, extra: zip64Sizes(2n ** 60n, 100) }),
    tooMuch,
  ],
  'zip64 that claims a gigabyte': [
    () => only({ unpacked: most32, packed: most32, extra: zip64Sizes(2 ** 30, 100) }),
    tooMuch,
  ],
  'zip64 without its sizes': [() => only({ unpacked: most32, packed: most32 }), tooMuch],
  'zip64 that needs none': [() => and([], { zip64: true }), 1],

  // What is unpacked otherwise.
  encrypted: [() => only({ flags: 1 }), damaged],
  'strongly encrypted': [() => only({ flags: 0x41 }), damaged],
  'packed in another way': [() => only({ method: 12 }), damaged],
  'packed in a way that there is not': [() => only({ method: 99 }), damaged],

  // What is in them.
  'an archive in an archive': [() => craftedZip([{ name: 'all.zip', content: good() }]), notOurs],
  'an archive instead of a log': [() => only({ content: good() }), cutShort],
  'no manifest': [() => craftedZip([log]), notOurs],
  'a manifest of others': [() => withManifest('{"format":"other","version":1}'), notOurs],
  'a manifest that is no JSON': [() => withManifest('lectern-archive'), notOurs],
  'a manifest of a hundred thousand brackets': [() => withManifest('['.repeat(100_000)), notOurs],
  'a manifest of another age': [
    () => withManifest('{"format":"lectern-archive","version":2}'),
    'all.zip: a newer Lectern exported this file.',
  ],
  'a log cut short': [() => only({ content: answer.slice(0, 50) }), cutShort],
  'a log with a line of somebody else': [() => only({ content: `hello\n${answer}` }), 1],
  'a log in UTF-16': [() => only({ content: Buffer.from(answer, 'utf16le') }), cutShort],
  'an index that is no index': [() => and([{ name: 'progress/identity.json', content: '{"cards":7}' }]), 1],
  'an index that reaches for what all objects have': [
    () => and([{ name: 'progress/identity.json', content: '{"cards":{"__proto__":{"now":"x/y"}},"__proto__":{}}' }]),
    1,
  ],
}

/** Every file in a folder with its bytes, but for the archive itself. */
async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((one) => !one.isDirectory()).map(({ parentPath, name }) => join(parentPath, name))
  const files = paths.filter((path) => !path.endsWith('all.zip')).sort()
  return new Map(await Promise.all(files.map(async (path) => [path, await readFile(path, 'base64')] as const)))
}

describe('an archive that is', () => {
  it.each(Object.entries(kinds))('%s harms nothing', async (_kind, [make, comesTo]) => {
    const outer = await temporaryFolder()
    const home = join(outer, 'person', 'home')
    await mkdir(home, { recursive: true })
    const progress = await openProgress({ home: homeAt(home), now: () => noon, timeZone: 'Asia/Seoul' })
    onTestFinished(() => progress.close())
    const archive = join(outer, 'all.zip')
    await progress.append(review('a/b'))
    // What is made beside the answer is made by then.
    await progress.exportTo(archive)
    const [events, files] = [progress.events(), await filesIn(outer)]
    await writeFile(archive, make())
    const bufferBytes = process.memoryUsage().arrayBuffers

    if (typeof comesTo === 'string') {
      await expect(progress.importFrom(archive)).rejects.toMatchObject({
        failure: {
          code: 'bad-request',
          message: {
            ko: expect.stringContaining('all.zip: ') as string,
            en: expect.stringContaining(comesTo) as string,
          },
        },
      })
      expect(process.memoryUsage().arrayBuffers - bufferBytes).toBeLessThan(4_000_000)
      expect(progress.events()).toEqual(events)
      expect(await filesIn(outer)).toEqual(files)
    } else {
      expect(await progress.importFrom(archive)).toBe(comesTo)
      const now = await filesIn(outer)
      expect([...now.keys()].filter((path) => !path.startsWith(join(home, 'progress')))).toEqual(
        [...files.keys()].filter((path) => !path.startsWith(join(home, 'progress'))),
      )
      // What was there is there; what came stands behind it.
      for (const [path, content] of files)
        expect(Buffer.from(now.get(path) ?? '', 'base64').indexOf(Buffer.from(content, 'base64'))).toBe(0)
    }
    // And whatever it was: a good one comes next.
    await writeFile(archive, craftedZip([manifest, { ...log, content: line(eventOf('third', 1)) }]))
    expect(await progress.importFrom(archive)).toBe(1)
    expect(progress.notices()).toEqual([])
  })
})
