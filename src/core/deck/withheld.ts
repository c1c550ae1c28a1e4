import type { Problem, Slide } from '../../contract/deck.ts'
import type { ProblemCode } from './problem-texts.ts'

/** Errors that leave a slide as its author meant it, but for a part that is framed, left out or read as it stands. */
const shownDespite: ReadonlySet<string> = new Set<ProblemCode>([
  'bad-code-lines',
  'bad-id',
  'bad-link',
  'bad-value',
  'core-out-of-range',
  'duplicate-id',
  'missing-id',
  'missing-image',
  'missing-key',
  'missing-section',
  'note-step-out-of-range',
  'remote-image',
  'stray-thematic-break',
  'title-missing',
  'unclosed-comment',
  'unclosed-fence',
  'unknown-layout',
  'unknown-question',
])

const withholds = ({ code, severity }: Problem): boolean => severity === 'error' && !shownDespite.has(code)

/** Whether a slide cannot be shown: its block or its picture is not known, or an error has left nothing of it. */
export function isWithheld({ problems, html, scene }: Pick<Slide, 'problems' | 'html' | 'scene'>): boolean {
  const isEmpty = html === '' && scene === null
  return problems.some((problem) => withholds(problem) || (isEmpty && problem.severity === 'error'))
}
