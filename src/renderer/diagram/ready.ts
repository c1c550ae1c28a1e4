import { forgetWidths } from './measure.ts'

const faces = [
  '400 16px Pretendard',
  '600 16px Pretendard',
  '700 16px Pretendard',
  '400 16px D2Coding',
  '700 16px D2Coding',
]

let loading: Promise<void> | undefined
let loaded = false

/** Resolves once every face that pictures use is loaded, so that what is measured is what is drawn. */
export function fontsReady(): Promise<void> {
  loading ??= Promise.allSettled(faces.map((face) => document.fonts.load(face, '가a'))).then(() => {
    forgetWidths()
    loaded = true
  })
  return loading
}

/** Whether they are there already. */
export const areFontsReady = (): boolean => loaded
