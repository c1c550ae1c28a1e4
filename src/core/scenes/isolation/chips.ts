import type { Hand, Room, Words } from '../../diagram/look.ts'
import type { Handle } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { chipNames } from './chip-names.ts'
import { ROW_HEIGHT, ROWS, type Grid } from './grid.ts'

import { group, namespaceIds, network, owners, web, type NamespaceId } from './recorded.ts'
import type { State } from './state.ts'
import { t } from '../../words/t.ts'

type Wordings = readonly [Words, ...Words[]]

/** What each is when it is the container's own; names and numbers of the recording are the same in both languages. */
const values: Readonly<Record<NamespaceId, Wordings>> = {
  pid: [t(`안에서 ${web.insidePid}번`, `${web.insidePid} inside`)],
  mnt: ['overlay /'],
  net: [network.eth0.ip],
  uts: [web.hostname, t('자기 이름', 'own name')],
  ipc: [t('자기 것', 'its own')],
  cgroup: [group.inside.lines[0] ?? '/'],
  time: [t('호스트와 같은 값', 'same values'), t('같은 값', 'same values'), t('같은 값', 'equal')],
  user: [`${owners.inside.uid} → ${owners.remapped.uid}`],
}

const SAME: Wordings = [t('호스트와 같음', "the host's"), t('같음', 'shared')]
const OFF: Wordings = [t('꺼짐', 'off')]

interface Chips extends Pick<State, 'own' | 'fresh'> {
  /** The chips are set back: the step is about something else. */
  readonly back: boolean
  /** What is said of one in place of its value. */
  readonly said: Partial<Record<NamespaceId, Words>>
  /** What a press on one does to a knob; it has a switch then. */
  readonly press: Partial<Record<NamespaceId, Handle>>
}

/** Eight namespaces; those that the container has of its own are filled. */
export function chips(pen: Pen, grid: Grid, { own, fresh, back, said, press }: Chips): void {
  const { theme } = pen
  const lit = (id: NamespaceId): boolean => own.includes(id) || said[id] !== undefined
  const count = namespaceIds.filter(lit).length
  const name = { size: 20, weight: 700, ink: back ? pen.tone('plain', true).ink : theme.ink } as const
  const { right } = pen.say('see/name', t('보이는 것', 'See'), [0, 22], grid.chips, name)
  pen.say('see/sub', t('네임스페이스', 'namespaces'), [right + 12, 22], grid.chips - right - 60, { ink: theme.soft })
  pen.say('see/count', `${count} / ${namespaceIds.length}`, [grid.chips, 22], 80, {
    size: 20,
    weight: 700,
    anchor: 'end',
    ink: back ? pen.tone('kernel', true).word : theme['kernel-ink'],
  })
  // Where not all switches have room, the chips are pressed without.
  const switched = namespaceIds.every((id) => pen.set(chipNames[id], 0, NAME).width + PAD + SWITCH.w + 12 <= grid.chip)
  namespaceIds.forEach((id, i) => {
    const x = (i % 2) * (grid.chip + 8)
    const y = ROWS[Math.floor(i / 2)] ?? 0
    const words = said[id]
    chip(
      pen,
      id,
      { x, y, w: grid.chip, h: ROW_HEIGHT },
      {
        lit: lit(id),
        fresh: fresh.includes(id),
        back,
        words: words === undefined ? undefined : [words],
        press: press[id],
        switched: id === 'user' || (switched && press[id] !== undefined),
      },
    )
  })
}

interface Chip {
  readonly lit: boolean
  readonly fresh: boolean
  readonly back: boolean
  readonly words: Wordings | undefined
  readonly press: Handle | undefined
  /** It shows as a switch which way it is. */
  readonly switched: boolean
}

const PAD = 14
const NAME = { size: 17, weight: 700 } as const
const SWITCH = { w: 28, h: 16 }

function chip(pen: Pen, id: NamespaceId, room: Room, { lit, fresh, back, words, press, switched }: Chip): void {
  const { theme } = pen
  const full = pen.tone('kernel', back)
  const off = pen.tone('plain', true)
  const look = lit ? full : { fill: clear(theme), edge: off.edge, ink: back ? off.ink : theme.ink }
  const width = room.w - 2 * PAD + 4
  const wordings = lit ? (words ?? values[id]) : id === 'user' ? OFF : SAME
  const shown = pen.choose(wordings, width, { mono: typeof wordings[0] === 'string' })
  const hand: Hand = { mono: typeof shown === 'string', ink: lit ? full.ink : theme.soft }
  const surface = { r: 8, dash: lit ? 0 : 5, strokeWidth: fresh ? 3.5 : 1.6, stroke: fresh ? theme.accent : look.edge }
  pen.card(`chip-${id}`, pen.plate(room, look, surface), [
    pen.writing(chipNames[id], PAD, 24, width, { ...NAME, ink: look.ink }),
    pen.writing(shown, PAD, 45, width, hand),
  ])
  if (press) pen.turns(press)
  if (fresh && id === 'cgroup') pen.shows(group.inside.ref)
  if (fresh && id === 'net') pen.shows(network.inside.ref)
  if (fresh && id === 'pid') pen.shows(web.status.ref)
  if (switched) toggle(pen, id, [room.x + room.w, room.y], lit)
}

/** The switch on a chip: that of the user namespace is off unless someone asks for it. */
function toggle(pen: Pen, id: NamespaceId, [right, y]: readonly [number, number], on: boolean): void {
  const { theme } = pen
  const x = right - 8 - SWITCH.w / 2
  const edge = on ? theme['on-kernel'] : theme.soft
  const look = { shape: 'pill', ...SWITCH, fill: clear(theme), stroke: edge, strokeWidth: 2 } as const
  pen.badge(`switch-${id}`, [x, y + 18], '', look)
  pen.badge(`switch-${id}/knob`, [x + (on ? 6 : -6), y + 18], '', { w: 8, fill: edge, stroke: edge, strokeWidth: 0 })
}
