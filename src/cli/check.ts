import { langs, type Problem } from '../contract/deck.ts'
import { datedFacts, isError, writtenSlides, type DatedFact } from '../core/deck/index.ts'
import { coverageOf, type CoverageByLang } from '../services/courses/coverage.ts'
import { currentDate } from '../services/door/clock.ts'
import { check, type Checked } from './checked.ts'
import {
  coverageLines,
  cureLines,
  factLines,
  fixedLine,
  plainProblem,
  problemLine,
  summaryLine,
} from './check-words.ts'
import { tellUnsandboxed } from '../services/export/unsandboxed.ts'
import { fixIds } from './fix-ids.ts'
import { findInstalledBrowser } from './find-installed-browser.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { givenArguments } from '../services/terminal/given-arguments.ts'
import { shownPath } from './shown-path.ts'
import { usages } from './usages.ts'
import { print } from '../services/terminal/print.ts'

export interface CheckSetting {
  /** Where the courses that come with Lectern are; checked when no path is given. */
  readonly bundledSlides: string
  /** The folder with the built windows. */
  readonly rendererRoot: string
  readonly write?: (text: string) => void
}

/**
 * `lectern check [PATH]`: checks a deck file, a course, or a folder of courses; with `--coverage` also whether their
 * courses teach what they list and ask what they have, with `--layout` whether everything fits on its slides. With
 * `--facts` it lists what slides say that will not stay true, and with `--fix` it writes the ids that are made from headings
 * into the files.
 * @returns the exit code: 0 without errors, 1 with some
 * Rejects with a `WrongUsage`, or with a `LecternError` where `--layout` finds no browser or `LECTERN_NOW` is no date.
 */
export async function checkCommand(args: readonly string[], setting: CheckSetting): Promise<number> {
  const { write = print } = setting
  const {
    values: options,
    positionals: [path = setting.bundledSlides],
  } = givenArguments(usages.check, args)
  const { lang = systemLang() } = options
  const checked = await check(path)
  const fixed = options.fix ? (await fixIds(checked)).map(shownPath) : undefined
  const { coverage, problems: uncovered } = options.coverage ? await coverageOfAll(checked) : none
  const overflowing = options.layout ? await layoutOf(checked, setting.rendererRoot) : []
  const facts = options.facts ? factsOf(checked) : undefined
  const problems = [...checked.problems, ...uncovered, ...overflowing].map((one) => ({
    ...one,
    file: shownPath(one.file),
  }))
  const slides = checked.decks.reduce((sum, { deck }) => sum + writtenSlides(deck.slides).length, 0)
  const counts = { decks: checked.decks.length, slides, questions: checked.questions }
  if (options.json) {
    const plain = problems.map((one) => plainProblem(one, lang))
    write(JSON.stringify({ ...counts, problems: plain, coverage, facts, fixed }, null, 2))
  } else {
    for (const file of fixed ?? []) write(fixedLine(file, lang))
    for (const one of problems) write(problemLine(one, lang))
    for (const line of cureLines(problems, lang)) write(line)
    if (facts !== undefined) for (const line of factLines(facts, lang)) write(line)
    if (coverage !== undefined) for (const line of coverageLines(coverage, lang)) write(line)
    write(summaryLine(counts, problems, lang))
  }
  return problems.some(isError) ? 1 : 0
}

const none: { coverage: CoverageByLang | undefined; problems: readonly Problem[] } = {
  coverage: undefined,
  problems: [],
}

/** The coverage of all courses together. */
async function coverageOfAll({ courses }: Checked): Promise<typeof none> {
  const each = await Promise.all(courses.map((course) => coverageOf(course)))
  const together = langs.flatMap((lang) => {
    const those = each.flatMap(({ coverage }) => coverage[lang] ?? [])
    if (those.length === 0) return []
    const sum = {
      items: those.reduce((count, { items }) => count + items, 0),
      missing: those.flatMap(({ missing }) => missing),
      questionsNotAsked: those.flatMap(({ questionsNotAsked }) => questionsNotAsked),
    }
    return [[lang, sum] as const]
  })
  return { coverage: Object.fromEntries(together), problems: each.flatMap(({ problems }) => problems) }
}

async function layoutOf({ decks }: Checked, rendererRoot: string): Promise<Problem[]> {
  const browserPath = findInstalledBrowser()
  // What drives a browser takes longer to load than all the rest, so only this check waits for it.
  const { layoutProblems } = await import('../services/export/chromium-layout.ts')
  return layoutProblems(decks, { browserPath, rendererRoot, onUnsandboxed: () => tellUnsandboxed(systemLang()) })
}

function factsOf({ decks }: Checked): DatedFact[] {
  return datedFacts(
    decks.map(({ deck }) => ({ ...deck, file: shownPath(deck.file) })),
    currentDate(),
  )
}
