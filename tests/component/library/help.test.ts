import { fake, Failed } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { complaints } from '../review/open-view.ts'
import { libraryOf } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const full = { code: 'disk-full', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } } as const

async function openHelp(library = libraryOf()) {
  const screen = await openLibrary(library)
  await screen.getByRole('button', { name: '도움말' }).click()
  return { screen, help: screen.getByRole('dialog', { name: '도움말' }) }
}

test('help tells the version, and leads to keys and to the format and back', async () => {
  const { screen, help } = await openHelp()
  await expect.element(help.getByText('Lectern 0.1.0')).toBeVisible()
  await expect.element(help.getByText('이번에 켠 뒤로 없어요')).toBeVisible()
  expect(await complaints()).toEqual([])
  await help.getByRole('button', { name: /^덱과 질문 쓰는 법/ }).click()
  const format = screen.getByRole('dialog', { name: '덱과 질문 쓰는 법' })
  await expect.element(format).toMatchTextContent('title: 첫 덱')
  expect(await complaints()).toEqual([])
  await userEvent.keyboard('{Escape}')
  await help.getByRole('button', { name: /^단축키/ }).click()
  await expect.element(screen.getByRole('dialog', { name: '단축키' })).toBeVisible()
})

test('help tells what the shell could not do last, also once it goes well again', async () => {
  const { help } = await openHelp(libraryOf({ lastTrouble: full }))
  await expect.element(help.getByText('디스크가 가득 찼어요.')).toBeVisible()
})

test('help tells what the window could not do last, also once that was dismissed', async () => {
  const { screen, help } = await openHelp()
  await userEvent.keyboard('{Escape}')
  fake.when('talk:start', () => {
    throw new Failed({ code: 'not-found', message: { ko: '덱을 찾을 수 없어요.', en: 'The deck is gone.' } })
  })
  await screen.getByRole('button', { name: /^발표하기/ }).click()
  await screen.getByRole('button', { name: '알림 닫기' }).click()
  await screen.getByRole('button', { name: '도움말' }).click()
  await expect.element(help.getByText('덱을 찾을 수 없어요.')).toBeVisible()
})
