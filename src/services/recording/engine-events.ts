import * as v from 'valibot'
import type { Engine } from './engine.ts'
import type { OwnMark } from './own-objects.ts'
import { problems } from './problems.ts'
import { toHundredths, type RecordedEvent } from './trace.ts'

const eventSchema = v.object({
  Type: v.string(),
  Action: v.string(),
  Actor: v.object({ ID: v.string(), Attributes: v.nullish(v.record(v.string(), v.string())) }),
  timeNano: v.number(),
})
type EngineEvent = v.InferOutput<typeof eventSchema>

const seconds = (ms: number): string => (ms / 1000).toFixed(6)

/** How long after the last command an event may still come: the end of a process is told after its exit code. */
const lateMs = 200

function eventsIn(text: string): EngineEvent[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const event = v.safeParse(eventSchema, JSON.parse(line))
      return event.success ? [event.output] : []
    })
}

/** The events of our containers and images, and of networks where they concern our containers. */
function ours(events: readonly EngineEvent[], mark: OwnMark, images: readonly string[]): EngineEvent[] {
  const isMarked = ({ Actor }: EngineEvent): boolean => Actor.Attributes?.[mark.label] === mark.value
  const containers = new Set(
    events.filter((event) => event.Type === 'container' && isMarked(event)).map((e) => e.Actor.ID),
  )
  return events.filter((event) => {
    const { ID, Attributes } = event.Actor
    if (event.Type === 'network') return containers.has(Attributes?.['container'] ?? '')
    if (event.Type === 'image')
      return isMarked(event) || images.some((name) => ID === name || Attributes?.['name'] === name)
    return isMarked(event)
  })
}

/** What the engine told its subscribers about ours between two times of `now`, as events of a trace. */
export async function engineEvents(
  engine: Engine,
  mark: OwnMark,
  images: readonly string[],
  [startMs, endMs]: readonly [number, number],
): Promise<RecordedEvent[]> {
  const path = `/events?since=${seconds(startMs)}&until=${seconds(endMs + lateMs)}`
  const { status, text } = await engine.ask('GET', path)
  if (status >= 400) throw problems.engineFailed(path, text.trim())
  return ours(eventsIn(text), mark, images).map(({ Type, Action, Actor, timeNano }) => {
    const attributes = Object.entries(Actor.Attributes ?? {}).filter(([name]) => name !== mark.label)
    return {
      t_ms: toHundredths(Math.max(0, timeNano / 1e6 - startMs)),
      from: 'dockerd',
      to: 'subscribers',
      protocol: 'docker event',
      summary: `${Type} ${Action}`,
      request: {
        id: Actor.ID.replace(/^([0-9a-f]{12})[0-9a-f]{52}$/, '$1'),
        attributes: Object.fromEntries(attributes),
      },
    }
  })
}
