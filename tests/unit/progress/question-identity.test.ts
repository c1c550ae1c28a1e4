import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/contract/deck.ts'
import { likeness, plain, rematch, type CardPrints } from '../../../src/core/review/rematch.ts'
import { openQuestionIdentity, type CourseQuestions } from '../../../src/services/progress/question-identity.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { noon, openLog } from './given.ts'

const points = [
  '커널을 공유한다',
  '네임스페이스로 격리한다',
  'cgroup으로 자원을 제한한다',
  '이미지는 레이어다',
  '시작이 빠르다',
]
const print = (text: string, list: readonly string[] = points, path: readonly string[] = []): CardPrints['prints'] => ({
  ko: { path, text: plain(text), points: list.map(plain) },
})
const card = (id: string, prints: CardPrints['prints']): CardPrints => ({ card: `docker/${id}`, prints })
const alias = (from: string, to: string): object => ({ from: `docker/${from}`, to: `docker/${to}` })

describe('a question that got another id', () => {
  it('is found by its text, whatever its form of letters, case, spaces and punctuation', () => {
    const old = card('vm', print('컨테이너와 VM의 차이는?', []))
    const fresh = card('vm-2', print('  컨테이너와  vm의 차이는'.normalize('NFD'), ['다른 것']))
    expect(rematch([old], [fresh])).toEqual([alias('vm', 'vm-2')])
  })

  it('is found by nearly all of its points: one of five may be another, and typos count for nothing', () => {
    const edited = ['커널을 공유해요', ...points.slice(1, 4), '전혀 다른 이야기']
    expect(
      rematch([card('a', print('가'))], [card('b', print('나', [...points.slice(0, 4), '전혀 다른 이야기']))]),
    ).toEqual([alias('a', 'b')])
    expect(likeness(plain('네임스페이스로 격리한다'), plain('네임스페이스로 격리함'))).toBeGreaterThan(0.8)
    expect(rematch([card('a', print('가'))], [card('b', print('나', [...edited.slice(1), '또 다른']))])).toEqual([])
    expect(rematch([card('a', print('가', points.slice(0, 2)))], [card('b', print('나', points.slice(0, 2)))])).toEqual(
      [],
    )
  })

  it('is found in either language', () => {
    const en = { en: { path: [], text: 'what is an image', points: [] } }
    expect(rematch([card('a', { ...print('가', []), ...en })], [card('b', { ...print('나', []), ...en })])).toEqual([
      alias('a', 'b'),
    ])
    expect(rematch([card('a', en)], [card('b', print('나'))])).toEqual([])
  })

  it('is left alone where there is more than one candidate, unless the place tells which', () => {
    const twice = [card('b', print('같은 질문', [], ['1'])), card('c', print('같은 질문', [], ['2']))]
    expect(rematch([card('a', print('같은 질문', [], ['3']))], twice)).toEqual([])
    expect(rematch([card('a', print('같은 질문', [], ['2']))], twice)).toEqual([alias('a', 'c')])
  })

  it('is never one that is still there, or was there before', () => {
    const [a, b] = [card('a', print('같은 질문')), card('b', print('같은 질문'))]
    expect(rematch([a], [a, b])).toEqual([])
    expect(rematch([a, b], [b])).toEqual([])
  })

  it('gives each card to one at most, in any case', () => {
    const cards = fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('가', '나', '다')), {
        selector: ([id]) => id,
      })
      .map((list) => list.map(([id, text]) => card(id, print(text, points.slice(0, text === '가' ? 5 : 2)))))
    fc.assert(
      fc.property(cards, cards, (known, present) => {
        const found = rematch(known, present)
        expect(new Set(found.map(({ from }) => from)).size).toBe(found.length)
        expect(new Set(found.map(({ to }) => to)).size).toBe(found.length)
        expect(rematch(known, present)).toEqual(found)
      }),
    )
  })
})

const question = (id: string, text: string): Question => ({
  id,
  line: 1,
  text,
  titleHtml: '',
  level: null,
  oneLineHtml: '',
  answerHtml: '',
  keyPoints: points.map((point) => ({ html: '', text: point, core: false })),
  mistakes: [],
  sources: [],
  followups: [],
  picture: null,
})
const course = (...ids: readonly string[]): CourseQuestions => ({
  course: 'docker',
  questions: { ko: ids.map((id) => ({ question: question(id, '같은 질문'), path: [] })) },
})

describe('the index of questions', () => {
  it('records an alias once, keeps what vanished, and knows a chain of names', async () => {
    const folder = await temporaryFolder()
    const log = await openLog(folder)
    const open = (): ReturnType<typeof openQuestionIdentity> => openQuestionIdentity(folder, { now: () => noon })
    expect(await (await open()).meet(course('a'), log)).toBe(0)
    expect(await (await open()).meet(course('b'), log)).toBe(1)
    expect(await (await open()).meet(course('b'), log)).toBe(0)
    // A course that has nothing at the moment has lost nothing.
    expect(await (await open()).meet(course(), log)).toBe(0)
    expect(await (await open()).meet(course('c'), log)).toBe(1)
    expect(log.events()).toMatchObject([
      { type: 'alias', ...alias('a', 'b') },
      { type: 'alias', ...alias('b', 'c') },
    ])
    const index = JSON.parse(await readFile(join(folder, 'identity.json'), 'utf8')) as { cards: object }
    expect(Object.keys(index.cards)).toEqual(['docker/a', 'docker/b', 'docker/c'])
    await log.close()
  })

  it('is written once the alias is recorded: cut short in between, the question is found again', async () => {
    const folder = await temporaryFolder()
    const open = (): ReturnType<typeof openQuestionIdentity> => openQuestionIdentity(folder, { now: () => noon })
    const log = await openLog(folder)
    await (await open()).meet(course('a'), log)
    const before = await readFile(join(folder, 'identity.json'), 'utf8')
    const recording = Promise.withResolvers<never>()
    const meeting = (await open()).meet(course('b'), { events: () => [], append: () => recording.promise })
    recording.reject(new Error('the disk is full'))
    await expect(meeting).rejects.toThrow('the disk is full')
    expect(await readFile(join(folder, 'identity.json'), 'utf8')).toBe(before)
    await log.close()
  })

  it('that is damaged is kept aside and made again', async () => {
    const folder = await temporaryFolder()
    const log = await openLog(folder)
    await writeFile(join(folder, 'identity.json'), '{"cards":{"docker/a":7}}')
    const identity = await openQuestionIdentity(folder, { now: () => noon })
    expect(identity.keptAside).toMatchObject({ file: 'identity.json' })
    await identity.meet(course('a'), log)
    expect((await openQuestionIdentity(folder, { now: () => noon })).keptAside).toBeNull()
    await log.close()
  })

  it('takes over the cards of another index, its own first', async () => {
    const [folder, from] = [await temporaryFolder(), await temporaryFolder()]
    const log = await openLog(folder)
    await (await openQuestionIdentity(from, { now: () => noon })).meet(course('a'), log)
    const identity = await openQuestionIdentity(folder, { now: () => noon })
    await identity.add(await readFile(join(from, 'identity.json'), 'utf8'))
    await identity.add('nonsense')
    expect(await identity.meet(course('b'), log)).toBe(1)
    await log.close()
  })
})
