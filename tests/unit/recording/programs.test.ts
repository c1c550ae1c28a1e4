import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBusybox, findProgram } from '../../../src/services/recording/programs.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { fakePrograms, staticProgram } from './fake-programs.ts'

const changed = (change: (bytes: Buffer) => unknown): Buffer => {
  const bytes = staticProgram()
  change(bytes)
  return bytes
}
/** A program with segments of these kinds; 3 is the path of what loads its libraries. */
const withSegments = (...kinds: readonly number[]): Buffer => {
  const table = Buffer.alloc(56 * kinds.length)
  for (const [index, kind] of kinds.entries()) table.writeUInt32LE(kind, 56 * index)
  return Buffer.concat([changed((bytes) => bytes.writeUInt16LE(kinds.length, 56)), table])
}

/** The busybox that is found where this file is asked for by name and a good one is on the path. */
async function foundWith(content: Buffer | string): Promise<'asked' | 'on the path' | undefined> {
  const folder = await temporaryFolder()
  const asked = join(folder, 'asked')
  await writeFile(asked, content)
  const found = await findBusybox({ ...(await fakePrograms(join(folder, 'bin'), ['busybox'])), LECTERN_BUSYBOX: asked })
  return ({ [asked]: 'asked', [join(folder, 'bin/busybox')]: 'on the path' } as const)[found]
}

test('a busybox that needs no libraries is taken', async () => {
  expect(await foundWith(staticProgram())).toBe('asked')
  expect(await foundWith(withSegments(6, 1, 1))).toBe('asked')
})

test.each([
  ['a script', `#!/bin/sh\nexec busybox "$@"\n${'#'.repeat(64)}\n`],
  ['a program of another kind', changed((bytes) => bytes.write('\xcf\xfa\xed\xfe', 'latin1'))],
  ['a program of 32 bits', changed((bytes) => (bytes[4] = 1))],
  ['a program of a big-endian machine', changed((bytes) => (bytes[5] = 2))],
  ['a program that needs libraries', withSegments(6, 3, 1)],
  ['a program that needs libraries, as the last segment says', withSegments(6, 1, 3)],
  ['an empty file', ''],
])('%s is no busybox to make images of, and another is looked for', async (_, content) => {
  expect(await foundWith(content)).toBe('on the path')
})

test('a program is the first file of its name on the path that may be run', async () => {
  const folder = await temporaryFolder()
  const [shut, shadowed, good, later] = ['a', 'b', 'c', 'd'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  for (const one of [shut, join(shadowed, 'thing'), good, later]) await mkdir(one, { recursive: true })
  for (const one of [shut, good, later]) await writeFile(join(one, 'thing'), '')
  for (const one of [good, later]) await chmod(join(one, 'thing'), 0o755)
  expect(findProgram('thing', { PATH: [shut, shadowed, good, later].join(':') })).toBe(join(good, 'thing'))
  expect(findProgram('thing', { PATH: `${shut}::${shadowed}` })).toBeNull()
})
