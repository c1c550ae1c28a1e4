import { MediaQuery } from 'svelte/reactivity'

// In em: with large text a window is as one that is small.

/** Nothing stands beside anything: pictures, then notes, then the bar. */
export const isNarrow = new MediaQuery('(max-width: 44.99em) and (min-height: 40em)')
/** The pictures would leave the notes no room: they are one line of words. */
export const isLow = new MediaQuery('(max-height: 29.99em), (max-width: 44.99em) and (max-height: 39.99em)')
