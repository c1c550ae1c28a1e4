import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchCourse } from '../../../src/services/courses/course-watch.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test('a course is watched with its pictures, and neither deeper nor where something is hidden', async () => {
  const folder = await temporaryFolder()
  const [pictures, deeper, hidden] = ['pictures', 'pictures/old', '.git'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const made of [deeper, hidden]) await mkdir(made, { recursive: true })
  const told = new Set<string>()
  const watch = await watchCourse(folder, (paths) => {
    for (const path of paths) told.add(path)
  })
  onTestFinished(() => watch.close())
  await writeFile(join(deeper, 'a.png'), 'a')
  await writeFile(join(hidden, 'index'), 'a')
  await writeFile(join(pictures, 'b.png'), 'b')
  await expect.poll(() => told.has(join(pictures, 'b.png'))).toBe(true)
  await writeFile(join(folder, '01-deck.ko.md'), '---\ntitle: a\n---\n')
  await expect.poll(() => told.has(join(folder, '01-deck.ko.md'))).toBe(true)
  expect([...told].filter((path) => path.startsWith(`${deeper}/`) || path.startsWith(hidden))).toEqual([])
})
