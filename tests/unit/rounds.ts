/**
 * How often something random or long is tried: a small part of it in `npm test`, the whole in `npm run soak`, which sets
 * `LECTERN_SOAK`. A page has no environment but what Vite hands on to it.
 */
const inNode = (globalThis as { readonly process?: typeof process }).process?.env['LECTERN_SOAK']
const inPage = (import.meta as { readonly env?: Readonly<Record<string, unknown>> }).env?.['LECTERN_SOAK']

export const isSoak = inNode === '1' || inPage === '1'
export const rounds = (quick: number, whole: number): number => (isSoak ? whole : quick)
