import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { smallCourse } from './app/courses.ts'
import { expectShown } from './app/windows.ts'
import { expect, notIn, test } from './fixtures.ts'

const say = libraryWords.ko

test('what is wrong with files is said where it is, and everything else works', async ({ app }) => {
  const folder = await app.folder({
    ...smallCourse,
    '02-second.ko.md': Uint8Array.from([0x23, 0x20, 0xb5, 0xa5, 0x0a]),
    '03-scene.ko.md':
      '---\ntitle: 셋째 덱\nlang: ko\ncover: false\n---\n\n---\nid: a\nlayout: diagram\ndiagram: no-such-scene\n---\n\n## 그림\n\n---\nid: b\nlayout: content\n---\n\n## 글\n\n글\n',
    '04-yaml.ko.md': '---\ntitle: [넷째\n---\n\n---\nid: a\n---\n\n## 글\n',
    'course.yaml': 'title: {ko: 망가진 강의, en: Broken course}\ndecks: [01-first, 02-second, 03-scene, 04-yaml]\n',
  })
  await app.ask('library:open', { folder })
  await app.library.getByRole('button', { name: '망가진 강의' }).click()

  const problems = app.library.getByRole('button', { name: say.problemsAll })
  await problems.click()
  const dialog = app.library.getByRole('dialog')
  for (const [cause, place] of [
    [/UTF-8이 아닌/, /02-second\.ko\.md:\d+/],
    [/모르는 그림/, /03-scene\.ko\.md:\d+/],
    [/YAML/, /04-yaml\.ko\.md:\d+/],
  ] as const) {
    await dialog.getByRole('radio', { name: cause }).first().check({ force: true })
    await expect(dialog.getByText(place).first()).toBeVisible()
  }
  await dialog.getByRole('radio', { name: /모르는 그림/ }).check({ force: true })
  await expect(dialog.locator('mark', { hasText: 'no-such-scene' })).toBeVisible()
  expect(await dialog.textContent()).not.toMatch(/\bat .*\.(js|ts):\d+/)
  await app.library.keyboard.press('Escape')

  const { deck, presenter } = await app.present('셋째 덱')
  await expectShown('a', 1, deck, presenter)
  await deck.keyboard.press('PageDown')
  await expectShown('b', 1, deck, presenter)
})

test('a folder that is not there, or has no decks, is a sentence', async ({ app }) => {
  const empty = await app.folder({ 'read.txt': 'nothing' })
  for (const [folder, code] of [
    ['/no/such/folder', 'not-found'],
    [empty, 'no-decks'],
    [join(empty, 'read.txt'), 'not-a-folder'],
  ]) {
    const { failure } = await app.ask('library:open', { folder })
    expect([folder, failure?.code]).toEqual([folder, code])
  }
})

test('a damaged file of ours is kept aside, named, and never fatal', async ({ app }) => {
  await app.ask('settings:write', { theme: 'dark' })
  await app.restart([], {}, () => writeFile(join(app.home, 'settings.json'), '{"theme": "da'))
  await expect(app.library.getByText(say.keptAside(1))).toBeVisible()
  const names = await readdir(app.home)
  const aside = names.find((name) => name.startsWith('settings') && name !== 'settings.json') ?? 'none'
  await expect(app.library.getByText(aside)).toBeVisible()
  await app.ask('settings:write', { theme: 'dark' })
  await app.restart()
  await expect(app.library.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(app.library.getByText(say.keptAside(1))).toBeHidden()
})

test('a start with a folder that is not there says so and shows no stack trace, unless asked', async ({ app }) => {
  await app.stop()
  const quiet = app.startAnother(['/no/such/folder'])
  if (app.kind === 'browser') expect(await quiet.ended).toBe(1)
  else await expect.poll(() => quiet.stderr()).not.toBe('')
  expect(quiet.stderr().trim().split('\n')).toEqual([expect.stringMatching(/^Lectern: .*\/no\/such\/folder/)])
  await quiet.end()
  const verbose = app.startAnother(['/no/such/folder', '--verbose'])
  await expect.poll(() => verbose.stderr()).toMatch(/\n {4}at /)
  await verbose.end()
})

notIn(['stand-in', 'electron'], 'the others have no port', () => {
  test('a port in use, or one that is none, is a sentence', async ({ app }) => {
    const { port } = new URL(app.library.url())
    const taken = app.startAnother(['--port', port], { LECTERN_HOME: `${app.home}-other` })
    expect(await taken.ended).toBe(1)
    expect(taken.stderr().trim()).toBe(
      `Lectern: ${port}번 포트는 다른 프로그램이 쓰고 있어요. 다른 번호를 주거나 --port 없이 실행해 주세요.`,
    )
    const nonsense = app.startAnother(['--port', 'eighty'], { LECTERN_HOME: `${app.home}-other` })
    expect(await nonsense.ended).toBe(2)
    expect(nonsense.stderr()).toContain('사용법')
  })
})

notIn(['stand-in', 'electron'], 'Electron ends by its own rules', () => {
  test('a signal ends it cleanly', async ({ app }) => {
    test.skip(process.platform === 'win32', 'there are no signals')
    await app.stop()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const running = app.startAnother([])
      await running.line(/^http:/)
      running.child.kill(signal)
      expect([signal, await running.ended]).toEqual([signal, 0])
      expect(running.stderr()).toBe('')
      expect(await readdir(app.home)).not.toContain('lock')
    }
  })
})

test('--help tells how Lectern is called and opens nothing', async ({ app }) => {
  await app.stop()
  const asked = app.startAnother(['--help'])
  expect(await asked.ended).toBe(0)
  expect([await asked.line(/^사용법: /), asked.stderr()]).toEqual([expect.stringContaining('[폴더] [--gallery]'), ''])
})
