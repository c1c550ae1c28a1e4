import { numberText } from './number-text.ts'

/** "1 slide", "2,000 slides": an English count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`
}
