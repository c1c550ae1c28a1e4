/**
 * How often something random or long is tried: a small part of it in `npm test`, the whole in `npm run soak`, which sets
 * `LECTERN_SOAK`.
 */
export const isSoak = process.env['LECTERN_SOAK'] === '1'
export const rounds = (quick: number, whole: number): number => (isSoak ? whole : quick)
