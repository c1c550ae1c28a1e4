import type { Text } from '../../../contract/deck.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { columnAt, gridFor, layerRow, rows, split, type Grid } from './grid.ts'
import { eventsPanel } from './events-panel.ts'

import { appLayers, commits, dockerfile } from './recorded.ts'
import { appTile, axis, layers, MONO, railName } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

const OPENED = 3

/** IL-2: a layer holds what was added, changed or deleted, and is transparent elsewhere. */
export function changes(pen: Pen): void {
  const grid = gridFor(pen.view.width)
  const { diff, commit } = commits
  terminal(
    pen,
    'changes/shell',
    { x: 0, y: 0, w: grid.main, h: 136 },
    [`$ ${diff.command}`, ...diff.lines, `$ ${commit.command}`],
    commit.ref,
  )
  kinds(pen, grid)
  layers(pen, grid, appTile, { lit: (n) => n === OPENED })
  axis(pen, grid, appTile, (id) => id !== 'new')
  const opened = layerRow(OPENED)
  const tile = columnAt(grid, 0)
  pen.badge('changes/plus', [tile.x + tile.w - 2, opened.y + 4], '+', {
    w: 24,
    fill: pen.theme.app,
    ink: pen.theme['on-app'],
  })
  const [from, to] = [columnAt(grid, 1), columnAt(grid, 4)]
  pen.say(
    'changes/clear',
    t('빈 자리는 투명하다', 'empty places are transparent'),
    [(from.x + to.x + to.w) / 2, baseline(opened.y + opened.h / 2, 16)],
    to.x + to.w - from.x,
    { anchor: 'middle', ink: pen.theme.soft },
  )
  config(pen, grid)
  record(pen, grid)
}

/** The three kinds of entries, as docker diff marks them. */
function kinds(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const [added = '', changed = '', deleted = ''] = commits.diff.lines
  const cards = [
    { id: 'add', sign: '+', fill: theme['app-edge'], name: t('추가', 'added'), line: added },
    { id: 'change', sign: '~', fill: theme['hyper-edge'], name: t('바꿈', 'changed'), line: changed },
    { id: 'delete', sign: '×', fill: theme.danger, name: t('지움 표시', 'whiteout'), line: deleted },
  ]
  railName(pen, grid, 'kinds', rows.upper, [t('변경분', 'Changeset')], 'A · C · D')
  split(grid.sheet, cards.length, 16).forEach(({ x, w }, i) => {
    const card = cards[i]
    if (!card) return
    const { y, h } = rows.upper
    pen.box(`kinds/${card.id}`, { x, y, w, h }, pen.tone('plain'), { stroke: theme.rule })
    pen.badge(`kinds/${card.id}/sign`, [x + 28, y + h / 2], card.sign, { fill: card.fill, ink: theme.paper })
    pen.say(`kinds/${card.id}`, card.name, [x + 52, y + 24], w - 60, { weight: 600 })
    pen.say(`kinds/${card.id}/line`, card.line, [x + 52, y + 46], w - 60, { ...MONO, ink: theme.soft })
  })
}

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

function record(pen: Pen, grid: Grid): void {
  const held = (n: number): Text => {
    const layer = appLayers[n - 1]
    const count = layer?.entries ?? 0
    return t(`항목 ${count}개 · ${layer?.last ?? ''}`, `${count} entries · ${layer?.last ?? ''}`)
  }
  eventsPanel(
    pen,
    grid,
    [
      {
        head: t('기록 · 레이어마다 든 것', 'Recorded: in each layer'),
        rows: [...appLayers].reverse().map(({ n, bytes, entries, ref }) => ({
          title: t(`레이어 ${n}`, `Layer ${n}`),
          value: sizeText(bytes),
          detail: [held(n), t(`항목 ${entries}개`, `${entries} entries`)] as const,
          now: n === OPENED,
          ref,
        })),
      },
    ],
    {
      label: t('규격 · 기록 아님', 'Specification, not recorded'),
      words: t(
        '이미지로 보낼 때 지움 표시는\n`.wh.vi`라는 빈 파일이 된다.',
        'On its way a whiteout is an\nempty file named `.wh.vi`.',
      ),
    },
  )
}
