import type { Element, ElementContent } from 'hast'
import c from 'highlight.js/lib/languages/c'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import go from 'highlight.js/lib/languages/go'
import http from 'highlight.js/lib/languages/http'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import makefile from 'highlight.js/lib/languages/makefile'
import nginx from 'highlight.js/lib/languages/nginx'
import python from 'highlight.js/lib/languages/python'
import rust from 'highlight.js/lib/languages/rust'
import shell from 'highlight.js/lib/languages/shell'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { createLowlight } from 'lowlight'
import { toString } from 'hast-util-to-string'
import { cellsIn, cellsOf, codeRow, stretches, type Room } from './room.ts'
import { shellCode } from './shell-code.ts'

const lowlight = createLowlight({
  ...{
    bash: shellCode,
    c,
    css,
    diff,
    dockerfile,
    go,
    http,
    ini,
    java,
    javascript,
    json,
    kotlin,
    makefile,
    nginx,
    python,
  },
  ...{ rust, shell, sql, typescript, xml, yaml },
})

/** The lines to highlight, one group a step, as `{1|3-4}` writes them; null where it cannot be read. */
export function codeGroups(written: string, lines: number): number[][] | null {
  const inside = /^\{(.*)\}$/.exec(written.trim())?.[1]
  if (inside === undefined) return null
  const groups: number[][] = []
  for (const group of inside.split('|')) {
    const lit: number[] = []
    for (const range of group.split(',')) {
      const [, first, last] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(range) ?? []
      const [from, to] = [Number(first), Number(last ?? first)]
      if (first === undefined || from < 1 || to < from || to > lines) return null
      for (let line = from; line <= to; line += 1) lit.push(line)
    }
    groups.push(lit)
  }
  return groups
}

/** How many lines a code block shows: the last line's ending starts no further one. */
export const lineCount = (code: Element): number => linesOf(code).length

const linesOf = (code: Element): string[] => toString(code).replace(/\n$/, '').split('\n')

/** From so many lines or cells on a window may have to show a part of a block, or to wrap its lines. */
const [manyLines, manyCells] = [10, 32]

/** Whether code may be too much for its place somewhere. */
export function isLong(code: Element): boolean {
  const lines = linesOf(code)
  return lines.length > manyLines || lines.some((line) => cellsOf(line) > manyCells)
}

/** The lines of code that one screen after the other has room for. */
export function screensOf(code: Element, { width, height }: Room): number[][] {
  const cells = Math.max(1, cellsIn(width))
  const heights = linesOf(code).map((line) => Math.max(1, Math.ceil(cellsOf(line) / cells)) * codeRow.line)
  return stretches(heights, height - codeRow.around).map(([from, to]) =>
    Array.from({ length: to - from }, (_, at) => from + at + 1),
  )
}

/**
 * Colours the code of a `code` element by classes; a language that is not known stays plain.
 * @param written what stands behind the fence: blanks that were spelled as `&Tab;` would end the class and begin another
 */
export function paintCode(code: Element, written: string | null): void {
  const lang = written?.split(/\s/)[0] ?? ''
  code.properties['className'] = ['hljs', ...(lang === '' ? [] : [`language-${lang}`])]
  if (lowlight.registered(lang)) code.children = lowlight.highlight(lang, toString(code)).children as ElementContent[]
}

/** Puts each line of a `code` element into an element of its own and gives back those elements. */
export function splitLines(code: Element): Element[] {
  const lines: Element[] = []
  let line = lineElement()
  const endLine = (): void => {
    if (line.children.length > 0) lines.push(line)
    line = lineElement()
  }
  const put = (node: ElementContent, wrap: (inner: ElementContent) => ElementContent): void => {
    if (node.type === 'element') {
      for (const child of node.children) put(child, (inner) => wrap({ ...node, children: [inner] }))
    } else if (node.type === 'text') {
      for (const [index, piece] of node.value.split(/(?<=\n)/).entries()) {
        if (index > 0) endLine()
        if (piece !== '') line.children.push(wrap({ type: 'text', value: piece }))
      }
      if (node.value.endsWith('\n')) endLine()
    }
  }
  for (const child of code.children) put(child, (inner) => inner)
  endLine()
  code.children = lines
  return lines
}

const lineElement = (): Element => ({ type: 'element', tagName: 'span', properties: { dataLine: '' }, children: [] })

/** The `code` element of a `pre`, or null where the element is not a code block. */
export function codeOf(node: ElementContent): Element | null {
  if (node.type !== 'element' || node.tagName !== 'pre') return null
  const [code] = node.children
  return code?.type === 'element' && code.tagName === 'code' ? code : null
}
