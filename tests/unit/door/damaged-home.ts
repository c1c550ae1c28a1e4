/** A home as it is after real use, what can happen to each of its files and folders, and what is asked of a shell on it. */
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReviewScope } from '../../../src/contract/review.ts'
import type { ShellDeps } from '../../../src/services/door/shell-deps.ts'
import { courseFolder, deckText, fakeShell, temporaryFolder, type FakeShell } from './fake-shell.ts'

export const deck = { course: 'docker', name: '01', lang: 'ko' } as const

const question = (id: string): string =>
  `---\nid: ${id}\nlayout: question\nlevel: 기본\ncore: [1]\n---\n\n## ${id}?\n\n### 한 줄\n\n네.\n\n### 답변\n\n${id}를 길게.\n\n### 핵심\n\n- 하나\n- 둘\n\n`

/** A course of one deck of many steps and three questions that it asks. */
export async function slidesIn(folder: string): Promise<string> {
  const steps = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`s${index}`, 3]))
  await courseFolder(folder, 'docker', {
    'course.yaml': 'title: { ko: 도커, en: Docker }\n',
    '01.ko.md': `${deckText('도커', steps)}\n---\nid: asking\nasks: [q-a, q-b, q-c]\n---\n\n## 질문\n\n글.\n`,
    'questions.ko.md': question('q-a') + question('q-b') + question('q-c'),
  })
  return folder
}

/** A shell that tries again soon what could not be written. */
export const shellOn = (home: string, slides: string, deps: Partial<ShellDeps> = {}): Promise<FakeShell> =>
  fakeShell({ home, slides, deps: { retryMs: 20, ...deps } })

const scope = (): ReviewScope => ({ course: 'docker', mode: 'due', topic: null, since: 0, lang: 'ko' })
/** Answers a question; rejects with the code of a failure. */
export const answer = async (shell: FakeShell, card: string, grade = 'again'): Promise<void> => {
  const points = ['miss', 'miss']
  const how = { suggested: null, points, ms: 1000, hints: 0, gaveUp: false, recall: 'said' }
  await shell.ask('review:answer', { scope: scope(), card: `docker/${card}`, grade, ...how })
}

/** Uses a home so that all is in it that Lectern writes by itself. */
export async function use(home: string, slides: string, other: string): Promise<void> {
  const first = await shellOn(home, slides)
  await first.ask('settings:write', { theme: 'dark', notesScale: 1.2 })
  await first.ask('library:open', {
    folder: await courseFolder(other, 'notes', { 'a.ko.md': deckText('공책', { a: 1 }) }),
  })
  for (const card of ['q-a', 'q-b']) await answer(first, card)
  await first.ask('review:presentWeak', { course: 'docker', lang: 'ko' })
  await first.ask('talk:end')
  await first.ask('talk:start', { deck, windows: 'both' })
  await first.ask('talk:intent', { type: 'next' })
  await first.handlers.close()
  // A line that a bad disk left in the log: it is kept in `recovered/` from the next start on.
  const [log = ''] = (await readdir(join(home, 'progress'))).filter((name) => name.endsWith('.jsonl'))
  await writeFile(join(home, 'progress', log), 'no line of ours\n', { flag: 'a' })
  const second = await shellOn(home, slides)
  await second.ask('library:read')
  await answer(second, 'q-c')
  await second.handlers.close()
  await mkdir(join(home, 'dropped', 'session'), { recursive: true })
  await writeFile(join(home, 'dropped', 'session', 'a.md'), '# a\n')
  await writeFile(join(home, 'lock'), '{}')
}

export interface Entry {
  /** Its path in the home; the home itself is `''`. */
  readonly path: string
  readonly isFolder: boolean
}

/** Every file and folder of a home, and the home itself. */
export async function entriesOf(home: string): Promise<readonly Entry[]> {
  const inside = await readdir(home, { recursive: true, withFileTypes: true })
  const entries = inside.map((entry) => ({
    path: join(entry.parentPath, entry.name).slice(home.length + 1),
    isFolder: entry.isDirectory(),
  }))
  return [{ path: '', isFolder: true }, ...entries].sort((a, b) => (a.path < b.path ? -1 : 1))
}

const noise = 'nothing that anybody knows\n'

interface HarmDone {
  readonly to: (path: string) => Promise<unknown>
  /** Whether what is there now is what was put there. */
  readonly isStill: (path: string) => Promise<boolean>
}

/** What can happen to a file or folder. */
const harms = {
  gone: { to: () => Promise.resolve(), isStill: () => Promise.resolve(false) },
  'a folder': {
    to: (path) => mkdir(join(path, 'x'), { recursive: true }),
    isStill: async (path) => (await stat(join(path, 'x'))).isDirectory(),
  },
  'a file': {
    to: (path) => writeFile(path, noise),
    isStill: async (path) => (await readFile(path, 'utf8')) === noise,
  },
  empty: { to: (path) => writeFile(path, ''), isStill: async (path) => (await stat(path)).size === 0 },
  'a link to nowhere': {
    to: (path) => symlink(join(path, '..', 'nowhere', 'at', 'all'), path),
    isStill: async (path) => (await lstat(path)).isSymbolicLink(),
  },
} satisfies Record<string, HarmDone>

export type Harm = keyof typeof harms | 'not to be read'

/** Root may read everything. */
const mayReadAll = process.platform === 'win32' || process.getuid?.() === 0

export const harmsOf = ({ isFolder }: Entry): readonly Harm[] => [
  'gone',
  ...(isFolder ? [] : (['a folder', 'empty'] as const)),
  'a file',
  'a link to nowhere',
  ...(mayReadAll ? [] : (['not to be read'] as const)),
]

/** Does harm, and gives how to mend it: afterwards nothing is in the way any more. */
export async function harm(home: string, path: string, how: Harm): Promise<() => Promise<void>> {
  const place = join(home, path)
  if (how === 'not to be read') {
    await chmod(place, 0o000)
    return () => chmod(place, 0o755).catch(() => undefined)
  }
  const { to, isStill }: HarmDone = harms[how]
  // A shell at work may make it again in between; and another harm may have taken away what it was in.
  for (let tries = 0, isDone = false; tries < 20 && !isDone; tries += 1) {
    await rename(place, join(await temporaryFolder(), 'away')).catch(() => undefined)
    isDone = await to(place).then(
      () => true,
      () => false,
    )
  }
  return async () => {
    // What Lectern has made there since then stays.
    if (await isStill(place).catch(() => false)) await rm(place, { recursive: true, force: true })
  }
}

/** Puts a home back to how it was. */
export async function putBack(home: string, from: string): Promise<void> {
  await rm(home, { recursive: true, force: true })
  await cp(from, home, { recursive: true })
}
