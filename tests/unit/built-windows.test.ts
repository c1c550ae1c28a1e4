/** What the built windows ask for when they open. */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { windowKinds } from '../../src/contract/channels.ts'
import { filesOf } from '../bench/module-graph.ts'

const renderer = join(import.meta.dirname, '..', '..', 'out', 'renderer')

/** By its tags, which Vite writes for all that its scripts import at once: reading these too takes seconds. */
async function askedBy(window: string): Promise<string[]> {
  const { scripts, styles } = await filesOf(`${window}/index.html`, (path) =>
    path.endsWith('.html') ? readFile(join(renderer, path), 'utf8') : Promise.resolve(''),
  )
  return [...scripts, ...styles]
}

test.each(windowKinds)('the %s window asks for a dozen files at most, its own among them', async (window) => {
  const files = await askedBy(window)
  expect(files.filter((path) => path.startsWith(`code/${window}-`)).length).toBeGreaterThan(0)
  expect(files.length).toBeLessThanOrEqual(12)
})

test('the library can be drawn before the pictures are there', async () => {
  const later = readdirSync(join(renderer, 'code')).filter((name) => /^(pictures|slides)-.*\.js$/.test(name))
  expect(later).toHaveLength(2)
  const files = await askedBy('library')
  expect(later.filter((name) => files.includes(`code/${name}`))).toEqual([])
})

test.each(windowKinds)('the %s window asks for the faces of its words along with its code', async (window) => {
  const html = await readFile(join(renderer, window, 'index.html'), 'utf8')
  const faces = [...html.matchAll(/<link rel="preload" as="font" [^>]*crossorigin href="\.\.\/(code\/[^"]+)"/g)]
  const built = readdirSync(join(renderer, 'code')).filter((name) => name.startsWith('LecternTxt-'))
  expect(built).toHaveLength(3)
  expect(faces.map(([, path]) => path).sort()).toEqual(built.map((name) => `code/${name}`).sort())
})
