/// <reference types="@vitest/browser-playwright" />
import { cdp } from 'vitest/browser'

/** Makes the browser say that the person wants less motion, or no longer. */
export async function reduceMotion(isReduced: boolean): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: isReduced ? 'reduce' : '' }],
  })
}

/** Lets the system choose the colours, as with high contrast on Windows, or no longer. */
export async function forceColors(isForced: boolean): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: isForced ? 'active' : '' }],
  })
}
