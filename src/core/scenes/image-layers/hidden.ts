import type { Hand, Room, Words } from '../../diagram/look.ts'
import type { Handle } from '../../diagram/mark.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { Span } from './grid.ts'
import { sheet } from './lift.ts'
import { hollow } from './looks.ts'
import { box, web } from './recorded.ts'
import { MONO, tile } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'

const SECRET = 'secret.key'
const MERGED = { y: 34, h: 44 } as const
const LINE = { h: 44, step: 48, y: 100 } as const
const TOLD = 266
const SHELL = { y: 308, h: 132 } as const
/** So far the sheet on top is lifted, in px. */
const LIFTED = 8
const EXAMPLE = t('예시', 'example')

interface Places {
  readonly later: Span
  readonly staged: Span
  readonly rail: number
}

function placesFor(width: number): Places {
  const between = width >= 1100 ? 64 : 32
  const half = (width - between) / 2
  return {
    later: { x: 0, w: half },
    staged: { x: half + between, w: half },
    rail: width >= 1100 ? 152 : width >= 900 ? 140 : 128,
  }
}

/** IL-11: what a later layer deletes is still in the one below; a build in stages leaves it behind. */
export function hidden(pen: Pen, lifted: boolean): void {
  const places = placesFor(pen.view.width)
  later(pen, places, lifted)
  staged(pen, places)
  recorded(pen, places)
}

function head(pen: Pen, key: string, words: readonly [Words, ...Words[]], { x, w }: Span): void {
  const tag = pen.set(EXAMPLE, Infinity).width + 12
  const hand: Hand = { size: 18, weight: 700 }
  pen.say(key, pen.choose(words, w - tag, hand), [x, 20], w - tag, hand)
  pen.say(`${key}/example`, EXAMPLE, [x + w, 20], tag, { anchor: 'end', ink: pen.theme.soft })
}

const row = (i: number): { y: number; h: number } => ({ y: LINE.y + i * LINE.step, h: LINE.h })

/** Three layers, of which the uppermost deletes what the one below brought; it can be lifted off. */
function later(pen: Pen, { later: place, rail }: Places, lifted: boolean): void {
  const { theme } = pen
  head(pen, 'later', [t('나중에 지우기', 'Deleted later')], place)
  const short = pen.choose([SECRET, `${SECRET.slice(0, 6)}…`], rail - 8 - 7 * 8, MONO)
  const lines = [`RUN rm ${pen.t(short)}`, `COPY ${pen.t(short)}`, 'FROM app-a']
  const x = place.x + rail
  const w = place.w - rail
  const rowOf = (i: number): { y: number; h: number } =>
    i === 0 && lifted ? { ...row(0), y: row(0).y - LIFTED } : row(i)
  const press: Handle = { knob: 'cover', value: lifted ? 0 : 1 }
  lines.forEach((line, i) => {
    const { y, h } = rowOf(i)
    const back = pen.tone('lib', i === 2)
    const look = { lit: i < 2, lifted: i === 0 && lifted }
    sheet(pen, `layer/${3 - i}`, { x, w, y, h }, { ...pen.tone('lib'), edge: back.edge }, look)
    if (i === 0) pen.turns(press)
    pen.say(`later/${i}`, line, [place.x, baseline(y + h / 2, 16)], rail - 8, {
      ...MONO,
      ink: i < 2 ? theme.ink : theme.soft,
    })
  })
  const column = { x: x + 8, w: Math.min(112, w / 2 - 16) }
  const placeIn = ({ y, h }: { y: number; h: number }): Room => ({ ...column, y: y + 4, h: h - 8 })
  const danger = pen.tone('danger')
  pen.box('later/merged', { x, w, ...MERGED }, { fill: theme.paper, edge: theme.soft }, { dash: 6 })
  pen.say(
    'later/merged',
    pen.choose([t('합쳐진 모습', 'Merged view'), 'Merged'], rail - 8, { weight: 600 }),
    [place.x, baseline(MERGED.y + MERGED.h / 2, 16)],
    rail - 8,
    { weight: 600 },
  )
  if (lifted) tile(pen, 'later/seen', placeIn(MERGED), danger, SECRET, { strokeWidth: 2.4 })
  else tile(pen, 'later/seen', placeIn(MERGED), hollow(pen), t('없음', 'gone'), { dash: 5, mono: false })
  const look = lifted ? hollow(pen) : { ...hollow(pen), edge: theme.accent, ink: theme.accent }
  tile(pen, 'later/whiteout', placeIn(rowOf(0)), look, t('삭제 표시', 'whiteout'), {
    dash: 5,
    strokeWidth: lifted ? 1.6 : 2.4,
    mono: false,
    weight: 600,
  })
  pen.turns(press, 'later/whiteout')
  tile(pen, 'later/secret', placeIn(row(1)), danger, SECRET, { strokeWidth: 2.4 })
  // Beside the words of the whiteout, where it passes that to what it no longer hides.
  const eye = column.x + column.w - 10
  const [from, to] = [placeIn(MERGED), placeIn(row(lifted ? 1 : 0))]
  const sight = [
    [eye, from.y + from.h + 2],
    [eye, to.y - 1],
  ] as const
  pen.line('later/sight', sight, lifted ? theme.danger : theme.soft, {
    dash: 5,
    head: 8,
    strokeWidth: lifted ? 2.6 : 1.8,
  })
  tile(pen, 'file/busybox', placeIn(row(2)), pen.tone('lib', true), 'app-a')
  const out = row(1).y + LINE.h / 2
  const end = x + w - 8
  const words = pen.choose([t('꺼낼 수 있다', 'can be pulled out'), t('꺼내진다', 'readable')], w - column.w - 100, {
    weight: 600,
  })
  const reach = pen.set(words, Infinity, { weight: 600 }).width
  pen.line(
    'later/out',
    [
      [column.x + column.w + 4, out],
      [end - reach - 12, out],
    ],
    theme.danger,
    { strokeWidth: 3, head: 11 },
  )
  pen.say('later/out', words, [end - reach, baseline(out, 16)], reach + 1, { weight: 600, ink: danger.word })
  const told = pen.choose(
    [
      t('숨겨질 뿐 사라지지 않는다 · 크기도 그대로다', 'hidden, not gone; the size stays'),
      t('숨겨질 뿐, 크기도 그대로다', 'hidden, not gone; same size'),
    ],
    place.w,
    { weight: 600, size: 17 },
  )
  pen.say('later/told', told, [place.x, TOLD], place.w, { weight: 600, size: 17, ink: danger.word })
  pen.say(
    'later/sent',
    pen.choose(
      [
        t('push와 pull은 세 장을 모두 보낸다', 'push and pull send all three layers'),
        t('세 장을 모두 보낸다', 'all three layers travel'),
      ],
      place.w,
    ),
    [place.x, TOLD + 26],
    place.w,
    { ink: theme.soft },
  )
}

function staged(pen: Pen, { staged: place }: Places): void {
  const { theme } = pen
  head(pen, 'staged', [t('멀티 스테이지', 'Multi-stage build'), 'Multi-stage'], place)
  const back = pen.tone('lib', true)
  const stage = { x: place.x, y: MERGED.y, w: place.w, h: 72 }
  pen.box('stage/build', stage, { fill: `${theme.paper}00`, edge: theme.soft }, { dash: 7, r: 10 })
  const y = stage.y + 16
  const label = pen.say('stage/build', 'FROM … AS build', [place.x + 12, baseline(y + 20, 16)], 136, {
    ...MONO,
    ink: theme.soft,
  })
  const rest = place.x + place.w - 12 - label.right - 12
  const w = Math.min(112, (rest - 8) / 2)
  const right = place.x + place.w - 12
  const binary = { x: right - w, y, w, h: 40 }
  tile(pen, 'stage/secret', { x: right - 2 * w - 8, y, w, h: 40 }, { ...back, edge: pen.tone('danger').edge }, SECRET)
  tile(pen, 'stage/binary', binary, pen.tone('lib'), '/app/main')
  const final = { x: place.x, y: row(2).y, w: place.w, h: LINE.h }
  sheet(pen, 'stage/final', final, pen.tone('lib'), { lit: true })
  pen.say('stage/final', 'FROM app-a', [place.x + 12, baseline(final.y + final.h / 2, 16)], 136, { ...MONO })
  tile(pen, 'stage/result', { x: binary.x, w, y: final.y + 4, h: final.h - 8 }, pen.tone('lib'), '/app/main', {
    strokeWidth: 2.4,
  })
  const middle = binary.x + w / 2
  const way = [
    [middle, binary.y + binary.h + 2],
    [middle, final.y + 2],
  ] as const
  pen.line('stage/copy', way, theme.app, { strokeWidth: 3, head: 11, halo: true })
  pen.say('stage/copy', 'COPY --from=build', [middle - 16, baseline((stage.y + stage.h + final.y) / 2, 16)], 160, {
    ...MONO,
    anchor: 'end',
  })
  const told = pen.choose(
    [
      t('결과물만 남는다. 버린 스테이지는 이미지에 없다', 'only the result is left, no build stage'),
      t('결과물만 이미지에 남는다', 'only the result is left'),
    ],
    place.w,
    { weight: 600, size: 17 },
  )
  pen.say('staged/told', told, [place.x, TOLD], place.w, { weight: 600, size: 17, ink: theme.good })
  const secret = pen.choose(
    [
      t('빌드 시크릿: `RUN --mount=type=secret,id=key …`', 'build secret: `RUN --mount=type=secret,id=key …`'),
      t('시크릿: `--mount=type=secret`', 'secret: `--mount=type=secret`'),
    ],
    place.w,
  )
  pen.say('staged/secret', secret, [place.x, TOLD + 26], place.w, { ink: theme.soft })
}

/** The same, as it was recorded in a container: the file is deleted and still lies in the layer below. */
function recorded(pen: Pen, { staged: right }: Places): void {
  const { theme } = pen
  // What else was looked at there belongs to another step.
  const below = box.below.command.replace(/[0-9a-f]{64}/, (id) => `${id.slice(0, 4)}…`).replace(/ && ls .*$/, ' …')
  terminal(
    pen,
    'hidden/shell',
    { x: 0, w: right.x + right.w * 0.42, ...SHELL },
    [`$ ${box.remove.command}`, `$ ${below}`, ...box.below.lines.slice(0, 2)],
    box.below.ref,
  )
  const x = right.x + right.w * 0.42 + 24
  const w = right.x + right.w - x
  pen.say('hidden/head', t('기록 · 지운 파일', 'Recorded'), [x, SHELL.y + 20], w, { weight: 600, ink: theme.soft })
  const file = box.below.lines[1] ?? ''
  const lines = [
    t(
      `b.txt를 지웠는데 레이어에는\n\`${file}\`가 그대로 있다`,
      `b.txt was deleted, and its\nlayer still says \`${file}\``,
    ),
  ]
  pen.say('hidden/file', lines[0] ?? '', [x, SHELL.y + 50], w, { lines: 3, leading: 24 })
  const size = web.size.lines[0] ?? ''
  const grown = pen.t(pen.choose([size, size.split(' (')[0] ?? size], w, MONO))
  pen.say('hidden/size', grown, [x, SHELL.y + 124], w, { ...MONO, ink: theme.ink })
  pen.link(`hidden/size"${grown}`, web.size.ref)
  pen.say('hidden/size/word', t('docker ps -s', 'docker ps -s'), [x, SHELL.y + 100], w, { ...MONO, ink: theme.soft })
}
