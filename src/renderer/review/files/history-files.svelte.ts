import type { Lang } from '../../../contract/deck.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { BackupEntry } from '../../../contract/review-view.ts'
import { chosenFile } from '../../window/dropped-folder.ts'
import { failureOf } from '../../window/failure-of.ts'
import { look } from '../../look/look.svelte.ts'
import { ask } from '../../shell.ts'
import type { ReviewFilesWords } from '../../words/review-files.ts'

type Work = 'export' | 'import' | 'restore'
type Say = (text: ReviewFilesWords) => string

/** When a backup was made, to the minute. */
export const backupTime = (at: number): string =>
  new Intl.DateTimeFormat(look.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at)

/** What the person does with the record of reviewing, one thing at a time, and what came of it. */
export class HistoryFiles {
  busy: Work | null = $state(null)
  failure: { readonly of: Work; readonly failure: Failure } | null = $state.raw(null)
  /** A file that waits to be fetched. */
  offered: { readonly what: 'everything' | 'anki'; readonly href: string } | null = $state.raw(null)
  /** The newest first; null until they are known. */
  backups: readonly BackupEntry[] | null = $state.raw(null)
  #outcome: { readonly of: Work; readonly say: Say } | null = $state.raw(null)

  /** What is said beside a kind of work, in the language of the moment; empty where there is nothing to say. */
  said(of: Work, text: ReviewFilesWords): string {
    if (this.busy === of) return text.busy[of]
    return this.#outcome?.of === of ? this.#outcome.say(text) : ''
  }

  async export(what: 'everything' | 'anki', course: string, lang: Lang): Promise<void> {
    await this.#do('export', async () => {
      const handed = await ask('review:export', { what, course, lang })
      if (handed === null) return null
      if ('file' in handed) return (text) => text.exportedTo(handed.file)
      this.offered = { what, href: handed.href }
      return (text) => text.exportReady
    })
  }

  /** The link is used up: it leads to its file once. */
  fetched(): void {
    // The click must find its link.
    setTimeout(() => (this.offered = null))
    this.#outcome = { of: 'export', say: (text) => text.exportFetched }
  }

  async import(file: File): Promise<void> {
    await this.#do('import', async () => {
      const { features } = look
      if (!features) return null
      const { events } = await ask('review:import', { file: await chosenFile(file, features) })
      return (text) => text.imported(events)
    })
    await this.readBackups()
  }

  async restore({ name, at }: BackupEntry): Promise<void> {
    await this.#do('restore', async () => {
      await ask('review:restore', { backup: name })
      return (text) => text.restored(backupTime(at))
    })
    await this.readBackups()
  }

  async readBackups(): Promise<void> {
    try {
      const backups = await ask('review:backups')
      this.backups = backups.toSorted((a, b) => b.at - a.at)
    } catch (error) {
      this.backups ??= []
      // What went wrong before it matters more.
      this.failure ??= { of: 'restore', failure: failureOf(error) }
    }
  }

  async #do(of: Work, work: () => Promise<Say | null>): Promise<void> {
    this.busy = of
    ;[this.failure, this.#outcome, this.offered] = [null, null, null]
    try {
      const say = await work()
      this.#outcome = say && { of, say }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.code !== 'cancelled') this.failure = { of, failure }
    } finally {
      this.busy = null
    }
  }
}
