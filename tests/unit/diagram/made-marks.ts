/** Marks and pictures made up for tests of how one picture becomes another. */
import type { Way } from '../../../src/core/diagram/between.ts'
import type { Arrow, Badge, Box, Cue, Frame, Label, Mark, Meter, Packet } from '../../../src/core/diagram/mark.ts'

export const seen = { opacity: 1, rise: 0 } as const
export const look = { r: 0, fill: '#ffffff', stroke: '#202020', strokeWidth: 1, dash: 0, gap: 0 } as const
export const box = (key: string, x: number, y = 0, more: Partial<Box> = {}): Box => ({
  ...{ kind: 'box', key, x, y, w: 40, h: 20, ...seen, ...look, ...more },
})
export const label = (key: string, text: string, x: number, y = 0, more: Partial<Label> = {}): Label => ({
  ...{ kind: 'label', key, x, y, size: 16, leading: 20, anchor: 'start', ...seen, ...more },
  lines: [[{ text, weight: 400, ink: '#000000', mono: false }]],
})
export const arrow = (key: string, x: number, more: Partial<Arrow> = {}): Arrow => ({
  ...{ kind: 'arrow', key, drawn: 1, radius: 0, stroke: '#202020', strokeWidth: 2, dash: 0, gap: 0, head: 0, ...seen },
  ...{ points: [[x, 0] as const, [x, 50] as const], halo: '#ffffff00', haloWidth: 0, ...more },
})
export const meter = (key: string, share: number, more: Partial<Meter> = {}): Meter => ({
  ...{ kind: 'meter', key, x: 0, y: 0, w: 100, h: 10, r: 0, share, upright: false, fill: '#20a020', ...seen },
  ...{ track: '#ffffff00', ...more },
})
export const badge = (key: string, x: number, text: string): Badge => ({
  ...{ kind: 'badge', key, shape: 'pill', x, y: 10, w: 40, h: 20, text, size: 16, mono: false, ...seen },
  ...{ fill: '#a02020', ink: '#ffffff', stroke: '#ffffff', strokeWidth: 1 },
})
export const packet = (key: string, from: number, to: number, more: Partial<Packet> = {}): Packet => ({
  ...{ kind: 'packet', key, points: [[from, 0] as const, [to, 0] as const], at: 0, text: '', size: 16, w: 12, h: 12 },
  ...{ fill: '#ffffff', ink: '#000000', stroke: '#000000', ...seen, ...more },
})
export const cue = (flight: string, how: Cue['how'], after = 0): { cue: Cue } => ({ cue: { flight, how, after } })
export const frame = (marks: readonly Mark[], flights: readonly Packet[] = []): Frame => ({
  ...{ width: 1000, height: 400, marks, flights, links: {}, handles: {} },
})
/** Enough that stays, so that pictures are kin. */
export const ground = [box('a', 600), box('b', 660), box('c', 720), box('d', 780)]

export const at = (way: Way, ms: number, key: string): Mark => {
  const found = way(ms / way.ms).marks.find((mark) => mark.key === key)
  if (!found) throw new Error(`no ${key} at ${ms}`)
  return found
}
