import { shortened } from '../../diagram/parts/shortened.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { moving, pulls, short } from './recorded.ts'

import { shellCard } from './stage.ts'
import { t } from '../../words/t.ts'

type Part = 'host' | 'space' | 'repo' | 'tag' | 'digest'

interface Column {
  readonly part: Part
  readonly title: Text
  readonly share: number
  /** What stands before it in a name. */
  readonly sign: string
  readonly says: readonly [Text, ...Text[]]
}

const columns: readonly Column[] = [
  {
    part: 'host',
    title: t('레지스트리', 'registry'),
    share: 0.276,
    sign: '',
    says: [t('안 적으면 docker.io', 'docker.io if left out')],
  },
  {
    part: 'space',
    title: t('네임스페이스', 'namespace'),
    share: 0.166,
    sign: '/',
    says: [t('안 적으면 library', 'library if left out'), t('없으면 library', 'or library')],
  },
  {
    part: 'repo',
    title: t('저장소', 'repository'),
    share: 0.154,
    sign: '/',
    says: [t('태그의 묶음', 'a set of tags')],
  },
  {
    part: 'tag',
    title: t('태그', 'tag'),
    share: 0.15,
    sign: ':',
    says: [t('안 적으면 latest', 'latest if left out'), t('없으면 latest', 'or latest')],
  },
  {
    part: 'digest',
    title: t('다이제스트', 'digest'),
    share: 0.254,
    sign: '@',
    says: [t('내용의 해시, 안 변한다', 'hash of the content'), t('내용의 해시', 'content hash')],
  },
]

interface Row {
  readonly key: string
  readonly about: Text
  /** Written by hand, filled in by Docker, or not there. */
  readonly parts: Readonly<Record<Part, readonly [text: string, how: 'written' | 'filled' | 'none']>>
}

const split = (name: string): readonly [host: string, space: string, repo: string] => {
  const [host = '', space = '', repo = ''] = name.split('/')
  return [host, space, repo.replace(/[:@].*$/, '')]
}

function rowsOf(): readonly Row[] {
  const [pull] = pulls
  const fixed = moving.fixed.command.line.split(' ').at(-1) ?? ''
  const [host, space, repo] = split(pull.command.line.split(' ').at(-1) ?? '')
  const [host2, space2, repo2] = split(fixed)
  return [
    {
      key: 'nginx',
      about: t('`docker pull nginx`라고 쓰면 · 문서', '`docker pull nginx`, as typed · documented'),
      parts: {
        host: ['docker.io', 'filled'],
        space: ['library', 'filled'],
        repo: ['nginx', 'written'],
        tag: ['latest', 'filled'],
        digest: ['', 'none'],
      },
    },
    {
      key: 'app-a',
      about: t('다른 레지스트리의 이름 · 기록', 'A name at another registry · recorded'),
      parts: {
        host: [host, 'written'],
        space: [space, 'written'],
        repo: [repo, 'written'],
        tag: [pull.image.tag, 'written'],
        digest: [`${short(pull.image.digest)}…`, 'filled'],
      },
    },
    {
      key: 'app-b',
      about: t('태그 없이 다이제스트로 · 기록', 'By digest, without a tag · recorded'),
      parts: {
        host: [host2, 'written'],
        space: [space2, 'written'],
        repo: [repo2, 'written'],
        tag: ['', 'none'],
        digest: [`${short(moving.image.digest)}…`, 'written'],
      },
    },
  ]
}

const SIGN = 22
const BLOCK = 44

/** HP-1: three names taken apart on one grid. */
export function nameParts(pen: Pen): void {
  const { theme } = pen
  const { width } = pen.view
  const [pull] = pulls
  shellCard(
    pen,
    'shell',
    { x: 0, w: width },
    { line: pull.command.line, output: pull.command.output.at(-3) ?? '', ref: pull.command.ref },
  )
  const inner = width - SIGN * (columns.length - 1)
  let x = 0
  const places = columns.map((column) => {
    const w = column.share * inner
    const at = { ...column, x, w }
    x += w + SIGN
    return at
  })
  for (const { part, title, x: at, w, says } of places) {
    const digest = part === 'digest'
    pen.say(`head/${part}`, title, [at + w / 2, 122], w, {
      size: 20,
      weight: 700,
      anchor: 'middle',
      ink: digest ? theme.good : part === 'tag' ? theme.accent : theme.ink,
    })
    pen.say(`says/${part}`, pen.choose(says, w + 10), [at + w / 2, 147], w + 14, { anchor: 'middle', ink: theme.soft })
  }
  rowsOf().forEach((row, i) => {
    const y = 192 + i * 86
    pen.say(`${row.key}/about`, row.about, [0, y - 10], width, {
      weight: i ? 400 : 600,
      ink: i ? theme.soft : theme.ink,
    })
    places.forEach(({ part, sign, x: at, w }) => {
      const [text, how] = row.parts[part]
      if (how === 'none') return
      block(pen, `${row.key}/${part}`, { x: at, y, w }, text, part, how === 'filled')
      if (sign)
        pen.say(`${row.key}/${part}/sign`, sign, [at - SIGN / 2, y + 29], SIGN, {
          size: 22,
          weight: 700,
          mono: true,
          anchor: 'middle',
          ink: theme.soft,
        })
    })
  })
  pen.link('app-a/host', pull.command.ref)
  pen.link('app-a/digest', pull.head.ref)
  pen.link('app-b/digest', moving.fixed.command.ref)
  legend(pen, width)
}

function block(
  pen: Pen,
  key: string,
  at: { x: number; y: number; w: number },
  text: string,
  part: Part,
  filled: boolean,
): void {
  const { theme } = pen
  const look = pen.tone(part === 'repo' || part === 'space' ? 'lib' : 'plain')
  const edge = part === 'tag' ? theme.accent : part === 'digest' ? theme.good : look.edge
  const shown = shortened(pen, text, at.w - 16)
  pen.card(
    key,
    pen.plate(
      { ...at, h: BLOCK },
      { fill: filled ? `${theme.paper}00` : look.fill, edge },
      { dash: filled ? 6 : 0, strokeWidth: filled ? 1.8 : 2.2 },
    ),
    [pen.writing(shown, at.w / 2, 28, at.w - 8, { mono: true, size: 16, anchor: 'middle', ink: theme.ink })],
  )
}

/** Solid is written, dashed is filled in. */
function legend(pen: Pen, width: number): void {
  const { theme } = pen
  const words: Words = t('실선 = 적은 것 · 점선 = 도커가 채운 것', 'solid: written · dashed: filled in by Docker')
  pen.say('legend', words, [width, 430], width, { anchor: 'end', ink: theme.soft })
}
