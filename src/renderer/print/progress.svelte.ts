/** How many pages are laid out; a module of its own because a rune needs one. */
export const progress = $state({ shown: 0 })
