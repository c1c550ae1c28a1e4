/**
 * Records reviews in a folder until it is killed: `node writer-process.js FOLDER`. Prints the id of each event once it is
 * told that the event is safe.
 */
import { writeSync } from 'node:fs'
import { openProgressLog } from '../../../src/services/progress/progress-log.ts'
import { review } from './given.ts'

const [folder = ''] = process.argv.slice(2)
const log = await openProgressLog({ folder, now: Date.now })
for (let count = 0; ; count += 1) {
  const event = await log.append(review('docker/vm', count))
  // At once, past any buffer: what was said is known to the parent even if this process dies now.
  writeSync(1, `${event.id}\n`)
}
