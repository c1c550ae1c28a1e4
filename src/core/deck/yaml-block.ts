import * as v from 'valibot'
import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml'
import type { Text } from '../../contract/deck.ts'
import { pointsOf, type Point } from './lines.ts'
import { nearest } from './nearest.ts'
import { muted, type Report } from './problem-report.ts'
import { readWithin, type WithinBudget } from './within-budget.ts'

/** A YAML mapping as it stands in a file: plain values and where each of them is. */
export interface YamlBlock {
  readonly keys: readonly string[]
  readonly get: (key: string) => unknown
  /** The point of a key. */
  readonly keyAt: (key: string) => Point
  /** The point of a key's value, or of what a path of indices and keys leads to in it. */
  readonly valueAt: (key: string, path?: readonly unknown[]) => Point
  /** The items of a key's list, each null where it is no mapping; null where the value is no list. */
  readonly items: (key: string) => readonly (YamlBlock | null)[] | null
  /** The point of the block's opening line. */
  readonly at: Point
  readonly broken: boolean
}

/** Why YAML could not be read, for the mistakes that people make; others get a general sentence. */
const reasons: Partial<Record<YAMLError['code'], Text>> = {
  BAD_INDENT: { ko: '들여쓰기가 맞지 않아요.', en: 'the indentation does not fit.' },
  TAB_AS_INDENT: { ko: '탭 대신 공백으로 들여쓰세요.', en: 'indent with spaces, not tabs.' },
  DUPLICATE_KEY: { ko: '같은 키가 두 번 있어요.', en: 'a key stands here twice.' },
  MISSING_CHAR: {
    ko: '콜론, 쉼표, 따옴표나 닫는 괄호가 빠졌어요.',
    en: 'a colon, comma, quote or closing bracket is missing.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    ko: '한 줄에 키가 둘이에요. 값에 콜론이 있으면 따옴표로 감싸세요.',
    en: 'there are two keys in a line; put quotes around a value with a colon.',
  },
  MULTILINE_IMPLICIT_KEY: { ko: '키 뒤에 콜론이 없어요.', en: 'a key has no colon after it.' },
  BAD_SCALAR_START: {
    ko: '값이 특수 문자로 시작해요. 따옴표로 감싸세요.',
    en: 'a value begins with a special character; put quotes around it.',
  },
  UNEXPECTED_TOKEN: { ko: '여기에 올 수 없는 글자예요.', en: 'this does not belong here.' },
}
const general: Text = { ko: '문법이 맞지 않아요.', en: 'the syntax is wrong.' }
const noMapping: Text = { ko: '`키: 값`의 목록이어야 해요.', en: 'it must be lines of `key: value`.' }

/**
 * Reads one YAML mapping. What is wrong goes to the report; the keys that could be read are there nevertheless.
 * @param firstLine the line of the text's first character
 * @param at where the block is said to be when a key is missing
 */
export function readYaml(text: string, firstLine: number, at: Point, report: Report): YamlBlock {
  // YAML here ends lines as Markdown does; the lengths stay, so do the offsets.
  const source = text.replace(/\r(?!\n)/g, '\n')
  const document = parseDocument(source, {
    prettyErrors: false,
    logLevel: 'silent',
    stringKeys: true,
    // The library would compare each key with each other one.
    uniqueKeys: false,
  })
  const pointAt = pointsOf(text, firstLine)
  const place = (offset: number | undefined) => (offset === undefined ? at : pointAt(offset))
  const startOf = (node: Node | null | undefined) => node?.range?.[0]
  const failure = firstFailure(document)
  if (failure) report.add(place(failure.at), 'yaml-broken', reasons[failure.code] ?? general)
  const map = document.contents
  let broken = failure !== null
  if (!isMap(map) && map !== null && !broken) {
    report.add(place(startOf(map)), 'yaml-broken', noMapping)
    broken = true
  }

  const blockOf = (node: Node | null, blockAt: Point, wasBroken: boolean): YamlBlock => {
    const entries = new Map<string, { key: Node; node: Node | null; value: unknown }>()
    let isBroken = wasBroken
    for (const { key, value: valueNode } of isMap(node) ? node.items : []) {
      const value = valueNode as Node | null
      try {
        if (isScalar(key) && !entries.has(String(key.value))) {
          entries.set(String(key.value), {
            key,
            node: value,
            value: (value?.toJS(document, { maxAliasCount: 20 }) as unknown) ?? null,
          })
        }
      } catch {
        // An alias that leads nowhere or that blows up; the block around this one has met it before.
        if (node === map) report.add(place(startOf(value)), 'yaml-broken', general)
        isBroken = true
      }
    }
    const valueAt = (key: string, path: readonly unknown[] = []): Point => {
      const entry = entries.get(key)
      let inner = entry?.node
      for (const part of path) if (isCollection(inner)) inner = inner.get(part, true) ?? inner
      return place(startOf(inner) ?? startOf(entry?.key))
    }
    return {
      keys: [...entries.keys()],
      get: (key) => entries.get(key)?.value,
      keyAt: (key) => place(startOf(entries.get(key)?.key)),
      valueAt,
      items: (key) => {
        const list = entries.get(key)?.node
        if (!isSeq(list)) return null
        return list.items.map((item, index) =>
          isMap(item) ? blockOf(item as Node, valueAt(key, [index]), isBroken) : null,
        )
      },
      at: blockAt,
      broken: isBroken,
    }
  }
  return blockOf(map, at, broken)
}

/** A block that says nothing, as if all had been said of it. */
export const emptyBlock = (at: Point): YamlBlock => ({
  keys: [],
  get: () => undefined,
  keyAt: () => at,
  valueAt: () => at,
  items: () => null,
  at,
  broken: true,
})

/** Like `readYaml`; says nothing where that takes too long, which is reported. */
export function readYamlWithin(
  within: WithinBudget,
  text: string,
  firstLine: number,
  at: Point,
  report: Report,
): YamlBlock {
  const read = (): YamlBlock => readYaml(text, firstLine, at, report)
  return readWithin(within, { text, read, instead: () => emptyBlock(at) }, at, report)
}

/** Reads a file that is one mapping, in the same way. */
export const readYamlFile = (text: string, report: Report, within: WithinBudget): YamlBlock =>
  readYamlWithin(within, text, 1, { line: 1, column: 1 }, report)

interface Failure {
  readonly code: YAMLError['code']
  /** The offset in the text. */
  readonly at: number
}

/** What is wrong first with what was read: with its syntax, or that a key stands twice in a mapping. */
function firstFailure(document: Document): Failure | null {
  const failures: Failure[] = document.errors.map(({ code, pos: [at] }) => ({ code, at }))
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (keys.has(key.value)) failures.push({ code: 'DUPLICATE_KEY', at: key.range?.[0] ?? 0 })
        keys.add(key.value)
      }
    },
  })
  return failures.toSorted((a, b) => a.at - b.at)[0] ?? null
}

/** The report for what a block says: a broken one has been reported, and what else seems wrong with it may not be. */
export const aboutBlock = (block: YamlBlock, report: Report): Report => (block.broken ? muted(report) : report)

/**
 * Checks a block against its schema; what does not fit is reported and left out.
 * `id`, `layout` and lists of blocks have problems of their own and are looked at by whoever reads the block.
 */
export function checkBlock<E extends v.ObjectEntries>(
  block: YamlBlock,
  schema: v.StrictObjectSchema<E, undefined>,
  report: Report,
): Partial<v.InferOutput<typeof schema>> {
  const values: Record<string, unknown> = {}
  for (const key of block.keys) {
    const entry = Object.hasOwn(schema.entries, key) ? schema.entries[key] : undefined
    if (entry === undefined) {
      const allowed = Object.keys(schema.entries)
      report.add(block.keyAt(key), 'unknown-key', key, nearest(key, allowed), allowed)
      continue
    }
    const checked = v.safeParse(entry, block.get(key))
    if (checked.success) values[key] = checked.output
    else if (!ownProblem.has(key)) {
      const path = checked.issues[0].path?.map((item: { key: unknown }) => item.key)
      report.add(block.valueAt(key, path), 'bad-value', key, expectedOf(entry))
    }
  }
  for (const [key, entry] of Object.entries(schema.entries)) {
    const isMissing = entry.type !== 'optional' && !block.keys.includes(key)
    if (isMissing && key !== 'id') report.add(block.at, 'missing-key', key)
  }
  return values as Partial<v.InferOutput<typeof schema>>
}

const ownProblem = new Set(['id', 'layout', 'paths', 'terms'])

/** One block of a list and what of it fits its schema. */
export interface CheckedItem<E extends v.ObjectEntries> {
  readonly block: YamlBlock
  readonly keys: Partial<v.InferOutput<v.StrictObjectSchema<E, undefined>>>
}

/**
 * Checks the list of blocks that a key holds, each against its own schema; what does not fit is reported and left out.
 * @param schema of the block around the list: says what the list is to be
 */
export function checkItems<E extends v.ObjectEntries>(
  block: YamlBlock,
  key: string,
  schema: { readonly entries: Readonly<Record<string, v.GenericSchema>> },
  itemSchema: v.StrictObjectSchema<E, undefined>,
  report: Report,
): CheckedItem<E>[] {
  const entry = schema.entries[key]
  const bad = (at: Point): void => {
    if (entry !== undefined) report.add(at, 'bad-value', key, expectedOf(entry))
  }
  const items = block.items(key)
  if (items === null && block.keys.includes(key)) bad(block.valueAt(key))
  return (items ?? []).flatMap((item, index) => {
    if (item !== null) return [{ block: item, keys: checkBlock(item, itemSchema, aboutBlock(item, report)) }]
    bad(block.valueAt(key, [index]))
    return []
  })
}

/** What the value of a key must be, in both languages. */
export function expectedOf(entry: v.GenericSchema): Text {
  const inner = 'wrapped' in entry ? (entry.wrapped as v.GenericSchema) : entry
  return v.getMetadata(inner)['expected'] as Text
}
