/**
 * `npm run licences [-- --write]`: lists every package of others whose code Lectern carries, with its licence, whose work
 * it is and the text that has to go along, and checks `assets/licences.txt` against that. A licence that is not on the
 * list of those that we may pass on makes it fail.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'

/** What permits passing on under conditions that `assets/licences.txt` meets. */
const allowed = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'OFL-1.1', 'Unlicense', 'BlueOak-1.0.0'],
])

interface Locked {
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
/** The packages of a lock file, by their folders. */
export type Lock = Readonly<Record<string, Locked>>

export interface Carried {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Whose work it is, as the licence says it. */
  readonly copyright: readonly string[]
  /** The licence without the lines of copyright. */
  readonly text: string
}

/** The folder in which a package finds another one, as Node looks for it. */
function folderOf(lock: Lock, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (folder in lock) return folder
    if (at === '') return null
  }
}

/** The folders of these packages and of all that they need; what is only for one system may be missing. */
export function withNeeded(lock: Lock, names: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (folder: string | null): void => {
    if (folder === null || seen.has(folder)) return
    seen.add(folder)
    const { dependencies, optionalDependencies } = lock[folder] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) visit(folderOf(lock, folder, name))
  }
  for (const name of names) visit(folderOf(lock, '', name))
  return [...seen].sort()
}

const isCopyright = (line: string): boolean =>
  /^\W*(copyright\b(?! (notice|owner|holder|license|and\b))|\(c\)|©)/i.test(line)

/** Reads a package's licence in its folder. */
function read(folder: string, { version, license }: Locked): Carried {
  const at = join(root, folder)
  const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as { author?: string | { name?: string } }
  const file = readdirSync(at).find((name) => /^licen[cs]e/i.test(name))
  const lines = file === undefined ? [] : readFileSync(join(at, file), 'utf8').replaceAll('\r', '').split('\n')
  const text = lines
    .filter((line) => !isCopyright(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name
  const copyright = lines.filter(isCopyright).map((line) => line.trim())
  return {
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    licence: license ?? (/\bMIT License\b/.test(text) ? 'MIT' : 'unknown'),
    copyright: copyright.length > 0 ? [...new Set(copyright)] : [`by ${author ?? 'its contributors'}`],
    text,
  }
}

/** Every file in a folder and below. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** The packages that our sources name. Electron's licences are in its own distribution. */
function namedInSources(names: readonly string[]): string[] {
  const source = filesIn(join(root, 'src'))
    .filter((file) => /\.(ts|mjs|svelte|css)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const isNamed = (name: string): boolean =>
    [`'${name}'`, `'${name}/`, `"${name}/`, `node_modules/${name}/`].some((text) => source.includes(text))
  return names.filter((name) => name !== 'electron' && isNamed(name))
}

/** The packages whose code Lectern carries. */
export function carried(): Carried[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const ours = namedInSources(Object.keys({ ...dependencies, ...devDependencies }))
  return withNeeded(packages, ours).flatMap((folder) => {
    const locked = packages[folder]
    return locked === undefined ? [] : [read(folder, locked)]
  })
}

/** Those that we may not pass on, as sentences. */
export const refusals = (packages: readonly Pick<Carried, 'name' | 'licence'>[]): string[] =>
  packages.filter(({ licence }) => !allowed.has(licence)).map(({ name, licence }) => `${name} is under ${licence}`)

/** The file that goes along: the list, then each text once. */
export function written(packages: readonly Carried[]): string {
  const byText = new Map<string, Carried[]>()
  for (const one of packages) {
    const key = one.text.replace(/\s+/g, ' ').toLowerCase()
    byText.set(key, [...(byText.get(key) ?? []), one])
  }
  const list = packages.map(
    ({ name, version, licence, copyright }) => `${name} ${version} (${licence})\n  ${copyright.join('\n  ')}`,
  )
  const rule = '-'.repeat(80)
  const texts = [...byText.values()].flatMap((group) => {
    const text = group[0]?.text ?? ''
    return text === '' ? [] : [`${rule}\n${group.map(({ name }) => name).join(', ')}:\n\n${text}`]
  })
  return `Packages of others in Lectern, written by \`npm run licences -- --write\`\n\n${list.join('\n')}\n\n${texts.join('\n\n')}\n`
}

/** Where the list lies; packages carry it as LICENCES.txt. */
export const listFile = join(root, 'assets', 'licences.txt')

if (import.meta.main) {
  const packages = carried()
  const faults = refusals(packages)
  if (process.argv.includes('--write')) writeFileSync(listFile, written(packages))
  else if (readFileSync(listFile, 'utf8') !== written(packages))
    faults.push('assets/licences.txt is of other packages; npm run licences -- --write writes it anew')
  for (const fault of faults) console.error(`licences: ${fault}`)
  console.log(`licences: ${packages.length} packages${faults.length === 0 ? ', all may be passed on' : ''}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
