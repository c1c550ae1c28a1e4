/** The ids of all five scenes and of their steps: what decks may name, whether or not it can be drawn yet. */
export type SceneCatalogue = Readonly<Record<string, readonly string[]>>

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i + 1}`)

export const catalogue: SceneCatalogue = {
  'vm-vs-container': numbered('VC', 10),
  isolation: numbered('IS', 10),
  'engine-flow': numbered('EF', 19),
  'image-layers': numbered('IL', 11),
  'hub-push-pull': numbered('HP', 12),
}
