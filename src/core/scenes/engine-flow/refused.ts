import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { hop } from './calls.ts'
import { gapText, type Grid } from './grid.ts'
import { eventsPanel } from './events-panel.ts'
import { missing, outputOf, pull, run, statusOf, type Moment } from './recorded.ts'
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
  hop(pen, 'call/pull', pullX, 'cli', 'dockerd', now ? 'now' : 'lit', missing.pull)
  if (now) {
    name('call/ping/name', 'ping', x.ping + 15, theme.ink, missing.ping)
    pen.say('call/ping/answer', statusOf(missing.ping), [x.ping + 15, gapText.second], 60, { ink: theme.soft })
    name('call/create/name', 'create', x.create + 15, theme.ink, missing.refusal)
    pen.say('call/create/answer', `${statusOf(missing.refusal)} ✕`, [x.create + 15, gapText.second], 90, {
      weight: 700,
      ink: theme['danger-ink'],
    })
  }
  name('call/pull/name', 'images/create', pullX + 11, now ? theme.accent : theme.ink, missing.pull)
  pen.say('call/pull/answer', t('곧 pull', 'that is, pull'), [pullX + 11, gapText.second], 120, { ink: theme.soft })
  if (now) return
  // Only after all has been fetched does the CLI ask once more.
  const again = pullX + (grid.terse ? 150 : 176)
  hop(pen, 'call/again', again - 6, 'cli', 'dockerd', 'lit', missing.create)
  hop(pen, 'call/again/back', again + 6, 'dockerd', 'cli', 'lit', missing.create)
  name('call/again/name', t('create 다시', 'create, again'), again + 15, theme.ink, missing.create)
  const later = `${statusOf(missing.create)} · ${msText(missing.create.end)}`
  pen.say('call/again/answer', later, [again + 15, gapText.second], 130, { ink: theme.soft })
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
  const room = { x: grid.left, right: grid.right, bottom: 340 }
  const y = 344
  if (here) {
    askedAtOnce(pen, grid)
    eventsPanel(
      pen,
      'log',
      [t('기록 · 이미지가 있을 때', 'Recorded · with the image here')],
      [
        { moment: run.ping, what: ['HEAD /_ping'], mark: statusOf(run.ping) },
        {
          moment: run.create,
          what: ['POST /containers/create?name=web'],
          mark: t(`${statusOf(run.create)} · 묻고 바로 답`, `${statusOf(run.create)} · answered at once`),
          now: true,
        },
      ],
      { ...room, note: t('404도 pull도 없다', 'No 404, no pull') },
    )
    pen.terminal('said', { x: grid.left, y, w: grid.right - grid.left, h: 36 }, [outputOf(run.typed)[0] ?? ''])
    pen.link(`said"${outputOf(run.typed)[0] ?? ''}`, run.typed.ref)
    return
  }
  askedForPull(pen, grid, true)
  eventsPanel(
    pen,
    'log',
    [
      t('기록 · 다른 실행, 이미지가 없을 때', 'Recorded · another run, whose image was not here'),
      t('기록 · 이미지가 없을 때', 'Recorded · image not here'),
    ],
    [
      {
        moment: missing.refusal,
        what: ['POST /containers/create'],
        mark: grid.roomy ? `404 ${pull.refusal}` : t('404 이미지 없음', '404 no such image'),
      },
      {
        moment: missing.pull,
        what: [
          `POST /images/create?fromImage=${pull.image.replace(/:[^:]*$/, '')}&tag=${pull.image.replace(/^.*:/, '')}`,
          `POST /images/create?fromImage=…/busybox&tag=${pull.image.replace(/^.*:/, '')}`,
        ],
        mark: t('CLI가 부탁한다', 'the CLI asks for it'),
        now: true,
      },
    ],
    {
      ...room,
      note: t('기본은 --pull missing: 없을 때만 받는다', 'The default is --pull missing: only what is not here'),
    },
  )
  pen.terminal('said', { x: grid.left, y, w: grid.right - grid.left, h: 36 }, [pull.unable])
  pen.link(`said"${pull.unable}`, missing.typed.ref)
}
