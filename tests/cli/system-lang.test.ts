/** The command line and the browser shell take the same language from the environment. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const unset = { LC_ALL: undefined, LC_MESSAGES: undefined, LANG: undefined, LANGUAGE: undefined }

/** Whether what a built program says about wrong usage is Korean. */
function isKorean(program: string, args: readonly string[], env: Readonly<Record<string, string>>): boolean {
  const file = join(import.meta.dirname, '../../out/main', program)
  const { stderr } = spawnSync(process.execPath, [file, ...args], { env: { ...process.env, ...unset, ...env } })
  expect(String(stderr)).not.toBe('')
  return /[가-힣]/.test(String(stderr))
}

test.each([
  [{ LC_ALL: '', LANG: 'ko_KR.UTF-8' }, true],
  [{ LANG: 'kok_IN' }, false],
  [{ LANGUAGE: 'ko:en', LANG: 'en_US.UTF-8' }, true],
  [{ LC_MESSAGES: 'C', LANGUAGE: 'ko', LANG: 'ko_KR.UTF-8' }, false],
])('by %j both say the same', (env, isInKorean) => {
  expect(isKorean('browser-shell.js', ['--prot'], env)).toBe(isInKorean)
  expect(isKorean('cli.js', ['export', 'nowhere/at-all', '-o', 'x.pdf'], env)).toBe(isInKorean)
})
