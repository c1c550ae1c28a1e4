import { describe, expect, it } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { isMissing, readFailure, writeFailure } from '../../../src/services/disk/disk-errors.ts'

const systemError = (code: unknown): Error => Object.assign(new Error('refused'), { code })
const odd = [systemError('EIO'), systemError(2), new Error('no code'), { code: 'ENOSPC' }, 'ENOENT', null]

describe('an error of the disk', () => {
  it.each(['ENOENT', 'ENOTDIR'])('%s says that something is not there, and no other does', (code) => {
    expect(isMissing(systemError(code))).toBe(true)
    expect(odd.map(isMissing)).toEqual(odd.map(() => false))
  })

  it('of a write is one of a full disk, of a quota too, or one that may have many reasons', () => {
    const codeOf = (error: unknown): string => writeFailure(error, '/a/b').failure.code
    expect(['ENOSPC', 'EDQUOT'].map((code) => codeOf(systemError(code)))).toEqual(['disk-full', 'disk-full'])
    expect(odd.map(codeOf)).toEqual(odd.map(() => 'cannot-write'))
  })

  it('of a read says what is wrong with the path', () => {
    const codeOf = (error: unknown): string => readFailure(error, '/a/b').failure.code
    expect(['ENOENT', 'ENOTDIR'].map((code) => codeOf(systemError(code)))).toEqual(['not-found', 'not-a-folder'])
    expect(odd.map(codeOf)).toEqual(odd.map(() => 'unreadable'))
  })

  it.each([writeFailure, readFailure])('names the path in both languages and keeps what it came from', (failureOf) => {
    for (const cause of [...['ENOSPC', 'ENOENT', 'ENOTDIR'].map(systemError), new Error('any')]) {
      const { failure, cause: kept } = failureOf(cause, '/a/b')
      expect(kept).toBe(cause)
      for (const text of Object.values(failure.message)) expect(text).toContain('/a/b')
    }
  })

  it('that is told already passes through', () => {
    const told = new LecternError('busy', { ko: '바빠요.', en: 'Busy.' })
    expect([writeFailure(told, '/a'), readFailure(told, '/a')]).toEqual([told, told])
    expect(writeFailure(told, '/a')).toBe(told)
    expect(readFailure(told, '/a')).toBe(told)
  })
})
