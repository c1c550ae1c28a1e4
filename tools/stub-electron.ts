import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { root } from './node.mjs'

/**
 * Writes a distribution for Linux with every file that the packager touches, and a fuse wire to flip. Its program runs
 * the packed app on the stand-in, so that what drives a real package can drive this one.
 */
export async function writeStub(stub: string): Promise<void> {
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
  const start = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'tools/stub-program.ts')}' "$0" "$@"\n# `
  writeFileSync(join(stub, 'electron'), Buffer.concat([Buffer.from(start), ...wire, Buffer.from('\n')]))
  chmodSync(join(stub, 'electron'), 0o755)
}
