import type { Lang, Text } from '../../contract/deck.ts'
import type { Anchor, Badge, FlightTime, Weight } from './mark.ts'
import type { Measure } from './text.ts'
import type { Theme } from './theme.ts'

/** All that a picture depends on besides its scene, step and knobs. */
export interface View {
  readonly width: number
  readonly height: number
  readonly lang: Lang
  readonly theme: Theme
  readonly measure: Measure
}

export interface Room {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Words in both languages, or a name that is the same in both. */
export type Words = Text | string

export interface Hand {
  readonly size?: number
  readonly weight?: Weight
  readonly ink?: string
  readonly mono?: boolean
  readonly anchor?: Anchor
  readonly leading?: number
  /** How many lines it may take. */
  readonly lines?: number
  readonly rise?: number
  /** Whether the same words with another number are the same words: then the number counts. */
  readonly counts?: boolean
}

export interface Surface {
  readonly r?: number
  readonly dash?: number
  readonly strokeWidth?: number
  readonly stroke?: string
  readonly fill?: string
  readonly rise?: number
}

export interface Stroke {
  readonly dash?: number
  readonly strokeWidth?: number
  readonly head?: number
  readonly radius?: number
  /** Lifts it off what it crosses. */
  readonly halo?: boolean
}

export interface PacketLook {
  readonly fill?: string
  readonly ink?: string
  /** Shares of its way at which it takes a breath. */
  readonly stops?: readonly number[]
  readonly timed?: FlightTime
  /** Whether a knob sends it: it flies where one is turned as well. */
  readonly sent?: boolean
}

export interface BadgeLook {
  readonly shape?: Badge['shape']
  readonly w?: number
  readonly h?: number
  readonly size?: number
  readonly fill?: string
  readonly ink?: string
  readonly stroke?: string
  readonly strokeWidth?: number
}
