import { fake, Failed } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { GlossaryTerm } from '../../../src/contract/deck.ts'
import { courseOf, libraryOf } from './sample-library.ts'
import { openExport, openLibrary } from './open-library.ts'

const terms: readonly GlossaryTerm[] = [
  {
    id: 'kernel',
    term: { ko: '커널', en: 'kernel' },
    also: [],
    definition: { ko: '`uname`이 말하는 것입니다.', en: 'What `uname` tells.' },
    slide: { deck: '01-docker-and-vm', slide: 'kernel-first' },
  },
  {
    id: 'container',
    term: { ko: '컨테이너', en: 'container' },
    also: [],
    definition: { ko: '격리된 프로세스입니다.', en: 'An isolated process.' },
    slide: null,
  },
]

async function openGlossary() {
  const screen = await openLibrary(libraryOf({ courses: [courseOf({ terms: 2 })] }), () =>
    fake.when('glossary:read', () => terms),
  )
  await screen.getByRole('button', { name: '용어 2개' }).click()
  const dialog = screen.getByRole('dialog', { name: '용어' })
  await expect.element(dialog.getByRole('term').first()).toBeVisible()
  const names = () =>
    dialog
      .getByRole('term')
      .elements()
      .map((one) => one.querySelector('b')?.textContent)
  return { screen, dialog, names }
}

describe('the glossary', () => {
  test('is not offered where the course has none', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: /용어/ })).not.toBeInTheDocument()
  })

  test('lists the terms of the course in the language of the decks', async () => {
    const { dialog, names } = await openGlossary()
    expect(fake.payloads('glossary:read')[0]).toEqual({ course: 'docker' })
    expect(names()).toEqual(['커널', '컨테이너'])
    await expect.element(dialog.getByRole('definition').first()).toMatchTextContent('uname이 말하는 것입니다.')
    expect(dialog.element().querySelector('dd code')?.textContent).toBe('uname')
  })

  test('is searched by keyboard, also by initial consonants, and says how many it found', async () => {
    const { dialog, names } = await openGlossary()
    expect(document.activeElement).toBe(dialog.getByRole('searchbox', { name: '용어 찾기' }).element())
    await userEvent.keyboard('ㅋㅌ')
    await expect.poll(names).toEqual(['컨테이너'])
    await expect.element(dialog.getByRole('status')).toMatchTextContent('1개를 찾았어요')
    await userEvent.keyboard('{Control>}a{/Control}kern')
    await expect.poll(names).toEqual(['커널'])
    await userEvent.keyboard('zz')
    await expect.element(dialog.getByText('찾는 용어가 없어요.')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(names).toEqual(['커널', '컨테이너'])
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
  })

  test('presents the slide that explains a term', async () => {
    const { dialog } = await openGlossary()
    await dialog.getByRole('button', { name: '커널: 설명하는 슬라이드 발표' }).click()
    expect(fake.payloads('talk:start')).toEqual([
      {
        deck: { course: 'docker', name: '01-docker-and-vm', lang: 'ko' },
        windows: 'both',
        place: { slide: 'kernel-first', step: 1 },
      },
    ])
    await expect.element(dialog).not.toBeInTheDocument()
  })

  test('says why it cannot be read', async () => {
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ terms: 2 })] }), () =>
      fake.when('glossary:read', () => {
        throw new Failed({ code: 'not-found', message: { ko: '라이브러리에 없는 강의예요.', en: 'Not there.' } })
      }),
    )
    await screen.getByRole('button', { name: '용어 2개' }).click()
    await expect.element(screen.getByText('라이브러리에 없는 강의예요.')).toBeVisible()
  })

  test('is added to an export on request alone', async () => {
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ terms: 2 })] }), () =>
      fake.when('export:start', () => ({ job: crypto.randomUUID() })),
    )
    for (const wanted of [false, true]) {
      await openExport(screen)
      const box = screen.getByRole('checkbox', { name: '용어 2개를 끝에 덧붙이기' })
      await expect.element(box).not.toBeChecked()
      const every = screen.getByRole('radio', { name: /단계마다 한 쪽/ })
      await expect.element(every).toHaveAccessibleName(/29쪽$/)
      if (wanted) {
        await box.click()
        await expect.element(every).toHaveAccessibleName(/29쪽과 용어$/)
      }
      await screen.getByRole('button', { name: '내보내기', exact: true }).click()
    }
    expect(fake.payloads('export:start')).toMatchObject([
      { options: { glossary: false } },
      { options: { glossary: true } },
    ])
  })
})
