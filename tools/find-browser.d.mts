/** The path of a Chromium-family browser on this machine, or undefined. */
export function findBrowser(): string | undefined
