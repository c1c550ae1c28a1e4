import { FONT, MONO, type Measure } from '../../core/diagram/text.ts'

const widths = new Map<string, number>()
const context = document.createElement('canvas').getContext('2d')

/** Forgets all widths: to be called once the faces are there, since another face measures otherwise. */
export function forgetWidths(): void {
  widths.clear()
}

/** Measures with the real faces; a canvas does so whether or not the slide is on display. */
export const canvasMeasure: Measure = (text, weight, mono) => {
  const key = `${weight}${mono ? 'm' : 's'}${text}`
  let width = widths.get(key)
  if (width === undefined) {
    if (!context) throw new Error('this browser has no canvas to measure text with')
    context.font = `${weight} 100px ${mono ? MONO : FONT}`
    width = context.measureText(text).width / 100
    widths.set(key, width)
  }
  return width
}
