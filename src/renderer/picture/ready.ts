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
