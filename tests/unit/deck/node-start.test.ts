import { expect, test } from 'vitest'
import { nodeStart } from '../../../src/core/deck/node-start.ts'

test('what stands nowhere is said to be at the beginning', () => {
  expect(nodeStart({ position: { start: { line: 3, column: 7 } } })).toEqual({ line: 3, column: 7 })
  expect(nodeStart({})).toEqual({ line: 1, column: 1 })
  expect(nodeStart({ position: undefined })).toEqual({ line: 1, column: 1 })
})
