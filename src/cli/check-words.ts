/** What `lectern check` prints for people. */
import { langs, type Lang, type Problem } from '../contract/deck.ts'
import { isError, problemCauses, type DatedFact, type ProblemCode } from '../core/deck/index.ts'
import { counted } from '../core/words/counted.ts'
import type { CoverageByLang } from '../services/courses/coverage.ts'
import { languageNames } from '../core/words/language-names.ts'
import { withinLine } from '../services/terminal/print.ts'

/** One line a problem, and a second one for what to write instead. */
export function problemLine({ file, line, column, severity, message, code, fix }: Problem, lang: Lang): string {
  const hint = fix === undefined ? '' : `\n    → ${withinLine(fix[lang])}`
  return `${withinLine(file)}:${line}:${column}  ${severity}  ${withinLine(message[lang])}  (${code})${hint}`
}

/** A problem for programs, in the language that was asked for. */
export const plainProblem = ({ message, fix, ...place }: Problem, lang: Lang) => ({
  ...place,
  message: message[lang],
  ...(fix ? { fix: fix[lang] } : {}),
  ...causeOf(place.code, lang),
})

/** What problems of a code have in common, and what mends all of them, where that is known. */
function causeOf(code: string, lang: Lang): { readonly cause: string; readonly cure?: string } {
  const { name, cure } = problemCauses[code as ProblemCode]
  return { cause: name[lang], ...(cure ? { cure: cure[lang] } : {}) }
}

/** A line a cause of which it is known what mends it wherever it stands, in the order in which they come first. */
export function cureLines(problems: readonly Problem[], lang: Lang): string[] {
  const codes = [...new Set(problems.map(({ code }) => code))]
  return codes.flatMap((code) => {
    const { cause, cure } = causeOf(code, lang)
    return cure === undefined ? [] : [`${code}  ${cause}: ${cure}`]
  })
}

/** A line a fact with its age, and below it where slides say it. */
export function factLines(facts: readonly DatedFact[], lang: Lang): string[] {
  if (facts.length === 0) return [lang === 'ko' ? '날짜가 적힌 사실이 없어요.' : 'No slide states a dated fact.']
  return facts.flatMap(({ id, asOf, ageMonths, source, places }) => [
    `${asOf}  ${lang === 'ko' ? `${ageMonths}개월` : counted(ageMonths, 'month')}  ${withinLine(id)}  ${withinLine(source)}`,
    ...places.map(({ file, line, slide }) => `    ${withinLine(file)}:${line}  ${slide}`),
  ])
}

/** A line a language: how many items and questions there are and how many of them no slide takes up. */
export function coverageLines(coverage: CoverageByLang, lang: Lang): string[] {
  return langs.flatMap((one) => {
    const found = coverage[one]
    if (found === undefined) return []
    const { items, missing, questionsNotAsked } = found
    const name = languageNames[one][lang]
    const [left, silent] = [missing.length, questionsNotAsked.length]
    return lang === 'ko'
      ? `${name}: 가르칠 항목 ${items}개 가운데 ${left}개를 다루지 않고, 질문 ${silent}개를 묻지 않아요.`
      : `${name}: ${left} of ${counted(items, 'item')} not covered, ${counted(silent, 'question')} not asked`
  })
}

export const fixedLine = (file: string, lang: Lang): string =>
  lang === 'ko' ? `슬라이드의 id를 적었어요: ${file}` : `Wrote the ids of slides into ${file}`

export function summaryLine(
  counts: { readonly decks: number; readonly slides: number; readonly questions: number },
  problems: readonly Problem[],
  lang: Lang,
): string {
  const { decks, slides, questions } = counts
  const errors = problems.filter(isError).length
  const warnings = problems.length - errors
  if (lang === 'ko') {
    return `덱 ${decks}개, 슬라이드 ${slides}장, 질문 ${questions}개를 확인했어요: 오류 ${errors}개, 경고 ${warnings}개`
  }
  const looked = [counted(decks, 'deck'), counted(slides, 'slide'), counted(questions, 'question')].join(', ')
  return `Checked ${looked}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
}
