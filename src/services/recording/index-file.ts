import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { writeExport } from '../disk/write-atomic.ts'

const text = v.string()
const traceSchema = v.object({
  schema: v.literal('docker-trace/1'),
  name: text,
  title: text,
  recordedWith: v.record(text, text),
  actors: v.record(text, text),
  facts: v.optional(v.looseObject({ totals: v.optional(v.record(text, v.number())) })),
  events: v.array(
    v.looseObject({
      t_ms: v.number(),
      from: text,
      to: text,
      protocol: text,
      summary: text,
      response: v.optional(v.looseObject({ t_ms: v.optional(v.number()), end_t_ms: v.optional(v.number()) })),
    }),
  ),
})

const groups = [
  ['docker-', 'CLI and engine: HTTP on the socket'],
  ['registry-', 'engine and registry: HTTP'],
  ['layers-', 'images, layers, volumes'],
] as const

function entryOf(file: string, content: string): { entry: Record<string, unknown>; engine: string } | null {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    return null
  }
  const read = v.safeParse(traceSchema, json)
  if (!read.success) return null
  const { name, title, recordedWith, actors, facts, events } = read.output
  const ends = events.map(({ t_ms, response }) => response?.end_t_ms ?? response?.t_ms ?? t_ms)
  const entry = {
    name,
    file,
    group: groups.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 'other',
    title,
    imageStore: recordedWith['storageDriver']?.includes('containerd image store') ? 'containerd' : 'classic',
    events: events.length,
    duration_ms: Math.round(Math.max(0, ...ends)),
    actors: Object.keys(actors),
    bytes: Buffer.byteLength(content),
    ...(facts?.totals ? { totals: facts.totals } : {}),
    calls: events.flatMap(({ protocol, from, to, summary }) =>
      protocol.startsWith('HTTP') ? [`${from}>${to} ${summary}`] : [],
    ),
  }
  return { entry, engine: recordedWith['dockerd'] ?? '' }
}

/** Writes `index.json` for all recordings in a folder. Rejects with a `LecternError` where it cannot be written. */
export async function writeIndex(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'index.json').sort()
  const read = await Promise.all(
    files.map(async (file) => entryOf(file, await readFile(join(folder, file), 'utf8').catch(() => ''))),
  )
  const traces = read.filter((one) => one !== null)
  const engine = [...new Set(traces.map((one) => one.engine).filter((version) => version !== ''))].join(', ')
  const index = { schema: 'docker-trace-index/1', engine, traces: traces.map(({ entry }) => entry) }
  await writeExport(join(folder, 'index.json'), `${JSON.stringify(index, null, 1)}\n`)
}
