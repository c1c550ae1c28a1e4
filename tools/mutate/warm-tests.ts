import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { nodePath } from '../node.mjs'

/** What is answered where nothing comes. */
export const hangs = 'it hangs'

/** The tests of a copy of the clone, asked one question after the other. */
export interface WarmTests {
  /** Tells that a file of the copy has another text now. */
  change(file: string): void
  /**
   * Runs test files until one fails, all of a kind where none is named. Resolves with that file, with the kind where no file
   * says so, or with null.
   * @param longestMs after that it hangs
   */
  firstFailure(kind: string, tests: readonly string[], longestMs?: number): Promise<string | null>
  /** Ends the process and all that it started. */
  readonly end: () => void
}
type Said = { readonly failed: string | null } | 'hangs' | 'gone'

/** Waits for what a process says next, or for its end, but not longer than is said. */
function said(from: ChildProcess, longestMs?: number): Promise<Said> {
  return new Promise((resolve) => {
    const settle = (answer: Said): void => {
      clearTimeout(timer)
      from.off('message', settle).off('close', gone)
      resolve(answer)
    }
    const gone = (): void => settle('gone')
    const timer = longestMs === undefined ? undefined : setTimeout(() => settle('hangs'), longestMs)
    from.once('message', settle).once('close', gone)
  })
}

/**
 * Tests in a process that stays warm, in a group of its own so that nothing of it is left behind. One that hangs is ended,
 * and the next question begins another.
 * @param folder the copy
 */
export function warmTests(folder: string): WarmTests {
  let child: ChildProcess | undefined
  const changed = new Set<string>()

  function end(): void {
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    child = undefined
  }
  async function begin(): Promise<ChildProcess> {
    const script = join(folder, 'tools', 'mutate', 'tests-at-hand.mjs')
    const begun = spawn(nodePath(), [script], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: true,
    })
    child = begun
    changed.clear()
    if ((await said(begun)) === 'gone') throw new Error('The tests of the copy do not start.')
    return begun
  }

  return {
    change: (file) => void changed.add(join(folder, file)),
    async firstFailure(kind, tests, longestMs = 5 * 60_000) {
      const asked = child ?? (await begin())
      asked.send({ kind, tests: tests.map((test) => join(folder, test)), changed: [...changed] })
      changed.clear()
      const answer = await said(asked, longestMs)
      if (typeof answer !== 'string') return answer.failed
      end()
      return answer === 'hangs' ? hangs : kind
    },
    end,
  }
}
