import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { frameAt, type Knobs, type Scene } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { eventAt, type EventRef, type TraceEvent } from '../../../src/core/traces/digest.ts'
import { cornersAt, words } from './inspect.ts'
import { view } from './rough.ts'

/** What stands on a mark or flight that is tied to a recorded event: the event, and the words line by line. */
interface Tied {
  readonly key: string
  readonly ref: EventRef
  readonly event: TraceEvent
  readonly lines: readonly string[]
}

function tiedIn(scene: Scene, step: string, knobs: Knobs, lang: (typeof langs)[number]): readonly Tied[] {
  const frame = frameAt(scene, step, knobs, view(lang))
  const written = words(frame.marks, () => 0)
  const short = [...frame.marks, ...frame.flights].flatMap((mark) =>
    mark.kind === 'packet' || mark.kind === 'badge' ? [{ key: mark.key, text: mark.text }] : [],
  )
  return Object.entries<EventRef>(frame.links).map(([key, ref]) => {
    const lines = [...written, ...short].filter((one) => one.key === key).map(({ text }) => text)
    return { key, ref, event: eventAt(scene.digests ?? [], ref).event, lines }
  })
}

/** Every number that an event holds, also those inside of its texts. */
const numbersOf = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value]
  if (typeof value === 'string') return [...value.matchAll(/\d+(?:\.\d+)?/g)].map(Number)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...numbersOf(name), ...numbersOf(inner)])
}

/** Whether a number as a picture writes it (rounded, in thousands, without its beginning) is one of an event's. */
function isOf(event: TraceEvent, shown: string): boolean {
  const json = JSON.stringify(event)
  if (/^[0-9a-f]{4,}$/.test(shown) && json.includes(shown)) return true
  const [value, decimals] = [Number(shown.replaceAll(',', '')), shown.split('.')[1]?.length ?? 0]
  const units = [1, 1000, 1_000_000, 1024, 1_048_576]
  return numbersOf(event).some((number) =>
    units.some((unit) => Math.abs(number / unit - value) <= 0.5000001 * 10 ** -decimals),
  )
}

/** Numbers that are no event's own: they count, add up or divide what several events hold, or number the rows. */
const ofSeveral: readonly RegExp[] = [
  // The order of what happens.
  /^(IS-3 step-|EF-1[01] gate\/)/,
  // What a command cut short begins with, and the answer of the kernel that another event holds.
  /^IS-[78] panel\/session-/,
  /^EF-12 told/,
  // Counted out of masks, filters and lists.
  /^IS-(9 do\/count|10 right\/(cap|seccomp)|9 gate\/seccomp|10 cpu\/limit)/,
  /^EF-10 log\/engine-28\.5\/path-docker-run-syscalls#106$/,
  /^EF-11 log\/engine-28\.5\/path-docker-run-syscalls#145$/,
  /^IL-2 lifted"/,
  // From one event to another.
  /^IS-2 panel\/signal-/,
  /^(EF-4 wire\/sum|EF-8 log\/note|EF-11 net\/name)/,
  /^IL-(6|7|9|11) /,
  /^HP-6 asked-3"/,
  // A word with digits in it, and the digest of what a call carries, which the call itself does not say.
  /^HP-2 file$/,
  /^HP-[89] log\/engine-28\.5\/registry-push-(first#15|app-b#17)$/,
]

describe.each(scenes)('$id', (scene) => {
  const tied = langs.flatMap((lang) =>
    scene.steps.flatMap(({ id }) =>
      cornersAt(scene, id).flatMap((knobs) => tiedIn(scene, id, knobs, lang).map((one) => ({ id, ...one }))),
    ),
  )

  it('shows on what is tied to an event no numbers but the event’s', () => {
    const wrong = new Set<string>()
    for (const { id, key, ref, event, lines } of tied) {
      if (ofSeveral.some((pattern) => pattern.test(`${id} ${key}`))) continue
      for (const line of lines)
        for (const [shown] of line.matchAll(/[0-9a-f]{8,}|\d[\d,]*(?:\.\d+)?/g))
          if (!isOf(event, shown)) wrong.add(`${id} ${key}: ${shown} of "${line}" is not in ${ref}`)
    }
    expect([...wrong]).toEqual([])
  })

  it('shows in the row of an event its own time, and in a terminal the command that was typed', () => {
    const wrong = new Set<string>()
    for (const { id, key, ref, event, lines } of tied) {
      const times = lines.flatMap((line) => [...line.matchAll(/([\d,.]+) ms/g)].map(([, ms = '']) => ms))
      if (['log', 'requests'].some((list) => key === `${list}/${ref}`) && times.length > 0) {
        const isOwn = times.some((ms) => isOf({ n: 0, t_ms: event.t_ms, summary: '' }, ms))
        if (!isOwn) wrong.add(`${id} ${key}: ${times.join()} is not when ${ref} was`)
      }
      const [command, typed] = [event.request?.['command'], lines.filter((line) => line.startsWith('$ '))]
      if (typeof command !== 'string' || typed.length === 0) continue
      // Cut or broken where it is long: its first words tell.
      const startOf = (line: string): string => {
        const [whole = ''] = line.slice(2).split(/…|\\$/)
        return whole.trim().split(/\s+/).slice(0, 3).join(' ')
      }
      const ran = command.trim().replaceAll(/\s+/g, ' ')
      if (!typed.some((line) => ran.startsWith(startOf(line)))) wrong.add(`${id} ${key}: ${ref} ran ${ran}`)
    }
    expect([...wrong]).toEqual([])
  })
})
