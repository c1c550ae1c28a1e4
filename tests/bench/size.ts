import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { windowKinds } from '../../src/contract/channels.ts'
import { filesOf } from './module-graph.ts'
import { places } from './places.ts'
import { single, type Row } from './row.ts'
import { sceneSizes } from './scene-size.ts'

const read = (path: string): Promise<string> => readFile(join(places.rendererRoot, path), 'utf8')

async function rowsOf(what: string, paths: readonly string[]): Promise<Row[]> {
  const files = await Promise.all(paths.map(async (path) => Buffer.from(await read(path))))
  const sum = (size: (file: Buffer) => number): number => files.reduce((total, file) => total + size(file), 0) / 1000
  return [
    single(
      what,
      'kB',
      sum((file) => file.length),
    ),
    single(
      `${what}, gzip`,
      'kB',
      sum((file) => gzipSync(file).length),
    ),
  ]
}

/** Bytes of script and style that each window loads before it is drawn; fonts apart. */
export async function measure(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of windowKinds) {
    const page = `${kind}/index.html`
    if (!existsSync(join(places.rendererRoot, page))) continue
    const { scripts, styles } = await filesOf(page, read)
    rows.push(...(await rowsOf(`${kind}: JavaScript`, scripts)), ...(await rowsOf(`${kind}: CSS`, styles)))
  }
  rows.push(...(await sceneSizes()))
  return [...rows, ...(await rowsOf('bridge of the browser shell: JavaScript', ['bridge.js']))]
}
