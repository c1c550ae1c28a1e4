import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editorFor, openInEditor, startApart, systemOpener } from '../../../src/services/door/open-in-editor.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const place = { line: 12, column: 3 }

describe('the editor', () => {
  const on = (platform: NodeJS.Platform, path: string, ...there: string[]) =>
    editorFor('/notes/a.md', place, { platform, env: { PATH: path }, isThere: (file) => there.includes(file) })

  it('is the first of those that go to a place, wherever on the path', () => {
    expect(on('linux', '/a::/b', '/a/subl', '/b/code')).toEqual(['/b/code', '--goto', '/notes/a.md:12:3'])
    expect(on('linux', '/a:/b', '/b/zed')).toEqual(['/b/zed', '/notes/a.md:12:3'])
    expect(on('linux', '/a:/b', '/c/code')).toBeNull()
    expect(on('linux', '', 'code')).toBeNull()
  })

  it('is on Windows the program and no script', () => {
    expect(on('win32', '/vs/bin', '/vs/Code.exe', '/vs/bin/code')).toEqual([
      '/vs/Code.exe',
      '--goto',
      '/notes/a.md:12:3',
    ])
    expect(on('win32', '/subl', '/subl/sublime_text.exe')?.[0]).toBe('/subl/sublime_text.exe')
  })

  it.each([
    ['code', 'Code.exe', '--goto'],
    ['code-insiders', 'Code - Insiders.exe', '--goto'],
    ['cursor', 'Cursor.exe', '--goto'],
    ['codium', 'VSCodium.exe', '--goto'],
    ['zed', 'Zed.exe'],
    ['subl', 'sublime_text.exe'],
  ])('may be %s, on Windows %s', (command, program, ...before) => {
    const args = [...before, '/notes/a.md:12:3']
    expect(on('linux', '/b', `/b/${command}`)).toEqual([`/b/${command}`, ...args])
    expect(on('win32', '/b', `/b/${program}`)).toEqual([`/b/${program}`, ...args])
  })

  it.each([
    ['darwin', ['open', '-t', 'a.md']],
    ['win32', ['rundll32', 'url.dll,FileProtocolHandler', 'a.md']],
    ['linux', ['xdg-open', 'a.md']],
  ] as const)('is on %s else what the system has', (platform, run) =>
    expect(systemOpener('a.md', platform)).toEqual(run),
  )
})

describe('opening', () => {
  const script = async (text: string): Promise<string> => {
    const file = join(await temporaryFolder(), 'editor')
    await writeFile(file, `#!/bin/sh\n${text}\n`)
    await chmod(file, 0o755)
    return file
  }

  it('takes the editor, with the file as one argument whatever it is called', async () => {
    const editor = await script('printf "%s|" "$@" > "$0.said"')
    const file = '/notes/a b; touch c $(d).md'
    await openInEditor(file, place, () => Promise.reject(new Error('asked the system')), [
      editor,
      '--goto',
      `${file}:12:3`,
    ])
    expect(await readFile(`${editor}.said`, 'utf8')).toBe(`--goto|${file}:12:3|`)
  })

  it.each([
    ['is gone', ['/no/such/editor'] as const],
    ['fails', ['false'] as const],
  ])('goes on to the system where the editor %s', async (_, editor) => {
    const asked: string[] = []
    const bySystem = (file: string) => Promise.resolve(asked.push(file) > 0)
    await openInEditor('/a.md', place, bySystem, editor)
    expect(asked).toEqual(['/a.md'])
  })

  it('says where to look where nothing opens it', async () => {
    const opening = openInEditor('/a.md', place, () => Promise.resolve(false), null)
    await expect(opening).rejects.toMatchObject({ failure: { code: 'not-found', message: { ko: /\/a\.md:12/ } } })
  })

  it('counts what goes on running as opened', async () => {
    expect(await startApart([await script('sleep 5')])).toBe(true)
  })
})
