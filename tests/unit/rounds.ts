/**
 * How often something random or long is tried: a small part of it in `npm test`, the whole in `npm run soak`, which sets
 * `LECTERN_SOAK`; Vite hands that on to pages too.
 */
export const isSoak =
  (import.meta as { readonly env?: Readonly<Record<string, unknown>> }).env?.['LECTERN_SOAK'] === '1'
export const rounds = (quick: number, whole: number): number => (isSoak ? whole : quick)
