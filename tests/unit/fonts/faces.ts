import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { create, type Font } from 'fontkit'

const look = join(import.meta.dirname, '../../../src/renderer/look')

/** A face of `fonts.css`: the characters that a browser may take of it, and the file that draws them. */
export interface Face {
  family: string
  weight: string
  path: string
  font: Font
  draws(code: number): boolean
}

/** What has to be there. */
export function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('not there')
  return value
}

const valueOf = (rule: string, name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(rule)?.[1]?.trim()

function rangesOf(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from, to] = range.replace(/\s*U\+/i, '').split('-')
    return [parseInt(there(from), 16), parseInt(there(to ?? from), 16)]
  })
}

function faceOf(rule: string): Face {
  const path = resolve(look, there(/url\('([^']+)'\)/.exec(rule)?.[1]))
  const font = create(readFileSync(path)) as Font
  const ranges = rangesOf(valueOf(rule, 'unicode-range') ?? 'U+0-10FFFF')
  const has = new Set(font.characterSet)
  return {
    family: there(valueOf(rule, 'font-family')).replaceAll("'", ''),
    weight: there(valueOf(rule, 'font-weight')),
    path,
    font,
    draws: (code) => has.has(code) && ranges.some(([from, to]) => from <= code && code <= to),
  }
}

/** All faces that the windows bring along. */
export function readFaces(): Face[] {
  const css = readFileSync(join(look, 'fonts.css'), 'utf8')
  return css.split('@font-face').slice(1).map(faceOf)
}

/** The families of a stack of `tokens.css`, in their order. */
export function familiesOf(stack: 'sans' | 'mono'): string[] {
  const css = readFileSync(join(look, 'tokens.css'), 'utf8')
  return there(valueOf(css, `--${stack}`))
    .split(',')
    .map((family) => family.trim().replaceAll("'", ''))
}
