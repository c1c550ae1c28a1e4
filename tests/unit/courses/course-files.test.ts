import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { smallestPng } from '../smallest-png.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const onPosix = it.skipIf(process.platform === 'win32')
const deck = (body = ''): string => `---\ntitle: T\n---\n\n---\nid: one\n---\n## A\n\n${body}\n`

onPosix('what is no file of the course is a problem with its name, and the rest of it is read', async () => {
  const folder = join(await temporaryFolder(), 'course')
  const elsewhere = await temporaryFolder()
  await mkdir(folder)
  const at = (name: string): string => join(folder, name)
  await writeFile(at('good.ko.md'), deck())
  execFileSync('mkfifo', [at('pipe.ko.md'), at('questions.ko.md'), at('glossary.yaml')])
  await symlink('/dev/zero', at('zero.ko.md'))
  await writeFile(join(elsewhere, 'other.ko.md'), deck())
  await symlink(join(elsewhere, 'other.ko.md'), at('other.ko.md'))
  const course = await loadCourse(folder, { id: 'c', bundled: false })
  expect(course.decks.map(({ ref }) => ref.name)).toEqual(['good'])
  expect(course.problems.map(({ file, code }) => [file, code])).toEqual(
    ['glossary.yaml', 'other.ko.md', 'pipe.ko.md', 'questions.ko.md', 'zero.ko.md'].map((name) => [
      at(name),
      'unreadable',
    ]),
  )
})

onPosix('a picture that a link takes from elsewhere is told, for no window would show it', async () => {
  const folder = join(await temporaryFolder(), 'course')
  const elsewhere = await temporaryFolder()
  await mkdir(folder)
  await writeFile(join(elsewhere, 'a.png'), 'a')
  await writeFile(join(folder, 'b.png'), smallestPng)
  await symlink(join(elsewhere, 'a.png'), join(folder, 'a.png'))
  await symlink(join(folder, 'b.png'), join(folder, 'c.png'))
  execFileSync('mkfifo', [join(folder, 'd.png')])
  await writeFile(
    join(folder, 'deck.ko.md'),
    deck(['a', 'b', 'c', 'd', 'e'].map((n) => `![${n}](${n}.png)`).join('\n')),
  )
  const course = await loadCourse(folder, { id: 'c', bundled: false })
  expect(course.decks[0]?.problems.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
    expect.stringMatching(/^remote-image .*"a\.png"/),
    expect.stringMatching(/^missing-image .*"d\.png"/),
    expect.stringMatching(/^missing-image .*"e\.png"/),
  ])
})
