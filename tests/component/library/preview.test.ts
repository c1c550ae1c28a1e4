import { Failed, fake } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { DeckReading } from '../../../src/contract/deck.ts'
import { parseDeck } from '../../../src/core/deck/index.ts'
import { complaints } from '../review/open-view.ts'
import { openLibrary, openMenu } from './open-library.ts'
import { running } from './sample-library.ts'

const text = (title: string): string => `---
title: 도커와 VM
lang: ko
---

---
id: one
steps: list
---

## 첫 장

- 하나
- 둘

<!--
[1] 먼저 할 말

[2] 다음에 할 말
-->

---
id: two
---

## ${title}

글
`
const readingOf = (title: string, revision: number): DeckReading => ({
  deck: parseDeck(text(title), {
    ref: { course: 'docker', name: '01-docker-and-vm', lang: 'ko' },
    file: 'd',
    scenes: {},
  }).deck,
  questions: [],
  glossary: [],
  langs: ['ko'],
  revision,
})

async function openPreview() {
  const screen = await openLibrary(undefined, () => fake.when('deck:read', () => readingOf('둘째 장', 1)))
  await openMenu(screen)
  await screen.getByRole('menuitem', { name: '미리 보기' }).click()
  const dialog = screen.getByRole('dialog', { name: '도커와 VM' })
  await expect.element(dialog.getByRole('status')).toMatchTextContent('1 / 2')
  return { screen, dialog }
}
const started = (): readonly string[] => fake.asked.map(({ name }) => name).filter((name) => name.startsWith('talk:'))

test('a deck is leafed through by keys and buttons, and no talk begins', async () => {
  const { dialog } = await openPreview()
  const asked = started()
  await expect.element(dialog.getByText('먼저 할 말')).toBeVisible()
  const steps = readingOf('', 1).deck.slides[0]?.steps ?? 0
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(dialog.getByText(`${steps}단계 가운데 2`)).toBeVisible()
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await expect.element(dialog.getByRole('status')).toMatchTextContent('2 / 2')
  await expect.element(dialog.getByText('이 슬라이드에는 노트가 없어요.')).toBeVisible()
  await dialog.getByRole('button', { name: '이전 단계' }).click()
  await expect.element(dialog.getByText(`${steps}단계 가운데 ${steps}`)).toBeVisible()
  await dialog.getByRole('button', { name: '1. 첫 장' }).click()
  await expect.element(dialog.getByRole('status')).toMatchTextContent('1 / 2')
  expect(started()).toEqual(asked)
  expect(await complaints()).toEqual([])
})

test('a preview follows the file as it is saved, and keeps its place', async () => {
  const { dialog } = await openPreview()
  await userEvent.keyboard('{End}')
  fake.when('deck:read', () => readingOf('새 제목', 2))
  fake.tell('deck:changed', { ref: { course: 'docker', name: '01-docker-and-vm', lang: 'ko' }, revision: 2 })
  await expect.element(dialog.getByRole('button', { name: '2. 새 제목' })).toHaveAttribute('aria-current', 'true')
})

test('from a preview the file is edited at the slide, and the talk begins there', async () => {
  const { screen, dialog } = await openPreview()
  await userEvent.keyboard('{End}')
  await dialog.getByRole('button', { name: '편집기로 열기' }).click()
  const ref = { course: 'docker', name: '01-docker-and-vm', lang: 'ko' }
  await expect.poll(() => fake.payloads('deck:edit')).toEqual([{ ref, line: 22 }])
  await dialog.getByRole('button', { name: '여기부터 발표' }).click()
  await expect
    .poll(() => fake.payloads('talk:start'))
    .toEqual([{ deck: ref, windows: 'both', place: { slide: 'two', step: 1 } }])
  expect(screen.getByRole('dialog').elements()).toEqual([])
})

test('a talk begins in the preview over a running one only once that is asked', async () => {
  const { screen, dialog } = await openPreview()
  fake.tell('talk:changed', running)
  await dialog.getByRole('button', { name: '여기부터 발표' }).click()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  expect(fake.payloads('talk:start')).toEqual([])
})

test('what was written for a slide stands below it with its lines, and follows the file', async () => {
  const { dialog } = await openPreview()
  const written = (body: string) => ({
    file: '01-docker-and-vm.ko.md',
    line: 6,
    text: `---\nid: one\n---\n\n${body}`,
    isCut: false,
  })
  fake.when('deck:source', () => written('## 첫 장'))
  await dialog.getByRole('radio', { name: '원문' }).click()
  await expect.element(dialog.getByText('01-docker-and-vm.ko.md:6')).toBeVisible()
  const source = dialog.getByLabelText('원문').last()
  await expect.element(source).toMatchTextContent('## 첫 장')
  expect([...source.element().children].map((line) => line.getAttribute('data-line'))).toEqual([
    '6',
    '7',
    '8',
    '9',
    '10',
  ])
  expect(fake.payloads('deck:source')).toEqual([
    { ref: { course: 'docker', name: '01-docker-and-vm', lang: 'ko' }, slide: 'one' },
  ])
  expect(await complaints()).toEqual([])

  fake.when('deck:source', () => written('## 고친 장'))
  fake.tell('deck:changed', { ref: { course: 'docker', name: '01-docker-and-vm', lang: 'ko' }, revision: 2 })
  await expect.element(dialog.getByLabelText('원문').last()).toMatchTextContent('## 고친 장')
})

test('a source that cannot be read says why, and one too long that it goes on', async () => {
  const { dialog } = await openPreview()
  fake.when('deck:source', () => {
    throw new Failed({ code: 'not-found', message: { ko: '파일이 없어졌어요.', en: 'The file is gone.' } })
  })
  await dialog.getByRole('radio', { name: '원문' }).click()
  await expect.element(dialog.getByText('파일이 없어졌어요.')).toBeVisible()
  fake.when('deck:source', () => ({ file: 'a.ko.md', line: 1, text: '글', isCut: true }))
  await dialog.getByRole('button', { name: '2. 둘째 장' }).click()
  await expect.element(dialog.getByText(/뒤는 길어서 줄였어요/)).toBeVisible()
})
