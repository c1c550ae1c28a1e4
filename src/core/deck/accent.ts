/** Colours of a course's own: how well they can be read on a slide, and the nearest that can. */
import type { LightAndDark } from '../../contract/deck.ts'

type Triple = readonly [number, number, number]

/** The grounds on which slides write in the accent, as `tokens.css` has them: paper, card, what is sunk. */
export const slideGrounds: Readonly<Record<keyof LightAndDark, readonly string[]>> = {
  light: ['#fbfaf6', '#ffffff', '#f3f1ea'],
  dark: ['#14161b', '#1c1f26', '#101216'],
}
/** The accent carries words: WCAG 2.2, 1.4.3. */
export const leastContrast = 4.5

const channels = (hex: string): Triple => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as never
const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const toCoded = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

/** `#abc` and `#AABBCC` as `#aabbcc`. */
export function plainHex(written: string): string {
  const digits = written.slice(1).toLowerCase()
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
}

const luminance = (hex: string): number => {
  const [red, green, blue] = channels(hex).map(toLinear) as unknown as Triple
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How strongly two colours differ, from 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrastOf(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Lightness, chroma and hue as in OKLCH, the hue as an angle. */
function perceived(hex: string): Triple {
  const [r, g, b] = channels(hex).map(toLinear) as unknown as Triple
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const first = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const second = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(first, second), Math.atan2(second, first)]
}

function drawn([lightness, chroma, hue]: Triple): Triple {
  const [first, second] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const l = (lightness + 0.3963377774 * first + 0.2158037573 * second) ** 3
  const m = (lightness - 0.1055613458 * first - 0.0638541728 * second) ** 3
  const s = (lightness - 0.0894841775 * first - 1.291485548 * second) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const isShown = (linear: Triple): boolean => linear.every((value) => value > -0.0005 && value < 1.0005)

/** The colour of a lightness and a hue with as much of the chroma as screens show. */
function hexOf(lightness: number, chroma: number, hue: number): string {
  let [least, most] = [0, chroma]
  if (isShown(drawn([lightness, chroma, hue]))) least = chroma
  else
    for (let turn = 0; turn < 20; turn += 1) {
      const middle = (least + most) / 2
      if (isShown(drawn([lightness, middle, hue]))) least = middle
      else most = middle
    }
  const coded = drawn([lightness, least, hue]).map((value) =>
    Math.round(toCoded(Math.min(Math.max(value, 0), 1)) * 255),
  )
  return `#${coded.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** How well a colour can be read where it can be read worst. */
export const readability = (hex: string, theme: keyof LightAndDark): number =>
  Math.min(...slideGrounds[theme].map((ground) => contrastOf(hex, ground)))

/** A colour as it can be read in a theme: itself, or else the nearest shade of the same hue. */
export function readable(hex: string, theme: keyof LightAndDark): string {
  if (readability(hex, theme) >= leastContrast) return hex
  const [from, chroma, hue] = perceived(hex)
  const end = theme === 'light' ? 0 : 1
  let [near, far] = [from, end]
  for (let turn = 0; turn < 24; turn += 1) {
    const middle = (near + far) / 2
    if (readability(hexOf(middle, chroma, hue), theme) >= leastContrast) far = middle
    else near = middle
  }
  return hexOf(far, chroma, hue)
}

/** The ground of what an accent points out, as light as ours is, so that all words on it can be read. */
export function softOf(hex: string, theme: keyof LightAndDark): string {
  const [, chroma, hue] = perceived(hex)
  return theme === 'light' ? hexOf(0.957, Math.min(chroma, 0.024), hue) : hexOf(0.28, Math.min(chroma, 0.045), hue)
}

/** What is written on the accent. */
export const inkOn = (hex: string): string =>
  contrastOf(hex, '#ffffff') >= contrastOf(hex, '#1c1f26') ? '#ffffff' : '#1c1f26'
