import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { catalogue } from '../../src/core/scenes/index.ts'
import { single, type Row } from './row.ts'

const source = join(import.meta.dirname, '..', '..', 'src', 'core', 'scenes')

/** The script of one scene with the recordings that it is drawn from, minified as in the windows; d3 is shared by all. */
async function scriptOf(id: string): Promise<Buffer> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(source, id, 'index.ts'), formats: ['es'] },
      rolldownOptions: { external: ['d3'] },
    },
  })) as Rolldown.RolldownOutput[]
  const chunks = built.flatMap(({ output }) => output).flatMap((part) => (part.type === 'chunk' ? [part.code] : []))
  return Buffer.from(chunks.join('\n'))
}

/** What each picture adds to the windows that draw it. */
export async function sceneSizes(): Promise<Row[]> {
  const rows: Row[] = []
  for (const id of Object.keys(catalogue)) {
    const script = await scriptOf(id)
    rows.push(single(`${id}: script and recordings`, 'kB', script.length / 1000))
    rows.push(single(`${id}: script and recordings, gzip`, 'kB', gzipSync(script).length / 1000))
  }
  return rows
}
