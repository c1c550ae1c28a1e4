import { createHash } from 'node:crypto'

/** Processors round the last digits of a power differently. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value

/** A short word that is another one as soon as anything in a value is. */
export const digestOfValue = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, rounded)).digest('hex').slice(0, 10)
