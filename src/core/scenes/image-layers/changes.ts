import type { Hand } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { lacks } from '../../traces/read-values.ts'
import { columnAt, gridFor, layerRow, middleOf, rows, split, type Grid, type Span } from './grid.ts'
import { names } from './manifest.ts'

import { appLayers, dockerfile, web } from './recorded.ts'
import { appTile, axis, contents, layers, MONO, railName } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

const CLEAR = t('빈 자리는 투명하다', 'empty areas are transparent')

/** IL-2: a layer holds what was added, changed or deleted, and is transparent elsewhere. */
export function changes(pen: Pen, opened: number): void {
  const grid = gridFor(pen.view.width)
  const { diff } = web
  terminal(pen, 'changes/shell', { x: 0, w: grid.main, ...rows.terminal }, [`$ ${diff.command}`], diff.ref)
  whose(pen, grid)
  kinds(pen, grid)
  layers(pen, grid, appTile, {
    lit: (n) => opened === 0 || n === opened,
    lift: { knob: 'opened', sheet: opened },
  })
  toFiles(pen, grid, opened)
  axis(pen, grid, appTile, () => true)
  const file = appTile.files.findIndex(({ layer }) => layer === opened)
  if (file >= 0) {
    const column = columnAt(grid, file)
    pen.badge('changes/plus', [column.x + column.w - 2, layerRow(opened, opened).y + 4], '+', {
      w: 24,
      fill: pen.theme.app,
      ink: pen.theme['on-app'],
    })
    contents(pen, grid, opened, appLayers.find(({ n }) => n === opened)?.ref, CLEAR)
  }
  config(pen, grid)
}

/** What was asked about is a container, what lies below are layers of an image: both hold the same kinds of entries. */
function whose(pen: Pen, grid: Grid): void {
  const { y, h } = rows.terminal
  const room = grid.main - 260
  const words = pen.choose(
    [
      t(
        '컨테이너 web이 이미지에서 바꾼 것 · 이미지의 레이어도 같은 세 가지를 담는다',
        "what the container web changed · an image's layer holds the same three kinds",
      ),
      t('web이 바꾼 것 · 레이어도 같은 세 가지', 'changed by web · a layer holds the same'),
    ],
    room,
  )
  pen.say('changes/whose', words, [grid.main - 16, baseline(y + h / 2, 16)], room, {
    anchor: 'end',
    ink: pen.theme.soft,
  })
}

/** What docker diff says of a file of the stack. */
function diffLine(mark: string, file: string): string {
  const { path = '' } = appTile.files.find(({ id }) => id === file) ?? {}
  return web.diff.lines.find((line) => line === `${mark} ${path}`) ?? lacks(`${mark} ${path} in what changed`)
}

/** Between the shell and the layers. */
const KINDS = { y: 84, h: 96 } as const

/** The three kinds of entries, as docker diff marks them, in the order of the columns of their files. */
function kinds(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const cards = [
    { id: 'change', file: 'page', mark: 'C', sign: '~', fill: theme['hyper-edge'], name: t('변경', 'changed') },
    { id: 'add', file: 'new', mark: 'A', sign: '+', fill: theme['app-edge'], name: t('추가', 'added') },
    { id: 'delete', file: 'conf', mark: 'D', sign: '×', fill: theme.danger, name: t('삭제 표시', 'whiteout') },
  ]
  const row = { y: KINDS.y, h: KINDS.h }
  railName(pen, grid, 'kinds', row, [t('변경분', 'Changeset')], 'C · A · D')
  kindSpans(grid).forEach(({ x, w }, i) => {
    const card = cards[i]
    if (!card) return
    const { y, h } = row
    pen.box(`kinds/${card.id}`, { x, y, w, h }, pen.tone('plain'), { stroke: card.fill, strokeWidth: 2, r: 10 })
    pen.badge(`kinds/${card.id}/sign`, [x + 40, y + h / 2], card.sign, {
      ...{ w: 44, size: 26, fill: card.fill, ink: theme.paper, stroke: theme.paper },
    })
    const strong: Hand = { size: 20, weight: 700 }
    pen.say(`kinds/${card.id}`, card.name, [x + 76, y + 38], w - 84, strong)
    const line = diffLine(card.mark, card.file)
    const hand = { ...MONO, size: 18, ink: theme.soft }
    const shown = pen.choose([line, line.replace(/\/.*\//, '')], w - 84, hand)
    pen.say(`kinds/${card.id}/line`, shown, [x + 76, y + 66], w - 84, hand)
  })
}

/** From a kind to the file below that it is about: what is added has none there. */
function toFiles(pen: Pen, grid: Grid, opened: number): void {
  const spans = kindSpans(grid)
  for (const [i, id] of [
    [0, 'page'],
    [2, 'conf'],
  ] as const) {
    const span = spans[i]
    const n = appTile.files.findIndex((file) => file.id === id)
    const file = appTile.files[n]
    // Not through a lifted sheet, which says there what it holds.
    if (!span || !file || opened > file.layer) continue
    const x = middleOf(columnAt(grid, n))
    const from = Math.min(Math.max(x, span.x + 24), span.x + span.w - 24)
    const top = layerRow(file.layer, opened).y + 4
    names(pen, `kinds/to-${id}`, [from, KINDS.y + KINDS.h + 2], [x, top - 2])
  }
}

const KIND_COUNT = 3
const kindSpans = (grid: Grid): Span[] => split({ ...grid.sheet, w: grid.main - grid.sheet.x }, KIND_COUNT, 16)

/** What is no layer stands beside them. */
function config(pen: Pen, grid: Grid): void {
  if (!grid.aside) return
  const { x, w } = grid.aside
  const { y, h } = rows.layers
  pen.box('config', { x: x + 8, y, w: w - 8, h }, pen.tone('plain', true), { r: 10 })
  const hand = { ink: pen.theme.soft, lines: 3, leading: 24 }
  pen.say('config/name', t('설정', 'Config'), [x + 20, y + 32], w - 28, { weight: 600, ink: pen.theme.soft })
  pen.say('config/verb', dockerfile[4].line.slice(0, 3), [x + 20, y + 60], w - 28, { ...hand, mono: true })
  pen.say('config/size', sizeText(0), [x + 20, y + 84], w - 28, { ...hand, mono: true })
  pen.say('config/not', t('레이어\n아님', 'not a\nlayer'), [x + 20, y + h - 40], w - 28, hand)
}
