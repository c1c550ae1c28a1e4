import { expect, test } from 'vitest'
import { verdictOf } from '../../tools/advisories.ts'

test('what is known against a package is red and names it', () => {
  const report = { vulnerabilities: { evil: { severity: 'high', range: '<2.0.0' } } }
  expect(verdictOf(JSON.stringify(report))).toEqual({ lines: ['evil <2.0.0: high'], isRed: true })
  expect(verdictOf('{"vulnerabilities":{}}').isRed).toBe(false)
  expect(verdictOf('{"vulnerabilities":{}}').lines).toEqual(['nothing is known against any package'])
})

test.each([
  ['{"message":"405 Method Not Allowed","statusCode":405}', '405 Method Not Allowed'],
  ['{"error":{"summary":"network is unreachable"}}', 'network is unreachable'],
  ['', 'npm says nothing'],
])('a registry that does not answer is told, and is no good news: %s', (written, reason) => {
  expect(verdictOf(written)).toEqual({
    lines: [`the registry does not answer, so nothing is known: ${reason}`],
    isRed: false,
  })
})
