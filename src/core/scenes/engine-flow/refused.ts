import type { Hand, Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { shortened } from '../../diagram/parts/shortened.ts'
import { clear } from '../../diagram/tone.ts'
import { hop } from './calls.ts'
import { gapText, type Grid } from './grid.ts'
import { missing, options, outputOf, pull, run, statusOf, type Moment } from './recorded.ts'
import { imageStore, toStore } from './image-store.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'

/** What the CLI asks where the image is not there: create is refused, so it asks for a pull. */
export function askedForPull(pen: Pen, grid: Grid, now: boolean): void {
  const { theme } = pen
  const { x } = grid
  const name = (key: string, words: Words, at: number, ink: string, moment: Moment, weight: 700 | 400 = 700): void => {
    pen.say(key, words, [at, gapText.first], 190, { size: weight === 700 ? 17 : 16, weight, ink })
    pen.link(`${key}"${pen.t(words)}`, moment.ref)
  }
  const pair = now ? 'lit' : 'past'
  hop(pen, 'call/ping', x.ping - 6, 'cli', 'dockerd', pair, missing.ping)
  hop(pen, 'call/ping/back', x.ping + 6, 'dockerd', 'cli', pair, missing.ping)
  hop(pen, 'call/create', x.create - 6, 'cli', 'dockerd', pair, missing.refusal)
  hop(pen, 'call/create/back', x.create + 6, 'dockerd', 'cli', now ? 'danger' : 'past', missing.refusal)
  const pullX = x.create + (grid.terse ? 116 : 140)
  hop(pen, 'call/pull', now ? pullX : pullX - 6, 'cli', 'dockerd', now ? 'now' : 'lit', missing.pull)
  const pullName = pullX + (now ? 11 : 15)
  if (now) {
    name('call/ping/name', 'ping', x.ping + 15, theme.ink, missing.ping)
    pen.say('call/ping/answer', statusOf(missing.ping), [x.ping + 15, gapText.second], 60, { ink: theme.soft })
    name('call/create/name', 'create', x.create + 15, theme.ink, missing.refusal)
    pen.say('call/create/answer', `${statusOf(missing.refusal)} ✕`, [x.create + 15, gapText.second], 90, {
      weight: 700,
      ink: theme['danger-ink'],
    })
  }
  name('call/pull/name', 'images/create', pullName, now ? theme.accent : theme.ink, missing.pull)
  const answer = (key: string, words: Words, x: number): unknown =>
    pen.say(key, words, [x, gapText.second], 130, { ink: theme.soft })
  if (now) {
    answer('call/pull/answer', t('즉, pull', 'that is, pull'), pullName)
    return
  }
  const came = (moment: Moment): string => `${statusOf(moment)} · ${msText(moment.end)}`
  // Only after all has been fetched is that answered, and the CLI asks once more.
  const again = pullX + (grid.terse ? 150 : 176)
  const over = (): void => {
    hop(pen, 'call/pull/back', pullX + 6, 'dockerd', 'cli', 'lit', missing.pull)
    answer('call/pull/came', came(missing.pull), pullName)
    hop(pen, 'call/again', again - 6, 'cli', 'dockerd', 'lit', missing.create)
    hop(pen, 'call/again/back', again + 6, 'dockerd', 'cli', 'lit', missing.create)
    name('call/again/name', t('create 다시', 'create, again'), again + 15, theme.ink, missing.create)
    answer('call/again/answer', came(missing.create), again + 15)
  }
  pen.with(`fly/layer-${pull.layers.length - 1}`, 'landed', over, { after: 240 })
}

/** What the CLI asks where the image is there: create is answered at once. */
export function askedAtOnce(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x } = grid
  hop(pen, 'call/ping', x.ping - 6, 'cli', 'dockerd', 'lit', run.ping)
  hop(pen, 'call/ping/back', x.ping + 6, 'dockerd', 'cli', 'lit', run.ping)
  hop(pen, 'call/create', x.create - 6, 'cli', 'dockerd', 'now', run.create)
  hop(pen, 'call/create/back', x.create + 6, 'dockerd', 'cli', 'now', run.create)
  pen.say('call/ping/name', 'ping', [x.ping + 15, gapText.first], 60, { size: 17, weight: 700 })
  pen.say('call/ping/answer', statusOf(run.ping), [x.ping + 15, gapText.second], 60, { ink: theme.soft })
  pen.say('call/create/name', 'create', [x.create + 15, gapText.first], 90, {
    size: 17,
    weight: 700,
    ink: theme.accent,
  })
  pen.say('call/create/answer', statusOf(run.create), [x.create + 15, gapText.second], 90, { ink: theme.soft })
}

/** EF-3: the refusal, and what the CLI does then. */
export function refused(pen: Pen, grid: Grid, here: boolean): void {
  if (here) askedAtOnce(pen, grid)
  else askedForPull(pen, grid, true)
  const store = imageStore(pen, grid, here)
  toStore(pen, grid)
  kept(pen, store, here)
  const room = { x: store.x + store.w + (grid.terse ? 16 : 32), right: grid.right }
  answer(pen, room, here)
  printed(pen, room, here)
  if (!here) asksForPull(pen, room)
  else pen.say('asks/none', t('404도 pull도 없다', 'No 404, no pull'), [room.x, ASKS.y + 24], room.right - room.x)
}

interface Span {
  readonly x: number
  readonly right: number
}

/** What the daemon answers, what the CLI prints, and what it asks for then: from the top. */
const [ANSWER, PRINTED, ASKS] = [
  { y: 212, h: 52 },
  { y: 280, h: 38 },
  { y: 334, h: 50 },
]

/** In the store lies the image, or nothing under its name. */
function kept(pen: Pen, store: Room, here: boolean): void {
  const { theme } = pen
  const room = { x: store.x + 12, y: store.y + 48, w: store.w - 24, h: 44 }
  const name = here ? options.image.sent : pull.image.replace(/^.*\//, '')
  if (here) pen.block('store/image', room, pen.tone('lib'), name, { weight: 600 })
  else {
    const look = { fill: clear(theme), edge: theme.danger }
    pen.box('store/image', room, look, { dash: 5, strokeWidth: 1.8 })
    pen.say(
      'store/absent',
      t(`${name} 없음`, `no ${name}`),
      [room.x + 12, baseline(room.y + room.h / 2, 16)],
      room.w - 24,
      {
        ...{ weight: 600, ink: theme['danger-ink'] },
      },
    )
  }
}

function answer(pen: Pen, { x, right }: Span, here: boolean): void {
  const { theme } = pen
  const moment = here ? run.create : missing.refusal
  const code: Hand = { size: 44, weight: 700, ink: here ? theme.ink : theme['danger-ink'] }
  const line = baseline(ANSWER.y + ANSWER.h / 2, 44)
  const { right: from } = pen.say('answer/code', statusOf(moment), [x, line], 110, code)
  pen.shows(moment.ref)
  const room = right - from - 20
  const words = here
    ? pen.choose([t('묻고 바로 답이 왔다', 'answered at once')], room)
    : pen.choose([pull.refusal, t('이미지 없음', 'no such image')], room, { mono: true })
  pen.say('answer/why', words, [from + 20, baseline(ANSWER.y + ANSWER.h / 2, 16)], room, { mono: !here })
  pen.shows(moment.ref)
}

/** What the CLI prints meanwhile. */
function printed(pen: Pen, { x, right }: Span, here: boolean): void {
  const { moment, line } = here
    ? { moment: run.typed, line: outputOf(run.typed)[0] ?? '' }
    : { moment: missing.typed, line: pull.unable }
  const shown = shortened(pen, line, right - x - 24)
  pen.terminal('said', { x, w: right - x, ...PRINTED }, [shown])
  pen.shows(moment.ref)
}

/** The pull is a request of its own, which the CLI makes. */
function asksForPull(pen: Pen, { x, right }: Span): void {
  const { theme } = pen
  const w = right - x
  const [name, tag] = [pull.image.replace(/:[^:]*$/, ''), pull.image.replace(/^.*:/, '')]
  const who: Hand = { weight: 700, ink: theme.accent, anchor: 'end' }
  const by = t('CLI가 요청한다', 'requested by the CLI')
  const room = w - 24 - pen.set(by, Infinity, who).width - 16
  const path = pen.choose(
    [
      `POST /images/create?fromImage=${name}&tag=${tag}`,
      `POST /images/create?fromImage=…/busybox&tag=${tag}`,
      'POST /images/create',
    ],
    room,
    { mono: true },
  )
  const line = baseline(ASKS.h / 2, 16)
  const look = { fill: theme['accent-soft'], edge: theme.accent }
  pen.card('asks', pen.plate({ x, w, ...ASKS }, look, { strokeWidth: 1.8 }), [
    pen.writing(path, 12, line, room, { mono: true }),
    pen.writing(by, w - 12, line, w - room, who),
  ])
  pen.shows(missing.pull.ref)
}
