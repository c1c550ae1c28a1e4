import { fake } from './fake-shell.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chosenFile, droppedFolder } from '../../../src/renderer/window/dropped-folder.ts'
import { ShellFailure } from '../../../src/renderer/shell.ts'

/** What was put where, in order. */
let put: string[] = []
beforeEach(() => {
  fake.reset()
  put = []
  vi.stubGlobal('fetch', (address: string, { body }: { body: File }) => {
    const path = decodeURIComponent(address).replace(/^\/drop\/[\w-]{36}\//, '')
    put.push(`${path} ${body.name}`)
    const folder = `/kept/${path.split('/')[0]}`
    return Promise.resolve(
      path.includes('bad') ? new Response('', { status: 400 }) : Response.json({ folder, file: `/kept/${path}` }),
    )
  })
})
afterEach(() => vi.unstubAllGlobals())

interface Tree {
  readonly [name: string]: Tree | 'file'
}
/** An entry as browsers give it: a folder tells its content in parts, and nothing at the end. */
function entry(name: string, content: Tree | 'file'): FileSystemEntry {
  if (content === 'file')
    return {
      name,
      isDirectory: false,
      file: (take: (file: File) => void) => take(new File(['a'], name)),
    } as unknown as FileSystemEntry
  const inside = Object.entries(content).map(([inner, of]) => entry(inner, of))
  const createReader = () => {
    const left = [...inside]
    return { readEntries: (take: (some: FileSystemEntry[]) => void) => take(left.splice(0, 100)) }
  }
  return { name, isDirectory: true, createReader } as unknown as FileSystemEntry
}
const drop = (tree: Tree, files: readonly File[] = []): DragEvent => {
  const items = Object.entries(tree).map(([name, of]) => ({ webkitGetAsEntry: () => entry(name, of) }))
  return { dataTransfer: { items: [...items, { webkitGetAsEntry: () => null }], files } } as unknown as DragEvent
}
const asked = (tree: Tree) => droppedFolder(drop(tree), { ...fake.features, dropPaths: false })
const codeOf = (what: Promise<unknown>) =>
  what.then(
    () => 'none',
    (error: unknown) => (error instanceof ShellFailure ? error.failure.code : String(error)),
  )

test('a folder is handed over with all in it that belongs to a course', async () => {
  const deep = {
    '01-deck.ko.md': 'file',
    pictures: { 'a.PNG': 'file', 'b.exe': 'file' },
    '.git': { 'c.md': 'file' },
  } as const
  expect(await asked({ docker: { ...deep, node_modules: { 'd.md': 'file' }, 'course.yaml': 'file' } })).toBe(
    '/kept/docker',
  )
  expect(put.sort()).toEqual([
    'docker/01-deck.ko.md 01-deck.ko.md',
    'docker/course.yaml course.yaml',
    'docker/pictures/a.PNG a.PNG',
  ])
})

test.each([
  [{ '03-net.ko.md': 'file', 'a.svg': 'file' }, ['03-net/03-net.ko.md 03-net.ko.md', '03-net/a.svg a.svg']],
  [{ 'one.md': 'file' }, ['one/one.md one.md']],
  [{ '.md': 'file', 'b.en.md': 'file' }, ['decks/b.en.md b.en.md']],
  [{ os: { 'a.md': 'file' }, net: { 'b.md': 'file' } }, ['os/net/b.md b.md', 'os/os/a.md a.md']],
] as const)('what is dropped by itself gets a folder of its own: %j', async (tree, expected) => {
  await asked(tree)
  expect(put.sort()).toEqual(expected)
})

test('a folder with more files than a browser tells at once is handed over whole, and one with too many not at all', async () => {
  const files = (count: number): Tree =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.md`, 'file'] as const))
  await asked({ many: files(2000) })
  expect(put).toHaveLength(2000)
  put = []
  expect(await codeOf(asked({ many: files(2001) }))).toBe('refused')
  expect(put).toEqual([])
})

test('nothing of a course, and what the shell refuses, is told', async () => {
  expect(await codeOf(asked({ notes: { 'a.txt': 'file' } }))).toBe('no-decks')
  expect(await codeOf(asked({ notes: { 'bad.md': 'file' } }))).toBe('refused')
})

test('where the platform tells paths, the path is enough', async () => {
  const features = { ...fake.features, dropPaths: true }
  const file = new File([''], 'os')
  expect(await droppedFolder(drop({}, [file, new File([''], 'other')]), features)).toBe('/dropped/os')
  expect(await droppedFolder(drop({}), features)).toBeNull()
  expect(await chosenFile(file, features)).toBe('/dropped/os')
  expect(await chosenFile(file, { ...features, dropPaths: false })).toBe('/kept/chosen/os')
  expect(put).toEqual(['chosen/os os'])
})
