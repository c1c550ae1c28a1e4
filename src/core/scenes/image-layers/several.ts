import type { Pen } from '../../diagram/pen.ts'
import { frames, sees, type Contained, type Seen } from './frames.ts'
import { gridFor, rows, type Grid } from './grid.ts'

import { web } from './recorded.ts'
import { appTile, axis, bracket, layers } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'

const [before = '', after = ''] = web.merged.lines
const untouched: Seen = { words: [before, `${before.slice(0, 5)}…`], from: 'image' }
const touched: Seen = { words: [`${before}\n${after}`, after], from: 'upper' }
const EMPTY = { words: [t('비어 있음', 'empty')], holds: 'nothing' } as const
const HELD = {
  words: [t('index.html 복사본', 'copy of index.html'), 'index.html', t('복사본', 'a copy')],
  holds: 'file',
} as const

function ground(pen: Pen, grid: Grid): void {
  layers(pen, grid, appTile, { lit: () => false })
  axis(pen, grid, appTile, (id) => id !== 'new')
}

/** IL-8: containers of one image, each with a writable layer of its own. */
export function several(pen: Pen, count: number): void {
  const grid = gridFor(pen.view.width)
  const { untouched: read } = web
  terminal(pen, 'shell', { ...rows.terminal, x: 0, w: grid.main }, [`$ ${read.command}`, ...read.lines], read.ref)
  ground(pen, grid)
  // The same words however many there are: others would lie under a name that slides as the number is turned.
  const example = pen.view.width < 900 ? t('예시', 'ex.') : t('예시', 'example')
  const all = Array.from({ length: count }, (_, i): Contained => {
    const own = i === 0
    return {
      key: own ? 'web' : `web${i + 1}`,
      name: own ? 'web' : `web${i + 1}`,
      ...(i > 1 ? { note: [example] } : {}),
      merged: [own ? touched : untouched],
      upper: own ? HELD : EMPTY,
      state: i > 1 ? 'back' : 'lit',
      ref: own ? web.both.ref : read.ref,
    }
  })
  const spans = frames(pen, grid, all, 8)
  spans.forEach((span, i) => {
    sees(pen, all[i]?.key ?? '', span)
  })
  bracket(pen, grid, 'of/container', rows.frame, t('컨테이너', 'Container'), [{ words: `× ${count}` }])
  bracket(pen, grid, 'of/image', rows.layers, t('이미지', 'Image'), [
    { words: appTile.image, mono: true },
    { words: t('하나뿐', 'only one'), ink: pen.theme.good },
  ])
}

/** IL-9: stop keeps the writable layer, rm deletes it, and a new container starts from the image. */
export function lifetimes(pen: Pen): void {
  const grid = gridFor(pen.view.width)
  terminal(
    pen,
    'shell',
    { ...rows.terminal, x: 0, w: grid.main },
    [`$ ${web.fresh.command}`, ...web.fresh.lines],
    web.fresh.ref,
  )
  ground(pen, grid)
  const all: Contained[] = [
    {
      key: 'stop',
      name: 'stop',
      merged: [{ words: [t('마운트 없음', 'not mounted'), t('없음', 'none')], from: 'nowhere', mono: false }],
      upper: { words: [t('✓ 남아 있다', '✓ kept'), t('✓ 남음', '✓ kept')], holds: 'file' },
      ref: web.stopped.ref,
    },
    { key: 'start', name: 'start', merged: [touched], upper: HELD, ref: web.again.ref },
    {
      key: 'rm',
      name: 'rm -f',
      merged: [{ words: [t('없음', 'none')], from: 'nowhere', mono: false }],
      upper: { words: [t('✕ 사라졌다', '✕ deleted'), t('✕ 삭제', '✕ gone')], holds: 'lost' },
      state: 'dead',
      ref: web.gone.ref,
    },
    { key: 'fresh', name: 'run --rm', merged: [untouched], upper: EMPTY, ref: web.fresh.ref },
  ]
  const spans = frames(pen, grid, all, 24)
  spans.forEach(({ x, w }, i) => {
    if (i === spans.length - 1) return
    const y = rows.frame.y + rows.frame.h / 2
    pen.line(
      `frame/next-${i}`,
      [
        [x + w + 4, y],
        [x + w + 20, y],
      ],
      pen.theme.soft,
      { head: 9, strokeWidth: 2.4 },
    )
  })
  bracket(pen, grid, 'of/image', rows.layers, t('이미지', 'Image'), [
    { words: appTile.image, mono: true },
    { words: t('✓ 그대로', '✓ intact'), ink: pen.theme.good },
  ])
}
