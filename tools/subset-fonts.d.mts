/** All characters that the small fonts have, where the whole ones have them. */
export function everydayText(): string
/** All characters that the seldom fonts have: what the source has and the everyday family lacks. */
export function seldomText(): string
/** Writes all fonts that are not shipped as their packages bring them. */
export function subsetFonts(): Promise<void>
