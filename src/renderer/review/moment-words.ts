import { look } from '../look/look.svelte.ts'

/** A moment (ms since 1970) as day and time of the place, in the language of the interface. */
export function momentWords(at: number): string {
  return new Intl.DateTimeFormat(look.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
