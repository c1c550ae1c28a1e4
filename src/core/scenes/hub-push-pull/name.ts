import { shortened } from '../../diagram/parts/shortened.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { moving, pulls, short } from './recorded.ts'
import { pointer } from './parts.ts'
import { t } from '../../words/t.ts'

type Part = 'host' | 'space' | 'repo' | 'tag' | 'digest'
/** Written by hand, filled in by Docker, or not there. */
type Piece = readonly [text: string, how: 'written' | 'filled' | 'none']

interface Column {
  readonly part: Part
  readonly share: number
  /** What stands before it in a name. */
  readonly sign: string
}

const columns: readonly Column[] = [
  { part: 'host', share: 0.27, sign: '' },
  { part: 'space', share: 0.16, sign: '/' },
  { part: 'repo', share: 0.16, sign: '/' },
  { part: 'tag', share: 0.15, sign: ':' },
  { part: 'digest', share: 0.26, sign: '@' },
]

interface Name {
  readonly key: string
  /** As it is typed. */
  readonly typed: string
  readonly about: Text
  readonly parts: Readonly<Record<Part, Piece>>
  /** The digest of the image that the name leads to, as far as it is recorded. */
  readonly image: string
}

const split = (name: string): readonly [host: string, space: string, repo: string] => {
  const [host = '', space = '', repo = ''] = name.split('/')
  return [host, space, repo.replace(/[:@].*$/, '')]
}

function names(): readonly Name[] {
  const [pull] = pulls
  const [whole, fixed] = [pull.command, moving.fixed.command].map(({ line }) => line.split(' ').at(-1) ?? '') as [
    string,
    string,
  ]
  const [host, space, repo] = split(whole)
  const [host2, space2, repo2] = split(fixed)
  return [
    {
      key: 'nginx',
      typed: 'nginx',
      about: t('짧게 적으면 도커가 채운다 · 문서', 'typed short, Docker fills in the rest · documented'),
      parts: {
        host: ['docker.io', 'filled'],
        space: ['library', 'filled'],
        repo: ['nginx', 'written'],
        tag: ['latest', 'filled'],
        digest: ['', 'none'],
      },
      image: 'sha256:…',
    },
    {
      key: 'app-a',
      typed: whole,
      about: t('호스트를 적으면 그 레지스트리로 · 기록', 'with a host: that registry is asked · recorded'),
      parts: {
        host: [host, 'written'],
        space: [space, 'written'],
        repo: [repo, 'written'],
        tag: [pull.image.tag, 'written'],
        digest: ['', 'none'],
      },
      image: short(pull.image.digest),
    },
    {
      key: 'app-b',
      typed: fixed,
      about: t('태그 없이 다이제스트로 · 기록', 'by digest, without a tag · recorded'),
      parts: {
        host: [host2, 'written'],
        space: [space2, 'written'],
        repo: [repo2, 'written'],
        tag: ['', 'none'],
        digest: [short(moving.image.digest), 'written'],
      },
      image: short(moving.image.digest),
    },
  ]
}

const SIGN = 22
/** The names to choose from, and the one that is taken apart. */
const TYPED = { h: 40, gap: 16, shares: [0.12, 0.4, 0.48] } as const
const PIECE = { y: 92, h: 56 } as const
/** Where the places are to which the pieces lead, and how they nest. */
const PLACE = { y: 206, bottom: 438, pad: 14, head: 36 } as const

interface Place {
  readonly part: Part
  readonly sign: string
  readonly x: number
  readonly w: number
}

/** HP-1: a name comes apart into pieces, and each piece leads to its place. */
export function nameParts(pen: Pen, chosen: number): void {
  const { theme } = pen
  const { width } = pen.view
  const inner = width - SIGN * (columns.length - 1)
  let x = 0
  const places = columns.map(({ part, sign, share }): Place => {
    const place = { part, sign, x, w: share * inner }
    x += place.w + SIGN
    return place
  })
  choices(pen, chosen)
  const name = names()[chosen]
  if (!name) return
  const half = width / 2 + 20
  pen.say('about', name.about, [0, PIECE.y - 14], half, { weight: 700 })
  const words: Words = t('실선 = 적은 것 · 점선 = 채운 것', 'solid: typed · dashed: filled in')
  pen.say('legend', words, [width, PIECE.y - 14], width - half, { anchor: 'end', ink: theme.soft })
  pieces(pen, name, places)
  nested(pen, name, places)
  if (name.key === 'app-a') pen.link('place/image', pulls[0].head.ref)
}

/** The names as they are typed: pressed, a name is the one that comes apart. */
function choices(pen: Pen, chosen: number): void {
  const { theme } = pen
  const room = pen.view.width - TYPED.gap * (TYPED.shares.length - 1)
  const refs = [undefined, pulls[0].command.ref, moving.fixed.command.ref]
  let x = 0
  names().forEach(({ key, typed }, i) => {
    const w = (TYPED.shares[i] ?? 0) * room
    const lit = i === chosen
    const look = lit ? { fill: theme['accent-soft'], edge: theme.accent } : { fill: theme.sunk, edge: theme.rule }
    pen.card(`typed/${key}`, pen.plate({ x, y: 0, w, h: TYPED.h }, look, { strokeWidth: lit ? 2.4 : 1.6 }), [
      pen.writing(shortened(pen, typed, w - 26), 14, baseline(TYPED.h / 2, 16), w - 20, {
        mono: true,
        weight: lit ? 700 : 400,
        ink: lit ? theme.ink : theme.soft,
      }),
    ])
    pen.turns({ knob: 'name', value: i })
    const ref = refs[i]
    if (ref !== undefined) pen.shows(ref)
    x += w + TYPED.gap
  })
}

/** The pieces of a name with what stands between them. */
function pieces(pen: Pen, { parts }: Name, places: readonly Place[]): void {
  const { theme } = pen
  const size = pen.view.width >= 1100 ? 20 : 16
  for (const { part, sign, x, w } of places) {
    const [text, how] = parts[part]
    if (how === 'none') continue
    const filled = how === 'filled'
    const look = pen.tone(part === 'repo' || part === 'space' ? 'lib' : 'plain')
    const isHost = part === 'host'
    const edge = isHost ? theme.accent : part === 'digest' ? theme.good : look.edge
    const plate = pen.plate(
      { x, y: PIECE.y, w, h: PIECE.h },
      { fill: filled ? theme.paper : isHost ? theme['accent-soft'] : look.fill, edge },
      { dash: filled ? 6 : 0, strokeWidth: isHost ? 3.4 : 2, r: 10 },
    )
    const fits = pen.view.measure(text, 700, true) * size <= w - 16
    const hand = { mono: true, size: fits ? size : 16, weight: 700 as const, anchor: 'middle' as const }
    const words = shortened(pen, text, (w - 16) * 0.98)
    pen.card(`piece/${part}`, plate, [pen.writing(words, w / 2, baseline(PIECE.h / 2, hand.size), w - 8, hand)])
    if (!sign) continue
    const between = { size: 24, weight: 700 as const, mono: true, anchor: 'middle' as const, ink: theme.soft }
    pen.say(`piece/${part}/sign`, sign, [x - SIGN / 2, PIECE.y + 36], SIGN, between)
  }
}

/** The places: a registry, in it a namespace, in it a repository, in it tags that stand on images. */
function nested(pen: Pen, { parts, image }: Name, places: readonly Place[]): void {
  const { theme } = pen
  const { width } = pen.view
  const from = PIECE.y + PIECE.h
  const { pad, head, bottom } = PLACE
  const titles = {
    host: t('레지스트리', 'registry'),
    space: t('네임스페이스', 'namespace'),
    repo: t('저장소', 'repository'),
  } as const
  const depth = { host: 0, space: 1, repo: 2 } as const
  const lead = (part: Part, to: number): void => {
    const place = places.find((one) => one.part === part)
    if (!place || parts[part][1] === 'none') return
    const x = place.x + 26
    const isHost = part === 'host'
    const stroke = isHost ? theme.accent : part === 'digest' ? theme.good : theme.soft
    const way = [
      [x, from + 2],
      [x, to - 2],
    ] as const
    if (part === 'tag') pointer(pen, `lead/${part}`, way, false)
    else pen.line(`lead/${part}`, way, stroke, { strokeWidth: isHost ? 4 : 2, head: isHost ? 13 : 9 })
    if (!isHost) return
    const hand = { weight: 700 as const, ink: theme.accent }
    const words = t('이 레지스트리에 요청한다', 'this registry is asked')
    pen.say('lead/host/words', words, [x + 18, (from + to) / 2 + 5], place.w - 18, hand)
  }
  for (const { part, x, w } of places) {
    if (part === 'tag' || part === 'digest') continue
    const n = depth[part]
    const look = n ? pen.tone('lib') : { fill: theme['accent-soft'], edge: theme.accent }
    const fill = mix(look.fill, theme.paper, n ? 0.4 * n : 0.5)
    const y = PLACE.y + n * pad
    const room: Room = { x, y, w: width - x - n * pad, h: bottom - n * pad - y }
    pen.box(`place/${part}`, room, { fill, edge: look.edge }, { r: 12, strokeWidth: n ? 2 : 3.4 })
    // Where the name leads is what the step is about.
    const narrow = width < 900
    const hand = { weight: 700 as const, size: n ? (narrow ? 16 : 18) : narrow ? 20 : 24 }
    pen.say(`place/${part}/title`, titles[part], [x + 14, PLACE.y + 2 * pad + head], w - 14, hand)
    const named = n
      ? { mono: true, size: 16, ink: theme.soft }
      : { mono: true, size: narrow ? 16 : 20, weight: 700 as const, ink: theme.accent }
    const said = shortened(pen, parts[part][0], (w - 22) * 0.97, { size: named.size })
    pen.say(`place/${part}/name`, said, [x + 14, PLACE.y + 2 * pad + head + 32], w - 14, named)
    lead(part, y)
  }
  const tag = places.find(({ part }) => part === 'tag')
  const digest = places.find(({ part }) => part === 'digest')
  if (tag && digest) target(pen, { parts, image }, tag, digest, lead)
}

/** What a name ends at: an image, by the flag that stands on it or by what it holds. */
function target(
  pen: Pen,
  { parts, image: hash }: Pick<Name, 'parts' | 'image'>,
  tag: Place,
  digest: Place,
  lead: (part: Part, to: number) => void,
): void {
  const { theme } = pen
  const y = PLACE.y + 108
  const image: Room = { x: digest.x, y, w: digest.w - 2 * PLACE.pad - 14, h: 84 }
  const lib = pen.tone('lib')
  pen.card('place/image', pen.plate(image, lib, { strokeWidth: 2.4, r: 10 }), [
    pen.writing(t('이미지', 'image'), 16, 34, image.w - 28, { size: 18, weight: 700, ink: lib.ink }),
    pen.writing(shortened(pen, hash, image.w - 28), 16, 62, image.w - 28, {
      mono: true,
      ink: lib.ink,
    }),
  ])
  lead('digest', y)
  const [text, how] = parts.tag
  if (how === 'none') return
  const words = `:${text}`
  const w = Math.min(tag.w - 8, Math.ceil(pen.view.measure(words, 700, false) * 18) + 44)
  const at = y + 42
  pen.badge(`place/tag"${words}`, [tag.x + 2 + w / 2, at], words, {
    shape: 'flag',
    w,
    h: 36,
    size: 18,
    fill: theme.card,
    ink: theme.ink,
    stroke: theme.soft,
    strokeWidth: 2,
  })
  lead('tag', at - 18)
  const way = [
    [tag.x + w + 4, at],
    [image.x - 2, at],
  ] as const
  pointer(pen, 'place/points', way, false)
}
