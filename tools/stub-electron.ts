/**
 * Packs Lectern around a stand-in for Electron's distribution and looks into the result: what `electron-builder.yml`
 * says is checked even where the real distribution cannot be had. `npm run pack:check`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage, extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { root, run } from './node.mjs'

const stub = join(root, '.cache', 'stub-electron')
const output = join(root, '.cache', 'packed')

/** Writes a distribution for Linux with every file that the packager touches, and a fuse wire to flip. */
async function writeStub(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  rmSync(stub, { recursive: true, force: true })
  for (const folder of ['resources', 'locales', 'empty-app']) mkdirSync(join(stub, folder), { recursive: true })
  const files = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler', 'resources.pak']
  for (const file of [...files, 'locales/en-US.pak']) writeFileSync(join(stub, file), '')
  writeFileSync(join(stub, 'version'), version)
  writeFileSync(join(stub, 'empty-app/package.json'), '{}')
  await createPackage(join(stub, 'empty-app'), join(stub, 'resources/default_app.asar'))
  rmSync(join(stub, 'empty-app'), { recursive: true })
  // Sentinel, schema version 1, nine fuses, all off: docs/tutorial/fuses.md of Electron.
  const wire = [Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('0'.repeat(9))]
  writeFileSync(
    join(stub, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n# '), ...wire, Buffer.from('\n')]),
  )
  chmodSync(join(stub, 'electron'), 0o755)
}

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
async function faults(app: string): Promise<string[]> {
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
  for (const path of archive) if (/^(src|tests|tools|slides)\//.test(path)) found.push(`${path} should not be there`)
  for (const file of ['slides/docker/course.yaml', 'LICENSE', 'NOTICES.md']) {
    if (!existsSync(join(app, 'resources', file))) found.push(`resources/${file} is missing`)
  }
  return found
}

/** Runs the packed app on the stand-in, away from this clone: every package that it asks for must have come along. */
async function startFault(app: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-packed-'))
  extractAll(join(app, 'resources/app.asar'), join(folder, 'app'))
  const env = { ...process.env, HARNESS_APP: join(folder, 'app'), HARNESS_CDP: '', LECTERN_HOME: join(folder, 'home') }
  const child = spawn(process.execPath, [join(root, 'tests/harness/launch.ts')], { env })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdout.once('data', () => child.kill('SIGTERM'))
  const [code] = (await once(child, 'close')) as [number | null]
  rmSync(folder, { recursive: true })
  return code === 0 && said === '' ? [] : [`the packed app does not start: ${said}`]
}

await writeStub()
const code = await run('electron-builder', [
  '--linux',
  'dir',
  `-c.electronDist=${stub}`,
  `-c.directories.output=${output}`,
  '--publish=never',
])
if (code !== 0) process.exit(code)
const app = join(output, 'linux-unpacked')
const found = [...(await faults(app)), ...(await startFault(app))]
for (const fault of found) console.error(`packaging: ${fault}`)
console.log(found.length === 0 ? 'packaging: as it should be' : `packaging: ${found.length} faults`)
process.exitCode = found.length === 0 ? 0 : 1
