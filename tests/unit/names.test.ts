import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.(ts|mjs|svelte)$/.test(name) && !/\.d\.m?ts$/.test(name))

/** Each scene has these files, and they hold the same of each. */
const sceneParts = new Set(
  ['events-panel', 'grid', 'knobs', 'parts', 'predictions', 'recorded', 'state', 'steps'].map((name) => `${name}.ts`),
)
/** Each shell has its own of these. */
const shellParts = new Set(['arguments.ts', 'words.ts'])

/**
 * What a file stands for beside its name: files of one name that stand for the same are meant. `words` say what their
 * namesake shows, `contract` what goes over the wire about it.
 */
function roomOf(file: string): string {
  const name = basename(file)
  if (file.startsWith('src/contract/')) return 'contract'
  if (file.startsWith('src/renderer/words/')) return 'words'
  if (sceneParts.has(name) && file.startsWith('src/core/scenes/')) return 'a part of each scene'
  if (shellParts.has(name) && /^src\/(main|browser-shell)\//.test(file)) return 'a part of each shell'
  return file
}

function namesakes(entries: readonly (readonly [name: string, file: string])[]): string[] {
  const found = new Map<string, Set<string>>()
  for (const [name, file] of entries) found.set(name, (found.get(name) ?? new Set()).add(file))
  return [...found].flatMap(([name, files]) => (files.size > 1 ? [`${name}: ${[...files].sort().join(', ')}`] : []))
}

/** Names that every room has. */
const everywhere = new Set(['index.ts', 'main.ts'])

test('no two files have one name and different meanings', () => {
  const entries = sources
    .filter((file) => !everywhere.has(basename(file)))
    .map((file) => [basename(file), roomOf(file)] as const)
    .filter(([, room]) => room !== 'contract' && room !== 'words')
  expect(entries.length).toBeGreaterThan(400)
  expect(namesakes(entries)).toEqual([])
})

/** Functions that each scene or shell has its own of. */
const ownOfEach = new Set(['eventsPanel', 'gridFor', 'readArguments'])

test('no two files export a function of one name', () => {
  const entries = sources.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^export (?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=\n]+)? = (?:async )?(?:<[^>]*>)?\()/gm,
      ),
    ].map(([, declared, arrow]) => [declared ?? arrow ?? '', file] as const),
  )
  expect(entries.length).toBeGreaterThan(500)
  expect(namesakes(entries.filter(([name]) => !ownOfEach.has(name)))).toEqual([])
})
