/** Choices that are the same every time (mulberry32 by Tommy Ettinger, public domain). */
export class Seeded {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 to below 1. */
  number(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`. */
  count(least: number, most: number): number {
    return least + Math.floor(this.number() * (most - least + 1))
  }

  one<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.number() * list.length)] ?? list[0]
  }

  some<T>(list: readonly [T, ...T[]], least: number, most: number): T[] {
    return Array.from({ length: this.count(least, most) }, () => this.one(list))
  }

  isSo(chance: number): boolean {
    return this.number() < chance
  }
}
