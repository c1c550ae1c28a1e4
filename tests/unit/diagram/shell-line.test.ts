import { expect, test } from 'vitest'
import { shellLine } from '../../../src/core/diagram/shell-line.ts'
import { pictureThemes } from './rough.ts'

const { light } = pictureThemes
const runs = (text: string) =>
  shellLine(text, light).map((run) => [
    run.text,
    run.ink === light.ink ? 'ink' : run.ink === light.soft ? 'soft' : '?',
    run.mono,
  ])

test.each(['$ ', 'PS> '])('a command after %sis set apart from its prompt', (prompt) => {
  expect(runs(`${prompt}docker run $ x`)).toEqual([
    [prompt, 'soft', true],
    ['docker run $ x', 'ink', true],
  ])
})

test('an answer is as the program wrote it, a remark is not', () => {
  expect(runs('hello $ world')).toEqual([['hello $ world', 'soft', true]])
  expect(runs('$no prompt')).toEqual([['$no prompt', 'soft', true]])
  expect(runs('(nothing is printed)')).toEqual([['(nothing is printed)', 'soft', false]])
})
