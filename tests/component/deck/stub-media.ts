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

/** A colour that the system has a name for, as the browser computes it. */
export function systemColour(name: string): string {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
