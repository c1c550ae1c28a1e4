import type { Pen } from '../../diagram/pen.ts'
import type { Words } from '../../diagram/look.ts'
import type { EventRef } from '../../traces/digest.ts'
import { t } from '../../words/t.ts'
import { events, guestHardware } from './recorded.ts'

interface Device {
  readonly id: string
  readonly name: Words
  readonly says: string
  readonly event: EventRef
}

const devices: readonly Device[] = [
  { id: 'cpu', name: 'CPU', says: guestHardware.cpu, event: events.cpuFound },
  { id: 'memory', name: t('메모리', 'Memory'), says: guestHardware.memory, event: events.memoryFound },
  { id: 'firmware', name: t('펌웨어', 'Firmware'), says: guestHardware.firmware, event: events.firmware },
  { id: 'bus', name: t('버스', 'Bus'), says: guestHardware.bus, event: events.busFound },
  { id: 'serial', name: t('직렬 포트', 'Serial port'), says: guestHardware.serial, event: events.serialFound },
]

export const deviceIds: readonly string[] = devices.map(({ id }) => id)

const CASE = { y: 48, h: 292 }
const [PAD, GAP] = [20, 12]

/** One of the computers that do not exist, opened: its devices in the words in which the guest found them. */
export function guestHardwareOpened(
  pen: Pen,
  from: { readonly x: number; readonly y: number; readonly h: number },
  x: number,
  w: number,
): void {
  const { theme } = pen
  const guest = pen.tone('guest')
  for (const [key, y, to] of [
    ['top', from.y, CASE.y + 8],
    ['low', from.y + from.h, CASE.y + CASE.h - 8],
  ] as const)
    pen.line(
      `opened/${key}`,
      [
        [from.x, y],
        [x, to],
      ],
      theme['guest-edge'],
      { strokeWidth: 1.6, dash: 5 },
    )
  pen.box('opened', { x, w, ...CASE }, { fill: theme.paper, edge: guest.edge }, { r: 12, strokeWidth: 2.4 })
  pen.link('opened', events.vmStarted)
  // The first is twice as wide: in three columns that fills two rows, in two columns three.
  const columns = w >= 560 ? 3 : 2
  const rows = columns === 3 ? 2 : 3
  const cell = { w: (w - 2 * PAD - (columns - 1) * GAP) / columns, h: (CASE.h - 2 * PAD - (rows - 1) * GAP) / rows }
  const hard = pen.tone('hard')
  devices.forEach(({ id, name, says, event }, i) => {
    const place = i === 0 ? 0 : i + 1
    const room = {
      x: x + PAD + (place % columns) * (cell.w + GAP),
      y: CASE.y + PAD + Math.floor(place / columns) * (cell.h + GAP),
      w: i === 0 ? 2 * cell.w + GAP : cell.w,
      h: cell.h,
    }
    const middle = room.y + room.h / 2
    pen.card(`device/${id}`, pen.plate(room, hard), [
      pen.writing(name, 14, middle - room.y - 6, room.w - 28, { size: 20, weight: 600, ink: hard.ink }),
      pen.writing(says, 14, middle - room.y + 22, room.w - 20, { mono: true, ink: hard.ink }),
    ])
    pen.link(`device/${id}`, event)
  })
}
