import { expect, it } from 'vitest'
import { problemTexts } from '../../../src/core/deck/problem-texts.ts'
import { isWithheld } from '../../../src/core/deck/withheld.ts'
import { slideOf } from './deck-of.ts'

const isShown = (keys: string, body: string): boolean => !isWithheld(slideOf(keys, `\n${body}\n`).slide)

it.each([
  ['a misspelt key', 'secnds: 5', '## T\n\nx'],
  ['a bad value', 'seconds: soon', '## T\n\nx'],
  ['an unknown layout', 'layout: colums', '## T\n\nx'],
  ['a misspelt picture key', 'layout: diagram\ndiagrm: isolation', '## T\n\nx'],
  ['an image from elsewhere', '', '## T\n\n![x](https://a.b/c.png)'],
  ['a link to no slide', '', '## T\n\n[x](#nowhere)'],
  ['no heading', '', 'x'],
  ['a rule', '', '## T\n\nx\n\n---\n'],
  ['an open fence', '', '## T\n\n```sh\nx'],
  ['lines that the code has not', '', '## T\n\n```sh {3}\nx\n```'],
  ['a step that is not there in the notes', '', '## T\n\nx\n\n<!--\n[4] x\n-->'],
  ['a myth without its truth', 'layout: myth', '## T\n\n### Myth\n\nx'],
])('a slide is shown despite %s', (_, keys, body) => {
  expect(isShown(keys, body)).toBe(true)
})

it.each([
  ['its block cannot be read', 'title: [a', '## T\n\nx'],
  ['its picture is unknown', 'diagram: isolatio', '## T\n\nx'],
  ['a step of its picture is unknown', 'diagram: isolation\nat: IS-9', '## T'],
  ['its steps leave the picture', 'diagram: isolation\nsteps: IS-2..IS-1', '## T'],
  ['an error leaves nothing of it', 'layout: diagram', '## T'],
])('a slide is withheld where %s', (_, keys, body) => {
  expect(isShown(keys, body)).toBe(false)
})

it('a slide without errors is shown, even an empty one', () => {
  expect(isShown('', '## T')).toBe(true)
})

it('of all that can be wrong, this leaves a slide as it was meant', () => {
  const { problems } = slideOf('seconds: soon', '\n## T\n').slide
  expect(problems).toHaveLength(1)
  const isSeen = (code: string): boolean =>
    !isWithheld({ problems: problems.map((one) => ({ ...one, code, severity: 'error' })), html: 'x', scene: null })
  expect(Object.keys(problemTexts).filter(isSeen).sort().join(' ')).toBe(
    'bad-code-lines bad-id bad-link bad-value core-out-of-range duplicate-id missing-id missing-image missing-key ' +
      'missing-section note-step-out-of-range remote-image stray-thematic-break title-missing unclosed-comment ' +
      'unclosed-fence unknown-layout unknown-question',
  )
})
