/** What a Linux package holds besides the app, and a deb put together from it without the packager's own tools. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export interface LinuxPackage {
  /** The options of fpm, which would have made the package. */
  readonly options: ReadonlyMap<string, string>
  /** By its place on the person's disk: the file or folder that goes there. */
  readonly files: ReadonlyMap<string, string>
}

/** Reads the arguments that the packager hands to fpm: `--name value` and `FROM=/TO`. */
export function readPackage(args: readonly string[]): LinuxPackage {
  const options = new Map<string, string>()
  const files = new Map<string, string>()
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    const [, from = '', to = ''] = /^([^=]+)=(\/.+)$/.exec(arg) ?? []
    if (arg.startsWith('--')) options.set(arg.slice(2), args[++i] ?? '')
    else if (to !== '') files.set(to, from)
  }
  return { options, files }
}

/** Whether a program is installed. */
const isHere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** Runs a checker; what it says if it is not content. */
function faultsOf(program: string, args: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? [] : [`${program} says: ${`${stdout}${stderr}`.trim()}`]
}

/** What was found, and what could not be looked at, as sentences. */
export interface Findings {
  readonly faults: string[]
  readonly skipped: string[]
}

const applications = '/usr/share/applications/lectern.desktop'
const metaInfo = '/usr/share/metainfo/app.lectern.Lectern.metainfo.xml'
const mime = '/usr/share/mime/packages/lectern.xml'

/** What is wrong with the files that tell a desktop about the app: menu entry, kind of file, software centre, icon. */
export function checkDesktop({ files }: LinuxPackage): Findings {
  const faults: string[] = []
  const skipped: string[] = []
  const read = (place: string): string => {
    const file = files.get(place)
    if (file !== undefined) return readFileSync(file, 'utf8')
    faults.push(`${place} is missing`)
    return ''
  }
  const entry = read(applications)
  for (const line of [
    /^Exec=\/opt\/Lectern\/lectern %U$/m,
    /^MimeType=text\/x-lectern;$/m,
    /^StartupWMClass=lectern$/m,
  ])
    if (!line.test(entry)) faults.push(`the desktop file has no line ${line.source}`)
  const kinds = read(mime)
  if (!kinds.includes('type="text/x-lectern"') || !kinds.includes('pattern="*.lectern.md"'))
    faults.push('*.lectern.md is not tied to text/x-lectern')
  const about = read(metaInfo)
  if (!about.includes(`<launchable type="desktop-id">${basename(applications)}</launchable>`))
    faults.push('the MetaInfo file names another desktop file')
  const icons = [...files.keys()].filter((place) =>
    /^\/usr\/share\/icons\/hicolor\/.*\/lectern\.(png|svg)$/.test(place),
  )
  if (icons.length === 0) faults.push('there is no icon of the name that the desktop file gives')

  for (const [program, args, place] of [
    ['desktop-file-validate', [], applications],
    ['appstreamcli', ['validate', '--no-net'], metaInfo],
  ] as const) {
    const file = files.get(place)
    if (file === undefined) continue
    if (isHere(program)) faults.push(...faultsOf(program, [...args, named(file, place)]))
    else skipped.push(`${basename(place)} is not validated: ${program} is not installed`)
  }
  return { faults, skipped }
}

/** A file under the name that it is installed by, which validators look at. */
function named(file: string, place: string): string {
  const copy = join(dirname(file), basename(place))
  if (copy !== file) cpSync(file, copy)
  return copy
}

/** Puts a deb together in a folder and reads it back. */
export function checkDeb({ options, files }: LinuxPackage, folder: string): Findings {
  if (!isHere('dpkg-deb')) return { faults: [], skipped: ['no deb is put together: dpkg-deb is not installed'] }
  const stage = join(folder, 'deb')
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(join(stage, 'DEBIAN'), { recursive: true, mode: 0o755 })
  for (const [place, from] of files) {
    cpSync(from, join(stage, place), { recursive: true, verbatimSymlinks: true })
  }
  const value = (name: string): string => options.get(name) ?? ''
  const control = {
    Package: value('name'),
    Version: value('version'),
    Architecture: value('architecture'),
    Maintainer: value('maintainer'),
    Priority: value('deb-priority'),
    Homepage: value('url'),
    Description: value('description'),
  }
  const empty = Object.entries(control).filter(([, text]) => text.trim() === '')
  const lines = Object.entries(control).map(([name, text]) => `${name}: ${text.trim()}\n`)
  writeFileSync(join(stage, 'DEBIAN/control'), lines.join(''))
  for (const [name, option] of [
    ['postinst', 'after-install'],
    ['postrm', 'after-remove'],
  ] as const) {
    cpSync(value(option), join(stage, 'DEBIAN', name))
    spawnSync('chmod', ['755', join(stage, 'DEBIAN', name)])
  }
  const deb = join(folder, 'lectern.deb')
  const faults = [
    ...empty.map(([name]) => `the deb says nothing as its ${name}`),
    ...faultsOf('dpkg-deb', ['-Znone', '--root-owner-group', '--build', stage, deb]),
  ]
  rmSync(stage, { recursive: true })
  if (faults.length > 0) return { faults, skipped: [] }
  faults.push(...faultsOf('dpkg-deb', ['--info', deb]))
  const { stdout: contents } = spawnSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8', maxBuffer: 1 << 26 })
  for (const place of [...files.keys(), '/opt/Lectern/lectern', '/opt/Lectern/resources/app.asar'])
    if (!contents.includes(`.${place}`)) faults.push(`the deb has no ${place}`)
  if (statSync(deb).size === 0) faults.push('the deb is empty')
  return { faults, skipped: [] }
}
