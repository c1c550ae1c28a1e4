import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { built } from './app/process.ts'
import { expect, notIn, test } from './fixtures.ts'

test.use({ ownShell: true })

notIn(
  ['browser', 'electron'],
  'a browser has no dock, and of Electron it is seen by hand: docs/electron-checklist.md',
  () => {
    test('the dock shows how many questions are due, and the library too', async ({ app }) => {
      await expect.poll(() => app.stdout()).toContain('badge 0')
      await app.restart([], { LECTERN_NOW: '2026-12-01T12:00:00+09:00' }, async () => {
        const env = { ...process.env, LECTERN_HOME: app.home, LECTERN_NOW: '2026-11-24T12:00:00+09:00' }
        const answer = ['review', '--answer', 'q-docker-vs-vm', '--points', 'hit,hit,hit,hit,hit,half']
        await promisify(execFile)(process.execPath, [join(built, 'main', 'cli.js'), ...answer], { env })
      })
      await expect.poll(() => app.stdout()).toContain('badge 1')
      await expect(app.library.getByText(/^복습 1 · /)).toBeVisible()
    })
  },
)
