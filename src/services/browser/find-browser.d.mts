/** The path of a Chromium-family browser on this machine, or undefined. */
export function findBrowser(): string | undefined
/** The path of Chromium without a user interface of its own, or undefined: for tests alone. */
export function findHeadlessShell(): string | undefined
