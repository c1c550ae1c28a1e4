/**
 * A shell that does nothing but give a talk, until it is killed: `node talk-process.ts FOLDER [MS]`, with so long between
 * two keys. It prints the talk whenever windows are told of it, one JSON a line.
 */
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Intent } from '../../../src/contract/talk.ts'
import { openTalks } from '../../../src/services/talks/talks.ts'
import { longDeck } from './long-deck.ts'
import { noTrouble } from './no-trouble.ts'

const [folder = '', betweenMs = '0'] = process.argv.slice(2)
const talks = await openTalks({
  folder,
  now: Date.now,
  // At once, past any buffer: the parent knows what was shown even if this process is killed now.
  onChange: (snapshot) => writeSync(1, `${JSON.stringify(snapshot)}\n`),
  onPlace: () => undefined,
  onTrouble: noTrouble,
  // On a machine with many processes a write may take its time; here none is let go.
  journal: { patienceMs: 60_000 },
})
await talks.start(longDeck, undefined)
for (let round = 0; ; round += 1) {
  const intents: Intent[] = [{ type: 'next' }]
  if (round % 5 === 0) intents.push({ type: 'setKnob', scene: 'vm', knob: 'count', value: round })
  if (round % 7 === 0) intents.push({ type: 'goTo', place: { slide: `slide-${round % 40}`, step: 2 } })
  if (round % 11 === 0) intents.push({ type: 'back' })
  for (const intent of intents) {
    await talks.intend({ ...intent, at: Date.now() })
    if (betweenMs !== '0') await wait(Number(betweenMs))
  }
}
