import { fake, Failed } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ExportProgress } from '../../../src/contract/library.ts'
import { openExport, openLibrary } from './open-library.ts'

const deck = { course: 'docker', name: '01-docker-and-vm', lang: 'ko' }
const news = (more: Partial<ExportProgress>): void =>
  fake.tell('export:progress', { job: 'job-1', phase: 'printing', done: 0, total: 29, ...more })

async function startExport() {
  const screen = await openLibrary(undefined, () => fake.when('export:start', () => ({ job: 'job-1' })))
  await openExport(screen)
  await screen.getByRole('button', { name: '내보내기' }).click()
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  return screen
}

describe('exporting', () => {
  test('asks how, telling how many pages each way gives, and starts by keyboard alone', async () => {
    const screen = await openLibrary(undefined, () => fake.when('export:start', () => ({ job: 'job-1' })))
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    await userEvent.keyboard('{Control>}p{/Control}')
    const every = screen.getByRole('radio', { name: /단계마다 한 쪽/ })
    await expect.element(every).toHaveAccessibleName(/29쪽$/)
    await expect.element(screen.getByRole('radio', { name: /슬라이드마다 한 쪽/ })).toHaveAccessibleName(/13쪽$/)
    expect(document.activeElement).toBe(every.element())
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(screen.getByRole('radio', { name: /슬라이드마다 한 쪽/ })).toBeChecked()
    await userEvent.keyboard('{Tab}{ArrowRight}{Enter}')
    await expect
      .poll(() => fake.payloads('export:start'))
      .toEqual([{ deck, options: { theme: 'dark', steps: 'final', glossary: false } }])
  })

  test('shows the pages done of all, and the file at the end', async () => {
    const screen = await startExport()
    news({ done: 17 })
    const tray = screen.getByRole('region', { name: '내보내기' })
    await expect.element(tray).toMatchTextContent('전체 29쪽 중 17쪽')
    await expect.element(tray.getByRole('progressbar')).toHaveAttribute('value', '17')
    news({ phase: 'done', done: 29, file: '/home/me/docker.pdf' })
    await expect.element(tray).toMatchTextContent('/home/me/docker.pdf')
    await expect.element(screen.getByRole('status')).toMatchTextContent('PDF를 만들었어요')
    await tray.getByRole('button', { name: '파일 보기' }).click()
    expect(fake.payloads('export:reveal')).toEqual([{ job: 'job-1' }])
    await tray.getByRole('button', { name: '알림 닫기' }).click()
    await expect.element(tray).not.toBeInTheDocument()
  })

  test('lists what the file does not show as it was meant, and nothing where there is nothing', async () => {
    const screen = await startExport()
    const message = { ko: '"표" 슬라이드의 본문이 자리를 벗어나요.', en: 'The body overflows.' }
    const problem = { file: 'a.ko.md', line: 3, column: 1, code: 'overflow', severity: 'error', message } as const
    news({ phase: 'done', done: 29, file: '/home/me/docker.pdf', problems: [problem, problem] })
    const told = screen.getByText('그대로 싣지 못한 곳 2')
    await told.click()
    expect(
      screen
        .getByRole('listitem')
        .all()
        .filter((one) => one.element().textContent === message.ko),
    ).toHaveLength(2)
    news({ phase: 'done', done: 29, file: '/home/me/docker.pdf', problems: [] })
  })

  test('keeps photos in full size where that is asked for, and tells what was scaled else', async () => {
    const screen = await openLibrary(undefined, () => fake.when('export:start', () => ({ job: 'job-1' })))
    await openExport(screen)
    await screen.getByRole('checkbox', { name: '사진을 줄이지 않고 원래 크기로 담기' }).click()
    await screen.getByRole('button', { name: '내보내기' }).click()
    await expect
      .poll(() => fake.payloads('export:start'))
      .toEqual([{ deck, options: { theme: 'light', steps: 'all', glossary: false, fullSize: true } }])
    const tray = screen.getByRole('region', { name: '내보내기' })
    news({ phase: 'done', done: 29, file: '/home/me/docker.pdf' })
    await expect.element(tray).not.toMatchTextContent('줄였어요')
    await openExport(screen)
    await screen.getByRole('button', { name: '내보내기' }).click()
    news({
      ...{ phase: 'done', done: 29, file: '/home/me/docker.pdf' },
      scaled: { pictures: 3, before: 33_100_000, after: 2_400_000 },
    })
    await expect.element(tray).toMatchTextContent('사진 3장을 인쇄에 맞게 줄였어요: 33.1 MB → 2.40 MB')
  })

  test('gives a link where the shell saves no files', async () => {
    const screen = await startExport()
    news({ phase: 'done', done: 29, file: '/tmp/lectern-x/docker.pdf', href: '/exports/job-1/docker.pdf' })
    const link = screen.getByRole('link', { name: 'PDF 받기' })
    await expect.element(link).toHaveAttribute('href', '/exports/job-1/docker.pdf')
    await expect.element(link).toHaveAttribute('download')
    // It waits where nobody looks.
    expect(screen.getByText('/tmp/', { exact: false }).query()).toBeNull()
  })

  test('is cancelled', async () => {
    const screen = await startExport()
    news({ done: 3 })
    await screen.getByRole('button', { name: '내보내기 취소: 도커와 VM' }).click()
    expect(fake.payloads('export:cancel')).toEqual([{ job: 'job-1' }])
    news({ phase: 'cancelled' })
    await expect.element(screen.getByRole('region', { name: '내보내기' })).toMatchTextContent('내보내기를 취소했어요')
    await expect.element(screen.getByRole('progressbar')).not.toBeInTheDocument()
    news({ done: 4 })
    await expect.element(screen.getByRole('region', { name: '내보내기' })).toMatchTextContent('내보내기를 취소했어요')
  })

  test('says why it failed', async () => {
    const screen = await startExport()
    news({ phase: 'failed', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } })
    await expect.element(screen.getByRole('region', { name: '내보내기' })).toMatchTextContent('디스크가 가득 찼어요.')
  })

  test('keeps the dialog and its choices where it cannot begin', async () => {
    const screen = await openLibrary(undefined, () =>
      fake.when('export:start', () => {
        throw new Failed({ code: 'cannot-write', message: { ko: '쓸 수 없는 곳이에요.', en: 'Cannot write there.' } })
      }),
    )
    await openExport(screen)
    await screen.getByRole('radio', { name: '어둡게' }).click()
    await screen.getByRole('button', { name: '내보내기' }).click()
    const dialog = screen.getByRole('dialog', { name: 'PDF 내보내기' })
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('쓸 수 없는 곳이에요.')
    await expect.element(dialog.getByRole('radio', { name: '어둡게' })).toBeChecked()
    // Asked once more, it says nothing of before meanwhile, and is asked once.
    const answered = Promise.withResolvers<null>()
    fake.when('export:start', () => answered.promise)
    const start = dialog.getByRole('button', { name: '내보내기' })
    await start.click()
    await expect.element(start).toBeDisabled()
    await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument()
    answered.resolve(null)
    await expect.element(start).toBeEnabled()
    expect(fake.payloads('export:start')).toHaveLength(2)
  })

  test('goes nowhere when the save dialog is cancelled', async () => {
    const screen = await openLibrary()
    await openExport(screen)
    await screen.getByRole('button', { name: '내보내기' }).click()
    await expect.poll(() => fake.payloads('export:start')).toHaveLength(1)
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    await expect.element(screen.getByRole('region', { name: '내보내기' })).not.toBeInTheDocument()
  })

  test('says so where nothing can be printed', async () => {
    const reason = { ko: 'Chrome이나 Edge를 설치해 주세요.', en: 'Install Chrome or Edge.' }
    const screen = await openLibrary(
      undefined,
      () => (fake.features = { ...fake.features, printing: { ok: false, reason } }),
    )
    await openExport(screen)
    await expect.element(screen.getByRole('dialog')).toMatchTextContent(reason.ko)
    await expect.element(screen.getByRole('button', { name: '내보내기' })).not.toBeInTheDocument()
  })

  test('takes news that comes before the job is known', async () => {
    const screen = await openLibrary(undefined, () =>
      fake.when('export:start', () => {
        news({ phase: 'done', done: 29, file: '/home/me/quick.pdf' })
        return { job: 'job-1' }
      }),
    )
    await openExport(screen)
    await screen.getByRole('button', { name: '내보내기' }).click()
    await expect.element(screen.getByText('/home/me/quick.pdf')).toBeVisible()
  })

  test('counts no pages before it knows how many there are, nor once they are written down', async () => {
    const screen = await startExport()
    const tray = screen.getByRole('region', { name: '내보내기' })
    const count = () => tray.element().querySelector('.count')?.textContent
    await expect.element(tray).toBeVisible()
    expect(count()).toBe('')
    news({ done: 29, total: 29 })
    await expect.poll(count).toBe('전체 29쪽 중 29쪽')
    news({ phase: 'writing', done: 29, total: 29 })
    await expect.poll(count).toBe('')
  })

  test('of another window is not shown here, nor is one that was begun before', async () => {
    const screen = await startExport()
    const tray = screen.getByRole('region', { name: '내보내기' })
    news({ job: 'job-2', done: 5 })
    expect(tray.getByRole('article').elements()).toHaveLength(1)
    fake.when('export:start', () => ({ job: 'job-3' }))
    await openExport(screen)
    await screen.getByRole('button', { name: '내보내기', exact: true }).click()
    await expect.poll(() => tray.getByRole('article').elements().length).toBe(2)
    news({ job: 'job-3', phase: 'failed', message: { ko: '안 됐어요.', en: 'No.' } })
    await expect.element(tray.getByRole('article').nth(1)).toMatchTextContent('안 됐어요.')
    await tray.getByRole('article').nth(1).getByRole('button', { name: '알림 닫기' }).click()
    await expect.poll(() => tray.getByRole('article').elements().length).toBe(1)
    await expect.element(tray.getByRole('button', { name: '내보내기 취소: 도커와 VM' })).toBeVisible()
  })

  test('gives the focus back to the button that asked', async () => {
    const screen = await openLibrary()
    await openExport(screen)
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
    expect(document.activeElement).toBe(
      screen
        .getByRole('button', { name: /^더 보기/ })
        .first()
        .element(),
    )
  })
})
