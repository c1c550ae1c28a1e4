import { expect, it } from 'vitest'
import { shortenedCommand } from '../../../src/core/diagram/parts/shortened-command.ts'
import { shortened } from '../../../src/core/diagram/parts/shortened.ts'
import { Pen } from '../../../src/core/diagram/pen.ts'
import { view } from './rough.ts'

/** Every letter of the fixed face is as wide as this. */
const pen = new Pen({ ...view(), measure: (text) => Array.from(text).length / 2 })
const letters = (count: number, size = 16): number => (count * size) / 2

it('shortens a line letter by letter, without a space before the ellipsis', () => {
  expect(shortened(pen, 'docker pull web', letters(15))).toBe('docker pull web')
  expect(shortened(pen, 'docker pull web', letters(14))).toBe('docker pull w…')
  expect(shortened(pen, 'docker pull web', letters(8))).toBe('docker…')
  expect(shortened(pen, 'docker pull web', letters(8), { size: 32 })).toBe('doc…')
  expect(shortened(pen, 'docker', 0)).toBe('…')
})

it('shortens a command word by word, down to its first word', () => {
  expect(shortenedCommand(pen, 'docker pull web', letters(15))).toBe('docker pull web')
  expect(shortenedCommand(pen, 'docker pull web', letters(14))).toBe('docker pull …')
  expect(shortenedCommand(pen, 'docker pull web', letters(14), 17)).toBe('docker pull …')
  expect(shortenedCommand(pen, 'docker pull web', letters(12))).toBe('docker')
  expect(shortenedCommand(pen, 'docker pull web', letters(3))).toBe('docker')
})
