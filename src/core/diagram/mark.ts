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
}

interface Common {
  /** The same key in two frames is the same thing on screen. */
  readonly key: string
  readonly opacity: number
  /** Where an entering mark comes from, as a vertical offset in px. */
  readonly rise: number
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

export interface Frame {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  /** Things that only move while arriving at this frame; never part of the still picture. */
  readonly flights: readonly Packet[]
  /** The recorded event behind a mark or flight, by its key. */
  readonly links: Readonly<Record<string, EventRef>>
}
