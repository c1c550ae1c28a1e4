import { FONT } from '../../core/diagram/text.ts'

/** Unicode promises that this stands for no character, so what a browser draws for it is what it draws for want of one. */
const nobodys = '\u{10FFFF}'

/** Letters, marks and signs that every face has, and what is not drawn anyway: spaces, what joins and what chooses. */
const everybodys = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u0021-\u007e가-힣]/gu

const size = 24

/**
 * The characters of a text that no font draws, those of this system among them: in their place stands a frame. Drawn and
 * compared, since a browser tells nobody which font it took; the fonts that the text needs have to be there.
 */
export function notDrawn(text: string): string[] {
  const wanted = new Set(text.replaceAll(everybodys, ''))
  if (wanted.size === 0) return []
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 2 * size
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser has no canvas to draw text on')
  context.font = `400 ${size}px ${FONT}`
  const drawn = (character: string): string => {
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.fillText(character, 4, 1.5 * size)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return String(data.filter((_, i) => i % 4 === 3))
  }
  const frame = drawn(nobodys)
  return [...wanted].filter((character) => !/\p{M}/u.test(character) && drawn(character) === frame)
}
