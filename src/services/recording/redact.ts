import type { Json } from '../../core/traces/digest.ts'

/** What to write instead of what; the longest is replaced first, so that a folder goes before the one it is in. */
export type Replacement = readonly [found: string, instead: string]

export interface Machine {
  readonly hostname: string
  readonly username: string
  readonly home: string
  readonly temporary: string
  /** Whole kernel releases, such as `6.18.4-arch1-1`. */
  readonly kernels: readonly string[]
}

/** Names that say nothing about anybody, and words that traces need. */
const ordinary = new Set(
  `root user users admin docker host localhost linux engine cli daemon registry container containers image images web
  busybox app talk test node http https json true false default bridge none library team shell file data debian ubuntu
  fedora alpine arch server client version running stdout stderr unix start stop name path status`.split(/\s+/),
)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** A name as a word of its own; null for one that would take ordinary words along. */
const asWord = (name: string): RegExp | null =>
  name.length < 3 || ordinary.has(name.toLowerCase()) || /^\d+$/.test(name)
    ? null
    : new RegExp(`(?<![\\w.-])${escaped(name)}(?![\\w-])`, 'g')

/** A path, but not the beginning of a longer name beside it. */
const asPath = (path: string): RegExp => new RegExp(`${escaped(path)}(?![\\w-])`, 'g')

/** Makes what takes names of this machine and of its people out of text. */
export function redactor(places: readonly Replacement[], machine: Machine): (text: string) => string {
  const { hostname, username, home, temporary, kernels } = machine
  const paths: Replacement[] = [
    ...places,
    ...(home.length > 1 && home !== '/root' ? [[home, '/home/user'] as const] : []),
    ...(temporary !== '/tmp' ? [[temporary, '/tmp'] as const] : []),
  ]
  const rules = paths
    .filter(([found, instead]) => found !== '' && found !== instead)
    .toSorted(([a], [b]) => b.length - a.length)
    // In a query or a Host header a path stands escaped.
    .flatMap(([found, instead]): [RegExp, string][] => [
      [asPath(found), instead],
      ...(encodeURIComponent(found) === found
        ? []
        : [[asPath(encodeURIComponent(found)), encodeURIComponent(instead)] as [RegExp, string]]),
    ])
  for (const kernel of kernels) {
    const short = /^\d+\.\d+/.exec(kernel)?.[0]
    if (short !== undefined && short !== kernel) rules.push([asPath(kernel), short])
  }
  const short = hostname.split('.')[0] ?? ''
  for (const [name, instead] of [
    [hostname, 'docker-host'],
    [short, 'docker-host'],
    [username, 'user'],
  ] as const) {
    const word = asWord(name)
    if (word !== null) rules.push([word, instead])
  }
  rules.push([/_state=[\w%=-]{20,}/g, '_state=<token>'])
  return (text) => rules.reduce((out, [found, instead]) => out.replace(found, () => instead), text)
}

/** Redacts every text in a value; the names of fields stay. */
export function redactAll(value: Json, redact: (text: string) => string): Json {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => redactAll(one, redact))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redactAll(one, redact)]))
  return value
}
