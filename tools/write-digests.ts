/**
 * `node tools/run.mjs tools/write-digests.ts FOLDER`: writes the digests in assets/traces anew out of the
 * recordings in FOLDER. Which events and facts a scene uses is listed in assets/traces/<scene>.selection.json:
 *
 *     { "engine-28.5/docker-tag": { "events": [1, 2] | "all", "facts": ["totals"] } }
 *
 * Names and conditions get the ids of assets/traces/sentence-ids.json, by which src/core/traces/recording-words.ts knows
 * their Korean; a sentence that is not there stays without one, and a test tells it.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Digest, Json, Said, TraceEvent } from '../src/core/traces/digest.ts'

interface Wanted {
  readonly events: readonly number[] | 'all'
  readonly facts?: readonly string[]
}
interface Recording extends Omit<Digest, 'schema' | 'of' | 'conditions' | 'actors'> {
  readonly name: string
  readonly conditions: readonly string[]
  readonly actors: Readonly<Record<string, string>>
}

const out = join(import.meta.dirname, '..', 'assets', 'traces')
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: write-digests.ts FOLDER')

const ids = JSON.parse(await readFile(join(out, 'sentence-ids.json'), 'utf8')) as Readonly<Record<string, string>>
const withId = (en: string): Said => {
  const id = Object.hasOwn(ids, en) ? ids[en] : undefined
  return id === undefined ? en : { id, en }
}

/** What all scenes together want of each recording. */
async function wantedOfAll(): Promise<Map<string, Wanted>> {
  const all = new Map<string, Wanted>()
  const files = (await readdir(out)).filter((name) => name.endsWith('.selection.json'))
  for (const file of files.sort()) {
    const selection = JSON.parse(await readFile(join(out, file), 'utf8')) as Record<string, Wanted>
    for (const [of, { events, facts = [] }] of Object.entries(selection)) {
      const before = all.get(of)
      const both =
        events === 'all' || before?.events === 'all' ? 'all' : [...new Set([...(before?.events ?? []), ...events])]
      all.set(of, { events: both, facts: [...new Set([...(before?.facts ?? []), ...facts])] })
    }
  }
  return all
}

function digestOf(of: string, recording: Recording, { events, facts = [] }: Wanted): Digest {
  const kept: TraceEvent[] = recording.events.filter(({ n }) => events === 'all' || events.includes(n))
  const missing = events === 'all' ? [] : events.filter((n) => !kept.some((event) => event.n === n))
  if (missing.length > 0) throw new Error(`${of} has no event ${missing.join(', ')}`)
  const named = new Set(kept.flatMap(({ from, to }) => [from, to]))
  const actors = Object.entries(recording.actors).flatMap(([id, name]) =>
    named.has(id) ? [[id, withId(name)] as const] : [],
  )
  const noted = facts.map((name): [string, Json] => {
    const fact = recording.facts?.[name]
    if (fact === undefined) throw new Error(`${of} has no fact ${name}`)
    return [name, fact]
  })
  return {
    schema: 'docker-trace-digest/1',
    of,
    title: recording.title,
    recordedWith: recording.recordedWith,
    conditions: recording.conditions.map(withId),
    actors: Object.fromEntries(actors),
    ...(noted.length > 0 ? { facts: Object.fromEntries(noted) } : {}),
    events: kept,
  }
}

for (const [of, wanted] of await wantedOfAll()) {
  const recording = JSON.parse(await readFile(join(folder, `${of}.json`), 'utf8')) as Recording
  const file = join(out, `${of}.json`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(digestOf(of, recording, wanted), null, 2)}\n`)
}
