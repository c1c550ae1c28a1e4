import { createHash } from 'node:crypto'
import type { Cue, FlightTime, Handle, Line, Mark, Point, Writing } from '../../../src/core/diagram/mark.ts'
import { clear, setBack, tone, type ToneName } from '../../../src/core/diagram/tone.ts'
import type { Theme } from '../../../src/core/diagram/theme.ts'
import { pictureThemes } from './rough.ts'

/** The light theme with every colour a little different from every other, so that a colour tells what it was taken for. */
export const tellingTheme: Theme = Object.fromEntries(
  Object.entries(pictureThemes.light).map(([token, colour], n) => {
    const blue = parseInt(colour.slice(5), 16)
    const nudged = blue < 128 ? blue + n : blue - n
    return [token, `${colour.slice(0, 5)}${nudged.toString(16).padStart(2, '0')}`]
  }),
) as Record<keyof Theme, string>

const toneNames: readonly ToneName[] = ['kernel', 'app', 'lib', 'guest', 'daemon', 'hyper', 'hard', 'plain', 'danger']

/** What each colour means: a token of the theme, or a part of a tone that is set back. */
const meanings = ((): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const add = (colour: string, name: string): void => {
    const known = found.get(colour)
    found.set(colour, known === undefined || known === name ? name : `${known}=${name}`)
  }
  for (const [token, colour] of Object.entries(tellingTheme)) add(colour, token)
  for (const name of toneNames) {
    const back = setBack(tellingTheme, name)
    const full = tone(tellingTheme, name)
    for (const part of ['fill', 'edge', 'word'] as const) {
      if (back[part] !== full[part] && !found.has(back[part])) add(back[part], `back-${name}-${part}`)
    }
  }
  return found.set(clear(tellingTheme), 'clear')
})()

/** What a colour of the telling theme was taken for; a mixed one is itself. */
export const meaningOf = (colour: string): string => meanings.get(colour) ?? colour

const round = (n: number): string => String(Math.round(n * 100) / 100)

const path = (points: readonly Point[]): string => points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')

const row = (line: Line): string =>
  line
    .map(({ text, weight, ink, mono }) => `${weight}${mono ? 'm' : ''} ${meaningOf(ink)} ${JSON.stringify(text)}`)
    .join(' + ')

const writing = ({ x, y, lines, size, leading, anchor }: Writing): string =>
  `${round(x)},${round(y)} ${round(size)}/${round(leading)} ${anchor} ${lines.map((line) => `[${row(line)}]`).join(' ')}`
/** On a card: faded where its words change. */
const faded = (one: Writing): string => [writing(one), ...said('opacity', one.opacity ?? 1)].join(' ')

/** What most marks have and is not worth saying. */
const usual: Readonly<Record<string, unknown>> = {
  opacity: 1,
  rise: 0,
  drawn: 1,
  dash: 0,
  gap: 0,
  mono: false,
  halo: clear(tellingTheme),
  haloWidth: 0,
}

function said(name: string, value: unknown): string[] {
  if (usual[name] === value) return []
  if (typeof value === 'number') return [`${name} ${round(value)}`]
  if (typeof value === 'string') return [`${name} ${value.startsWith('#') ? meaningOf(value) : value}`]
  if (typeof value === 'boolean') return [value ? name : `not ${name}`]
  if (name === 'stops') return [`stops ${(value as readonly number[]).map(round).join(' ')}`]
  if (name === 'timed') {
    const { after, ms } = value as FlightTime
    return [`timed +${round(after)} for ${round(ms)}`]
  }
  if (!Array.isArray(value)) return [`{ ${writing(value as Writing)} }`]
  const isPath = Array.isArray(value[0])
  return isPath ? [path(value as readonly Point[])] : (value as readonly Writing[]).map((one) => `{ ${faded(one)} }`)
}

/** When a mark comes, where it waits for something. */
export function cueText({ flight, how, after, place }: Cue): string {
  const named = flight === '' ? 'once the stage stands' : `${how} ${JSON.stringify(flight)}`
  return [named, ...(after ? [`+${after}`] : []), ...(place ? [`at ${path([place])}`] : [])].join(' ')
}

/** A mark in one line: every number, colour and word of it. */
export function markText(mark: Mark, event?: string): string {
  const { kind, key, cue, ...rest } = { cue: undefined, ...mark }
  const named = JSON.stringify(key)
  const tied = [...(event === undefined ? [] : [`shows ${event}`]), ...(cue ? [cueText(cue)] : [])]
  if (mark.kind === 'label') {
    const { opacity, rise } = mark
    return ['label', named, writing(mark), ...said('opacity', opacity), ...said('rise', rise), ...tied].join(' ')
  }
  const { x, y, w, h, ...others } = rest as Readonly<Record<string, unknown>>
  const numbers = [x, y, w, h].map((n) => (typeof n === 'number' ? round(n) : '?'))
  const place = x === undefined ? [] : [`${numbers[0]},${numbers[1]} ${numbers[2]}x${numbers[3]}`]
  const size = x === undefined && w !== undefined ? [`${numbers[2]}x${numbers[3]}`] : []
  const parts = Object.entries(others).flatMap(([name, value]) => said(name, value))
  return [kind, named, ...place, ...size, ...parts, ...tied].join(' ')
}

/** A short word that is another one as soon as any of the lines is. */
export const digestOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 10)

export const handleText = (handle: Handle): string =>
  'axis' in handle
    ? `${handle.knob} along ${handle.axis} ${handle.places.map(([px, value]) => `${round(px)}:${round(value)}`).join(' ')}`
    : `${handle.knob} to ${handle.value}`
