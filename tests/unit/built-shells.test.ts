/** What the built shells load before anybody asks them for anything. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scriptsFrom } from '../bench/module-graph.ts'

const built = join(import.meta.dirname, '..', '..', 'out', 'main')
const read = (path: string): Promise<string> => readFile(join(built, path), 'utf8')
const textOf = async (entry: string): Promise<string> =>
  (await Promise.all([...(await scriptsFrom(entry, read))].map(read))).join('\n')

/** Names that the libraries which read Markdown, YAML and HTML keep when they are bundled. */
const parsers = [/node_modules\/micromark/, /node_modules\/yaml\//, /node_modules\/parse5/]

test.each(['browser-shell.js', 'index.js'])('%s is up before it can read a deck', async (entry) => {
  const text = await textOf(entry)
  expect(parsers.filter((parser) => parser.test(text))).toEqual([])
})

test('the thread that reads courses can', async () => {
  const text = await textOf('reading-thread.js')
  expect(parsers.filter((parser) => !parser.test(text))).toEqual([])
})
