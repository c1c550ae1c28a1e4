/** Keeps the displays on while there is a talk, as Electron's main process does for its windows. */
import type { Shell } from '../../contract/channels.ts'

/** The browser lets a lock go whenever its page is hidden, so it is asked for anew when the page is seen again. */
export function keepScreenAwake(shell: Pick<Shell, 'request' | 'listen'>): void {
  let isTalking = false
  const talks = (): boolean => isTalking
  let isAsking = false
  let isTold = false
  let lock: WakeLockSentinel | null = null

  async function hold(): Promise<void> {
    const isHeld = lock?.released === false
    if (!talks() || isHeld || isAsking || document.visibilityState !== 'visible') return
    isAsking = true
    // Not every browser has it, and one may refuse while its battery is low.
    lock = await ('wakeLock' in navigator ? navigator.wakeLock.request('screen') : Promise.resolve(null)).catch(
      () => null,
    )
    isAsking = false
    if (!talks()) void letGo()
  }
  async function letGo(): Promise<void> {
    const held = lock
    lock = null
    await held?.release().catch(() => undefined)
  }
  function take(talk: unknown): void {
    isTold = true
    const was = isTalking
    isTalking = talk !== null
    if (isTalking) void hold()
    else if (was) void letGo()
  }

  document.addEventListener('visibilitychange', () => void hold())
  shell.listen('talk:changed', take)
  void shell.request('talk:read').then((answer) => {
    // What was told meanwhile is newer.
    if ('value' in answer && !isTold) take(answer.value)
  })
}
