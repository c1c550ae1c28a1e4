import { langs, type Deck, type Problem } from '../../contract/deck.ts'
import { problem } from '../../core/deck/index.ts'
import { askedSteps } from '../../core/scenes/asks.ts'

/**
 * Where a course asks what it has asked before: who has seen the answer cannot predict it. A language is a course of
 * its own here.
 * @param decks in the order in which they are presented
 */
export function repeatedPredictions(decks: readonly Deck[]): Problem[] {
  return langs.flatMap((lang) => {
    const asked = new Map<string, string>()
    return decks
      .filter(({ ref }) => ref.lang === lang)
      .flatMap(({ ref, file, slides }) =>
        slides.flatMap(({ id, line, scene }) =>
          (scene ? askedSteps(scene).map((step) => scene.steps[step - 1] ?? '') : []).flatMap((step) => {
            const before = asked.get(step)
            if (before !== undefined) return [problem(file, { line, column: 1 }, 'repeated-prediction', step, before)]
            asked.set(step, `${ref.name}#${id}`)
            return []
          }),
        ),
      )
  })
}
