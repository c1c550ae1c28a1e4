/** What a question is recognised by, in one language; texts as `plain` gives them. */
export interface Fingerprint {
  /** Where it stands: the headings above it. */
  readonly path: readonly string[]
  readonly text: string
  readonly points: readonly string[]
}

/** A card and what it is recognised by, in the languages that it exists in. */
export interface CardPrints {
  readonly card: string
  readonly prints: Readonly<Partial<Record<'ko' | 'en', Fingerprint>>>
}

/** Two points are the same from here on: a mended typo or a changed ending stays above, another thought well below. */
const samePoint = 0.8
/** "Nearly all the same points": one of five may be another; two of four may not. */
const samePoints = 0.8
/** Fewer points than this say too little. */
const fewestPoints = 3

/** A text without what editing changes lightly: form of letters (NFC), case, punctuation and spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  let before = ''
  for (const letter of text.replaceAll(' ', '')) {
    const pair = before + letter
    if (before !== '') counts.set(pair, (counts.get(pair) ?? 0) + 1)
    before = letter
  }
  return counts
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0)

/** How alike two texts are, 0 to 1: the Sørensen–Dice coefficient of their pairs of letters (Dice 1945, Sørensen 1948). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [one, other] = [bigrams(a), bigrams(b)]
  const total = sum(one) + sum(other)
  if (total === 0) return 0
  let shared = 0
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0)
  return (2 * shared) / total
}

/** The same coefficient over points, each paired with at most one that is the same. */
function pointsLikeness(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  let shared = 0
  for (const point of a) {
    const index = left.findIndex((other) => likeness(point, other) >= samePoint)
    if (index === -1) continue
    left.splice(index, 1)
    shared += 1
  }
  return (2 * shared) / (a.length + b.length)
}

type Same = (a: Fingerprint, b: Fingerprint) => boolean
const sameText: Same = (a, b) => a.text !== '' && a.text === b.text
const nearlySamePoints: Same = (a, b) =>
  Math.min(a.points.length, b.points.length) >= fewestPoints && pointsLikeness(a.points, b.points) >= samePoints

const inAnyLanguage = (a: CardPrints, b: CardPrints, same: Same): boolean =>
  (['ko', 'en'] as const).some((lang) => {
    const [one, other] = [a.prints[lang], b.prints[lang]]
    return one !== undefined && other !== undefined && same(one, other)
  })

/** Pairs in which each side has no other candidate. */
function pairs(
  gone: readonly CardPrints[],
  fresh: readonly CardPrints[],
  same: Same,
): readonly [CardPrints, CardPrints][] {
  const found = gone.flatMap((old) =>
    fresh.filter((card) => inAnyLanguage(old, card, same)).map((card): [CardPrints, CardPrints] => [old, card]),
  )
  return found.filter(
    ([old, card]) =>
      found.filter((pair) => pair[0] === old).length === 1 && found.filter((pair) => pair[1] === card).length === 1,
  )
}

export interface Alias {
  readonly from: string
  readonly to: string
}

/**
 * Which questions only got another id. A card that vanished and one that is new are the same question if, in a language
 * that both have, their text is the same, else if nearly all of their points are (coefficient at least 0.8, at least three
 * points on both sides); and only where neither has another candidate, as taking a stranger's progress is worse than
 * beginning anew. Where several have the same text, those at the same place (`path`) are tried before.
 * @param known the cards that were there before, of one course; without those that were given another id already
 * @param present all cards of the course as it is now
 */
export function rematch(known: readonly CardPrints[], present: readonly CardPrints[]): readonly Alias[] {
  const [before, now] = [new Set(known.map(({ card }) => card)), new Set(present.map(({ card }) => card))]
  let gone = known.filter(({ card }) => !now.has(card))
  let fresh = present.filter(({ card }) => !before.has(card))
  const samePlace: Same = (a, b) => a.path.join('\n') === b.path.join('\n')
  const rules: readonly Same[] = [(a, b) => sameText(a, b) && samePlace(a, b), sameText, nearlySamePoints]
  const aliases: Alias[] = []
  for (const rule of rules) {
    const matched = pairs(gone, fresh, rule)
    for (const [from, to] of matched) aliases.push({ from: from.card, to: to.card })
    gone = gone.filter((card) => !matched.some(([old]) => old === card))
    fresh = fresh.filter((card) => !matched.some(([, other]) => other === card))
  }
  return aliases
}
