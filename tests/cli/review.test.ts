import { appendFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ReviewEvent } from '../../src/contract/review.ts'
import { homeAt } from '../../src/services/disk/home.ts'
import { firstInstance } from '../../src/services/instance/first-instance.ts'
import { smallestPng } from '../unit/smallest-png.ts'
import { lectern, lecternProcess, type Ran } from './lectern.ts'

let root = ''
let home = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-review-'))
})
beforeEach(async () => {
  home = await mkdtemp(join(root, 'home-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

interface Listed {
  readonly due: number
  readonly new: number
  readonly done: number
  readonly next: readonly { id: string; question: string; retrievability: number | null; kind: string; why: string }[]
}
interface Answered {
  readonly due: string
  readonly interval: number
}

/** Noon in Seoul on a day. */
const noonOn = (day: string): string => `${day}T12:00:00+09:00`
const today = '2026-11-24'
const vm = 'q-docker-vs-vm'
/** One mark for each of its key points. */
const marks = 'hit,hit,hit,hit,hit,half'

const envOn = (day: string) => ({ LECTERN_HOME: home, LECTERN_NOW: noonOn(day), TZ: 'Asia/Seoul' })
const run = (args: readonly string[], day = today, env: Record<string, string> = {}): Promise<Ran> =>
  lectern(['review', ...args], { ...envOn(day), ...env })

async function read<T>(args: readonly string[], day = today, code = 0): Promise<T> {
  const ran = await run([...args, '--json'], day)
  expect(ran).toMatchObject({ code, err: '' })
  return JSON.parse(ran.out) as T
}
const events = async (): Promise<readonly ReviewEvent[]> => (await read<{ events: ReviewEvent[] }>(['--log'])).events
const logFile = async (): Promise<string> => {
  const folder = join(home, 'progress')
  return join(folder, (await readdir(folder)).find((name) => name.endsWith('.jsonl')) ?? '')
}

describe('a new person', () => {
  test('is told of ten new questions and why, in the order of the session', async () => {
    const listed = await read<Listed>([])
    expect(listed).toMatchObject({ due: 0, new: 10, done: 0, limits: { due: 60, new: 10 }, gentle: false })
    expect(listed.next).toHaveLength(10)
    expect(listed.next[0]).toEqual({
      id: vm,
      question: 'Compare Docker with virtual machines.',
      retrievability: null,
      kind: 'new',
      why: 'never answered',
    })
    expect(listed.next[1]).toMatchObject({
      id: 'q-isolation',
      kind: 'follow-up',
      why: expect.stringContaining('Compare Docker') as string,
    })
  })

  test('reads the same in words, in the language of the system or the one asked for', async () => {
    const ran = await run([])
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toMatch(/^Docker: 0 to review today, 10 new, 0 answered today\nq-docker-vs-vm +Compare/)
    const korean = await run([], today, { LC_ALL: 'ko_KR.UTF-8' })
    expect(korean.out).toMatch(/^도커: 오늘 다시 볼 질문 0개, 새 질문 10개, 오늘 답한 질문 0개\nq-docker-vs-vm +도커와/)
    expect((await run(['--lang', 'ko'])).out).toBe(korean.out)
  })

  test('answers a question, which comes back by its interval', async () => {
    const answered = await read<Answered>(['--answer', vm, '--points', marks])
    expect(answered).toEqual({ id: vm, grade: 'good', suggested: 'good', due: '2026-11-27', interval: 3, reviews: 1 })
    expect(await read<Listed>([])).toMatchObject({ due: 0, new: 9, done: 1 })
    expect(await read<Listed>([], '2026-11-26')).toMatchObject({ due: 0, new: 10, done: 0 })
    const back = await read<Listed>([], answered.due)
    expect(back).toMatchObject({ due: 1, new: 10, done: 0 })
    expect(back.next[0]).toMatchObject({ id: vm, kind: 'due', why: 'due since 2026-11-27 (good on 2026-11-24)' })
    expect(back.next[0]?.retrievability).toBeGreaterThan(0.8)
    expect(back.next[0]?.retrievability).toBeLessThan(1)

    const again = await read<Answered>(['--answer', vm, '--points', 'hit,hit,hit,hit,hit,hit'], answered.due)
    expect(again).toMatchObject({ grade: 'good', reviews: 2 })
    expect(again.interval).toBeGreaterThan(answered.interval)
    expect((await read<Listed>([], again.due)).next.map(({ id }) => id)).toContain(vm)
  })

  test('looks ahead, at what is weak, and at one deck', async () => {
    await run(['--answer', vm, '--points', marks])
    await run(['--answer', 'q-isolation', '--gave-up'])
    const ids = async (...args: string[]) => (await read<Listed>(args, '2026-11-25')).next.map(({ id }) => id)
    expect(await ids('--mode', 'ahead')).toEqual([vm])
    expect(await ids('--mode', 'weak')).toEqual(['q-isolation', vm])
    expect(await ids('--mode', 'weak', '--topic', '02-isolation')).toEqual(['q-isolation'])
    expect((await run(['--topic', '02-isolatoin'])).err).toContain('02-isolation?')
  })
})

describe('an answer', () => {
  test('keeps the suggested and the chosen grade, hints and time', async () => {
    const answer = ['--answer', vm, '--points', marks, '--grade', 'easy', '--hints', '1', '--ms', '90000']
    expect(await read(answer)).toMatchObject({ grade: 'easy', suggested: 'hard' })
    const [event] = await events()
    expect(event).toMatchObject({ type: 'review', card: `docker/${vm}`, mode: 'script', hints: 1, ms: 90_000 })
    expect(event).toMatchObject({ day: today, tz: 540, grade: 'easy', suggested: 'hard', gaveUp: false })
    expect(event).toMatchObject({ points: ['hit', 'hit', 'hit', 'hit', 'hit', 'half'] })
  })

  test('that was not measured is never easy', async () => {
    for (const day of ['2026-11-24', '2026-12-01']) await run(['--answer', vm, '--grade', 'good'], day)
    const all = ['--answer', vm, '--points', 'hit,hit,hit,hit,hit,hit']
    expect(await read(all, '2027-01-10')).toMatchObject({ suggested: 'good', reviews: 3 })
    await run(['--undo'], '2027-01-10')
    expect(await read([...all, '--ms', '1000'], '2027-01-10')).toMatchObject({ suggested: 'easy', reviews: 3 })
  })

  test('that is wrong is refused in a sentence, and nothing is recorded', async () => {
    const wrong = [
      [['--answer', 'q-docker-vs-v', '--points', marks], 'Did you mean q-docker-vs-vm?'],
      [['--answer', vm, '--points', 'hit'], 'key points in the question: 6, marks given: 1'],
      [['--answer', vm], 'no grade is suggested'],
      [['--answer', vm, '--grade', 'good', '--course', 'dokcer'], 'Did you mean docker?'],
    ] as const
    for (const [args, sentence] of wrong) {
      const ran = await run(args)
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.err).toContain(sentence)
    }
    expect(await events()).toEqual([])
  })
})

describe('an undo', () => {
  test('takes back the newest and says what, across runs, until there is nothing', async () => {
    await run(['--answer', vm, '--points', marks])
    await run(['--answer', 'q-isolation', '--grade', 'again'])
    expect(await read(['--undo'])).toMatchObject({ undone: { id: 'q-isolation', event: { grade: 'again' } } })
    const words = await run(['--undo'])
    expect(words).toMatchObject({ code: 0, err: '' })
    expect(words.out).toContain('Undone: 2026-11-24 12:00  answer  docker/q-docker-vs-vm  good')
    expect(words.out).toContain('Compare Docker with virtual machines.')
    expect(await read(['--undo'], today, 1)).toEqual({ undone: null })
    expect(await run(['--undo'])).toMatchObject({ code: 1, out: 'There is nothing to undo.\n' })
    expect(await read<Listed>([])).toMatchObject({ new: 10, done: 0 })
    expect((await events()).map(({ type }) => type)).toEqual(['review', 'review', 'undo', 'undo'])
  })
})

describe('the log', () => {
  test('with a torn line says so once, keeps what was cut off, and goes on', async () => {
    await run(['--answer', vm, '--points', marks])
    const torn = '{"v":1,"seq":2,"id":"to'
    await appendFile(await logFile(), torn)
    const first = await run(['--log', '--json'])
    expect(first.code).toBe(1)
    expect(first.err).toContain('was only half written')
    const log = JSON.parse(first.out) as { events: unknown[]; quarantined: unknown[]; notices: unknown[] }
    expect(log).toMatchObject({ events: [{ type: 'review' }], quarantined: [{ line: 2, text: torn }] })
    expect(log.notices).toMatchObject([{ kind: 'torn', count: 1 }])
    expect(first.out.split('\n').filter((line) => line.startsWith('{"v":1'))).toHaveLength(1)

    const second = await run(['--log'])
    expect(second).toMatchObject({ code: 0, err: '' })
    expect(second.out).toContain('2026-11-24 12:00  answer  docker/q-docker-vs-vm  good  hit, hit, hit, hit, hit, half')
    expect(second.out).toContain(`:2  ${torn}`)
    expect(await read(['--answer', 'q-isolation', '--grade', 'good'])).toMatchObject({ reviews: 1 })
    expect(await events()).toHaveLength(2)
  })

  test('with a damaged line inside is read around it, whatever is asked', async () => {
    await run(['--answer', vm, '--points', marks])
    await run(['--answer', 'q-isolation', '--grade', 'good'])
    const file = await logFile()
    await writeFile(file, (await readFile(file, 'utf8')).replace('"grade":"good"', '"grade":"easy"'))
    const ran = await run(['--json'])
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('Damaged lines') as string })
    expect(JSON.parse(ran.out)).toMatchObject({ done: 1, new: 9 })
    expect(await read(['--log'])).toMatchObject({ events: [{ seq: 2 }], quarantined: [{ line: 1 }], notices: [] })
  })

  test('makes no backup for every run', async () => {
    for (const id of [vm, 'q-isolation', 'q-kernel']) await run(['--answer', id, '--grade', 'good'])
    expect((await readdir(join(home, 'progress', 'backups'))).length).toBeLessThan(2)
  })
})

test('while Lectern runs on the folder everything that opens the record is refused', async () => {
  const instance = await firstInstance(homeAt(home).lock)
  if (!instance.isFirst) throw new Error('nobody else uses this folder')
  for (const args of [[], ['--log'], ['--undo'], ['--answer', vm, '--grade', 'good']]) {
    const ran = await lecternProcess(['review', ...args], envOn(today))
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain(`Lectern is using this folder (process ${process.pid}, since `)
  }
  await instance.release()
  expect(await events()).toEqual([])
})

test.each(
  [
    ['--answer', vm, '--points', 'hit,maybe'],
    ['--answer', vm, '--grade', 'fine'],
    ['--answer', vm, '--ms', '-1'],
    ['--undo', '--log'],
    ['--log', '--mode', 'weak'],
    ['--points', 'hit'],
    ['--mode', 'all'],
    ['--lang', 'fr'],
    ['docker'],
  ].map((args) => [args.join(' '), args] as const),
)('%s is no usage', async (_, args) => {
  const ran = await run(args)
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain('usage: lectern review')
})

test('a moment that is no date is said', async () => {
  const ran = await run([], today, { LECTERN_NOW: 'tomorrow' })
  expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('LECTERN_NOW') as string })
})

describe('a folder of one’s own', () => {
  const question = (id: string) =>
    `---\nid: ${id}\nlayout: question\nlevel: 기본\ncore: [1]\n---\n\n## ${id}?\n\n### 한 줄\n\n네.\n\n### 답변\n\n길게.\n\n### 핵심\n\n- 하나\n- 둘\n\n`
  let folder = ''
  const exported = (args: readonly string[], file: string): Promise<Ran> =>
    lectern(['export', folder, '--format', 'anki', '-o', file, ...args], envOn(today))
  beforeEach(async () => {
    folder = await mkdtemp(join(root, 'notes-'))
    await writeFile(join(folder, 'questions.ko.md'), question('q-a') + question('q-b'))
  })

  test('is reviewed by its path, and a renamed question keeps its progress', async () => {
    expect((await read<Listed>(['--course', folder])).next.map(({ id }) => id)).toEqual(['q-a', 'q-b'])
    expect(await read(['--course', folder, '--answer', 'q-a', '--points', 'hit,hit'])).toMatchObject({ grade: 'good' })
    await writeFile(join(folder, 'questions.ko.md'), question('q-a').replace('id: q-a', 'id: q-new') + question('q-b'))
    expect(await read<Listed>(['--course', folder])).toMatchObject({ done: 1, next: [{ id: 'q-b' }] })
  })

  test('with errors in its questions tells them and exits with 1; an id that stands twice makes no card', async () => {
    await writeFile(join(folder, 'questions.ko.md'), question('q-a') + question('q-b') + question('q-a'))
    const ran = await run(['--course', folder, '--json'])
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/questions\.ko\.md:\d+:5 {2}error .*\(duplicate-id\)/)
    expect((JSON.parse(ran.out) as Listed).next.map(({ id }) => id)).toEqual(['q-a', 'q-b'])
  })

  test('brings the images of its questions along to Anki, in the one file', async () => {
    const shown = '![a](<그림 1.png>){dark=night.png} ![b](Other.png "x") ![c](none.png)'
    for (const name of ['그림 1.png', 'night.png', 'other.png']) await writeFile(join(folder, name), smallestPng)
    await writeFile(
      join(folder, 'questions.ko.md'),
      question('q-a').replace('길게.', shown).replace('- 둘', '- ![d](other.png)'),
    )
    const file = join(home, 'cards.txt')
    expect(await exported([], file)).toMatchObject({ code: 0 })
    const images = (await readFile(file, 'utf8')).match(/<img [^>]*>/g)
    const address = `src=""data:image/png;base64,${smallestPng.toString('base64')}""`
    expect(images?.map((image) => [/alt=""(.)""/.exec(image)?.[1], image.includes(address)])).toEqual([
      ['d', true],
      ['a', true],
      ['b', true],
      ['c', false],
    ])
  })

  test('is written for Anki, and the file tells its questions', async () => {
    const file = join(home, 'cards.txt')
    const written = await exported(['--json'], file)
    expect(written).toMatchObject({ code: 0, err: '' })
    const text = await readFile(file, 'utf8')
    expect(JSON.parse(written.out)).toEqual({ file, questions: 2, bytes: Buffer.byteLength(text) })
    await rm(join(folder, 'questions.ko.md'))
    await writeFile(join(folder, 'questions.ko.md'), question('q-b'))
    const course = folder.slice(root.length + 1)
    expect(await read(['--anki-ids', file, '--course', folder])).toEqual({
      course,
      ids: [
        { id: `${course}/q-a`, known: false },
        { id: `${course}/q-b`, known: true },
      ],
    })
    // What only Korean has is written in that.
    const english = await exported(['--lang', 'en', '--json'], file)
    expect([english.code, (JSON.parse(english.out) as { questions: number }).questions]).toEqual([0, 1])
    const before = await readFile(file, 'utf8')
    await writeFile(join(folder, 'questions.ko.md'), '---\ntitle: 질문\nlang: ko\n---\n')
    expect(await exported([], file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('has no questions') as string,
    })
    expect(await readFile(file, 'utf8')).toBe(before)
    expect(await exported(['--steps', 'all'], file)).toMatchObject({ code: 2 })
    expect((await run(['--anki-ids', join(home, 'none.txt')])).err).toContain('Not found')
  })

  test('keeps its progress and its notes in Anki when question and folder get other names, also while Lectern runs', async () => {
    const guids = async (): Promise<unknown> => {
      const file = join(home, 'cards.txt')
      expect(await exported([], file)).toMatchObject({ code: 0, err: '' })
      return (await readFile(file, 'utf8')).match(/^lectern:\S+/gmu)
    }
    const before = await guids()
    await read(['--course', folder, '--answer', 'q-a', '--grade', 'good'])
    await writeFile(join(folder, 'questions.ko.md'), question('q-a').replace('id: q-a', 'id: q-new') + question('q-b'))
    const lectern = await firstInstance(homeAt(home).lock)
    expect(await guids()).toEqual(before)
    if (lectern.isFirst) await lectern.release()
    await rename(folder, `${folder}-2027`)
    folder = `${folder}-2027`
    expect(await guids()).toEqual(before)
    expect(await read<Listed>(['--course', folder])).toMatchObject({ done: 1, next: [{ id: 'q-b' }] })
    expect(await read(['--anki-ids', join(home, 'cards.txt'), '--course', folder])).toMatchObject({
      ids: [{ known: true }, { known: true }],
    })
  })

  test('answered while the clock was a lifetime ahead comes back in days, not in a lifetime', async () => {
    const answer = ['--course', folder, '--answer', 'q-a', '--grade', 'good']
    expect(await read<Answered>(answer, '2099-01-01')).toMatchObject({ due: '2099-01-04', reviews: 1 })
    const due = { due: 1, next: [{ id: 'q-a', kind: 'due' }, { id: 'q-b' }] }
    expect(await read<Listed>(['--course', folder])).toMatchObject(due)
    const again = await read<Answered>(answer)
    expect(again).toMatchObject({ reviews: 2 })
    expect(again.due < '2026-12-31').toBe(true)
    expect(await read<Listed>(['--course', folder], again.due)).toMatchObject(due)
  })

  test('that may be a copy says so, and what it asks is new until the person has said what it is', async () => {
    await read(['--course', folder, '--answer', 'q-a', '--grade', 'good'])
    const copy = `${folder}-copy`
    await cp(folder, copy, { recursive: true })
    for (let time = 0; time < 2; time += 1) {
      const listed = await run(['--course', copy])
      expect(listed).toMatchObject({ code: 0, out: expect.stringContaining('2 new, 0 answered') as string })
      expect(listed.err).toContain(`has the same questions as ${folder}. Say in Lectern’s window`)
    }
    expect((await run(['--course', copy, '--lang', 'ko'])).err).toContain(`${folder} 강의와 질문이 같아요.`)
    await writeFile(join(copy, 'course.yaml'), 'id: of-my-own\n')
    expect(await run(['--course', copy])).toMatchObject({ err: '' })
  })
})

test('the bundled course is written for Anki in both languages', async () => {
  const idsOf = async (lang: string): Promise<unknown> => {
    const file = join(home, `${lang}.txt`)
    await lectern(['export', 'docker', '--format', 'anki', '--lang', lang, '-o', file], envOn(today))
    return read(['--anki-ids', file])
  }
  const [korean, english] = [await idsOf('ko'), await idsOf('en')]
  expect(korean).toEqual(english)
  expect((korean as { ids: { known: boolean }[] }).ids.every(({ known }) => known)).toBe(true)
})
