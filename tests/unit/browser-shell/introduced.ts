/** What a window says first, made apart from the code that windows have for it. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Introduction } from '../../../src/browser-shell/wire.ts'

/** A name as a window makes one for itself. */
export const windowName = (): string => randomBytes(16).toString('hex')

/** The introduction of a window that has the key. */
export function introduced(key: string, window = windowName(), turn = 1): Introduction {
  return { window, turn, proof: createHmac('sha256', key).update(`${window} ${turn}`).digest('hex') }
}

/** The key in a page that lets a browser in. */
export const keyIn = (page: string): string =>
  /localStorage\.setItem\("lectern-key", "([\w-]{43})"\)/.exec(page)?.[1] ?? ''
