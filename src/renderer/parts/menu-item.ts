import type { Component } from 'svelte'

/** A line of a `Menu`; `separated` draws a rule above it. */
export interface MenuItem {
  readonly label: string
  readonly icon?: Component<{ size?: number | string }>
  readonly disabled?: boolean
  readonly separated?: boolean
  readonly onselect: () => void
}
