import { powerSaveBlocker } from 'electron/main'

/** Keeps the displays on, and lets them sleep again; saying the same twice does nothing. */
export function keepAwake(): (on: boolean) => void {
  let blocker: number | null = null
  return (on) => {
    if (on === (blocker !== null)) return
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep')
    else {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }
}
