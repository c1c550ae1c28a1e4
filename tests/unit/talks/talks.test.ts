import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Deck } from '../../../src/contract/deck.ts'
import { openTalks, type Talks } from '../../../src/services/talks/talks.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { noTrouble } from './no-trouble.ts'

const slide = (id: string, steps: number) => ({ id, steps }) as Deck['slides'][number]
const deckOf = (...slides: Deck['slides']): Deck => ({
  ref: { course: 'docker', name: 'deck', lang: 'ko' },
  file: 'deck.ko.md',
  title: '도커',
  emblem: 'sheet',
  minutes: null,
  slides,
  problems: [],
})
const deck = deckOf(slide('a', 1), slide('b', 3), slide('c', 2))
const minute = 60_000

/** A run of a shell at a time; `clock.at` moves that time on. */
async function run(folder: string, clock = { at: 1_790_000_000_000 }): Promise<Talks> {
  return openTalks({
    folder,
    now: () => clock.at,
    onChange: () => undefined,
    onPlace: () => undefined,
    onTrouble: noTrouble,
  })
}

describe('a talk that a run left unfinished', () => {
  it('is offered to the next run and taken up at the same step, with its clock, black and knobs', async () => {
    const folder = await temporaryFolder()
    const clock = { at: 1_790_000_000_000 }
    const first = await run(folder, clock)
    await first.start(deck, { slide: 'b', step: 1 })
    await first.intend({ type: 'next', at: clock.at })
    await first.intend({ type: 'setKnob', scene: 'vm', knob: 'count', value: 4, at: clock.at })
    await first.intend({ type: 'blackout', at: clock.at })
    const before = first.read()
    await first.close()

    clock.at += 5 * minute
    const second = await run(folder, clock)
    expect(second.read()).toBeNull()
    expect(second.unfinished()).toEqual({ deck: deck.ref, place: { slide: 'b', step: 2 }, title: '도커' })
    expect(await second.resume(deck)).toEqual(before)
    expect(second.unfinished()).toBeNull()
    await second.close()
  })

  it('is not written over by one that a later run begins, however many there are', async () => {
    const folder = await temporaryFolder()
    for (let runs = 1; runs <= 3; runs += 1) {
      const talks = await run(folder)
      await talks.start(deck, undefined)
      await talks.close()
      expect((await readdir(folder)).sort()).toEqual(
        [1, 2, 3].slice(0, runs).map((number) => `talk-00000${number}.jsonl`),
      )
    }
  })

  it('stops its clock at the last sign of life after a long silence', async () => {
    const folder = await temporaryFolder()
    const clock = { at: 1_790_000_000_000 }
    const first = await run(folder, clock)
    await first.start(deck, undefined)
    await first.intend({ type: 'next', at: clock.at })
    clock.at += 3 * minute
    await first.intend({ type: 'next', at: clock.at })
    await first.close()
    clock.at += 24 * 60 * minute
    const second = await run(folder, clock)
    expect((await second.resume(deck)).clock).toEqual({ elapsedMs: 3 * minute, runningSinceMs: null })
    await second.close()
  })

  it('keeps its place in a deck that was changed meanwhile', async () => {
    const folder = await temporaryFolder()
    const first = await run(folder)
    await first.start(deck, { slide: 'b', step: 3 })
    await first.close()
    const second = await run(folder)
    expect((await second.resume(deckOf(slide('new', 1), slide('a', 1), slide('b', 2)))).place).toEqual({
      slide: 'b',
      step: 2,
    })
    await second.close()
  })

  it.each([
    ['ending it', (talks: Talks) => talks.end()],
    [
      'ending another talk after it',
      async (talks: Talks) => {
        await talks.start(deck, undefined)
        await talks.end()
      },
    ],
  ])('is let go by %s', async (_how, act) => {
    const folder = await temporaryFolder()
    const first = await run(folder)
    await first.start(deck, undefined)
    await first.close()
    const second = await run(folder)
    await act(second)
    expect(second.unfinished()).toBeNull()
    expect((await run(folder)).unfinished()).toBeNull()
  })

  it('can be left and taken up again and again', async () => {
    const folder = await temporaryFolder()
    const first = await run(folder)
    await first.start(deck, undefined)
    await first.close()
    for (let round = 0; round < 3; round += 1) {
      const again = await run(folder)
      await again.resume(deck)
      await again.intend({ type: 'next', at: 1_790_000_000_000 })
      await again.close()
    }
    expect((await run(folder)).unfinished()?.place).toEqual({ slide: 'b', step: 3 })
  })

  it('is refused, and still there, while its deck has no slides', async () => {
    const folder = await temporaryFolder()
    const first = await run(folder)
    await first.start(deck, undefined)
    await first.close()
    const second = await run(folder)
    await expect(second.resume(deckOf())).rejects.toMatchObject({ failure: { code: 'deck-broken' } })
    expect(second.unfinished()).not.toBeNull()
  })
})

describe('journals on disk', () => {
  it('are kept for the last few talks, whatever the clock says', async () => {
    const folder = await temporaryFolder()
    const clock = { at: 1_790_000_000_000 }
    const talks = await run(folder, clock)
    for (let count = 0; count < 8; count += 1) {
      await talks.start(deck, undefined)
      clock.at -= 60 * minute
    }
    await talks.intend({ type: 'next', at: clock.at })
    await talks.close()
    expect((await readdir(folder)).sort()).toEqual([4, 5, 6, 7, 8].map((number) => `talk-00000${number}.jsonl`))
    expect((await run(folder, clock)).unfinished()?.place).toEqual({ slide: 'b', step: 1 })
  })

  it('that are no journals are kept aside, and the talk before them is offered', async () => {
    const folder = await temporaryFolder()
    const first = await run(folder)
    await first.start(deck, { slide: 'c', step: 2 })
    await first.close()
    await writeFile(join(folder, 'talk-000002.jsonl'), 'what is this\n')
    await writeFile(join(folder, 'talk-000003.jsonl'), '')
    await mkdir(join(folder, 'talk-000004.jsonl'))
    const second = await run(folder)
    expect(second.unfinished()?.place).toEqual({ slide: 'c', step: 2 })
    expect(second.keptAside().map(({ file }) => file)).toEqual(['talk-000004.jsonl', 'talk-000002.jsonl'])
  })

  it('with a bad line in the middle give what comes before it; the whole is kept aside once', async () => {
    const folder = await temporaryFolder()
    const first = await run(folder)
    await first.start(deck, undefined)
    await first.intend({ type: 'next', at: 1 })
    await first.settled()
    const file = join(folder, 'talk-000001.jsonl')
    await appendFile(file, 'x\ny\n')
    const whole = await readFile(file, 'utf8')
    const second = await run(folder)
    expect(await readFile(second.keptAside()[0]?.aside ?? '', 'utf8')).toBe(whole)
    expect((await run(folder)).keptAside()).toEqual([])
    const third = await run(folder)
    expect((await third.resume(deck)).place).toEqual({ slide: 'b', step: 1 })
    await third.close()
    await first.close()
  })
})

it('gives starting, ending and resuming that come at once their turn', async () => {
  const folder = await temporaryFolder()
  const talks = await run(folder)
  const [first, second] = await Promise.all([talks.start(deck, undefined), talks.start(deck, undefined), talks.end()])
  expect(first.talkId).not.toBe(second.talkId)
  expect(talks.read()).toBeNull()
  expect((await run(folder)).unfinished()).toBeNull()
})

describe('the clock of a talk that is taken up', () => {
  it.each([
    ['goes on over half an hour of silence', 30 * minute, { elapsedMs: 0, runningSinceMs: 1_790_000_000_000 }],
    ['stands after more than that', 30 * minute + 1, { elapsedMs: 0, runningSinceMs: null }],
  ])('%s', async (_what, silence, expected) => {
    const folder = await temporaryFolder()
    const clock = { at: 1_790_000_000_000 }
    const first = await run(folder, clock)
    await first.start(deck, undefined)
    await first.intend({ type: 'next', at: clock.at })
    await first.close()
    clock.at += silence
    const second = await run(folder, clock)
    expect((await second.resume(deck)).clock).toEqual(expected)
    await second.close()
  })
})

describe('what is told', () => {
  /** A run, and all that it told: where a talk is, and, `null`, that it ended. */
  async function toldRun(folder: string) {
    const told: unknown[] = []
    const talks = await openTalks({
      folder,
      now: () => 1_790_000_000_000,
      onChange: (snapshot) => told.push(snapshot && [snapshot.place, snapshot.mode]),
      onPlace: (ref, place) => told.push([ref.name, place]),
      onTrouble: noTrouble,
    })
    return { talks, told: () => told.splice(0) }
  }
  const next = { type: 'next', at: 1_790_000_000_000 } as const
  const [a, b1, b2] = [
    { slide: 'a', step: 1 },
    { slide: 'b', step: 1 },
    { slide: 'b', step: 2 },
  ]

  it('is each change once, its place first where that is another, and nothing of what changes nothing', async () => {
    const { talks, told } = await toldRun(await temporaryFolder())
    await talks.start(deck, undefined)
    expect(told()).toEqual([
      ['deck', a],
      [a, 'live'],
    ])
    await Promise.all([talks.intend(next), talks.intend(next)])
    expect(told()).toEqual([
      ['deck', b1],
      [b1, 'live'],
      ['deck', b2],
      [b2, 'live'],
    ])
    await talks.intend({ ...next, type: 'blackout' })
    await talks.intend({ ...next, type: 'goTo', place: b2 })
    expect(told()).toEqual([[b2, 'black']])
    await talks.end()
    expect(told()).toEqual([null])
    await talks.end()
    await talks.intend(next)
    expect(told()).toEqual([])
    await talks.close()
  })

  it('is a deck that was changed, where the talk is about it and in its language', async () => {
    const { talks, told } = await toldRun(await temporaryFolder())
    const shorter = deckOf(slide('b', 1))
    talks.reoutline(shorter)
    await talks.start(deck, b2)
    told()
    for (const other of [{ course: 'k8s' }, { name: 'other' }, { lang: 'en' as const }])
      talks.reoutline({ ...shorter, ref: { ...deck.ref, ...other } })
    await talks.settled()
    expect(told()).toEqual([])
    talks.reoutline(shorter)
    await talks.settled()
    expect(told()).toEqual([
      ['deck', b1],
      [b1, 'live'],
    ])
    await talks.close()
  })

  it('is not that an unfinished talk was let go, which nobody saw', async () => {
    const folder = await temporaryFolder()
    const first = await toldRun(folder)
    await first.talks.start(deck, undefined)
    await first.talks.close()
    const second = await toldRun(folder)
    await second.talks.end()
    expect(second.told()).toEqual([])
  })
})

it('gives a running talk to who takes it up again, and says where there is none', async () => {
  const talks = await run(await temporaryFolder())
  await expect(talks.resume(deck)).rejects.toMatchObject({ failure: { code: 'no-talk' } })
  await expect(talks.start(deckOf(), undefined)).rejects.toMatchObject({
    failure: { code: 'deck-broken', message: { en: 'deck.ko.md has no slides to show.' }, problems: [] },
  })
  expect(talks.read()).toBeNull()
  const started = await talks.start(deck, undefined)
  expect(await talks.resume(deckOf())).toEqual(started)
  await talks.close()
  expect(talks.read()).toBeNull()
})

it('takes the journal with the highest number for the newest, and no other file for one', async () => {
  const folder = await temporaryFolder()
  const first = await run(folder)
  await first.start(deck, { slide: 'c', step: 2 })
  await first.close()
  const journal = await readFile(join(folder, 'talk-000001.jsonl'))
  await writeFile(join(folder, 'talk-1000000.jsonl'), journal)
  await writeFile(join(folder, 'talk-999999.jsonl'), 'what is this\n')
  for (const name of ['talk-9999999.jsonl.aside', 'my-talk-9999999.jsonl', 'talk-99999.jsonl'])
    await writeFile(join(folder, name), 'not ours\n')
  const second = await run(folder)
  expect([second.unfinished()?.place, second.keptAside()]).toEqual([{ slide: 'c', step: 2 }, []])
  await second.start(deck, undefined)
  await second.close()
  expect((await readdir(folder)).filter((name) => name.startsWith('talk-1'))).toEqual([
    'talk-1000000.jsonl',
    'talk-1000001.jsonl',
  ])
})
