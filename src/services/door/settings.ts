import { initialSettings, settingsSchema, type Settings, type SettingsChange } from '../../contract/library.ts'
import { openStore } from '../disk/json-store.ts'
import type { KeptAside } from '../disk/kept-aside.ts'
import type { Open } from '../disk/write-atomic.ts'

export interface SettingsFile {
  read(): Settings
  /** Changes settings at once; resolves when they are on disk, rejects with a `LecternError` where they cannot be. */
  change(change: SettingsChange): Promise<void>
  /** See `Store.save`. */
  save(): Promise<void>
  readonly keptAside: KeptAside | null
}

/** The person's settings. Never rejects: a damaged file is kept aside and the settings begin anew. */
export async function openSettings(file: string, now: () => number, open?: Open): Promise<SettingsFile> {
  const store = await openStore({ file, schemas: settingsSchema.entries, initial: initialSettings, now, open })
  return {
    keptAside: store.keptAside,
    save: () => store.save(),
    read: () => {
      const { language, theme, notesScale, notesShare, course, deck, deckLang, putAway } = store.read()
      return { language, theme, notesScale, notesShare, course, deck, deckLang, putAway }
    },
    // Over a bridge a key may be there without a value.
    change: (change) =>
      store.change(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))),
  }
}
