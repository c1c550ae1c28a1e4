import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recover, recoveredParts } from '../../../src/services/progress/recovered.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const log = 'log-a.jsonl'
const part = (line: number, text: string | Buffer) => ({ line, bytes: Buffer.from(text) })

test('what is no good line is kept with where it stood, byte by byte', async () => {
  const folder = await temporaryFolder()
  const parts = [part(3, 'torn'), part(7, Buffer.from([0xff, 0x00, 0x0a]))]
  expect(await recover(folder, log, parts, 99)).toEqual({ fresh: parts, file: join(folder, 'recovered', log) })
  expect(await recoveredParts(folder)).toEqual([
    { log, line: 3, at: 99, text: 'torn', base64: Buffer.from('torn').toString('base64') },
    { log, line: 7, at: 99, text: '\ufffd\0\n', base64: '/wAK' },
  ])
})

test('what is known already is kept once, whatever line it is on by now', async () => {
  const folder = await temporaryFolder()
  await recover(folder, log, [part(1, 'one')], 1)
  const file = join(folder, 'recovered', log)
  const before = await readFile(file, 'utf8')
  expect(await recover(folder, log, [part(5, 'one')], 2)).toEqual({ fresh: [], file })
  expect(await readFile(file, 'utf8')).toBe(before)
  const other = part(2, 'eno')
  expect(await recover(folder, log, [part(1, 'one'), other], 3)).toEqual({ fresh: [other], file })
  expect((await recoveredParts(folder)).map(({ text, at }) => [text, at])).toEqual([
    ['one', 1],
    ['eno', 3],
  ])
})

test('where there is nothing to keep nothing is written', async () => {
  const folder = await temporaryFolder()
  const { fresh, file } = await recover(folder, log, [], 1)
  expect(fresh).toEqual([])
  await expect(readFile(file ?? '')).rejects.toThrow('ENOENT')
})

test('a note that lost its end does not spoil the next one', async () => {
  const folder = await temporaryFolder()
  await recover(folder, log, [part(1, 'one')], 1)
  const file = join(folder, 'recovered', log)
  await writeFile(file, `${await readFile(file, 'utf8')}{"torn`)
  await recover(folder, log, [part(2, 'two')], 2)
  expect((await recoveredParts(folder)).map(({ text }) => text)).toEqual(['one', 'two'])
  const lines = (await readFile(file, 'utf8')).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[3]).toBe('')
})

test('what cannot be kept is told, and told again', async () => {
  const folder = await temporaryFolder()
  const parts = [part(1, 'one')]
  await writeFile(join(folder, 'recovered'), 'in the way')
  for (const at of [1, 2]) expect(await recover(folder, log, parts, at)).toEqual({ fresh: parts, file: null })
  const other = await temporaryFolder()
  await mkdir(join(other, 'recovered', log), { recursive: true })
  expect(await recover(other, log, parts, 1)).toEqual({ fresh: parts, file: null })
})

test('what was kept is read log by log; what is no note of ours or no log is left out', async () => {
  const folder = await temporaryFolder()
  expect(await recoveredParts(folder)).toEqual([])
  for (const name of ['log-b.jsonl', 'log-a.jsonl']) await recover(folder, name, [part(1, name)], 1)
  const place = join(folder, 'recovered')
  const note = JSON.stringify({ log: 'x', line: 1, at: 1, text: 'x', base64: 'x' })
  await writeFile(join(place, 'notes.txt'), note)
  await writeFile(join(place, 'log-c.jsonl'), `no JSON\n{"log":"c"}\n${note}`)
  await mkdir(join(place, 'log-d.jsonl'))
  expect((await recoveredParts(folder)).map(({ text }) => text)).toEqual(['log-a.jsonl', 'log-b.jsonl', 'x'])
})
