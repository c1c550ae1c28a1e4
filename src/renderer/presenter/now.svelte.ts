import { createSubscriber } from 'svelte/reactivity'

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 250)
  return () => clearInterval(timer)
})

/** The time (ms since 1970), kept current to a quarter of a second where it is read reactively. */
export function now(): number {
  subscribe()
  return Date.now()
}
