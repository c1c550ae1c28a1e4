import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReadings, type CourseReadings } from '../../../src/services/courses/course-readings.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { readingsOf } from '../../../tools/write-readings.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rounds } from '../rounds.ts'

const docker = join(import.meta.dirname, '../../../slides/docker')

/** The readings of a build, and which files it could not tell about, so that they were read. */
async function watchedReadings(file: string): Promise<{ readings: CourseReadings; missed: Set<string> }> {
  const kept = await openReadings(file)
  if (kept === null) throw new Error('no readings')
  const missed = new Set<string>()
  const noted = <T>(read: T | null, name: string): T | null => {
    if (read === null) missed.add(basename(name))
    return read
  }
  return {
    missed,
    readings: {
      deck: (text, setting, asked) => noted(kept.deck(text, setting, asked), setting.file),
      questions: (text, setting) => noted(kept.questions(text, setting), setting.file),
      glossary: (text, at) => noted(kept.glossary(text, at), at),
    },
  }
}

/** Decks that are read, in both languages: the first in `npm test`, all of them in `npm run soak`. */
const deckCount = rounds(2, 14)

/** A copy of the bundled courses with one broken slide, and how a build reads it. */
async function built() {
  const slides = join(await temporaryFolder(), 'slides')
  await cp(docker, join(slides, 'docker'), { recursive: true })
  const decks = (await readdir(join(slides, 'docker'))).filter((name) => /^\d.*\.md$/.test(name)).sort()
  for (const name of decks.slice(deckCount)) await rm(join(slides, 'docker', name))
  await appendFile(join(slides, 'docker/01-docker-and-vm.ko.md'), '\n---\nid: broken\nlayout: none\n---\n\n## 틀림\n')
  const file = join(slides, 'readings.json')
  await writeFile(file, JSON.stringify(await readingsOf(slides)))
  return { folder: join(slides, 'docker'), file }
}

describe('how the build read a course', () => {
  it('is what reading it says, wherever the course lies and whatever it is called, without reading it', async () => {
    const { folder, file } = await built()
    const moved = join(await temporaryFolder(), 'elsewhere')
    await cp(folder, moved, { recursive: true })
    const { readings, missed } = await watchedReadings(file)
    const kept = await loadCourse(moved, { id: 'mine', bundled: true, readings })
    expect([...missed]).toEqual([])
    const copy = join(await temporaryFolder(), 'again')
    await mkdir(copy)
    await cp(moved, copy, { recursive: true })
    const read = await loadCourse(copy, { id: 'mine', bundled: true })
    const text = JSON.stringify(read).replaceAll(copy, moved)
    expect(JSON.parse(JSON.stringify(kept))).toEqual({ ...JSON.parse(text), title: kept.title })
    expect(kept.decks.flatMap(({ problems }) => problems).map(({ code }) => code)).toContain('unknown-layout')
  })

  it('is not used for a file that has changed, nor for decks whose questions have', async () => {
    const { folder, file } = await built()
    const deck = join(folder, '01-docker-and-vm.ko.md')
    await writeFile(deck, (await readFile(deck, 'utf8')).replace(/^title: .*$/m, 'title: 바뀐 제목'))
    const { readings, missed } = await watchedReadings(file)
    const changed = await loadCourse(folder, { id: 'docker', bundled: true, readings })
    expect(changed.decks.map(({ title }) => title)).toContain('바뀐 제목')
    expect([...missed]).toEqual(['01-docker-and-vm.ko.md'])

    const glossary = join(folder, 'glossary.yaml')
    const more = '\n  - { id: more, term: 하나 더, definition: 뜻 }\n'
    await writeFile(glossary, (await readFile(glossary, 'utf8')).trimEnd() + more)
    const { glossary: terms } = await loadCourse(folder, { id: 'docker', bundled: true, readings })
    expect(terms.map(({ id }) => id)).toContain('more')
    expect([...missed].slice(1)).toEqual(['glossary.yaml'])

    await appendFile(join(folder, 'questions.ko.md'), '\n---\nid: q-new\n---\n\n## 새 질문?\n')
    await loadCourse(folder, { id: 'docker', bundled: true, readings })
    expect(missed).toHaveLength(1 + deckCount + 1)
    expect(missed).toContain('questions.ko.md')
  })

  it('is left aside where it cannot be read', async () => {
    const folder = await temporaryFolder()
    const torn = join(folder, 'readings.json')
    await writeFile(torn, '{"decks":')
    expect(await openReadings(torn)).toBeNull()
    expect(await openReadings(join(folder, 'none.json'))).toBeNull()
  })
})
