import { interpolateRgb, rgb } from 'd3'
import type { Theme } from './theme.ts'

/** What a colour means, the same in every picture. */
export type ToneName = 'kernel' | 'app' | 'lib' | 'guest' | 'daemon' | 'hyper' | 'hard' | 'plain' | 'danger'

export interface Tone {
  readonly fill: string
  readonly edge: string
  /** For words on the fill. */
  readonly ink: string
  /** For words of this hue on the page. */
  readonly word: string
}

/** `share` of a colour on top of the other. */
export const mix = (colour: string, other: string, share: number): string =>
  rgb(interpolateRgb(other, colour)(share)).formatHex()

/** A colour that is not seen, in a form that a seen one can grow out of. */
export const clear = (theme: Theme): string => `${theme.paper}00`

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour)
  const linear = (v: number): number => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** Contrast ratio of two opaque colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05]
  return x > y ? x / y : y / x
}

export function tone(theme: Theme, name: ToneName): Tone {
  switch (name) {
    case 'kernel':
      return { fill: theme.kernel, edge: theme['kernel-edge'], ink: theme['on-kernel'], word: theme['kernel-ink'] }
    case 'app':
      return { fill: theme.app, edge: theme['app-edge'], ink: theme['on-app'], word: theme['app-ink'] }
    case 'lib':
      return { fill: theme.lib, edge: theme['lib-edge'], ink: theme.ink, word: theme['app-ink'] }
    case 'guest':
      return { fill: theme.guest, edge: theme['guest-edge'], ink: theme['guest-ink'], word: theme['guest-ink'] }
    case 'daemon':
      return { fill: theme.daemon, edge: theme['daemon-edge'], ink: theme.ink, word: theme['daemon-ink'] }
    case 'hyper':
      return { fill: theme.hyper, edge: theme['hyper-edge'], ink: theme.ink, word: theme['hyper-ink'] }
    case 'hard':
      return { fill: theme.hard, edge: theme['hard-edge'], ink: theme.ink, word: theme.soft }
    case 'plain':
      return { fill: theme.card, edge: theme.soft, ink: theme.ink, word: theme.soft }
    case 'danger':
      return { fill: theme['danger-soft'], edge: theme.danger, ink: theme['danger-ink'], word: theme['danger-ink'] }
  }
}

/** The palest mix of a colour into the page that still holds a contrast against every one of `grounds`. */
function palest(colour: string, page: string, ratio: number, grounds: readonly string[], from: number): string {
  for (let share = from; share < 1; share += 0.02) {
    const mixed = mix(colour, page, share)
    if (grounds.every((ground) => contrast(mixed, ground) >= ratio)) return mixed
  }
  return colour
}

const kept = new WeakMap<Theme, Map<ToneName, Tone>>()

/**
 * A tone moved behind the one that matters: mixed towards the page rather than made transparent, so that
 * edges keep 3:1 and words 4.5:1 and nothing shines through.
 */
export function setBack(theme: Theme, name: ToneName): Tone {
  let tones = kept.get(theme)
  if (!tones) {
    tones = new Map<ToneName, Tone>()
    kept.set(theme, tones)
  }
  let pale = tones.get(name)
  if (!pale) {
    const full = tone(theme, name)
    const fill = mix(full.fill, theme.paper, contrast(full.fill, theme.paper) > 2.5 ? 0.16 : 0.34)
    // A theme for high contrast stays one when set back.
    const [words, edges] = contrast(theme.ink, theme.paper) > 20 ? [7, 4.5] : [5.2, 3.05]
    const word = palest(theme.ink, theme.paper, words, [fill, theme.paper], 0.5)
    pale = { fill, edge: palest(full.edge, theme.paper, edges, [theme.paper], 0.45), ink: word, word }
    tones.set(name, pale)
  }
  return pale
}
