/** Whatever a window asks, on every channel: it gets an answer or a reason, and never *something unexpected*. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestSchemas, windowKinds, type RequestName } from '../../../src/contract/channels.ts'
import { answer } from '../../../src/services/door/answer.ts'
import { isSoak, rounds } from '../rounds.ts'
import { deckText } from '../../bench/deck-text.ts'
import { arbitraryOf, type Known } from './arbitrary-of.ts'
import { courseFolder, fakeShell, temporaryFolder, type FakeShell } from './fake-shell.ts'

const question = (id: string): string =>
  `---\nid: ${id}\n---\n\n## ${id}?\n\n### 한 줄\n\n그래서.\n\n### 핵심\n\n- 하나\n- 둘\n\n### 답\n\n길게.\n\n`

async function shellWithCourse(): Promise<{ shell: FakeShell; known: Known }> {
  const slides = await temporaryFolder()
  const folder = await courseFolder(slides, 'docker', {
    '01.ko.md': `${deckText(6)}\n---\nid: asked\nasks: [q-1, q-2]\n---\n\n## 물음\n`,
    // Of another program, and with something to mend in it.
    '02-marp.ko.md': '---\nmarp: true\n---\n\n# A\n\n![](gone.png)\n',
    'questions.ko.md': `---\ntitle: 질문\nlang: ko\n---\n\n${question('q-1')}${question('q-2')}`,
  })
  const file = join(folder, 'notes.zip')
  await writeFile(file, 'PK\u0003\u0004 and nothing else')
  const cards = ['docker/q-1', 'docker/q-2']
  const byKey = {
    course: ['docker'],
    name: ['01', '02-marp'],
    card: cards,
    after: cards,
    question: ['q-1', 'q-2'],
    asked: cards,
    planned: cards,
    topic: ['01'],
    topics: ['01'],
    slide: ['slide-1', 'slide-3', 'asked'],
    interview: ['2027-01-31', '2027-02-31'],
    url: ['https://example.com/', 'mailto:a@b.c'],
    folder: [folder, slides],
    parent: [slides],
    file: [file, join(folder, '02-marp.ko.md')],
    newPerDay: [0, 3, 1001],
    duePerDay: [1, 30],
    line: [1, 7],
    column: [1],
    retention: [0.8, 0.9, 0.96],
    notesScale: [1, 2],
    notesShare: [0.5],
  }
  const known = { byKey, any: ['docker', '01', 'q-1', 'asked', folder, file] }
  return { shell: await fakeShell({ slides }), known }
}

/** Asked of print windows only, or of what is not there. */
const never = new Set<RequestName>([
  'print:read',
  'print:progress',
  'print:page',
  'review:restore',
  'review:adopt',
  'review:import',
  'library:close',
  'review:presentWeak',
])
/** What is made up for it would be written wherever it says; its values are those of `new:plan`. */
const channels = (Object.keys(requestSchemas) as RequestName[]).filter((name) => name !== 'new:make')

describe.each([
  ['with nothing begun', false],
  ['in the middle of a talk', true],
])('%s', (_when, talks) => {
  it.each(channels)('%s', async (name) => {
    const { shell, known } = await shellWithCourse()
    if (talks) await shell.ask('talk:start', { deck: { course: 'docker', name: '01', lang: 'ko' }, windows: 'both' })
    const payloads = arbitraryOf(requestSchemas[name], known)
    let answered = 0
    await fc.assert(
      fc.asyncProperty(
        payloads,
        fc.constantFrom(...windowKinds.filter((kind) => kind !== 'print')),
        async (payload, from) => {
          const errors: unknown[] = []
          const envelope = await answer(shell.handlers, name, payload, from, (error) => errors.push(error))
          const code = 'failure' in envelope ? envelope.failure.code : null
          if (code === null) answered += 1
          expect(code === 'internal' ? errors : []).toEqual([])
          // What is answered crosses to a window.
          JSON.stringify(envelope)
        },
      ),
      { numRuns: rounds(5, 200), seed: rounds(1, Date.now()) },
    )
    const isMet = !never.has(name) && (talks || !name.startsWith('talk:'))
    if (isSoak && isMet) {
      // A value with many parts seldom fits as a whole: where none of these did, one of a few thousand more does.
      for (const payload of answered > 0 ? [] : fc.sample(payloads, 5000)) {
        if ('value' in (await answer(shell.handlers, name, payload, 'library', () => undefined))) answered += 1
        if (answered > 0) break
      }
      expect(answered).toBeGreaterThan(0)
    }
    // It still answers, and a talk is still there unless this channel ends it.
    const { courses } = (await shell.ask('library:read')) as { courses: readonly { id: string }[] }
    expect(courses.map(({ id }) => id)).toContain('docker')
  })
})
