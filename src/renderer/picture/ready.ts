import { forgetWidths } from './measure.ts'

const words = ['400 16px "Lectern Text"', '600 16px "Lectern Text"', '700 16px "Lectern Text"']
const faces = [...words, '400 16px "Lectern Mono"', '700 16px "Lectern Mono"']

const load = (wanted: readonly string[]): Promise<unknown> =>
  Promise.allSettled(wanted.map((face) => document.fonts.load(face, '가a')))

/** Resolves once the faces of plain text are there. */
export const wordsReady = async (): Promise<void> => {
  await load(words)
}

let loading: Promise<void> | undefined
let loaded = false

/** Resolves once every face that pictures use is loaded, so that what is measured is what is drawn. */
export function fontsReady(): Promise<void> {
  loading ??= load(faces).then(() => {
    forgetWidths()
    loaded = true
  })
  return loading
}

/** Whether they are there already. */
export const areFontsReady = (): boolean => loaded

/**
 * Resolves once every face is there that the words on the page need, those of seldom characters too. A browser asks for
 * such a face when it lays out its first character, so what stands on the page is laid out here, as often as what came
 * brings another face with it.
 */
export async function drawnFontsReady(): Promise<void> {
  do {
    document.body.getBoundingClientRect()
    await document.fonts.ready
    document.body.getBoundingClientRect()
  } while (document.fonts.status === 'loading')
}
