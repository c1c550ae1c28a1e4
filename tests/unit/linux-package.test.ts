import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkDesktop, readPackage } from '../../tools/linux-package.ts'

const places = {
  entry: '/usr/share/applications/lectern.desktop',
  kinds: '/usr/share/mime/packages/lectern.xml',
  about: '/usr/share/metainfo/app.lectern.Lectern.metainfo.xml',
  icon: '/usr/share/icons/hicolor/512x512/apps/lectern.png',
}
const good = {
  entry:
    '[Desktop Entry]\nName=Lectern\nExec=/opt/Lectern/lectern %U\nType=Application\nIcon=lectern\nStartupWMClass=lectern\n' +
    'MimeType=text/x-lectern;\nCategories=Education;\n',
  kinds: '<mime-type type="text/x-lectern"><glob pattern="*.lectern.md"/></mime-type>',
  about: '<launchable type="desktop-id">lectern.desktop</launchable>',
  icon: '',
}

/** What is wrong with a package of these files; what validators that may be installed say is theirs. */
function faultsOf(contents: Readonly<Partial<typeof good>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-linux-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const args = Object.entries(contents).map(([name, text]) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return `${file}=${places[name as keyof typeof good]}`
  })
  return checkDesktop(readPackage(args)).faults.filter((fault) => !fault.includes(' says: '))
}

test('the options and files of a package are read from what the packager hands to fpm', () => {
  const { options, files } = readPackage(['--name', 'lectern', '--url', 'https://a.example/?b=/c', 'app/=/opt/Lectern'])
  expect([...options]).toEqual([
    ['name', 'lectern'],
    ['url', 'https://a.example/?b=/c'],
  ])
  expect([...files]).toEqual([['/opt/Lectern', 'app/']])
})

test('a package whose desktop files are as they should be has no fault', () => {
  expect(faultsOf(good)).toEqual([])
})

test.each([
  ['a file of decks that is not handed on', { entry: good.entry.replace(' %U', '') }, /Exec/],
  [
    'windows that the desktop does not know',
    { entry: good.entry.replace('Class=lectern', 'Class=Lectern') },
    /WMClass/,
  ],
  ['a kind of file that is not told', { entry: good.entry.replace('MimeType', 'X-Mime') }, /MimeType/],
  ['another ending', { kinds: good.kinds.replace('lectern.md', 'lectern') }, /\*\.lectern\.md/],
  ['another desktop file in the MetaInfo', { about: good.about.replace('lectern.', 'other.') }, /MetaInfo/],
])('%s is told', (_what, part, fault) => {
  expect(faultsOf({ ...good, ...part })).toEqual([expect.stringMatching(fault)])
})

test('what is missing is told by its place', () => {
  for (const name of ['entry', 'kinds', 'about'] as const) {
    const rest = Object.fromEntries(Object.entries(good).filter(([other]) => other !== name))
    expect(faultsOf(rest)).toContain(`${places[name]} is missing`)
  }
  const rest = Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'icon'))
  expect(faultsOf(rest)).toEqual([expect.stringContaining('icon')])
})
