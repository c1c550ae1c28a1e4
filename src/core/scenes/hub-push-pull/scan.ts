import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { tick } from './parts.ts'
import { docs, moving, short } from './recorded.ts'
import { t } from '../../words/t.ts'

interface Moment {
  readonly key: string
  readonly when: readonly [Text, Text]
  readonly digest: string
  readonly says: readonly [Text, ...Text[]]
  readonly verdict: Text
  readonly good: boolean
}

const moments = (): readonly Moment[] => {
  const digest = short(moving.image.digest)
  return [
    {
      key: 'pushed',
      when: [t('올린 날', 'Day of the push'), t('올린 날', 'Pushed')],
      digest,
      says: [t('알려진 취약점 없음', 'nothing known')],
      verdict: t('통과', 'pass'),
      good: true,
    },
    {
      key: 'later',
      when: [t('새 CVE가 나온 날', 'Day of a new CVE'), t('새 CVE', 'New CVE')],
      digest,
      says: [t('이미지는 그대로인데', 'the same image')],
      verdict: t('위험', 'at risk'),
      good: false,
    },
    {
      key: 'rebuilt',
      when: [t('베이스가 고쳐진 날', 'Day of a fixed base'), t('베이스 수정', 'Fixed base')],
      digest: 'sha256:…',
      says: [t('다시 빌드한 새 이미지', 'a new build'), t('다시 빌드', 'a new build')],
      verdict: t('통과', 'pass'),
      good: true,
    },
  ]
}

/** HP-12: scanning is switched on, its verdict changes with time, and what to look at when choosing an image. */
export function scan(pen: Pen): void {
  const { width } = pen.view
  const gap = width >= 1100 ? 64 : 32
  const right = width >= 1100 ? 320 : width >= 900 ? 272 : 216
  const left = width - right - gap
  toggle(pen, left)
  timeline(pen, left)
  endings(pen, left)
  checklist(pen, { x: left + gap, y: 0, w: right, h: 440 })
}

/** Off until someone turns it on. */
function toggle(pen: Pen, w: number): void {
  const { theme } = pen
  pen.card(
    'setting',
    pen.plate({ x: 0, y: 0, w, h: 72 }, { fill: theme.card, edge: theme.accent }, { r: 12, strokeWidth: 2.4 }),
    [
      pen.writing(t('저장소 설정 · 이미지 스캔', 'Repository settings · image scanning'), 20, 31, w - 130, {
        size: 18,
        weight: 700,
      }),
      pen.writing(
        pen.choose(
          [
            t(
              'Docker Scout 또는 정적 스캔, 저장소마다 켠다',
              'Docker Scout or static scanning, switched on per repository',
            ),
            t('Scout나 정적 스캔을 저장소마다', 'Scout or static, per repository'),
          ],
          w - 130,
        ),
        20,
        56,
        w - 130,
        { ink: theme.soft },
      ),
    ],
  )
  const x = w - 76
  pen.box('switch', { x, y: 20, w: 56, h: 32 }, { fill: theme.accent, edge: theme.accent }, { r: 16 })
  pen.badge('switch/knob', [x + 40, 36], '', { w: 24, fill: theme.paper, stroke: theme.paper })
  pen.say('switch/on', t('켬', 'on'), [x - 10, 42], 40, { weight: 700, anchor: 'end', ink: theme.accent })
}

/** One image over time: its content stays, what is known about it does not. */
function timeline(pen: Pen, left: number): void {
  const { theme } = pen
  const all = moments()
  const gap = left > 600 ? 40 : 20
  const w = (left - gap * (all.length - 1)) / all.length
  const y = 128
  pen.say('time', t('같은 이미지, 달라지는 결과 · 예시', 'The same image, another verdict · example'), [0, 112], left, {
    weight: 600,
    ink: theme.soft,
  })
  all.forEach((moment, i) => {
    const x = i * (w + gap)
    const amber = pen.tone('hyper')
    const lit = !moment.good
    const look = lit ? amber : { fill: theme.card, edge: theme.good }
    const room: Room = { x, y, w, h: 168 }
    pen.card(`moment-${moment.key}`, pen.plate(room, look, { r: 12, strokeWidth: lit ? 3 : 2 }), [
      pen.writing(pen.choose(moment.when, w - 28, { size: 18, weight: 700 }), 16, 30, w - 24, {
        size: 18,
        weight: 700,
        ink: lit ? amber.ink : theme.ink,
      }),
      pen.writing(moment.digest, 16, 62, w - 24, { mono: true, ink: lit ? amber.ink : theme.ink }),
      pen.writing(pen.choose(moment.says, w - 24), 16, 88, w - 24, { ink: lit ? amber.ink : theme.soft }),
    ])
    const pillW = Math.ceil(pen.view.measure(pen.t(moment.verdict), 700, false) * 18) + 62
    const [px, py] = [x + 16, y + 112]
    const fill = lit ? theme['hyper-edge'] : theme.good
    pen.card(
      `moment-${moment.key}/verdict"${moment.verdict.ko}`,
      pen.plate({ x: px, y: py, w: pillW, h: 40 }, { fill, edge: fill }, { r: 20 }),
      [pen.writing(moment.verdict, 44, 26.5, pillW - 50, { size: 18, weight: 700, ink: theme.paper })],
    )
    if (lit)
      pen.say(`moment-${moment.key}/sign`, '!', [px + 24, py + 27], 20, {
        size: 22,
        weight: 700,
        anchor: 'middle',
        ink: theme.paper,
      })
    else tick(pen, `moment-${moment.key}/sign`, [px + 16, py + 20], theme.paper)
    if (i)
      pen.line(
        `to-${moment.key}`,
        [
          [x - gap + 3, y + 84],
          [x - 3, y + 84],
        ],
        theme.soft,
        { strokeWidth: 2.4, head: 9 },
      )
  })
  pen.link('moment-pushed', moving.put.ref)
}

/** Tags that no longer get any fix. */
function endings(pen: Pen, left: number): void {
  const { theme } = pen
  const { postgres13, python39 } = docs.endOfLife
  pen.say(
    'ends',
    pen.choose(
      [
        t('지원 종료 · 고쳐질 베이스가 더는 없다', 'End of life · no fixed base will come'),
        t('지원 종료', 'End of life'),
      ],
      left,
      { weight: 600 },
    ),
    [0, 340],
    left,
    {
      weight: 600,
      ink: theme.soft,
    },
  )
  const gap = 20
  const w = (left - gap) / 2
  ;[postgres13, python39].forEach(({ name, day }, i) => {
    const look = pen.tone('danger')
    const wide = w > 300
    pen.card(
      `end-${i}`,
      pen.plate(
        { x: i * (w + gap), y: 356, w, h: wide ? 48 : 72 },
        { fill: theme.paper, edge: look.edge },
        { dash: 5, strokeWidth: 1.8 },
      ),
      [
        pen.writing(name, 16, 30, w - 24, { mono: true, size: 18 }),
        pen.writing(wide ? day : t(day, day), wide ? w - 16 : 16, wide ? 30 : 56, w - 24, {
          anchor: wide ? 'end' : 'start',
          ink: look.ink,
        }),
      ],
    )
  })
}

const CHECKS: readonly (readonly [Text, ...Text[]])[] = [
  [t('만든 이: 공식 · 검증된 게시자', 'Publisher: official, verified'), t('누가 만들었나', 'Who made it')],
  [t('지원이 언제 끝나나', 'When support ends'), t('지원 종료일', 'End of support')],
  [t('얼마나 자주 다시 빌드되나', 'How often it is rebuilt'), t('다시 빌드 주기', 'Rebuilt how often')],
  [t('SBOM과 출처 증명이 있나', 'SBOM and provenance'), t('SBOM·출처 증명', 'SBOM, origin')],
  [t('root로 실행되지 않나', 'Does not run as root'), t('root가 아닌가', 'Not as root')],
  [t('libc(musl·glibc)와 플랫폼', 'libc (musl, glibc), platform'), t('libc와 플랫폼', 'libc, platform')],
]

/** What to look at before choosing an image: popularity is not on the list. */
function checklist(pen: Pen, room: Room): void {
  const { theme } = pen
  pen.box('list', { ...room, h: 432 }, { fill: theme.sunk, edge: theme.rule }, { r: 12 })
  pen.say('list/head', t('고를 때 보는 것', 'Before you choose'), [room.x + 20, 40], room.w - 32, {
    size: 20,
    weight: 700,
  })
  CHECKS.forEach((words, i) => {
    const y = 88 + i * 56
    const w = room.w - 72
    tick(pen, `list/tick-${i}`, [room.x + 22, y - 5], theme.good)
    pen.say(`list/${i}`, pen.choose(words, w, { size: 17 }), [room.x + 52, y], w, { size: 17 })
  })
  pen.say('list/not', t('다운로드 수는 인기일 뿐', 'Pull counts: only fame'), [room.x + 20, 412], room.w - 32, {
    ink: theme.soft,
  })
}
