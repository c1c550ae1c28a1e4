/**
 * `npm run advisories`: asks the registry what is known against the installed packages (`npm audit`). Red when something
 * is; where the registry does not answer that is told and nothing is decided, as not every one keeps such a list.
 */
import { spawnSync } from 'node:child_process'
import { root } from './node.mjs'

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
  readonly message?: string
  readonly error?: { readonly summary?: string }
}

export interface Verdict {
  readonly lines: readonly string[]
  readonly isRed: boolean
}

/** What `npm audit --json` wrote, or an empty text where it wrote nothing. */
export function verdictOf(written: string): Verdict {
  let report: Report
  try {
    report = JSON.parse(written) as Report
  } catch {
    report = {}
  }
  if (report.vulnerabilities === undefined) {
    const reason = report.message ?? report.error?.summary ?? 'npm says nothing'
    return { lines: [`the registry does not answer, so nothing is known: ${reason}`], isRed: false }
  }
  const known = Object.entries(report.vulnerabilities)
  if (known.length === 0) return { lines: ['nothing is known against any package'], isRed: false }
  return { lines: known.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`), isRed: true }
}

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const { lines, isRed } = verdictOf(stdout)
  for (const line of lines) console.log(`advisories: ${line}`)
  process.exitCode = isRed ? 1 : 0
}
