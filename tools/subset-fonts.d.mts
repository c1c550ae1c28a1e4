/** All characters that the small fonts have, where the whole ones have them. */
export function everydayText(): string
/** Writes the small fonts, unpacked: they are read from this disk, where opening a window is what takes time. */
export function subsetFonts(): Promise<void>
