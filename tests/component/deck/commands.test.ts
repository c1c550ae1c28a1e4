import { fake } from '../library/fake-shell.ts'
import { expect, test } from 'vitest'
import type { Intent, TalkSnapshot } from '../../../src/contract/talk.ts'
import { actions, type Action, type KeyCommand } from '../../../src/core/keys/index.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { runCommand } from '../../../src/renderer/stage/commands.ts'
import type { TalkView } from '../../../src/renderer/stage/talk-view.svelte.ts'
import { deckOf, questions } from './sample-deck.ts'

/** What a command asks of the talk and of the shell, at a slide that asks a question and with the notes at a size. */
async function asked(action: Action, digit: number, snapshot: Partial<TalkSnapshot> = {}, notesScale = 1) {
  fake.reset()
  fake.settings = { ...fake.settings, notesScale }
  await look.start()
  fake.asked = []
  const deck = deckOf()
  const sent: Intent[] = []
  const view = {
    slide: deck.slides.find(({ id }) => id === 'list'),
    slides: deck.slides,
    reading: { questions },
    snapshot,
    send: (intent: Intent) => void sent.push(intent),
    attempt: (work: () => Promise<unknown>) => work(),
  }
  const isDone = runCommand(view as unknown as TalkView, { action, digit } as KeyCommand)
  return [isDone, ...sent, ...fake.asked]
}

test('keys ask of the talk and of the shell what they asked', async () => {
  const rows: string[] = []
  const row = async (name: string, ...given: Parameters<typeof asked>) =>
    rows.push(`${name}: ${JSON.stringify(await asked(...given))}`)
  for (const action of actions) await row(action, action, 1)
  for (const digit of [2, 3, 9]) await row(`followUp ${digit}`, 'followUp', digit)
  await row('leave when black', 'leave', 1, { mode: 'black' })
  await row('leave with the events open', 'leave', 1, { log: { event: null } as unknown as TalkSnapshot['log'] })
  for (const scale of [0.8, 0.9, 2.9, 3, 1.2])
    for (const action of ['notesLarger', 'notesSmaller', 'notesNormal'] as const)
      await row(`${action} at ${scale}`, action, 1, {}, scale)
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('commands.txt')
})
