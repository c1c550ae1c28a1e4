/** "1 slide", "2,000 slides": an English count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** "2,000": digits in groups, as both languages write them. */
export function grouped(count: number): string {
  return new Intl.NumberFormat('en').format(count)
}
