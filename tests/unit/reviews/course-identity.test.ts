import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { paramsOf } from '../../../src/core/review/index.ts'
import { lookAtCourse } from '../../../src/services/progress/look-at-course.ts'
import { onlyLog } from '../progress/given.ts'
import { courseFolders, stew, tcp } from './course-folders.ts'

const once = { 'q-a': 1, 'q-b': 0 }
const never = { 'q-a': 0, 'q-b': 0 }

describe('a course without an id', () => {
  test('keeps its progress when its folder is renamed or moved', async () => {
    const { make, met, move, at } = await courseFolders()
    await make('os', tcp)
    await (await met('os')).answer('q-a')
    await move('os', 'os-2027')
    const renamed = await met('os-2027')
    expect(renamed).toMatchObject({ key: 'os', copyOf: null, movedFrom: [at('os')] })
    expect(renamed.answered()).toEqual(once)
    await move('os-2027', 'elsewhere/notes/os')
    const moved = await met('elsewhere/notes/os')
    expect(moved.answered()).toEqual(once)
    await moved.answer('q-b')
    expect((await met('elsewhere/notes/os')).answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
  })

  test('keeps it also where some of its questions were edited, added and taken out meanwhile', async () => {
    const { make, met, remove } = await courseFolders()
    await make('os', { ...tcp, 'q-c': 'What is a port?', 'q-d': 'What is congestion?' })
    await (await met('os')).answer('q-a')
    await remove('os')
    await make('network', { ...tcp, 'q-c': 'What are ports for?', 'q-e': 'What is a socket?' })
    expect((await met('network')).answered()).toMatchObject({ 'q-a': 1, 'q-e': 0 })
  })

  test('never inherits from another of the same name', async () => {
    const { make, met } = await courseFolders()
    await make('a/notes', tcp)
    await make('b/notes', stew)
    await (await met('a/notes')).answer('q-a')
    const other = await met('b/notes')
    expect(other.answered()).toEqual(never)
    expect(other).toMatchObject({ copyOf: null, movedFrom: [] })
    await other.answer('q-b')
    expect((await met('a/notes')).answered()).toEqual(once)
    expect((await met('b/notes')).answered()).toEqual({ 'q-a': 0, 'q-b': 1 })
  })

  test('never inherits from another that lay in the same folder, which is known again when it is back', async () => {
    const { make, met } = await courseFolders()
    await make('notes', tcp)
    await (await met('notes')).answer('q-a')
    await make('notes', stew)
    expect((await met('notes')).answered()).toEqual(never)
    await make('notes', tcp)
    expect((await met('notes')).answered()).toEqual(once)
  })

  test('stays itself in its folder while its questions are put in other words', async () => {
    const { make, met } = await courseFolders()
    await make('notes', { 'q-a': 'How does TCP open a connection?' })
    await (await met('notes')).answer('q-a')
    await make('notes', { 'q-a': 'How is a connection opened by TCP?' })
    expect((await met('notes')).answered()).toEqual({ 'q-a': 1 })
  })

  test('stays itself in its folder while nearly all of its decks do, whatever it asks', async () => {
    const { make, met, at } = await courseFolders()
    await make('notes', tcp)
    const deck = '---\ntitle: TCP\nlang: en\n---\n\n---\nid: handshake\n---\n\n## Handshake\n\nText.\n'
    await writeFile(join(at('notes'), '01-tcp.en.md'), deck)
    const { key } = await met('notes')
    await make('notes', { 'q-x': 'Why three messages?' })
    expect((await met('notes')).key).toBe(key)
  })

  test('never inherits from another of the same name that asked the same once', async () => {
    const { make, met } = await courseFolders()
    await make('a/notes', { ...tcp, 'q-x': 'What do you like?' })
    await (await met('a/notes')).answer('q-x')
    await make('a/notes', tcp)
    await met('a/notes')
    await make('b/notes', { ...stew, 'q-x': 'What do you like?' })
    expect((await met('b/notes')).answered()).toEqual({ ...never, 'q-x': 0 })
  })

  test('keeps what it had while its folder is empty', async () => {
    const { make, met } = await courseFolders()
    await make('notes', tcp)
    await (await met('notes')).answer('q-a')
    await make('notes', {})
    expect(await met('notes')).toMatchObject({ key: 'notes' })
    await make('notes', tcp)
    expect((await met('notes')).answered()).toEqual(once)
  })

  test('without questions is known by its decks', async () => {
    const { met, move, at, make } = await courseFolders()
    await make('talks', {})
    const deck = '---\ntitle: Kernels\nlang: en\n---\n\n---\nid: rings\n---\n\n## Rings\n\nText.\n'
    await writeFile(join(at('talks'), '01-kernels.en.md'), deck)
    const { key } = await met('talks')
    await move('talks', 'talks-2027')
    expect(await met('talks-2027')).toMatchObject({ key, movedFrom: [at('talks')] })
  })
})

describe('what is kept by a folder', () => {
  test('comes along until it has, and not where another course lies there by now', async () => {
    const { make, met, move, at, open } = await courseFolders()
    await make('a', tcp)
    await met('a')
    await move('a', 'b')
    for (let time = 0; time < 2; time += 1) expect((await met('b')).movedFrom).toEqual([at('a')])
    const sight = await lookAtCourse(at('b'))
    if (sight) await (await open()).cameAlong(sight)
    expect((await met('b')).movedFrom).toEqual([])

    await move('b', 'c')
    expect((await met('c')).movedFrom).toEqual([at('b')])
    await make('b', stew)
    await met('b')
    expect((await met('c')).movedFrom).toEqual([])
  })
})

describe('a bundled course', () => {
  test('has its key for itself, also where an own folder of its name is met first', async () => {
    const { make, met } = await courseFolders()
    await make('slides/docker', tcp)
    await make('docker', stew)
    const own = await met('docker')
    expect(own.key).not.toBe('docker')
    await own.answer('q-a')
    const bundled = await met('slides/docker')
    expect(bundled.key).toBe('docker')
    expect(bundled.answered()).toEqual(never)
    await bundled.answer('q-b')
    expect((await met('docker')).answered()).toEqual(once)
  })

  test('that was copied to be changed is asked about, and may be the same', async () => {
    const { make, met, copy, at } = await courseFolders()
    await make('slides/docker', tcp)
    await (await met('slides/docker')).answer('q-a')
    await copy('slides/docker', 'mine')
    const mine = await met('mine')
    expect(mine.copyOf).toEqual({ folder: at('slides/docker'), sameId: false })
    expect(mine.answered()).toEqual(never)
    await mine.settle(true)
    expect(await met('mine')).toMatchObject({ key: 'docker', copyOf: null })
    // Another version of Lectern lies somewhere else.
    expect((await met('slides/docker')).answered()).toEqual(once)
    expect((await met('mine')).answered()).toEqual(once)
    expect((await met('mine')).copyOf).toBeNull()
  })
})

test('a bundled course lies wherever this version of Lectern does: a copy of it never takes its place', async () => {
  const { make, met, copy, at, close, home } = await courseFolders()
  await make('slides/docker', tcp)
  await (await met('slides/docker')).answer('q-a')
  await close()
  const text = await readFile(home.courses, 'utf8')
  await writeFile(home.courses, text.replaceAll(at('slides'), '/tmp/.mount_Lectern1'))
  await copy('slides/docker', 'mine')
  const mine = await met('mine')
  expect(mine.copyOf).toEqual({ folder: at('slides/docker'), sameId: false })
  expect(mine.answered()).toEqual(never)
})

test('what is known of courses is written only where it has changed', async () => {
  const { make, met, home } = await courseFolders()
  await make('a', tcp)
  await make('b', stew)
  for (const place of ['a', 'b']) await met(place)
  const written = await stat(home.courses)
  for (const place of ['a', 'b', 'a']) await met(place)
  const { ino, mtimeMs } = await stat(home.courses)
  expect({ ino, mtimeMs }).toEqual({ ino: written.ino, mtimeMs: written.mtimeMs })
})

describe('a copy of a course', () => {
  async function given(yaml = '') {
    const all = await courseFolders()
    await all.make('notes', tcp, yaml)
    await (await all.met('notes')).answer('q-a')
    await all.copy('notes', 'notes copy')
    return all
  }

  test('is asked about until the person has said; meanwhile what is answered in either stands by itself', async () => {
    const { met, at, close } = await given()
    const copied = await met('notes copy')
    expect(copied.copyOf).toEqual({ folder: at('notes'), sameId: false })
    expect(copied.answered()).toEqual(never)
    await copied.answer('q-b')
    expect((await met('notes')).answered()).toEqual(once)
    await close()
    expect((await met('notes copy')).copyOf).not.toBeNull()
    expect((await met('notes copy')).answered()).toEqual({ 'q-a': 0, 'q-b': 1 })
  })

  test('that is the same course has all that was answered in either, once and for all', async () => {
    const { met, close } = await given()
    const copied = await met('notes copy')
    await copied.answer('q-b')
    const answers = [{ card: `${copied.key}/q-b`, after: `${copied.key}/q-a`, points: [], ms: 1, hints: 0 }]
    await copied.history.add({ type: 'mock', course: copied.key, kind: 'real', answers })
    await copied.settle(true)
    expect((await met('notes')).mocks()).toMatchObject([{ answers: [{ card: 'notes/q-b', after: 'notes/q-a' }] }])
    for (const place of ['notes', 'notes copy']) {
      expect((await met(place)).answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
      expect((await met(place)).copyOf).toBeNull()
    }
    await close()
    await (await met('notes copy')).answer('q-a')
    expect((await met('notes')).copyOf).toBeNull()
  })

  test.each([
    ['without an id', ''],
    ['with the same id', 'id: network\n'],
  ])('%s that is a course of its own begins anew, and stays one wherever both move', async (_, yaml) => {
    const { met, move, close } = await given(yaml)
    await (await met('notes copy')).answer('q-b')
    await (await met('notes copy')).settle(false)
    expect((await met('notes copy')).answered()).toEqual({ 'q-a': 0, 'q-b': 1 })
    await close()
    expect((await met('notes copy')).copyOf).toBeNull()
    await move('notes copy', 'later/notes copy')
    await move('notes', 'later/notes')
    expect((await met('later/notes copy')).answered()).toEqual({ 'q-a': 0, 'q-b': 1 })
    expect((await met('later/notes')).answered()).toEqual(once)
    expect((await met('later/notes copy')).copyOf).toBeNull()
  })

  test('whose original is gone before the person has said was a move', async () => {
    const { met, remove } = await given()
    await (await met('notes copy')).answer('q-b')
    await remove('notes')
    const left = await met('notes copy')
    expect(left.copyOf).toBeNull()
    expect(left.answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
  })

  test('is not taken for the course itself where the other folder cannot be read at present', async () => {
    const unreadable = new LecternError('unreadable', { ko: '', en: '' })
    const { make, copy, met, at } = await courseFolders({ lookAt: () => Promise.reject(unreadable) })
    await make('notes', tcp)
    await (await met('notes')).answer('q-a')
    await copy('notes', 'notes copy')
    expect((await met('notes copy')).copyOf).toEqual({ folder: at('notes'), sameId: false })
  })

  test('with the same id is asked about too, and one of its own says that it is another course', async () => {
    const { met, make, at } = await given('id: network\n')
    expect((await met('notes copy')).copyOf).toEqual({ folder: at('notes'), sameId: true })
    await make('notes copy', tcp, 'id: network-2027\n')
    const own = await met('notes copy')
    expect(own.copyOf).toBeNull()
    expect(own.answered()).toEqual(never)
    expect((await met('notes')).answered()).toEqual(once)
  })

  test('is asked about only once there are questions in it', async () => {
    const { met, make, copy, at } = await courseFolders()
    const deck = '---\ntitle: Kernels\nlang: en\n---\n\n---\nid: rings\n---\n\n## Rings\n\nText.\n'
    await make('talks', {}, 'id: talks\n')
    await writeFile(join(at('talks'), '01-kernels.en.md'), deck)
    await met('talks')
    await copy('talks', 'talks copy')
    expect((await met('talks copy')).copyOf).toBeNull()
    await make('talks copy', tcp, 'id: talks\n')
    expect((await met('talks copy')).copyOf).toEqual({ folder: at('talks'), sameId: true })
  })

  test('that a browser made of a folder that was dropped again is the same course', async () => {
    const { make, met } = await courseFolders()
    await make('home/dropped/first-session/notes', tcp)
    await (await met('home/dropped/first-session/notes')).answer('q-a')
    await make('home/dropped/second-session/notes', { ...tcp, 'q-c': 'What is a port?' })
    for (const session of ['second', 'first', 'second']) {
      const dropped = await met(`home/dropped/${session}-session/notes`)
      expect(dropped).toMatchObject({ copyOf: null, movedFrom: [] })
      expect(dropped.answered()).toMatchObject(once)
    }
    await make('home/dropped/third-session/other', tcp)
    expect((await met('home/dropped/third-session/other')).copyOf).not.toBeNull()
  })

  test('that was given an id of its own at once is another course, and nobody asks', async () => {
    const { met, make } = await given()
    await make('notes copy', tcp, 'id: mine\n')
    expect(await met('notes copy')).toMatchObject({ key: 'id:mine', copyOf: null })
  })
})

describe('a course with an id', () => {
  test('is known by it, whatever else has changed', async () => {
    const { make, met, remove } = await courseFolders()
    await make('a', tcp, 'id: network\n')
    await (await met('a')).answer('q-a')
    await remove('a')
    await make('b', stew, 'id: network\n')
    expect((await met('b')).answered()).toEqual(once)
  })

  test('that was given it while its folder moved is known by it from then on', async () => {
    const { make, met, remove } = await courseFolders()
    await make('a', tcp)
    await (await met('a')).answer('q-a')
    await remove('a')
    await make('b', tcp, 'id: network\n')
    expect((await met('b')).answered()).toEqual(once)
    await remove('b')
    await make('c', stew, 'id: network\n')
    expect((await met('c')).answered()).toEqual(once)
  })

  test('that was given it later keeps what it had, on every device that reads the log', async () => {
    const { make, met, home, open } = await courseFolders()
    await make('notes', tcp)
    await (await met('notes')).answer('q-a')
    await make('notes', tcp, 'id: network\n')
    expect(await met('notes')).toMatchObject({ key: 'notes' })
    expect((await met('notes')).answered()).toEqual(once)
    expect((await open()).events().at(-1)).toMatchObject({ type: 'course', from: 'id:network', to: 'notes' })

    const other = await courseFolders()
    const { file, bytes } = await onlyLog(home.progress)
    await mkdir(other.home.progress, { recursive: true })
    await writeFile(join(other.home.progress, basename(file)), bytes)
    await other.make('anything', tcp, 'id: network\n')
    expect((await other.met('anything')).answered()).toEqual(once)
  })

  test('that was taken out or changed again keeps what it had', async () => {
    const { make, met } = await courseFolders()
    await make('notes', tcp, 'id: network\n')
    await (await met('notes')).answer('q-a')
    for (const yaml of ['title: Networks\n', 'id: networks\n']) {
      await make('notes', tcp, yaml)
      expect((await met('notes')).answered()).toEqual(once)
    }
  })

  test('does not take what was recorded under a folder of that name', async () => {
    const { make, met } = await courseFolders()
    await make('network', tcp)
    await (await met('network')).answer('q-a')
    await make('stew', stew, 'id: network\n')
    expect((await met('stew')).answered()).toEqual(never)
  })
})

test('two courses that each have an id are never one, however alike', async () => {
  const { make, met, remove } = await courseFolders()
  await make('a', tcp, 'id: one\n')
  await (await met('a')).answer('q-a')
  await remove('a')
  await make('b', tcp, 'id: two\n')
  expect((await met('b')).answered()).toEqual(never)
})

describe('what the version before had recorded', () => {
  test('counts as before: answers, settings and interviews, also once the folder is renamed', async () => {
    const { takeCourse, met, move } = await courseFolders({ home: 'one-course' })
    await takeCourse('tcp/notes', 'notes')
    for (const place of ['notes', 'network']) {
      if (place === 'network') await move('notes', 'network')
      const course = await met(place)
      expect(course.key).toBe('notes')
      expect(course.answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
      expect(paramsOf(course.history.progress(), course.key).newPerDay).toBe(3)
      expect(course.mocks()).toHaveLength(1)
    }
  })

  test('is found by what it asks where the folder was renamed before this version came', async () => {
    const { met, takeCourse } = await courseFolders({ home: 'one-course' })
    await takeCourse('tcp/notes', 'network')
    expect((await met('network')).answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
  })

  test('is not taken by another course that happens to have the name', async () => {
    const { met, takeCourse } = await courseFolders({ home: 'one-course' })
    await takeCourse('stew/notes', 'stew/notes')
    expect((await met('stew/notes')).answered()).toEqual({ 'q-a': 0, 'q-c': 0 })
    await takeCourse('tcp/notes', 'notes')
    expect((await met('notes')).answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
  })

  test('of two courses that shared a name goes to whom it can only belong', async () => {
    const { met, takeCourse } = await courseFolders({ home: 'shared-names', slides: 'slides' })
    for (const place of ['tcp/notes', 'stew/notes', 'own/docker']) await takeCourse(place, place)
    expect((await met('slides/docker')).answered()).toEqual({ 'q-a': 1, 'q-kernel': 1 })
    // Whose `q-a` was answered nobody can tell; the bundled course, and who comes first, keep it.
    expect((await met('own/docker')).answered()).toEqual({ 'q-a': 0, 'q-own': 1 })
    expect((await met('tcp/notes')).answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
    expect((await met('stew/notes')).answered()).toEqual({ 'q-a': 0, 'q-c': 1 })
  })

  test('of a course by its name goes before that of another whose folder is gone', async () => {
    const { make, met, copy, close, remove, home } = await courseFolders()
    await make('notes', tcp)
    await (await met('notes')).answer('q-a')
    await copy('notes', 'notes-2')
    await (await met('notes-2')).answer('q-b')
    await close()
    await rm(home.courses)
    await met('notes')
    await remove('notes')
    expect((await met('notes-2')).answered()).toEqual({ 'q-a': 0, 'q-b': 1 })
  })

  test('stays with the bundled course, whichever is met first', async () => {
    const { met, takeCourse } = await courseFolders({ home: 'shared-names', slides: 'slides' })
    await takeCourse('own/docker', 'docker')
    expect((await met('docker')).answered()).toEqual({ 'q-a': 0, 'q-own': 1 })
    expect((await met('slides/docker')).answered()).toEqual({ 'q-a': 1, 'q-kernel': 1 })
  })

  test('counts without the index of questions, too', async () => {
    const { met, takeCourse, home } = await courseFolders({ home: 'one-course' })
    await writeFile(join(home.progress, 'identity.json'), '{}')
    await takeCourse('tcp/notes', 'notes')
    expect((await met('notes')).answered()).toEqual({ 'q-a': 1, 'q-b': 1 })
  })
})

test('courses.json that was lost is made again from what folders hold and what the log says', async () => {
  const { make, met, home, close, copy } = await courseFolders()
  await make('a/notes', tcp)
  await make('b/notes', stew)
  await (await met('a/notes')).answer('q-a')
  await (await met('b/notes')).answer('q-b')
  await copy('a/notes', 'copy')
  await (await met('copy')).settle(false)
  await close()
  await writeFile(home.courses, '{ "courses": 1 }')
  expect((await met('b/notes')).answered()).toEqual({ 'q-a': 0, 'q-b': 1 })
  expect((await met('copy')).answered()).toEqual(never)
  expect((await met('a/notes')).answered()).toEqual(once)
})

test('an archive that was made under another name of the folder counts in the course that asks the same', async () => {
  const from = await courseFolders()
  await from.make('tcp', tcp)
  await (await from.met('tcp')).answer('q-a')
  await (await from.open()).exportTo(from.at('all.zip'))
  const to = await courseFolders()
  await to.make('network', tcp)
  await to.make('other', stew)
  expect((await to.met('network')).answered()).toEqual(never)
  await to.met('other')
  await (await to.open()).importFrom(from.at('all.zip'))
  expect((await to.met('network')).answered()).toEqual(once)
  expect((await to.met('other')).answered()).toEqual(never)
})
