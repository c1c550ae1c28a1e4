import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { DeckReading, GlossaryTerm } from '../../../src/contract/deck.ts'
import type { LibraryState } from '../../../src/contract/library.ts'
import type { PrintJob } from '../../../src/contract/print.ts'
import { findDeck } from '../../../src/services/export/find-deck.ts'
import { printDeck } from '../../../src/services/export/print-deck.ts'
import { courseFolder, deckText, fakeShell, temporaryFolder } from '../door/fake-shell.ts'

const nowhere = { bundledSlides: '/nowhere', bundledReadings: '/nowhere' }

const yaml = (slide: string) =>
  `terms:\n  - id: kernel\n    term: { ko: 커널, en: kernel }\n    definition: { ko: 핵심, en: The core }\n    slide: ${slide}\n`

async function opened(slide = 'a#one') {
  const folder = await courseFolder(await temporaryFolder(), 'course', {
    'a.ko.md': deckText('하나', { one: 1 }),
    'glossary.yaml': yaml(slide),
    'course.yaml': 'paths: [{ id: short, title: 짧게, slides: [a] }]\n',
  })
  const shell = await fakeShell()
  await shell.ask('library:open', { folder })
  const read = async (name = 'a'): Promise<DeckReading> =>
    shell.ask('deck:read', { ref: { course: folder, name, lang: 'ko' } })
  const course = async () => ((await shell.ask('library:read')) as LibraryState).courses[0]
  return { folder, shell, read, course }
}
const kernel = { id: 'kernel', slide: { deck: 'a', slide: 'one' } }

it('a glossary comes with every deck and path of its course, and by itself', async () => {
  const { folder, shell, read, course } = await opened()
  expect((await read()).glossary).toMatchObject([kernel])
  expect((await read('path:short')).glossary).toMatchObject([kernel])
  expect((await course())?.terms).toBe(1)
  expect(await shell.ask('glossary:read', { course: folder })).toMatchObject([kernel])
  await expect(shell.ask('glossary:read', { course: '/nowhere' })).rejects.toThrow('not-found')
})

it('a term whose slide is not there is told and kept without it', async () => {
  const { read, course } = await opened('a#on')
  expect((await course())?.problems.first).toMatchObject([
    { code: 'unknown-slide', line: 5, column: 12, fix: { en: 'one' } },
  ])
  expect((await read()).glossary).toMatchObject([{ id: 'kernel', slide: null }])
})

it('a glossary that changes on disk is told to the windows of a talk', async () => {
  const { folder, shell, read } = await opened()
  await writeFile(join(folder, 'glossary.yaml'), yaml('a#one').replace('핵심', '알맹이'))
  await shell.until('deck:changed', (change) => change.ref.name === 'a' && change.revision > 1)
  expect((await read()).glossary[0]?.definition.ko).toBe('알맹이')
})

it('a glossary is printed only where that was asked for', async () => {
  const { folder } = await opened()
  const found = await findDeck(`${folder}/a`, undefined, nowhere)
  const printed = async (glossary: boolean): Promise<readonly GlossaryTerm[]> => {
    const jobs: PrintJob[] = []
    const printer = (job: PrintJob) => {
      jobs.push(job)
      return Promise.resolve({ bytes: new Uint8Array(), findings: { overflows: [], unloaded: [], notDrawn: [] } })
    }
    await printDeck({ ...found, options: { theme: 'light', steps: 'all', glossary } }, printer)
    return jobs[0]?.glossary ?? []
  }
  expect(await printed(true)).toMatchObject([kernel])
  expect(await printed(false)).toEqual([])
})
