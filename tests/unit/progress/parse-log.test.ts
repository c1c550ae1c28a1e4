import { expect, it } from 'vitest'
import { parseLog, parseLogInTurns } from '../../../src/services/progress/parse-log.ts'
import { eventOf, line } from './given.ts'

const whole = Array.from({ length: 3000 }, (_, index) => line(eventOf('kim', index + 1)))
const damaged = whole.map((one, index) => (index % 700 === 699 ? one.replace('"v":1', '"v":7') : one))

it.each([
  ['whole', whole.join('')],
  ['empty', ''],
  ['short', whole[0] ?? ''],
  ['damaged', damaged.join('')],
  ['torn', damaged.join('').slice(0, -20)],
  ['without the end of its last line', whole.join('').slice(0, -1)],
  ['one line without an end', 'x'.repeat(600_000)],
  ['with the line ends of Windows', whole.join('').replaceAll('\n', '\r\n')],
])('a log is read alike at once and in turns: %s', async (_name, text) => {
  const bytes = Buffer.from(text)
  expect(await parseLogInTurns(bytes)).toEqual(parseLog(bytes))
})

it('a log that is read in turns lets others have theirs', async () => {
  let turns = 0
  const reading = parseLogInTurns(Buffer.from(whole.join('').repeat(3)))
  const counting = setInterval(() => (turns += 1), 0)
  await reading
  clearInterval(counting)
  expect(turns).toBeGreaterThan(0)
})
