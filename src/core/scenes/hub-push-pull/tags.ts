import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { slotMiddle, ROW, rowY, type Grid } from './grid.ts'
import { entry, eventsPanel } from './events-panel.ts'
import { flag, pointer, blobSlot, ticket } from './parts.ts'
import { LAYER, named } from './image.ts'
import { moving, short, tagging } from './recorded.ts'
import { MINE, detailPanel, shellCard } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText, sizeText } from '../../words/bytes-text.ts'

/** HP-7: a second name for the same image, and nothing on the wire. */
export function secondName(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const left: Room = { ...grid.left, w: grid.right.x - 24 }
  const { asked, command, before, after, id, size, layers } = tagging
  shellCard(pen, 'shell', { x: 0, w: left.w }, { line: command.line, ref: command.ref })
  detailPanel(pen, { ...grid, left }, 'left', MINE, false)
  pen.line(
    'asks',
    [
      [28, 72],
      [28, left.y - 1],
    ],
    theme['daemon-edge'],
    { strokeWidth: 2, head: 9 },
  )
  const words = `POST /images/busybox/tag ${asked.status}`
  pen.say('asks/words', words, [42, 94], left.w - 60, { mono: true, ink: theme.soft })
  pen.link(`asks/words"${words}`, asked.ref)
  const image: Room = { x: 12, y: rowY(3) - 8, w: left.w - 24, h: 48 }
  const names = [
    { key: 'name-1', text: before, row: 0, lit: false, x: left.w - 44 },
    { key: 'name-2', text: after, row: 1, lit: true, x: left.w - 84 },
  ]
  for (const { key, text, row, lit, x } of names) {
    const y = slotMiddle(row)
    const named = (): number => flag(pen, key, [24, y], text, { lit })
    const points = (end: number): void => {
      const way = [
        [end + 4, y],
        [x, y],
        [x, image.y - 1],
      ] as const
      pointer(pen, `${key}/points`, way, lit)
    }
    // The second name comes once the first one is seen to be there.
    if (lit) {
      let end = 0
      pen.then(() => (end = named()))
      pen.then(() => points(end), 180)
    } else points(named())
  }
  pen.link(`name-1"${before}`, tagging.listing)
  pen.link(`name-2"${after}`, asked.ref)
  const plain = pen.tone('plain')
  pen.card('image', pen.plate(image, plain, { strokeWidth: 2.4 }), [
    pen.writing(t(`이미지 \`${id}\``, `image \`${id}\``), 16, 31, 300, { size: 18, weight: 700 }),
    pen.writing(size, image.w - 16, 31, 100, { size: 18, ink: theme.soft, anchor: 'end' }),
  ])
  layers.forEach((layer, i) => {
    const y = rowY(4 + i) + 8
    pen.line(
      `image/tree-${i}`,
      [
        [32, image.y + image.h],
        [32, y + ROW / 2],
        [44, y + ROW / 2],
      ],
      mix(theme.soft, theme.paper, 0.76),
      { strokeWidth: 1.6 },
    )
    blobSlot(pen, `image/${short(layer.digest)}`, { x: 44, y, w: left.w - 56, h: ROW }, named(LAYER, layer.digest), {
      kind: 'layer',
      standing: 'have',
      end: sizeText(layer.size),
    })
  })
  quietRegistry(pen, grid)
  eventsPanel(pen, grid, t('기록 · docker tag', 'Recorded · docker tag'), [
    entry(t('이름 하나 더', 'Another name'), asked, `POST …/tag ${asked.status} · ${bytesText(asked.down)}`, true),
    entry(
      t('나중의 push: 같은 이미지', 'A later push: same image'),
      tagging.proof,
      `HEAD …/sha256:${short(tagging.proof.digest)}`,
    ),
  ])
}

/** Nothing is asked of it. */
function quietRegistry(pen: Pen, grid: Grid): void {
  const { theme } = pen
  detailPanel(pen, grid, 'right', t('**레지스트리**', '**Registry**'), true)
  const middle = grid.right.x + grid.right.w / 2
  const ink = pen.tone('plain', true).ink
  pen.then(() => {
    pen.say('quiet/n', '0 B', [middle, 270], grid.right.w - 24, { size: 42, weight: 700, anchor: 'middle', ink })
    pen.say('quiet/words', t('아무 요청도 가지 않는다', 'no request is sent'), [middle, 304], grid.right.w - 24, {
      size: 18,
      anchor: 'middle',
      ink: theme.soft,
    })
  }, 560)
}

/** HP-10: the same tag pushed again. Without a rule it moves; an immutable one stays. */
export function movedTag(pen: Pen, grid: Grid, fixed: boolean): void {
  const { theme } = pen
  const narrow = grid.width < 800
  const left: Room = { ...grid.left, w: narrow ? 212 : grid.left.w }
  const x = left.w + 24
  const right: Room = { ...grid.right, x, w: grid.width - x }
  const { command, manifest } = moving.fixed
  shellCard(
    pen,
    'shell',
    { x: 0, w: grid.width },
    { line: command.line, output: command.output.at(-2) ?? '', ref: command.ref },
  )
  detailPanel(pen, { left, right }, 'left', t('**올리는 쪽** · CI', '**Pushing** · CI'), true)
  detailPanel(
    pen,
    { left, right },
    'right',
    t(`**레지스트리** · \`${moving.image.repo}\``, `**Registry** · \`${moving.image.repo}\``),
    false,
  )
  pushesOfTag(pen, left, x, fixed)
  digests(pen, right, fixed)
  const y = rowY(6) - 12
  const stays: Room = { x: x + 12, y, w: right.w - 24, h: 44 }
  const asked = narrow
    ? `GET …@${short(manifest.digest)} ${manifest.status}`
    : `GET …/manifests/sha256:${short(manifest.digest)}… ${manifest.status}`
  ticket(pen, 'fixed', stays, [asked, `GET ${manifest.status}`], bytesText(manifest.down), {
    stroke: theme.good,
    strong: true,
    link: manifest.ref,
  })
  const middle = x + 12 + (right.w - 36) / 4
  pen.line(
    'fixed/points',
    [
      [middle, y],
      [middle, rowY(4) + 21],
    ],
    theme.good,
    { strokeWidth: 2.4, head: 9 },
  )
  const words = t('다이제스트로는 늘 같은 것', 'by digest: always the same')
  pen.say('fixed/words', words, [middle + 16, y - 18], right.w - (middle - x) - 28, { weight: 600, ink: theme.good })
  eventsPanel(pen, grid, t('기록 · 이름과 다이제스트', 'Recorded · names and digests'), [
    entry(t('처음 push', 'The first push'), moving.put, `PUT …/manifests/1 ${moving.put.status}`),
    entry(
      t('다이제스트로 pull', 'Pull by digest'),
      manifest,
      `GET …/${short(manifest.digest)} ${manifest.status}`,
      true,
    ),
    {
      title: t(`엔진 안에서 옮겨진 :${moving.now.tag}`, `:${moving.now.tag} moved in the engine`),
      time: '',
      detail: `${moving.now.id} ← ${moving.left.id}`,
      ref: moving.listing.ref,
    },
  ])
}

/** Two pushes of one name: the first is recorded, the second an example. */
function pushesOfTag(pen: Pen, left: Room, x: number, fixed: boolean): void {
  const { theme } = pen
  const room = (row: number): Room => ({ x: left.x + 12, y: rowY(row), w: left.w - 24, h: 56 })
  const one = (key: string, row: number, title: string, sub: string, o: { stroke: string; dashed: boolean }): void => {
    const at = room(row)
    pen.card(key, pen.plate(at, { fill: theme.card, edge: o.stroke }, { dash: o.dashed ? 5 : 0, strokeWidth: 2 }), [
      pen.writing(title, 12, 23, at.w - 20, { mono: true }),
      pen.writing(sub, 12, 46, at.w - 20, { ink: theme.soft }),
    ])
  }
  const soft = pen.tone('plain').edge
  const status = moving.put.status
  one('push-1', 1, `PUT …/1 ${status}`, pen.t(t('처음 · 기록', 'first · recorded')), { stroke: soft, dashed: false })
  pen.link('push-1', moving.put.ref)
  const stroke = fixed ? theme.danger : theme.accent
  one(
    'push-2',
    4,
    'PUT …/1',
    pen.t(fixed ? t('거절 · 예시', 'refused · example') : t('다시 · 예시', 'again · example')),
    {
      stroke,
      dashed: true,
    },
  )
  const y = rowY(4) + 28
  const end = fixed ? x - 6 : x - 1
  pen.line(
    'push-2/wire',
    [
      [left.x + left.w - 12, y],
      [end, y],
    ],
    stroke,
    { strokeWidth: 2.6, head: fixed ? 0 : 9 },
  )
  if (fixed) pen.badge('push-2/stop', [x - 2, y], '×', { w: 26, size: 20, fill: theme.danger, ink: theme.paper })
}

/** What the name pointed to, and what it points to now. */
function digests(pen: Pen, right: Room, fixed: boolean): void {
  const { theme } = pen
  const w = (right.w - 36) / 2
  const [a, b] = [right.x + 12, right.x + 24 + w]
  const y = rowY(2) + 4
  const h = 96
  const plain = pen.tone('plain')
  const danger = pen.tone('plain', true)
  const card = (
    key: string,
    x: number,
    title: string,
    lines: readonly string[],
    look: typeof plain,
    dashed: boolean,
  ): void => {
    pen.card(key, pen.plate({ x, y, w, h }, look, { strokeWidth: 2.2, dash: dashed ? 5 : 0 }), [
      pen.writing(title, 14, 28, w - 28, { mono: true, weight: 700, ink: look.ink }),
      ...lines.map((line, i) => pen.writing(line, 14, 56 + 24 * i, w - 24, { ink: theme.soft })),
    ])
  }
  const old = pen.t(
    fixed
      ? t('태그가 계속 여기를 가리킨다', 'the tag still points here')
      : t('남아 있지만 이름이 없다', 'kept, but without a name'),
  )
  card(
    'old',
    a,
    short(moving.image.digest),
    [pen.t(t('처음 올린 것 · 기록', 'pushed first · recorded')), old],
    plain,
    false,
  )
  const fresh = pen.t(fixed ? t('들어오지 못한다', 'not let in') : t('지금 :1이 가리키는 것', 'what :1 points to now'))
  card(
    'new',
    b,
    'sha256:…',
    [pen.t(t('다시 올린 것 · 예시', 'pushed again · example')), fresh],
    fixed ? danger : { ...plain, edge: theme.accent },
    true,
  )
  const middle = right.x + right.w / 2
  const flagY = slotMiddle(0) - 4
  const end = flag(pen, 'moving', [middle - 26, flagY], ':1', { lit: true })
  const [from, target] = fixed ? [middle - 32, a + w / 2] : [end + 4, b + w / 2]
  pointer(
    pen,
    'moving/points',
    [
      [from, flagY],
      [target, flagY],
      [target, y - 1],
    ],
    true,
  )
  const words = fixed ? t('불변 태그', 'immutable') : t('태그 이동', 'the tag moves')
  pen.say('moving/words', words, [fixed ? end + 12 : middle - 44, flagY + 6], w - 60, {
    weight: 600,
    ink: theme.accent,
    anchor: fixed ? 'start' : 'end',
  })
  if (!fixed)
    pen.line(
      'moving/was',
      [
        [a + w / 2, flagY + 22],
        [a + w / 2, y - 2],
      ],
      mix(theme.soft, theme.paper, 0.76),
      { strokeWidth: 2, dash: 3 },
    )
}
