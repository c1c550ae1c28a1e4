import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { places } from '../deck/deck-of.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const slide = (id: string, keys: string) => `---\nid: ${id}\ndiagram: isolation\n${keys}\n---\n\n## ${id}\n\n`
const deck = (...slides: readonly string[]) => `---\ntitle: T\n---\n\n${slides.join('')}`

/** What is wrong with the decks of a course, each by its file. */
async function told(files: Readonly<Record<string, string>>) {
  const folder = join(await temporaryFolder(), 'asked')
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const { decks } = await loadCourse(folder, { id: 'asked', bundled: false })
  return decks.flatMap(({ ref, problems }) =>
    problems.map((one, index) => ({
      at: `${ref.name}.${ref.lang} ${places(problems)[index]}`,
      severity: one.severity,
      en: one.message.en,
      fix: one.fix?.en,
    })),
  )
}

test('what a step asks a second time is told on the later slide, with what to write there', async () => {
  const again = deck(slide('one', 'steps: IS-1..IS-2'), slide('two', 'steps: [IS-1, IS-2]'))
  expect(await told({ 'a.en.md': again })).toEqual([
    {
      at: 'a.en repeated-prediction@13:1',
      severity: 'warning',
      en: 'What "IS-2" asks was asked on the slide "a#one" already, and is asked again here.',
      fix: 'predict: false',
    },
  ])
})

test('decks ask in the order of the course, and each language for itself', async () => {
  const asks = deck(slide('one', 'at: IS-7'))
  const both = { 'a.en.md': asks, 'b.en.md': asks, 'b.ko.md': asks, 'a.ko.md': asks }
  const later = (await told({ ...both, 'course.yaml': 'decks: [b, a]\n' })).map(({ at }) => at)
  expect(later).toEqual(['a.ko repeated-prediction@5:1', 'a.en repeated-prediction@5:1'])
})

test('nothing is told where the later slide does not ask, or one slide comes back to a step', async () => {
  const silent = deck(
    slide('one', 'steps: [IS-2, IS-1, IS-2]'),
    slide('two', 'steps: IS-2\npredict: false'),
    slide('three', 'steps: IS-1'),
  )
  expect(await told({ 'a.en.md': silent })).toEqual([])
})
