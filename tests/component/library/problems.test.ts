import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ProblemCause, ProblemRow } from '../../../src/contract/problems.ts'
import { complaints } from '../review/open-view.ts'
import { fake, Failed } from './fake-shell.ts'
import { openLibrary } from './open-library.ts'
import { causesOf, courseOf, deckOf, libraryOf, missingScene, noNotes, noProblems } from './sample-library.ts'

type Screen = Awaited<ReturnType<typeof openLibrary>>

const row = (line: number, more: Partial<ProblemRow> = {}): ProblemRow => ({
  file: '/home/me/talks/seminar.md',
  line,
  column: 9,
  message: { ko: `${line}행의 레이아웃을 몰라요.`, en: `Unknown layout in line ${line}.` },
  excerpt: { before: 'layout: ', marked: 'lead', after: ' # big' },
  ...more,
})
const layouts = (rows: readonly ProblemRow[]): ProblemCause => ({
  code: 'unknown-layout',
  severity: 'error',
  name: { ko: '모르는 레이아웃', en: 'Unknown layout' },
  cure: { ko: '`title`이나 `content`를 쓰세요.', en: 'Write `title` or `content`.' },
  rows,
})
const untranslated: ProblemCause = {
  code: 'missing-translation',
  severity: 'warning',
  name: { ko: '번역이 없음', en: 'No translation' },
  rows: [row(1, { message: { ko: '영어 쪽이 없어요.', en: 'No English.' } }), row(2)],
}

async function openList(causes: readonly ProblemCause[]): Promise<Screen> {
  const screen = await openLibrary(undefined, () => fake.when('problems:read', () => causes))
  await screen.getByRole('button', { name: '고칠 곳 1' }).click()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  return screen
}
const inDialog = (screen: Screen) => screen.getByRole('dialog')

describe('the list of problems', () => {
  test('is of the deck whose sign was pressed', async () => {
    const screen = await openList(causesOf(missingScene, noNotes))
    await expect.element(screen.getByRole('dialog', { name: '고칠 곳: 격리의 원리' })).toBeVisible()
    expect(fake.payloads('problems:read')).toContainEqual({
      course: 'docker',
      deck: { course: 'docker', name: '02-isolation', lang: 'ko' },
    })
  })

  test('counts errors in its title and tells apart what is only good to know', async () => {
    const dialog = inDialog(await openList([layouts([row(12), row(47)]), untranslated]))
    await expect.element(dialog.getByRole('heading', { level: 2 })).toMatchTextContent('고칠 곳 2 격리의 원리')
    await expect.element(dialog.getByRole('group', { name: '고쳐야 보이는 것 2' }).getByRole('radio')).toBeChecked()
    await expect
      .element(dialog.getByRole('group', { name: '알아 두면 좋은 것 2' }).getByRole('radio', { name: /번역이 없음/ }))
      .not.toBeChecked()
  })

  test('says first what is good to know where nothing is wrong', async () => {
    const dialog = inDialog(await openList([untranslated]))
    await expect.element(dialog.getByRole('heading', { level: 2 })).toMatchTextContent('알아 두면 좋은 것 2')
  })

  test('has the cure once, and a row for each place with the word that is meant', async () => {
    const dialog = inDialog(await openList([layouts([row(12), row(47)])]))
    await expect.element(dialog.getByText(/^title이나 content를 쓰세요/)).toBeVisible()
    const rows = dialog.getByRole('listitem')
    await expect.element(rows.first()).toMatchTextContent('seminar.md:12')
    await expect.element(rows.first()).not.toMatchTextContent('/home/me')
    await expect
      .element(
        rows
          .first()
          .getByTitle(/^\/home\/me\/talks\/seminar\.md/)
          .first(),
      )
      .toBeVisible()
    await expect.element(rows.first()).toMatchTextContent('12행의 레이아웃을 몰라요.')
    expect(rows.first().element().querySelector('mark')?.textContent).toBe('lead')
    await expect.element(rows.nth(1)).toMatchTextContent('seminar.md:47')
  })

  test('says what to write instead once for places in a row that want the same', async () => {
    const fix = (text: string) => ({ fix: { ko: text, en: text } })
    const dialog = inDialog(
      await openList([layouts([row(1, fix('title')), row(2, fix('title')), row(3, fix('code')), row(4)])]),
    )
    const said = dialog
      .getByRole('listitem')
      .elements()
      .map((one) => one.querySelector('.fix')?.textContent ?? null)
    expect(said).toEqual(['고치는 법 title', null, '고치는 법 code', null])
  })

  test('says nothing in a row that stands above all rows', async () => {
    const cause = layouts([])
    const dialog = inDialog(
      await openList([{ ...cause, rows: [row(1, { fix: cause.cure ?? { ko: '', en: '' } }), row(2)] }]),
    )
    await expect.element(dialog.getByRole('listitem').first()).toBeVisible()
    expect(dialog.element().querySelector('.cure')?.textContent).toContain('쓰세요')
    expect(dialog.element().querySelector('.fix')).toBeNull()
  })

  test('changes to another cause by the arrow keys', async () => {
    const dialog = inDialog(await openList([layouts([row(12)]), untranslated]))
    await expect.element(dialog.getByRole('radio', { name: /레이아웃/ })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(dialog.getByRole('heading', { level: 3 })).toMatchTextContent('번역이 없음 2')
    await expect.element(dialog.getByText('영어 쪽이 없어요.')).toBeVisible()
  })

  test('follows as files are mended, and stays at its cause', async () => {
    let causes: readonly ProblemCause[] = [layouts([row(12), row(47)]), untranslated]
    const dialog = inDialog(await openList(causes))
    fake.when('problems:read', () => causes)
    await dialog.getByText('번역이 없음').click()
    causes = [layouts([row(12)]), untranslated]
    fake.change(libraryOf())
    await expect.element(dialog.getByRole('heading', { level: 2 })).toMatchTextContent('고칠 곳 1')
    await expect.element(dialog.getByRole('heading', { level: 3 })).toMatchTextContent('번역이 없음')
    causes = []
    fake.change(libraryOf({ courses: [courseOf({ decks: [deckOf('01-docker-and-vm', '도커와 VM')] })] }))
    await expect.element(dialog.getByText('모두 고쳤어요.')).toBeVisible()
  })

  test('shows the newest answer where an older one comes late', async () => {
    const answers: ((causes: readonly ProblemCause[]) => void)[] = []
    const screen = await openLibrary(undefined, () =>
      fake.when('problems:read', () => new Promise((settle) => answers.push(settle))),
    )
    await screen.getByRole('button', { name: '고칠 곳 1' }).click()
    await expect.poll(() => answers.length).toBe(1)
    fake.change(libraryOf())
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.([layouts([row(7)])])
    await expect.element(inDialog(screen).getByText('seminar.md:7')).toBeVisible()
    answers[0]?.([layouts([row(1)])])
    await new Promise((settle) => setTimeout(settle))
    await expect.element(inDialog(screen).getByText('seminar.md:7')).toBeVisible()
  })

  test('opens a place in the editor, and says where it could not', async () => {
    const dialog = inDialog(await openList([layouts([row(12), row(47)])]))
    await dialog.getByRole('button', { name: '편집기로 열기: seminar.md 47행' }).click()
    const asked = { course: 'docker', file: '/home/me/talks/seminar.md', line: 47, column: 9 }
    expect(fake.payloads('problems:open')).toEqual([asked])
    fake.when('problems:open', () => {
      throw new Failed({ code: 'not-found', message: { ko: '편집기를 찾지 못했어요.', en: 'No editor.' } })
    })
    await dialog.getByRole('button', { name: '편집기로 열기: seminar.md 12행' }).click()
    await expect.element(dialog.getByText('편집기를 찾지 못했어요.')).toBeVisible()
  })

  test('says why it cannot be read', async () => {
    const screen = await openLibrary(undefined, () =>
      fake.when('problems:read', () => {
        throw new Failed({ code: 'not-found', message: { ko: '이 강의는 닫혔어요.', en: 'Closed.' } })
      }),
    )
    await screen.getByRole('button', { name: '고칠 곳 1' }).click()
    await expect.element(inDialog(screen).getByText('이 강의는 닫혔어요.')).toBeVisible()
  })

  test('of fifteen thousand keeps only those in sight in the page, and reaches the last', async () => {
    const many = Array.from({ length: 15_000 }, (_, index) => row(index + 1))
    const dialog = inDialog(await openList([layouts(many)]))
    await expect.element(dialog.getByText('seminar.md:1', { exact: true })).toBeVisible()
    const rows = dialog.getByRole('listitem')
    expect(rows.elements().length).toBeLessThan(40)
    await expect.element(rows.first()).toHaveAttribute('aria-setsize', '15000')
    const box = dialog.element().querySelector('.rows')
    await expect
      .poll(() => {
        if (box) box.scrollTop = box.scrollHeight
        return dialog.getByText('seminar.md:15000', { exact: true }).elements().length
      })
      .toBe(1)
    expect(rows.elements().length).toBeLessThan(40)
  })

  test('a deck with nothing but what is good to know has no sign on its tile', async () => {
    const decks = [deckOf('01', '하나', 'ko', { problems: { errors: 0, warnings: 4, first: [noNotes] } })]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }))
    await expect.element(screen.getByRole('region', { name: '알아 두면 좋은 것 4' })).toBeVisible()
    expect(screen.getByRole('button', { name: /^고칠 곳/ }).elements()).toHaveLength(0)
    fake.change(libraryOf({ courses: [courseOf({ decks: [deckOf('01', '하나')], problems: noProblems })] }))
    await expect.element(screen.getByRole('region', { name: '알아 두면 좋은 것 4' })).not.toBeInTheDocument()
  })

  test.each(['light', 'dark', 'contrast'] as const)('pleases axe in %s', async (theme) => {
    const screen = await openLibrary(undefined, () => {
      fake.settings = { ...fake.settings, theme }
      fake.when('problems:read', () => [layouts([row(12), row(47)]), untranslated])
    })
    await screen.getByRole('button', { name: '고칠 곳 1' }).click()
    await expect.element(inDialog(screen).getByText('seminar.md:47')).toBeVisible()
    expect(await complaints()).toEqual([])
  })
})
