import { fake, Failed } from '../library/fake-shell.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { BackupEntry } from '../../../src/contract/review-view.ts'
import HistoryDialog from '../../../src/renderer/review/files/HistoryDialog.svelte'
import { complaints, readyShell } from './open-view.ts'

const at = (minute: number): number => new Date(2026, 10, 24, 9, minute).getTime()
const backupsOf = (count: number): readonly BackupEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `backup-${index}.zip`,
    at: at(index),
    bytes: 1_400_000 + index * 100_000,
  }))

async function open(backups = backupsOf(2), prepare?: () => void) {
  await readyShell(() => {
    fake.when('review:backups', () => backups)
    prepare?.()
  })
  const onclose = vi.fn<() => void>()
  return { screen: await render(HistoryDialog, { course: 'docker', lang: 'ko', onclose }), onclose }
}
const zip = new File(['zip'], 'lectern-2026-11-24.zip', { type: 'application/zip' })
const input = (): HTMLInputElement => document.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement
const refuse = (code: 'unreadable' | 'cannot-write', ko: string) => (): never => {
  throw new Failed({ code, message: { ko, en: ko } })
}
/** Answers once it is let go. */
function held<T>(value: T): { readonly answer: () => Promise<T>; readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<T>()
  return { answer: () => promise, release: () => resolve(value) }
}
afterEach(() => vi.unstubAllGlobals())

describe('files of reviewing', () => {
  test('export everything and say where it went', async () => {
    const wait = held({ file: '/home/me/lectern-2026-11-24.zip' })
    const { screen } = await open(undefined, () => fake.when('review:export', wait.answer))
    const button = screen.getByRole('button', { name: '모두 내보내기 (ZIP)' })
    await button.click()
    await expect.element(screen.getByRole('progressbar', { name: '파일을 만들고 있어요…' })).toBeVisible()
    await expect.element(button).toBeDisabled()
    wait.release()
    await expect.element(screen.getByText('저장했어요: /home/me/lectern-2026-11-24.zip')).toBeVisible()
    await expect.element(button).toBeEnabled()
    expect(fake.payloads('review:export')).toEqual([{ what: 'everything', course: 'docker', lang: 'ko' }])
  })

  test('export for Anki, and offer the link where the shell saves no files; it is good once', async () => {
    const { screen } = await open(undefined, () => fake.when('review:export', () => ({ href: '#exported' })))
    await screen.getByRole('button', { name: 'Anki로 내보내기' }).click()
    const link = screen.getByRole('link', { name: 'Anki 파일 받기' })
    await expect.element(link).toHaveAttribute('href', '#exported')
    await expect.element(link).toHaveAttribute('download')
    expect(fake.payloads('review:export')).toEqual([{ what: 'anki', course: 'docker', lang: 'ko' }])
    // What the test's browser does with a download is not of interest.
    link.element().addEventListener('click', (event) => event.preventDefault())
    await link.click()
    await expect.element(link).not.toBeInTheDocument()
    await expect.element(screen.getByText('받기를 시작했어요.')).toBeVisible()
  })

  test('say nothing where the save dialog was cancelled', async () => {
    const { screen } = await open()
    await screen.getByRole('button', { name: '모두 내보내기 (ZIP)' }).click()
    await expect.element(screen.getByRole('button', { name: '모두 내보내기 (ZIP)' })).toBeEnabled()
    await expect.element(screen.getByText(/저장했어요/)).not.toBeInTheDocument()
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  })

  test('say why an export failed', async () => {
    const { screen } = await open(undefined, () =>
      fake.when('review:export', refuse('cannot-write', '쓸 수 없는 곳이에요.')),
    )
    await screen.getByRole('button', { name: '모두 내보내기 (ZIP)' }).click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('쓸 수 없는 곳이에요.')
  })

  test('import a file by its path and say how much was new', async () => {
    const wait = held({ events: 1234 })
    const { screen } = await open(undefined, () => fake.when('review:import', wait.answer))
    const button = screen.getByRole('button', { name: 'ZIP 파일 고르기…' })
    const chosen = vi.spyOn(input(), 'click').mockReturnValue()
    await button.click()
    expect(chosen).toHaveBeenCalledOnce()
    await userEvent.upload(input(), zip)
    await expect.element(screen.getByRole('progressbar', { name: '기록을 가져오고 있어요…' })).toBeVisible()
    await expect.element(button).toBeDisabled()
    wait.release()
    await expect.element(screen.getByText('새 기록 1,234개를 가져왔어요.')).toBeVisible()
    expect(fake.payloads('review:import')).toEqual([{ file: '/dropped/lectern-2026-11-24.zip' }])
    // The backup that was made before it is in the list.
    await expect.poll(() => fake.payloads('review:backups').length).toBe(2)
  })

  test('say that an import had nothing new', async () => {
    const { screen } = await open(undefined, () => fake.when('review:import', () => ({ events: 0 })))
    await userEvent.upload(input(), zip)
    await expect.element(screen.getByText('새로 가져올 기록이 없어요. 이미 모두 있어요.')).toBeVisible()
  })

  test('say why a file cannot be imported', async () => {
    const { screen } = await open(undefined, () =>
      fake.when('review:import', refuse('unreadable', 'Lectern에서 내보낸 ZIP 파일이 아니에요.')),
    )
    await userEvent.upload(input(), zip)
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Lectern에서 내보낸 ZIP 파일이 아니에요.')
  })

  test('hand the file to a shell that is told no paths, and import what it kept', async () => {
    const fetched = vi
      .fn<typeof fetch>()
      .mockResolvedValue(
        Response.json(
          { folder: '/home/dropped/s/chosen', file: '/home/dropped/s/chosen/lectern.zip' },
          { status: 201 },
        ),
      )
    const { screen } = await open(undefined, () => {
      fake.features = { ...fake.features, dropPaths: false }
      fake.when('review:import', () => ({ events: 2 }))
    })
    vi.stubGlobal('fetch', fetched)
    await userEvent.upload(input(), zip)
    await expect.element(screen.getByText('새 기록 2개를 가져왔어요.')).toBeVisible()
    const [address, request] = fetched.mock.calls[0] ?? []
    expect(address).toMatch(/^\/drop\/[\w-]{36}\/chosen\/lectern-2026-11-24\.zip$/)
    expect(request?.method).toBe('PUT')
    expect(fake.payloads('review:import')).toEqual([{ file: '/home/dropped/s/chosen/lectern.zip' }])
  })

  test('say so where the shell does not take the file', async () => {
    const { screen } = await open(undefined, () => (fake.features = { ...fake.features, dropPaths: false }))
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockResolvedValue(new Response('', { status: 413 })))
    await userEvent.upload(input(), zip)
    await expect.element(screen.getByRole('alert')).toMatchTextContent('파일은 열 수 없어요')
    expect(fake.payloads('review:import')).toEqual([])
  })
})

describe('backups', () => {
  test('are listed with time and size, the newest first', async () => {
    const { screen } = await open()
    const rows = screen.getByRole('region', { name: '백업' }).getByRole('listitem')
    await expect.poll(() => rows.elements().length).toBe(2)
    await expect.element(rows.nth(0)).toMatchTextContent(/9:01.*1\.50 MB/)
    await expect.element(rows.nth(1)).toMatchTextContent(/9:00.*1\.40 MB/)
  })

  test('are restored after a question that tells of the backup of the present', async () => {
    const wait = held(null)
    const { screen } = await open(undefined, () => fake.when('review:restore', wait.answer))
    const first = screen.getByRole('button', { name: /9:00 백업 복원/ })
    await first.click()
    const ask = screen.getByRole('group', { name: /9:00 상태로 복원할까요\?/ })
    await expect.element(ask).toHaveAccessibleDescription(/지금 상태를 먼저 백업해 두니/)
    await expect.element(ask.getByRole('button', { name: '취소' })).toHaveFocus()
    expect(await complaints()).toEqual([])
    await ask.getByRole('button', { name: '취소' }).click()
    await expect.element(ask).not.toBeInTheDocument()
    await expect.element(first).toHaveFocus()
    expect(fake.payloads('review:restore')).toEqual([])

    await first.click()
    await ask.getByRole('button', { name: '복원' }).click()
    await expect.element(screen.getByRole('progressbar', { name: '복원하고 있어요…' })).toBeVisible()
    wait.release()
    await expect.element(screen.getByText(/9:00 상태로 복원했어요/)).toBeVisible()
    expect(fake.payloads('review:restore')).toEqual([{ backup: 'backup-0.zip' }])
    await expect.poll(() => fake.payloads('review:backups').length).toBe(2)
  })

  test('say why one cannot be restored', async () => {
    const { screen } = await open(undefined, () =>
      fake.when('review:restore', refuse('unreadable', '백업이 손상됐어요.')),
    )
    await screen.getByRole('button', { name: /9:00 백업 복원/ }).click()
    await screen
      .getByRole('group', { name: /복원할까요/ })
      .getByRole('button', { name: '복원' })
      .click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('백업이 손상됐어요.')
  })

  test('are few at first, and all on demand', async () => {
    const { screen } = await open(backupsOf(9))
    const rows = screen.getByRole('region', { name: '백업' }).getByRole('listitem')
    await expect.poll(() => rows.elements().length).toBe(6)
    await screen.getByRole('button', { name: '9개 모두 보기' }).click()
    await expect.poll(() => rows.elements().length).toBe(9)
  })

  test('may be none yet, or not to be had', async () => {
    const { screen } = await open([])
    await expect.element(screen.getByText(/아직 백업이 없어요/)).toBeVisible()
    await screen.unmount()
    const other = await open([], () => fake.when('review:backups', refuse('unreadable', '폴더를 읽을 수 없어요.')))
    await expect.element(other.screen.getByRole('alert')).toMatchTextContent('폴더를 읽을 수 없어요.')
  })
})
