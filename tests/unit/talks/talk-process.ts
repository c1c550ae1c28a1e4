/**
 * A shell that does nothing but give a talk, until it is killed: `node talk-process.ts FOLDER`.
 * After each flush of the journal it prints the talk as it is then known to be on disk, one JSON a line.
 */
import { writeSync } from 'node:fs'
import { openTalks } from '../../../src/services/talks/talks.ts'
import { longDeck } from './long-deck.ts'

const [folder = ''] = process.argv.slice(2)
const talks = await openTalks({
  folder,
  now: Date.now,
  onChange: () => undefined,
  onPlace: () => undefined,
  onTrouble: (trouble) => {
    if (trouble) throw trouble
  },
})
await talks.start(longDeck, undefined)
for (let round = 0; ; round += 1) {
  const at = Date.now()
  talks.intend({ type: 'next', at })
  if (round % 5 === 0) talks.intend({ type: 'setKnob', scene: 'vm', knob: 'count', value: round, at })
  if (round % 7 === 0) talks.intend({ type: 'goTo', place: { slide: `slide-${round % 40}`, step: 2 }, at })
  if (round % 11 === 0) talks.intend({ type: 'back', at })
  const known = talks.read()
  await talks.settled()
  // At once, past any buffer: the parent knows how far this came even if it is killed now.
  writeSync(1, `${JSON.stringify(known)}\n`)
}
