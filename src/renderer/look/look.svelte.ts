/** How a window looks and speaks: the person's settings where they chose, else what the system prefers. */
import { MediaQuery } from 'svelte/reactivity'
import type { Lang } from '../../contract/deck.ts'
import { initialSettings, type Features, type Settings, type ThemeName } from '../../contract/library.ts'
import { ask, follow } from '../shell.ts'

class Look {
  /** What the shell can do; null until `start` is through. */
  features: Features | null = $state.raw(null)
  settings: Settings = $state.raw(initialSettings)

  readonly #dark = new MediaQuery('prefers-color-scheme: dark')
  readonly #contrast = new MediaQuery('prefers-contrast: more')

  /** The language of the interface. */
  readonly lang: Lang = $derived.by(() => {
    const { language } = this.settings
    if (language !== 'system') return language
    return this.features?.systemLang ?? (navigator.language.startsWith('ko') ? 'ko' : 'en')
  })

  readonly theme: ThemeName = $derived.by(() => {
    const { theme } = this.settings
    if (theme !== 'system') return theme
    if (this.#contrast.current) return 'contrast'
    return this.#dark.current ? 'dark' : 'light'
  })

  /**
   * Reads features and settings, and keeps `<html lang data-theme>` true from then on. Call it once, before mounting.
   * Throws a `ShellFailure` where the shell cannot answer.
   */
  async start(): Promise<void> {
    const settings = follow(
      'settings:changed',
      () => ask('settings:read'),
      (settings) => (this.settings = settings),
    )
    const [features] = await Promise.all([ask('shell:features'), settings.read()])
    this.features = features
    $effect.root(() => {
      $effect.pre(() => {
        document.documentElement.lang = this.lang
        document.documentElement.dataset['theme'] = this.theme
      })
    })
  }

  /** Applies a change at once and has the shell keep it; taken back where the shell cannot. */
  async change(change: Partial<Settings>): Promise<void> {
    const before = this.settings
    this.settings = { ...before, ...change }
    try {
      this.settings = await ask('settings:write', change)
    } catch (error) {
      this.settings = before
      throw error
    }
  }
}

export const look = new Look()
