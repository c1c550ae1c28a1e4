import type { EventRef } from '../traces/digest.ts'

/** A picture is a list of marks: plain data with every number and colour resolved. */
export type Point = readonly [x: number, y: number]
export type Weight = 400 | 600 | 700
export type Anchor = 'start' | 'middle' | 'end'

/** A piece of a line in one weight and colour. */
export interface Run {
  readonly text: string
  readonly weight: Weight
  readonly ink: string
  readonly mono: boolean
}
export type Line = readonly Run[]

/** Lines of text about an origin: `y` is the baseline of the first. */
export interface Writing {
  readonly x: number
  readonly y: number
  readonly lines: readonly Line[]
  readonly size: number
  /** From one baseline to the next, in px. */
  readonly leading: number
  readonly anchor: Anchor
  /** On a card whose words change; whole where it is not said. */
  readonly opacity?: number
}

/**
 * When a mark comes, or changes, while its step arrives: as the flight of that key passes its place, once it has landed, or
 * along with it (a line that is drawn, a bar that fills, a number that counts), or behind it: a box or a meter reaches no
 * further right than the flight has come. A kept mark of that key that moves, as the line of a moment does, is a flight as
 * well. Without a key it is once the stage stands.
 */
export interface Cue {
  readonly flight: string
  readonly how: 'passed' | 'landed' | 'along' | 'behind'
  /** So many milliseconds later. */
  readonly after: number
  /** What the flight has to pass, where that is not the place of the mark. */
  readonly place?: Point
}

interface Common {
  /** The same key in two frames is the same thing on screen. */
  readonly key: string
  readonly opacity: number
  /** Where an entering mark comes from, as a vertical offset in px. */
  readonly rise: number
  /** A mark without one is stage: it stands before anything flies. */
  readonly cue?: Cue
}

/** A rectangle's place, surface and border; a dash of 0 is a solid border. */
export interface Plate {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly r: number
  readonly fill: string
  readonly stroke: string
  readonly strokeWidth: number
  readonly dash: number
  readonly gap: number
}

export interface Box extends Common, Plate {
  readonly kind: 'box'
}

export interface Label extends Common, Writing {
  readonly kind: 'label'
  readonly opacity: number
}

/** A line with rounded corners, with a head of `head` px (0: none) and a halo that lifts it off what it crosses. */
export interface Arrow extends Common {
  readonly kind: 'arrow'
  readonly points: readonly Point[]
  /** The share of its length that is drawn. */
  readonly drawn: number
  readonly radius: number
  readonly stroke: string
  readonly strokeWidth: number
  readonly dash: number
  readonly gap: number
  readonly head: number
  readonly halo: string
  readonly haloWidth: number
}

/** Something that travels along a line: a dot, or a pill with words. */
export interface Packet extends Common {
  readonly kind: 'packet'
  readonly points: readonly Point[]
  readonly at: number
  readonly text: string
  readonly size: number
  readonly w: number
  readonly h: number
  readonly fill: string
  readonly ink: string
  readonly stroke: string
  /** Shares of its way at which it takes a breath. */
  readonly stops?: readonly number[]
  /** A time of its own, where how long something took or what came after what is the point. */
  readonly timed?: FlightTime
  /** A knob sends it: it flies where that is turned as well, and not only while its step arrives. */
  readonly sent?: boolean
}

/** A flight takes off so many milliseconds after the stage is complete, and goes evenly for so many. */
export interface FlightTime {
  readonly after: number
  readonly ms: number
}

export interface Meter extends Common {
  readonly kind: 'meter'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly r: number
  /** How full it is, 0 to 1. */
  readonly share: number
  /** Whether it fills from the bottom up, or from the left. */
  readonly upright: boolean
  readonly fill: string
  readonly track: string
}

/** A few lines of a shell; the writing is placed from the plate's corner. */
export interface Terminal extends Common, Plate {
  readonly kind: 'terminal'
  readonly writing: Writing
}

/** A number in a disc, a word in a pill, a colour on a tile, or a flag with a pole for names that can be moved. */
export interface Badge extends Common {
  readonly kind: 'badge'
  readonly shape: 'disc' | 'pill' | 'tile' | 'flag'
  /** The middle. */
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly text: string
  readonly size: number
  readonly mono: boolean
  readonly fill: string
  readonly ink: string
  readonly stroke: string
  readonly strokeWidth: number
}

/** A plate with several writings on it that moves as one; the writings are placed from its corner. */
export interface Card extends Common, Plate {
  readonly kind: 'card'
  readonly writings: readonly Writing[]
}

export type Mark = Box | Label | Arrow | Packet | Meter | Terminal | Badge | Card

/**
 * What a hand on a mark does to a knob of the scene: pressed, the knob goes to a value; dragged, it follows the hand along an
 * axis. `places` are where on the stage (px, rising) which values lie; between them they are mixed.
 */
export type Handle =
  | { readonly knob: string; readonly value: number }
  | {
      readonly knob: string
      readonly axis: 'x' | 'y'
      readonly places: readonly (readonly [px: number, value: number])[]
    }

export interface Frame {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  /** Things that only move while arriving at this frame; never part of the still picture. */
  readonly flights: readonly Packet[]
  /** When marks of the picture before go that are to wait for something, by their keys without words. */
  readonly leaves?: Readonly<Record<string, Cue>>
  /** The recorded event behind a mark or flight, by its key. */
  readonly links: Readonly<Record<string, EventRef>>
  /** What a hand on a mark turns, by its key. Each such knob is a control beside the picture as well. */
  readonly handles: Readonly<Record<string, Handle>>
}
