/**
 * Packs Lectern around a stand-in for Electron's distribution and looks into the result: what `electron-builder.yml`
 * says is checked even where the real distribution cannot be had. `npm run pack:check`.
 */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import builder from 'electron-builder'
import { checkDeb, checkDesktop, readPackage } from './linux-package.ts'
import { root, runScript } from './node.mjs'
import { writeStub } from './stub-electron.ts'

const stub = join(root, '.cache', 'stub-electron')
const output = join(root, '.cache', 'packed')

/** The fuses as they must be in what people install. */
const wanted = new Map([
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
])

/** What is wrong with the packed app, as sentences. */
async function faultsIn(app: string): Promise<string[]> {
  const found: string[] = []
  const wire = await getCurrentFuseWire(join(app, 'lectern'))
  for (const [fuse, state] of wanted) {
    if (wire[fuse] !== state) found.push(`the fuse ${FuseV1Options[fuse]} is not ${FuseState[state]}`)
  }
  const archive = new Set(
    listPackage(join(app, 'resources/app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1)),
  )
  const pages = ['library', 'deck', 'presenter', 'print'].map((page) => `out/renderer/${page}/index.html`)
  for (const file of [
    'package.json',
    'out/main/index.js',
    'out/preload/index.cjs',
    'assets/icons/icon.png',
    ...pages,
  ]) {
    if (!archive.has(file)) found.push(`${file} is missing`)
  }
  for (const path of archive)
    if (/^(src|tests|tools|slides|node_modules)\//.test(path)) found.push(`${path} should not be there`)
  for (const file of ['slides/docker/course.yaml', 'LICENSE', 'NOTICES.md', 'LICENCES.txt']) {
    if (!existsSync(join(app, 'resources', file))) found.push(`resources/${file} is missing`)
  }
  if (existsSync(join(app, 'resources/app-update.yml'))) found.push('the package says where to look for updates')
  return found
}

/** The packager removes what it has written for the deb when it is through; the argument names a copy of it. */
function kept(arg: string, before = ''): string {
  const [, from = '', to = ''] = /^([^=]+[^=/])=(\/.+)$/.exec(arg) ?? []
  const isScript = before === '--after-install' || before === '--after-remove'
  if (to === '' && !isScript) return arg
  const folder = join(output, 'linux-files')
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, basename(isScript ? before : to))
  copyFileSync(isScript ? arg : from, copy)
  return isScript ? copy : `${copy}=${to}`
}

/** Packs, and gives the arguments of the program that would make a deb of it. */
async function pack(): Promise<string[]> {
  let args: string[] = []
  await builder.build({
    projectDir: root,
    linux: ['dir', 'deb'],
    publish: 'never',
    config: { extends: join(root, 'electron-builder.yml'), electronDist: stub, directories: { output } },
    // Asked by the packager before it would fetch that program; `true` ends it there.
    effectiveOptionComputed: (computed: unknown) => {
      const [given] = computed as [string[]]
      args = given.map((arg, i) => kept(arg, given[i - 1]))
      return Promise.resolve(true)
    },
  })
  return args
}

if (process.platform !== 'linux') {
  console.log('packaging: skipped, the stub distribution is one for Linux')
  process.exit(0)
}
await writeStub(stub)
const linux = readPackage(await pack())
const app = join(output, 'linux-unpacked')
const found = await faultsIn(app)
const checks = [checkDesktop(linux), checkDeb(linux, output)]
found.push(...checks.flatMap(({ faults }) => faults))
if ((await runScript(join(root, 'tools/smoke.mjs'), [join(app, 'lectern')])) !== 0)
  found.push('the packed app does not do what people do with it')
for (const reason of checks.flatMap(({ skipped }) => skipped)) console.log(`packaging: skipped: ${reason}`)
for (const fault of found) console.error(`packaging: ${fault}`)
console.log(found.length === 0 ? 'packaging: as it should be' : `packaging: ${found.length} faults`)
process.exitCode = found.length === 0 ? 0 : 1
