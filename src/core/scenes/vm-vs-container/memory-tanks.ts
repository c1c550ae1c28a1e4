import type { Hand, Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { stackCell, columnX, gridFor, type Grid } from './grid.ts'
import { sideHeading } from './heading.ts'
import { containerApps, guestApps, rowNames } from './names.ts'
import { CONTAINERS, VMS } from './pair.ts'
import { conditions } from './conditions.ts'
import { events, memory, mibText } from './recorded.ts'
import { t } from '../../words/t.ts'

const GROUND = 328
const FULL = 168
const HOST = 62
const APP = { y: 336, h: 48 }
const OPTION = 412
/** The containers fill up one after the other, in ms. */
const APART = 140
const EXAMPLE = t('예시', 'example')

/** VC-7: what a VM holds and what containers use, on one scale. `guestMib` is what a VM is given. */
export function memoryTanks(pen: Pen, guestMib: number, limited: boolean): void {
  const grid = gridFor(pen.view.width, 3)
  const { theme } = pen
  const scale = (GROUND - FULL) / guestMib
  const soft = { ink: theme.soft, weight: 400 } as const
  const unlimited = {
    words: t('한도 없음: 호스트 메모리까지', 'no limit: until the host is full'),
    shorter: [t('한도 없음', 'no limit')],
    ink: theme['danger-ink'],
  }
  sideHeading(pen, 'vm', VMS, { words: t('정한 만큼 예약한다', 'hold their maximum'), ...soft }, 0, grid.stack)
  sideHeading(
    pen,
    'ct',
    CONTAINERS,
    limited ? { words: t('쓰는 만큼 오르내린다', 'take what they use'), ...soft } : unlimited,
    grid.right,
    grid.stack,
  )
  axis(pen, grid, guestMib)
  reserved(pen, grid, guestMib, scale)
  used(pen, grid, scale, limited)
}

function axis(pen: Pen, grid: Grid, full: number): void {
  const { theme } = pen
  const x = (grid.stack + grid.right) / 2
  const hand: Hand = { anchor: 'middle', ink: theme.soft }
  const half = (FULL + GROUND) / 2
  ;[FULL, half].forEach((y, i) => {
    pen.line(
      `axis/vm-${i}`,
      [
        [0, y],
        [grid.stack, y],
      ],
      theme.rule,
      { strokeWidth: 1.6 },
    )
    pen.line(
      `axis/ct-${i}`,
      [
        [grid.right, y],
        [grid.right + grid.stack, y],
      ],
      theme.rule,
      { strokeWidth: 1.6 },
    )
    pen.say(`axis/${i}`, mibText(full / (i + 1)), [x, y + 6], grid.right - grid.stack, hand)
  })
  pen.say('axis/0-mib', '0', [x, GROUND + 6], 40, hand)
  // What lies between is left out: the end of the host is far above what a VM is given.
  const leftOut = t('눈금\n생략', 'not to\nscale')
  pen.say('axis/more', leftOut, [x, 110], grid.right - grid.stack, { ...hand, lines: 2, leading: 20 })
}

function reserved(pen: Pen, grid: Grid, full: number, scale: number): void {
  const { theme } = pen
  const names = rowNames(pen, guestApps.slice(0, 3), grid.col - 2 * grid.pad - 12, { size: 17, weight: 600 })
  const asRecorded = full === memory.vm
  names.forEach((words, i) => {
    const lit = i === 0
    const look = pen.tone('guest', !lit)
    const x = columnX(grid, i)
    const middle = x + grid.col / 2
    const room: Room = { x, y: FULL, w: grid.col, h: GROUND - FULL }
    pen.box(`vm/wall-${i}`, room, look, { r: 10 })
    const inner = { x: x + grid.pad, y: FULL, w: grid.col - 2 * grid.pad, h: GROUND - FULL - 1 }
    pen.meter(
      `vm/used-${i}`,
      inner,
      (memory.guestUsed * scale) / inner.h,
      lit ? theme.app : mix(theme.app, theme.paper, 0.3),
      { upright: true },
    )
    const hand: Hand = { anchor: 'middle', ink: look.ink, lines: 2 }
    const size = mibText(full)
    const held = lit ? t(`예약 ${size}`, `holds ${size}`) : t('예약', 'held')
    pen.say(
      `vm/held-${i}`,
      pen.choose([held, lit ? t(`예약\n${size}`, `holds\n${size}`) : held], grid.col - 8, { size: 18, weight: 600 }),
      [middle, 202],
      grid.col - 8,
      { ...hand, size: 18, weight: 600, leading: 24 },
    )
    const own = mibText(memory.guestUsed)
    const use = lit ? t(`쓰는 양 ${own}`, `uses ${own}`) : EXAMPLE
    const wrapped = lit ? t(`쓰는 양\n${own}`, `uses\n${own}`) : EXAMPLE
    const shown = pen.choose([use, wrapped], grid.col - 8)
    const lines = pen.t(shown).split('\n').length
    const top = GROUND - memory.guestUsed * scale
    pen.say(`vm/use-${i}`, shown, [middle, top - 14 - (lines - 1) * 20], grid.col - 8, { ...hand, leading: 20 })
    if (lit) pen.shows(events.guestMemory)
    pen.block(`vm/app-${i}`, stackCell(grid, 0, i, APP), pen.tone('app', !lit), words, {
      size: 17,
      anchor: 'middle',
      pad: 6,
    })
    pen.say(`vm/option-${i}`, `-m ${full}`, [middle, OPTION], grid.col, {
      anchor: 'middle',
      mono: true,
      ink: lit ? theme.ink : look.ink,
    })
    if (lit && asRecorded) pen.shows(events.vmStarted)
  })
  const qemu = mibText(memory.qemu)
  const words = asRecorded
    ? t(
        `기록은 VM 한 대. 호스트에서 본 QEMU는 ${qemu}\n소프트웨어 에뮬레이션 · 에뮬레이터 코드 포함`,
        `One VM recorded; the host sees ${qemu}\nSoftware emulation, its code included`,
      )
    : t(
        `기록은 VM 한 대에 ${mibText(memory.vm)}일 때뿐이다.\n${mibText(full)} 예약은 예시`,
        `Only one VM with ${mibText(memory.vm)} was recorded.\nHolding ${mibText(full)} is an example`,
      )
  const narrow = grid.stack < 440
  conditions(pen, 'cond', words, { x: 0, y: narrow ? 36 : 64, w: grid.stack }, { h: narrow ? 118 : 72 })
}

function used(pen: Pen, grid: Grid, scale: number, limited: boolean): void {
  const { theme } = pen
  const names = rowNames(pen, containerApps.slice(0, 3), grid.col - 2 * grid.pad - 12, { size: 17, weight: 600 })
  const left = (i: number): number => grid.right + columnX(grid, i)
  const height = (mib: number): number => Math.min(GROUND - HOST - 4, mib * scale)
  const middle = (i: number): number => left(i) + grid.col / 2
  const amounts = [memory.container, memory.limited, limited ? memory.limit : Infinity]
  amounts.forEach((mib, i) => {
    const greedy = i === 2
    const open = greedy && !limited
    const [x, top] = [left(i), open ? HOST + 4 : FULL]
    const edge = greedy ? theme.danger : theme['app-edge']
    pen.line(
      `ct/tank-${i}`,
      [
        [x, top],
        [x, GROUND],
        [x + grid.col, GROUND],
        [x + grid.col, top],
      ],
      edge,
      { dash: 7 },
    )
    const inner: Room = { x: x + grid.pad, y: HOST + 4, w: grid.col - 2 * grid.pad, h: GROUND - HOST - 5 }
    const fill = greedy ? mix(theme.danger, theme.paper, 0.2) : theme.app
    pen.then(() => pen.meter(`ct/used-${i}`, inner, height(mib) / inner.h, fill, { upright: true }), i * APART)
    if (greedy) pen.turns({ knob: 'limit', value: limited ? 0 : 1 })
  })
  ;[memory.container, memory.limited].forEach((mib, i) => {
    pen.then(() => amount(pen, `ct/amount-${i}`, mibText(mib), middle(i), height(mib), grid.col), i * APART + 60)
  })
  pen.shows(events.usageRead)
  const limits = limited ? [1, 2] : [1]
  limits.forEach((i) => {
    const y = GROUND - memory.limit * scale
    pen.line(
      `ct/limit-${i}`,
      [
        [left(i) - 5, y],
        [left(i) + grid.col + 5, y],
      ],
      theme['hyper-edge'],
      { strokeWidth: 4 },
    )
    const size = mibText(memory.limit)
    const text = pen.choose([t(`한도 ${size}`, `limit ${size}`), size], grid.col - 16, { weight: 600 })
    pen.say(`ct/limit-${i}`, text, [middle(i), y - 12], grid.col, {
      anchor: 'middle',
      weight: 600,
      ink: theme['hyper-ink'],
    })
    pen.shows(events.limitRead)
  })
  pen.then(() => greedyColumn(pen, grid, middle(2), limited ? GROUND - height(memory.limit) / 2 : null), 3 * APART)
  names.forEach((words, i) => {
    pen.block(`ct/app-${i}`, stackCell(grid, grid.right, i, APP), pen.tone('app', limited && i === 2), words, {
      size: 17,
      anchor: 'middle',
      pad: 6,
    })
    const bound = i === 1 || (limited && i === 2)
    const option = pen.choose([memory.limitOption, memory.limitOption.replace('--memory=', '-m ')], grid.col, {
      mono: true,
    })
    pen.say(`ct/option-${i}`, bound ? option : t('(옵션 없음)', '(no option)'), [middle(i), OPTION], grid.col + 8, {
      anchor: 'middle',
      mono: bound,
      ink: bound ? theme.ink : theme.soft,
    })
    if (bound) pen.shows(i === 1 ? events.limitedStarted : events.hungryEnded)
    else if (i === 2) pen.shows(events.freeStarted)
  })
  hostEdge(pen, grid, limited)
}

/** An amount inside its bar where the bar is tall enough, else above it. */
function amount(pen: Pen, key: string, words: string, x: number, h: number, width: number): void {
  const inside = h >= 22
  const y = inside ? GROUND - Math.min(18, h / 2 - 6) : GROUND - h - 14
  pen.say(key, words, [x, y], width - 10, {
    size: width < 100 ? 16 : 18,
    weight: 600,
    anchor: 'middle',
    ink: inside ? pen.theme['on-app'] : pen.theme.ink,
  })
}

/** The batch job: it grows on, or is killed in the middle of a bar as high as its limit. */
function greedyColumn(pen: Pen, grid: Grid, x: number, killedAt: number | null): void {
  const { theme } = pen
  const width = grid.col - 10
  const hand: Hand = { anchor: 'middle', ink: theme['danger-ink'] }
  const strong: Hand = { ...hand, size: grid.terse ? 16 : 18, weight: 700 }
  if (killedAt !== null) {
    const words = pen.choose([t('한도에서 종료', 'killed at limit'), t('종료', 'killed')], width, strong)
    pen.say('ct/end', words, [x, 202], width, strong)
    pen.shows(events.hungryInspected)
    pen.say('ct/end/code', t(`코드 ${memory.exitCode}`, `exit ${memory.exitCode}`), [x, killedAt + 6], width, {
      ...hand,
      weight: 600,
    })
    pen.shows(events.hungryEnded)
    return
  }
  pen.line(
    'ct/grow',
    [
      [x, 180],
      [x, HOST + 6],
    ],
    theme.danger,
    { strokeWidth: 3, head: 10.8 },
  )
  pen.say('ct/end', t('계속 커진다', 'grows on'), [x, 208], width, strong)
  pen.say('ct/end/example', EXAMPLE, [x, 234], width, hand)
}

/** The end of the host's memory, and what the kernel says of the greedy one's limit. */
function hostEdge(pen: Pen, grid: Grid, limited: boolean): void {
  const { theme } = pen
  const end = grid.right + grid.stack
  const danger = theme['danger-ink']
  pen.line(
    'host',
    [
      [grid.right, HOST],
      [end, HOST],
    ],
    theme.danger,
    { strokeWidth: 4 },
  )
  const [x, w] = [end + 16, grid.width - end - 16]
  pen.say('host', t('호스트 메모리\n한계 (예시)', 'Host full\n(example)'), [x, 56], w, {
    weight: 700,
    ink: danger,
    leading: 22,
  })
  const state = limited
    ? t(`한도 ${mibText(memory.limit)}`, `limit ${mibText(memory.limit)}`)
    : t('한도 없음', 'no limit')
  pen.say('max', state, [x, 184], w, {
    size: grid.terse ? 16 : 18,
    weight: 700,
    ink: limited ? theme['hyper-ink'] : danger,
  })
  pen.say('max/file', memory.unlimitedFile, [x, 210], w, { mono: true })
  pen.say('max/value', `= ${limited ? memory.limitBytes : memory.unlimitedValue}`, [x, 234], w, { mono: true })
  pen.shows(limited ? events.limitRead : events.maxRead)
  pen.say(
    'max/source',
    limited ? t('기록', 'recorded') : t('기본값 · 기록', 'by default ·\nrecorded'),
    [x, 258],
    w + 8,
    {
      leading: 22,
      ink: theme.soft,
    },
  )
}
