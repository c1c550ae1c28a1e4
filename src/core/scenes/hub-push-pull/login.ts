import { shortened } from '../../diagram/parts/shortened.ts'
import type { Room, Words } from '../../diagram/look.ts'
import type { Point } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix, type Tone } from '../../diagram/tone.ts'
import { ROW } from './grid.ts'
import { tick, ticket } from './parts.ts'
import { login } from './recorded.ts'
import { shellCard } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

const TOP_OF = 160
/** Where a login is kept: in a store, or without one in the file. */
const KEPT = { store: { y: TOP_OF, h: 84 }, file: { y: TOP_OF + 96, h: 168 } } as const

/** HP-2: how one says who one is, who checks it, and where it stays. */
export function signIn(pen: Pen): void {
  const { theme } = pen
  const { width } = pen.view
  const gap = width >= 1100 ? 64 : width >= 900 ? 48 : 36
  const w = (width - 2 * gap) / 3
  shellCard(
    pen,
    'shell',
    { x: 0, w: width },
    { line: login.command.line, output: login.answer, ref: login.command.ref },
  )
  const heads: readonly (readonly [string, readonly [Words, ...Words[]]])[] = [
    ['prove', [t('1 · 누구인지 보인다', '1 · Say who you are'), t('1 · 누구인가', '1 · Who')]],
    ['check', [t('2 · 레지스트리가 확인한다', '2 · The registry checks'), t('2 · 확인', '2 · Check')]],
    ['keep', [t('3 · 내 컴퓨터에 남는다', '3 · It stays on disk'), t('3 · 보관', '3 · Keep')]],
  ]
  heads.forEach(([key, words], i) => {
    const hand = { size: 20, weight: 700 as const }
    pen.say(`${key}/head`, pen.choose(words, w, hand), [i * (w + gap), 128], w, hand)
  })
  const y = TOP_OF + 132
  const way = [
    [w + 2, y],
    [w + gap - 2, y],
  ] as const
  pen.line('check/to', way, theme.soft, { strokeWidth: 2.4, head: 11 })
  prove(pen, 0, w)
  check(pen, w + gap, w)
  for (const [key, stroke] of [
    ['file', theme.danger],
    ['store', theme.good],
  ] as const) {
    const { y: top, h } = KEPT[key]
    const [from, to] = [2 * w + gap + 1, 2 * (w + gap) - 2]
    const fork = [
      [from, y],
      [(from + to) / 2 - 4, y],
      [(from + to) / 2 - 4, top + h / 2],
      [to, top + h / 2],
    ] as const
    pen.line(`${key}/to`, fork, stroke, { strokeWidth: 2.6, head: 11, radius: 8 })
  }
  keep(pen, 2 * (w + gap), w)
}

/** A way or a place: its name, what it means, and whether the recording shows it. */
function card(
  pen: Pen,
  key: string,
  room: Room,
  look: Pick<Tone, 'fill' | 'edge'>,
  o: { title: Words; lines: readonly Words[]; ink?: string; dash?: boolean; strong?: boolean },
): void {
  const { theme } = pen
  pen.card(key, pen.plate(room, look, { dash: o.dash ? 6 : 0, strokeWidth: o.strong ? 2.6 : 1.6, r: 10 }), [
    pen.writing(o.title, 16, 30, room.w - 28, { size: 18, weight: 700, ink: o.ink ?? theme.ink }),
    ...o.lines.map((line, i) => pen.writing(line, 16, 56 + i * 25, room.w - 24, { ink: theme.soft })),
  ])
}

function prove(pen: Pen, x: number, w: number): void {
  const { theme } = pen
  const plain = pen.tone('plain', true)
  card(pen, 'person', { x, y: TOP_OF, w, h: 80 }, plain, {
    title: t('사람 · 브라우저', 'A person · browser'),
    lines: [
      pen.choose(
        [
          t('기기 코드로 승인 · 기록 아님', 'device code · not recorded'),
          t('기기 코드 · 기록 아님', 'code · not recorded'),
        ],
        w - 24,
      ),
    ],
    dash: true,
  })
  card(
    pen,
    'ci',
    { x, y: TOP_OF + 92, w, h: 80 },
    { fill: theme['accent-soft'], edge: theme.accent },
    {
      title: t('CI · 액세스 토큰', 'CI · access token'),
      lines: ['`--password-stdin`'],
      strong: true,
    },
  )
  pen.link('ci', login.asked.ref)
  const look = pen.tone('danger', false)
  card(
    pen,
    'flag-p',
    { x, y: TOP_OF + 184, w, h: 80 },
    { fill: theme.paper, edge: look.edge },
    {
      title: t('`-p` 비밀번호 ✕', '`-p` password ✕'),
      lines: [
        pen.choose(
          [t('셸 기록과 프로세스 목록에 남는다', 'shows in history and ps'), t('셸 기록에 남는다', 'stays in history')],
          w - 24,
        ),
      ],
      ink: look.ink,
      dash: true,
    },
  )
}

function check(pen: Pen, x: number, w: number): void {
  const { theme } = pen
  const calls = [
    {
      call: login.refused,
      asked: 'GET /v2/',
      stroke: theme.danger,
      says: t('먼저 토큰부터 받아 오라', 'a token first, please'),
    },
    {
      call: login.token,
      asked: 'GET /token',
      stroke: pen.tone('hyper').edge,
      says: t('토큰 서버 (허브를 대신한 서버)', 'token server (a stand-in)'),
    },
    {
      call: login.accepted,
      asked: 'GET /v2/',
      stroke: theme.good,
      says: t('토큰을 들고 다시', 'again, with the token'),
    },
  ]
  const look = pen.tone('daemon')
  pen.box('check', { x, y: TOP_OF, w, h: 264 }, { fill: theme.paper, edge: look.edge }, { r: 12 })
  const hand = { weight: 600 as const, ink: look.word }
  const who = pen.choose(
    [
      t(`dockerd → 레지스트리 \`${login.hub}\``, `dockerd → registry \`${login.hub}\``),
      t('dockerd → 레지스트리', 'dockerd → registry'),
    ],
    w - 30,
    hand,
  )
  pen.say('check/name', who, [x + 16, TOP_OF + 28], w - 30, hand)
  calls.forEach(({ call, asked, stroke, says }, i) => {
    const y = TOP_OF + 44 + i * 72
    const room = { x: x + 16, y, w: w - 32, h: ROW }
    const answer = String(call.status)
    ticket(pen, `check-${i}`, room, [asked], w > 300 ? `${answer} · ${bytesText(call.down)}` : answer, {
      stroke,
      strong: true,
      link: call.ref,
    })
    const words = pen.choose([says, t('토큰 서버 (시험용)', 'token server')], w - 48)
    pen.say(`check-${i}/says`, words, [x + 28, y + ROW + 21], w - 44, { ink: theme.soft })
  })
}

function keep(pen: Pen, x: number, w: number): void {
  const { theme } = pen
  const { store, file } = KEPT
  // The lock stands at the right of the title.
  const beside = w - 24
  card(
    pen,
    'store',
    { x, w, ...store },
    { fill: mix(theme.good, theme.paper, 0.1), edge: theme.good },
    {
      title: t('자격 증명 저장소', 'Credential store'),
      lines: [
        pen.choose(
          [
            t('있으면 운영체제 키체인에 · 기록 아님', 'if set: system keychain · not recorded'),
            t('있으면 OS 키체인 · 기록 아님', 'if set: keychain · not recorded'),
            t('OS 키체인 · 기록 아님', 'keychain · not recorded'),
          ],
          beside,
        ),
      ],
      dash: true,
      strong: true,
    },
  )
  lock(pen, 'store/lock', [x + w - 42, store.y + 20], true)
  const danger = pen.tone('danger')
  card(pen, 'file', { x, w, ...file }, danger, {
    title: pen.t(`\`${login.file}\``),
    lines: [
      pen.choose(
        [t('없으면 이 파일에 남는다', 'without one: in this file'), t('없으면 여기에', 'no store: here')],
        w - 70,
      ),
      `\`${shortened(pen, login.warning, w - 76)}\``,
      `\`"auth": "${shortened(pen, login.secret, w - 130)}"\``,
      pen.choose(
        [
          t(`base64일 뿐, 풀면 \`${login.decoded}\``, `only base64, decoded: \`${login.decoded}\``),
          t(`풀면 \`${login.decoded}\``, `base64 of \`${login.decoded}\``),
        ],
        w - 24,
      ),
    ],
    ink: danger.ink,
    strong: true,
  })
  lock(pen, 'file/lock', [x + w - 42, file.y + 48], false)
  pen.link('file', login.fileRef)
}

/** A padlock, shut and with a tick, or with its shackle up. */
function lock(pen: Pen, key: string, [x, y]: Point, isShut: boolean): void {
  const { theme } = pen
  const colour = isShut ? theme.good : theme.danger
  const up = isShut ? 0 : 5
  const shackle = [
    [x + 5, y],
    [x + 5, y - 9 - up],
    [x + 21, y - 9 - up],
    [x + 21, y - up],
  ] as const
  pen.line(`${key}/shackle`, shackle, colour, { strokeWidth: 3.2, radius: 8 })
  pen.box(key, { x, y, w: 26, h: 22 }, { fill: colour, edge: colour }, { r: 5 })
  if (isShut) tick(pen, `${key}/tick`, [x + 6, y + 12], theme.paper)
}
