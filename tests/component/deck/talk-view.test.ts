import { fake } from './fake-shell.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TalkSnapshot } from '../../../src/contract/talk.ts'
import { TalkView } from '../../../src/renderer/stage/talk-view.svelte.ts'
import { deckOf, deckWith } from './sample-deck.ts'

fake.install()

let view: TalkView
beforeEach(async () => {
  fake.present(deckOf(), [], { slide: 'list', step: 1 })
  view = new TalkView()
  await view.start()
  await expect.poll(() => view.slide?.id).toBe('list')
})
afterEach(() => view.stop())

const now = (): TalkSnapshot => {
  if (!fake.snapshot) throw new Error('no talk')
  return fake.snapshot
}
const hear = (snapshot: TalkSnapshot | null): void => fake.tell('talk:changed', snapshot)

test('whether there is a talk is known once the shell has said so', async () => {
  fake.end()
  const early = new TalkView()
  expect(early.isReady).toBe(false)
  await early.start()
  expect([early.isReady, early.snapshot]).toEqual([true, null])
  early.stop()
})

describe('news of the talk', () => {
  test('of before that comes late is no news', () => {
    const old = now()
    fake.intend({ type: 'goTo', place: { slide: 'myth', step: 1 } })
    expect(view.place).toEqual({ slide: 'myth', step: 1 })
    hear({ ...old, mode: 'black' })
    expect([view.place?.slide, view.snapshot?.mode]).toEqual(['myth', 'live'])
  })

  test('of the same revision counts, for holding a motion is not counted', () => {
    hear({ ...now(), scrub: 0.5 })
    expect(view.snapshot?.scrub).toBe(0.5)
    hear({ ...now(), scrub: null })
    expect(view.snapshot?.scrub).toBeNull()
  })

  test('of another talk counts, however young that is', () => {
    const old = now()
    fake.intend({ type: 'goTo', place: { slide: 'myth', step: 1 } })
    hear({ ...old, talkId: 'another', revision: 1 })
    expect(view.place).toEqual({ slide: 'list', step: 1 })
  })

  test('that it is over leaves nothing to show', () => {
    hear(null)
    expect([view.snapshot, view.reading, view.slide, view.place]).toEqual([null, null, null, null])
  })

  test('that it is about another deck shows nothing until that is there, and never the one before', async () => {
    const other = { ...deckOf(), ref: { ...deckOf().ref, name: 'another' } }
    fake.asked = []
    if (fake.reading) fake.reading = { ...fake.reading, deck: other, revision: 1 }
    hear({ ...now(), talkId: 'another', deck: other.ref })
    expect([view.reading, view.slide]).toEqual([null, null])
    expect(fake.asked).toEqual([{ name: 'deck:read', payload: { ref: other.ref } }])
    await expect.poll(() => view.reading?.deck.ref.name).toBe('another')
  })

  test('of the same deck does not have it read again', () => {
    fake.asked = []
    fake.intend({ type: 'next' })
    hear({ ...now(), talkId: 'another' })
    expect(fake.asked).toEqual([])
    expect(view.slide?.id).toBe('list')
  })

  test('after the last talk knows nothing of that one’s slides', async () => {
    fake.rewrite(deckWith('id: list', 'id: other'))
    await expect.poll(() => view.reading?.revision).toBe(2)
    const next = { ...now(), talkId: 'another', place: { slide: 'list', step: 1 } }
    hear(null)
    hear(next)
    await expect.poll(() => view.reading?.revision).toBe(2)
    expect(view.place).toEqual({ slide: 'cover', step: 1 })
  })

  test('comes no more once it is stopped', () => {
    view.stop()
    fake.intend({ type: 'goTo', place: { slide: 'myth', step: 1 } })
    expect(view.place?.slide).toBe('list')
  })
})

describe('news of the deck', () => {
  test('is read again, and the place is kept', async () => {
    fake.rewrite(deckWith('나르기: ', '나르고 받기: '))
    await expect.poll(() => view.reading?.revision).toBe(2)
    expect(view.place).toEqual({ slide: 'list', step: 1 })
  })

  test('that comes before the talk’s own leaves the place at what its slide is called now', async () => {
    const { reading } = fake
    if (!reading) throw new Error('no deck')
    fake.reading = { ...reading, deck: deckWith('id: list', 'id: another'), revision: 2 }
    fake.tell('deck:changed', { ref: deckOf().ref, revision: 2 })
    await expect.poll(() => view.reading?.revision).toBe(2)
    expect([view.snapshot?.place.slide, view.place]).toEqual(['list', { slide: 'another', step: 1 }])
    expect(view.slide?.id).toBe('another')
  })

  test('that has never had the place of the talk shows its first slide', () => {
    hear({ ...now(), place: { slide: 'nowhere', step: 1 } })
    expect(view.place).toEqual({ slide: 'cover', step: 1 })
  })

  test('of another deck is not for this window', () => {
    const before = fake.asked.length
    fake.tell('deck:changed', { ref: { ...deckOf().ref, name: 'another' }, revision: 9 })
    fake.tell('deck:changed', { ref: { ...deckOf().ref, lang: 'en' }, revision: 9 })
    expect(fake.asked).toHaveLength(before)
  })

  test('of before that comes late is not taken', async () => {
    const first = fake.reading
    fake.rewrite(deckWith('나르기: ', '나르고 받기: '))
    await expect.poll(() => view.reading?.revision).toBe(2)
    fake.reading = first
    const before = fake.asked.length
    fake.tell('deck:changed', { ref: deckOf().ref, revision: 1 })
    await expect.poll(() => fake.asked.length).toBe(before + 1)
    await Promise.resolve()
    expect(view.reading?.revision).toBe(2)
  })
})

describe('what goes wrong', () => {
  test('is told to who tried it', async () => {
    expect(await view.attempt(() => Promise.resolve())).toBe(true)
    expect(await view.attempt(() => Promise.reject(new Error('no')))).toBe(false)
  })

  test('is kept until something goes right', async () => {
    const { reading } = fake
    fake.reading = null
    fake.tell('deck:changed', { ref: deckOf().ref, revision: 2 })
    await expect.poll(() => view.failure?.code).toBe('not-found')
    expect(view.slide?.id).toBe('list')
    fake.reading = reading
    fake.tell('deck:changed', { ref: deckOf().ref, revision: 2 })
    await expect.poll(() => view.failure).toBeNull()
  })
})
