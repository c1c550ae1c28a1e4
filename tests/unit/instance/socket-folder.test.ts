import { chmod, mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { socketFolder } from '../../../src/services/instance/socket-folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const uid = process.getuid?.() ?? 0
const modeOf = async (folder: string): Promise<number> => (await stat(folder)).mode & 0o777

describe.skipIf(process.platform === 'win32')('the folder of sockets', () => {
  it('lies in the run-time folder where that is usable, for this person only', async () => {
    const runtime = await temporaryFolder()
    const system = { env: { XDG_RUNTIME_DIR: runtime }, uid, tmpdir: await temporaryFolder() }
    expect(await socketFolder(system)).toBe(join(runtime, 'lectern'))
    expect(await modeOf(join(runtime, 'lectern'))).toBe(0o700)
    expect(await socketFolder(system)).toBe(join(runtime, 'lectern'))
  })

  it('lies in the temporary folder where there is no run-time folder', async () => {
    const tmpdir = await temporaryFolder()
    const folder = join(tmpdir, `lectern-${uid}`)
    expect(await socketFolder({ env: {}, uid, tmpdir })).toBe(folder)
    expect(await modeOf(folder)).toBe(0o700)
    expect(await socketFolder({ env: {}, uid, tmpdir })).toBe(folder)
  })

  it.each([
    ['not there', (folder: string) => join(folder, 'nothing')],
    ['relative', () => '.'],
    ['open to others', (folder: string) => chmod(folder, 0o755).then(() => folder)],
    ['a link', (folder: string) => symlink(folder, `${folder}/link`).then(() => `${folder}/link`)],
    ['a file', (folder: string) => writeFile(`${folder}/file`, '').then(() => `${folder}/file`)],
    [
      'too long for a socket',
      (folder: string) =>
        mkdir(`${folder}/${'l'.repeat(90)}`, { mode: 0o700 }).then(() => `${folder}/${'l'.repeat(90)}`),
    ],
  ])('passes over a run-time folder that is %s', async (_what, make) => {
    const runtime = await make(await temporaryFolder())
    const tmpdir = await temporaryFolder()
    expect(await socketFolder({ env: { XDG_RUNTIME_DIR: runtime }, uid, tmpdir })).toBe(join(tmpdir, `lectern-${uid}`))
  })

  it('passes over the run-time folder of somebody else, as sudo leaves it', async () => {
    // A person whose number nobody has: what they find is somebody else's.
    const other = uid + 4711
    const runtime = await temporaryFolder()
    const tmpdir = await temporaryFolder()
    const looking = socketFolder({ env: { XDG_RUNTIME_DIR: runtime }, uid: other, tmpdir })
    // Neither is the folder that this process can make.
    await expect(looking).rejects.toMatchObject({
      failure: {
        code: 'refused',
        message: {
          ko: expect.stringContaining(join(tmpdir, `lectern-${other}`)) as string,
          en: expect.stringContaining(join(tmpdir, `lectern-${other}`)) as string,
        },
      },
    })
  })

  it('is another one for each person', async () => {
    const tmpdir = await temporaryFolder()
    await socketFolder({ env: {}, uid, tmpdir })
    await expect(socketFolder({ env: {}, uid: uid + 4711, tmpdir })).rejects.toMatchObject({
      failure: { message: { en: expect.stringContaining(`lectern-${uid + 4711}`) as string } },
    })
  })

  it.each([
    ['open to others', (folder: string) => mkdir(folder).then(() => chmod(folder, 0o755))],
    ['a link', async (folder: string) => symlink(await temporaryFolder(), folder)],
    ['a file', (folder: string) => writeFile(folder, '')],
  ])('is refused where somebody made it beforehand: %s', async (_what, plant) => {
    const tmpdir = await temporaryFolder()
    await plant(join(tmpdir, `lectern-${uid}`))
    await expect(socketFolder({ env: {}, uid, tmpdir })).rejects.toMatchObject({ failure: { code: 'refused' } })
  })

  it('lies in /tmp where the temporary folder is gone', async () => {
    const tmpdir = join(await temporaryFolder(), 'gone')
    expect(await socketFolder({ env: {}, uid, tmpdir })).toBe(`/tmp/lectern-${uid}`)
  })
})
