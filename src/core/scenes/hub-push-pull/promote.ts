import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { ROW } from './grid.ts'
import { blobSlot, landed, tick } from './parts.ts'
import { docs, moving, short } from './recorded.ts'
import { shellCard } from './stage.ts'
import { t } from '../../words/t.ts'

const STATION = { y: 120, h: 128 }
const TILE = STATION.y + 76

interface Station {
  readonly key: string
  readonly name: Text
  readonly says: readonly [Text, ...Text[]]
}

const stations: readonly Station[] = [
  {
    key: 'ci',
    name: t('CI', 'CI'),
    says: [t('딱 한 번 빌드한다', 'builds exactly once'), t('한 번만 빌드', 'builds once')],
  },
  {
    key: 'hub',
    name: t('레지스트리', 'Registry'),
    says: [t('다이제스트에 서명을 붙인다', 'a signature is attached'), t('서명이 붙는다', 'signed here')],
  },
  { key: 'staging', name: t('스테이징', 'Staging'), says: [t('시험한다', 'tests it')] },
  {
    key: 'prod',
    name: t('운영', 'Production'),
    says: [t('다시 빌드하지 않는다', 'never builds again'), t('빌드 없음', 'no build')],
  },
]

/** HP-11: one digest all the way, and a door that asks for its signature. */
export function promote(pen: Pen): void {
  const { theme } = pen
  const { width } = pen.view
  const gap = width >= 1100 ? 72 : 40
  const w = (width - gap * (stations.length - 1)) / stations.length
  const { command, manifest } = moving.fixed
  shellCard(
    pen,
    'shell',
    { x: 0, w: width },
    { line: command.line, output: command.output.at(-3) ?? '', ref: command.ref },
  )
  const digest = short(moving.image.digest)
  stations.forEach(({ key, name, says }, i) => {
    const x = i * (w + gap)
    const last = i === stations.length - 1
    const look = pen.tone(key === 'hub' ? 'hard' : 'plain')
    pen.box(
      `station-${key}`,
      { x, w, ...STATION },
      { fill: theme.paper, edge: last ? theme.accent : look.edge },
      { r: 12, strokeWidth: last ? 2.6 : 1.6 },
    )
    pen.say(`station-${key}/name`, name, [x + 14, STATION.y + 30], w - 24, { size: 20, weight: 700 })
    pen.say(`station-${key}/says`, pen.choose(says, w - 24), [x + 14, STATION.y + 58], w - 24, { ink: theme.soft })
    const flight = i ? `to-${key}/fly` : undefined
    const tile = { x: x + 14, y: TILE, w: w - 28, h: ROW + 4 }
    if (flight !== undefined) pen.place(`station-${key}/digest`, tile, { r: 8 })
    landed(pen, flight, () => {
      blobSlot(pen, `station-${key}/digest`, tile, `\`${digest}\``, {
        kind: 'layer',
        standing: 'have',
        // Once attached, the signature goes along.
        ...(i ? { end: pen.t(t('+ 서명', '+ signed')) } : {}),
      })
    })
    if (flight !== undefined) {
      const y = TILE + (ROW + 4) / 2
      const way = [
        [x - gap - 13, y],
        [x - 2, y],
      ] as const
      pen.with(flight, 'along', () => {
        pen.line(`to-${key}`, way, theme['app-edge'], { strokeWidth: 2.8, head: 11 })
      })
      pen.packet(flight, way, '', { fill: theme.app })
    }
  })
  pen.link('station-ci/digest', moving.put.ref)
  pen.link('station-prod/digest', manifest.ref)
  door(pen, 3 * (w + gap) - gap / 2, gap)
  answers(pen, width)
  ended(pen, width)
}

/** Before production: only what carries a signature that the policy knows gets through. */
function door(pen: Pen, x: number, gap: number): void {
  const { theme } = pen
  const [top, bottom] = [STATION.y, STATION.y + STATION.h]
  pen.line(
    'door',
    [
      [x, top + 4],
      [x, bottom - 4],
    ],
    theme.accent,
    { strokeWidth: 4, dash: 9 },
  )
  pen.badge('door/check', [x, TILE + 18], '', { w: 34, fill: theme.good, stroke: theme.paper, strokeWidth: 3 })
  tick(pen, 'door/tick', [x - 7, TILE + 18], theme.paper)
  pen.say(
    'door/name',
    gap > 60 ? t('정책: 서명 확인', 'policy: signed?') : t('정책', 'policy'),
    [x, bottom + 22],
    200,
    {
      weight: 600,
      anchor: 'middle',
      ink: theme.accent,
    },
  )
}

/** Two questions that are not the same, and a third that neither answers. */
function answers(pen: Pen, width: number): void {
  const { theme } = pen
  const gap = 24
  const w = (width - 2 * gap) / 3
  const all: readonly { key: string; title: Text; says: readonly [Text, ...Text[]]; edge: string }[] = [
    {
      key: 'digest',
      title: t('다이제스트', 'Digest'),
      says: [t('받은 내용이 그 내용 그대로인가', 'Is it the very same content?'), t('같은 내용인가', 'Same content?')],
      edge: theme.app,
    },
    {
      key: 'signature',
      title: t('서명 · Cosign, Notation', 'Signature · Cosign, Notation'),
      says: [t('누가 냈다고 보증하는가', 'Who vouches for it?')],
      edge: theme.accent,
    },
    {
      key: 'neither',
      title: t('둘 다 말하지 않는 것', 'What neither tells'),
      says: [t('취약점이 있는지는 스캔이 안다', 'Vulnerable? A scan can tell'), t('취약점이 있는가', 'Vulnerable?')],
      edge: theme.edge,
    },
  ]
  all.forEach(({ key, title, says, edge }, i) => {
    const room: Room = { x: i * (w + gap), y: 296, w, h: 80 }
    const hand = { size: 18, weight: 700 as const }
    const name = pen.choose([title, t(title.ko.replace(/ · .*/, ''), title.en.replace(/ · .*/, ''))], w - 32, hand)
    pen.card(
      `answer-${key}`,
      pen.plate(room, { fill: theme.card, edge }, { r: 10, strokeWidth: 2, dash: key === 'neither' ? 5 : 0 }),
      [
        pen.writing(name, 16, 32, w - 28, hand),
        pen.writing(pen.choose(says, w - 28), 16, 59, w - 28, { ink: theme.soft }),
      ],
    )
  })
}

/** The old way of signing, struck through. */
function ended(pen: Pen, width: number): void {
  const { theme } = pen
  const { day } = docs.contentTrust
  const name = 'Docker Content Trust (Notary v1)'
  const hand = { size: 18, ink: theme.soft }
  const w = pen.set(name, Infinity, hand).width
  pen.say('ended', name, [0, 416], w + 1, hand)
  pen.line(
    'ended/strike',
    [
      [-1, 410],
      [w + 3, 410],
    ],
    theme.danger,
    { strokeWidth: 2 },
  )
  const words = [
    t(`${day}에 서비스가 끝난다 · 기록 아님`, `its service ends on ${day} · not recorded`),
    t(`${day} 종료 · 기록 아님`, `ends ${day} · not recorded`),
  ] as const
  const rest = width - w - 20
  pen.say('ended/day', pen.choose(words, rest, { size: 18 }), [w + 20, 416], rest, {
    size: 18,
    weight: 600,
    ink: theme['danger-ink'],
  })
}
