/**
 * Whether a window shows the talk to the audience, told between the windows themselves: whoever does holds a lock of the
 * browser, which ends with the window however that ends.
 */
const name = 'lectern-audience'

/** How long it may take until an audience window that is loaded anew is there again. */
const reloadMs = 1000

const forever = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
const ended = (error: unknown): void => {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}

/** Says that this window shows the talk to the audience, until what it gives back is called or the window is gone. */
export function beAudience(): () => void {
  const over = new AbortController()
  const channel = new BroadcastChannel(name)
  const hold = (): Promise<void> => {
    channel.postMessage('here')
    return forever(over.signal)
  }
  // The signal ends the wait for the lock, and the promise the holding of it.
  navigator.locks.request(name, { mode: 'shared', signal: over.signal }, hold).catch(ended)
  return () => {
    over.abort()
    channel.close()
  }
}

/**
 * Tells when the last window that showed the talk to the audience is gone, and when there is one again. Where there has been
 * none yet, nothing is told: many present without.
 */
export function watchAudience(
  onchange: (isGone: boolean) => void,
  { afterMs = reloadMs }: { readonly afterMs?: number } = {},
): () => void {
  const over = new AbortController()
  const channel = new BroadcastChannel(name)
  let leaving: ReturnType<typeof setTimeout> | undefined
  let isWaiting = false

  function seen(): void {
    clearTimeout(leaving)
    onchange(false)
    if (isWaiting) return
    isWaiting = true
    // Granted once nobody holds it any more.
    navigator.locks
      .request(name, { mode: 'exclusive', signal: over.signal }, () => {
        isWaiting = false
        leaving = setTimeout(() => onchange(true), afterMs)
      })
      .catch(ended)
  }
  channel.addEventListener('message', seen)
  void navigator.locks.query().then(({ held = [] }) => {
    if (!over.signal.aborted && held.some((lock) => lock.name === name)) seen()
  })
  return () => {
    over.abort()
    clearTimeout(leaving)
    channel.close()
  }
}
