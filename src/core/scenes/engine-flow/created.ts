import type { Hand } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { field, type Grid } from './grid.ts'
import { container, options, run } from './recorded.ts'
import { futureProcesses } from './future-processes.ts'
import { t } from '../../words/t.ts'

/** EF-5: what create leaves behind. A name, an id and an empty layer, but no process. */
export function created(pen: Pen, grid: Grid): void {
  layers(pen, grid)
  futureProcesses(pen, grid)
}

/** The container as it is on disk: the image's layers below, its own two above. */
function layers(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const x = grid.left
  const w = grid.x.shim - (grid.terse ? 12 : 24) - x
  const inner = w - 24
  const name = pen.choose([t('web · 생성됨(created)', 'web · created'), t('web · 생성됨', 'web · created')], w, {
    size: 18,
    weight: 700,
  })
  const { right } = pen.say('layers/name', name, [x, field.y + 17], w, { size: 18, weight: 700 })
  const hand: Hand = { mono: true, ink: theme.soft, anchor: 'end' }
  const id = pen.choose([`Id ${container.id}…`, container.id], x + w - right - 16, hand)
  pen.say('layers/id', id, [x + w, field.y + 17], x + w - right - 16, hand)
  pen.shows(run.create.ref)
  const warm = pen.tone('hyper')
  const writable = pen.choose(
    [t('쓰기 레이어 · 비어 있음', 'writable layer · empty'), t('쓰기 레이어', 'writable layer')],
    inner,
  )
  pen.block('layers/writable', { x, y: 240, w, h: 36 }, warm, writable, { rise: -24, strokeWidth: 2.4 })
  pen.link('layers/writable', run.layerFolders.ref)
  const soft = { ...warm, fill: mix(warm.fill, theme.paper, 0.4), ink: theme.ink }
  const init = pen.choose([t('-init · /etc/hosts 등의 자리', '-init · for /etc/hosts …'), '-init'], inner, {
    weight: 400,
  })
  pen.block('layers/init', { x, y: 280, w, h: 28 }, soft, init, { weight: 400, rise: -16 })
  pen.link('layers/init', run.initMount.ref)
  const lib = pen.tone('lib')
  const room = { x, y: 312, w, h: field.bottom - 312 }
  pen.box('layers/image', room, lib)
  const step = room.h / container.imageLayers
  for (let i = 1; i < container.imageLayers; i++)
    pen.line(
      `layers/seam-${i}`,
      [
        [x, room.y + i * step],
        [x + w, room.y + i * step],
      ],
      mix(lib.edge, lib.fill, 0.45),
      { strokeWidth: 1 },
    )
  const image = pen.choose(
    [
      t(
        `${options.image.sent} · 읽기 전용 레이어 ${container.imageLayers}장`,
        `${options.image.sent} · ${container.imageLayers} read-only layers`,
      ),
      t(`읽기 전용 레이어 ${container.imageLayers}장`, `${container.imageLayers} read-only layers`),
    ],
    inner,
    { weight: 600 },
  )
  const chip = pen.set(image, Infinity, { weight: 600 }).width + 16
  pen.block('layers/name', { x: x + 4, y: room.y + room.h / 2 - 12, w: chip, h: 24 }, lib, image, {
    pad: 8,
    strokeWidth: 0,
    leading: 20,
    r: 4,
  })
}
