import { LecternError } from '../../contract/failure.ts'

/**
 * The clock of a shell in milliseconds since 1970: the system's, or one that begins now at the moment that `LECTERN_NOW`
 * names. Throws like `now`.
 */
export function clock(env: Readonly<Record<string, string | undefined>> = process.env): () => number {
  if (!env['LECTERN_NOW']) return Date.now
  const [begin, startedAt] = [currentDate(env).getTime(), performance.now()]
  return () => begin + Math.round(performance.now() - startedAt)
}

/**
 * The present moment, or the one that `LECTERN_NOW` names (`2026-11-24` or `2026-11-24T09:00:00Z`).
 * Throws the `LecternError` `bad-request` where that is no date.
 */
export function currentDate(env: Readonly<Record<string, string | undefined>> = process.env): Date {
  const named = env['LECTERN_NOW']
  if (named === undefined || named === '') return new Date()
  const date = new Date(named)
  if (Number.isNaN(date.getTime())) {
    throw new LecternError('bad-request', {
      ko: `LECTERN_NOW를 날짜로 읽을 수 없어요: ${named}. 2026-11-24처럼 적어 주세요.`,
      en: `LECTERN_NOW is not a date: ${named}. Write it like 2026-11-24.`,
    })
  }
  return date
}
