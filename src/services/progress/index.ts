import { basename } from 'node:path'
import type { LecternError } from '../../contract/failure.ts'
import type { ReviewBody, ReviewEvent } from '../../contract/review.ts'
import { writeFailure } from '../disk/disk-errors.ts'
import type { Home } from '../disk/home.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { makeFolder } from '../disk/make-folder.ts'
import type { KeptAside } from '../disk/kept-aside.ts'
import type { Open } from '../disk/write-atomic.ts'
import { readArchive, writeArchive } from './archive.ts'
import { openBackups, type Backup } from './backups.ts'
import { createCourseIdentity, type CourseIdentity } from './course-identity.ts'
import { openCourseRegistry } from './course-registry.ts'
import type { LookAt } from './course-sight.ts'
import { bundledByKey, lookAtCourse, realFolder } from './look-at-course.ts'
import { openQuestionIdentity, type CourseQuestions } from './question-identity.ts'
import type { ProgressNotice } from './notices.ts'
import { openProgressLog } from './progress-log.ts'
import { finishRestore } from './restore.ts'

export interface ProgressOptions {
  readonly home: Home
  /** The folder with the courses that come with Lectern: their keys are theirs alone. */
  readonly bundledSlides?: string | undefined
  readonly now: () => number
  readonly timeZone?: string | undefined
  /** Looks at the course in a folder; by default in this very thread. */
  readonly lookAt?: LookAt
  readonly open?: Open | undefined
  /** It is open for a moment, maybe once an answer: then opening and closing make no more backups than answers do. */
  readonly brief?: boolean
  /** A backup could not be made (the reviews themselves are safe; it is tried again), or, with null, could be. */
  readonly onTrouble?: (trouble: LecternError | null) => void
  /** After what time that is; for tests. */
  readonly retryMs?: number | undefined
}

/** A backup that failed is tried again after so long. */
const usualRetryMs = 5000

/** Everything about reviewing that is on disk. One process at a time: see `asOnlyWriter`. */
export interface Progress extends Pick<CourseIdentity, 'know' | 'settle' | 'cameAlong'> {
  events(): readonly ReviewEvent[]
  notices(): readonly ProgressNotice[]
  /** Damaged files and bytes that were kept, for the list in the library. */
  keptAside(): readonly KeptAside[]
  /** See `ProgressLog.append`. Backups are made beside it. */
  append(body: ReviewBody): Promise<ReviewEvent>
  onOutside(listener: () => void): () => void
  refresh(): Promise<boolean>
  /** Takes note of a course's questions and records where a question has got another id; resolves with how many did. */
  meet(course: CourseQuestions): Promise<number>
  backups(): Promise<readonly Backup[]>
  /** Puts all logs back to a backup, after backing up the present ones. Rejects with a `LecternError`. */
  restore(backup: string): Promise<void>
  /** Rejects with a `LecternError`. */
  exportTo(file: string): Promise<void>
  /** Adds what an archive has and this folder has not; resolves with how many events came. Rejects with a `LecternError`. */
  importFrom(file: string): Promise<number>
  close(): Promise<void>
}

/** Opens what is on disk about reviewing. Never rejects: what is wrong is in `notices` and `keptAside`. */
export async function openProgress(options: ProgressOptions): Promise<Progress> {
  const { home, now, open, retryMs = usualRetryMs } = options
  const folder = home.progress
  const log = await openProgressLog({ folder, now, timeZone: options.timeZone, open })
  const identity = await openQuestionIdentity(folder, { now, open })
  const registry = await openCourseRegistry({ file: home.courses, now, open }, identity.courses())
  const bundled = await bundledByKey(options.bundledSlides)
  const dropped = await realFolder(home.dropped)
  const { lookAt = lookAtCourse } = options
  const courses = createCourseIdentity({ registry, index: identity, log, lookAt, bundled, dropped })
  const backups = openBackups(folder, now, open)
  // One at a time, and none at the same time as a restore.
  const inTurn = makeInTurn()
  let retry: NodeJS.Timeout | undefined
  const quietly = (work: () => Promise<unknown>): Promise<void> => {
    clearTimeout(retry)
    return inTurn(work).then(
      () => options.onTrouble?.(null),
      (error: unknown) => {
        options.onTrouble?.(writeFailure(error, folder))
        retry = setTimeout(() => void quietly(work), retryMs).unref()
      },
    )
  }
  const atEnds = (): Promise<unknown> => (options.brief === true ? backups.afterEvent() : backups.make())
  void quietly(atEnds)

  return {
    events: () => log.events(),
    notices: () => log.notices(),
    keptAside: () => [
      ...[identity, registry].flatMap((file) => file.keptAside ?? []),
      ...log.notices().flatMap(({ file, aside }) => (aside === null ? [] : [{ file, aside }])),
    ],
    append: async (body) => {
      const event = await log.append(body)
      void quietly(() => backups.afterEvent())
      return event
    },
    onOutside: (listener) => log.onOutside(listener),
    refresh: () => log.refresh(),
    know: (course) => courses.know(course),
    cameAlong: (course) => courses.cameAlong(course),
    settle: (course, isSame) => courses.settle(course, isSame),
    meet: (course) => identity.meet(course, log),
    backups: () => backups.list(),
    restore: (name) =>
      inTurn(() =>
        log.replace(async (deviceFile) => {
          await makeFolder(folder)
          await backups.stage(name)
          await finishRestore(folder, deviceFile, open).catch((error: unknown) => {
            throw writeFailure(error, folder)
          })
        }),
      ),
    exportTo: (file) => inTurn(() => writeArchive(home, file, now(), open)),
    importFrom: (file) =>
      inTurn(async () => {
        const archive = await readArchive(file)
        await backups.make()
        const events = archive.logs.flatMap((one) => one.events)
        const newer = archive.logs.flatMap((one) => one.newer)
        const count = await log.take(events, newer, basename(file))
        const before = new Set(identity.courses())
        if (archive.identity !== null) await identity.add(archive.identity)
        await courses.meetImported(identity.courses().filter((key) => !before.has(key)))
        return count
      }),
    close: async () => {
      await quietly(atEnds)
      clearTimeout(retry)
      await log.close()
    },
  }
}
