import { fake, Failed } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { courseOf, deckOf, leftAt, libraryOf, running } from './sample-library.ts'
import { openLibrary, openMenu } from './open-library.ts'

const ref = { course: 'docker', name: '01-docker-and-vm', lang: 'ko' } as const
const started = () => fake.payloads('talk:start')

describe('presenting', () => {
  test('starts the chosen deck from its start', async () => {
    const screen = await openLibrary()
    await screen.getByRole('radio', { name: '격리의 원리' }).click()
    await screen.getByRole('button', { name: '발표하기 격리의 원리 처음부터 12 장' }).click()
    expect(started()).toEqual([{ deck: { ...ref, name: '02-isolation' }, windows: 'both' }])
  })

  test('goes on from where the deck was left', async () => {
    const screen = await openLibrary()
    await screen.getByRole('button', { name: '발표하기 도커와 VM 6번째 장부터 이어서 8 장 남음' }).click()
    expect(started()).toEqual([{ deck: ref, windows: 'both', place: { slide: 'kernel', step: 2 } }])
  })

  test('begins a deck anew that was left somewhere, from the menu of its door', async () => {
    const screen = await openLibrary()
    await openMenu(screen)
    await screen.getByRole('menuitem', { name: '처음부터 발표' }).click()
    expect(started()).toEqual([{ deck: ref, windows: 'both' }])
  })

  test('a menu lies over what a tile lifts over itself', async () => {
    const screen = await openLibrary()
    const lifted = document.createElement('div')
    lifted.style.cssText = 'position: fixed; inset: 0; z-index: 2; pointer-events: none'
    screen.container.append(lifted)
    await openMenu(screen)
    // Now it would be in the way.
    lifted.style.pointerEvents = 'auto'
    const items = screen.getByRole('menuitem').elements()
    expect(items.length).toBeGreaterThan(2)
    for (const item of items) {
      const { left, right, top, bottom } = item.getBoundingClientRect()
      expect(item.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)), item.textContent).toBe(
        true,
      )
    }
  })

  test('goes on where a deck was left from its menu too, which offers it of no deck at its start', async () => {
    const screen = await openLibrary()
    await openMenu(screen, '도커와 VM')
    await screen.getByRole('menuitem', { name: '6번째 장부터 이어서 발표' }).click()
    expect(started()).toEqual([{ deck: ref, windows: 'both', place: { slide: 'kernel', step: 2 } }])
    await openMenu(screen, '격리의 원리')
    await expect.element(screen.getByRole('menuitem', { name: '처음부터 발표' })).toBeVisible()
    await expect.element(screen.getByRole('menuitem', { name: /이어서/ })).not.toBeInTheDocument()
  })

  test.each([
    [leftAt(1), '처음부터', '13 장'],
    [leftAt(1, { step: 2 }), '첫 장부터 이어서', '13 장 남음'],
    [leftAt(2), '2번째 장부터 이어서', '12 장 남음'],
    [leftAt(13), '13번째 장부터 이어서', '1 장 남음'],
    [leftAt(13, { isEnd: true }), '처음부터', '13 장'],
  ])('of a deck left at %o starts %s: %s', async (lastPlace, from, slides) => {
    const decks = [deckOf('01-docker-and-vm', '도커와 VM', 'ko', { lastPlace })]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }))
    await screen.getByRole('button', { name: `발표하기 도커와 VM ${from} ${slides}`, exact: true }).click()
    const place = from === '처음부터' ? {} : { place: { slide: 'kernel', step: lastPlace.step } }
    expect(started()).toEqual([{ deck: ref, windows: 'both', ...place }])
  })

  test('opens one window only, from a deck’s own menu', async () => {
    const screen = await openLibrary()
    await openMenu(screen, '격리의 원리')
    await screen.getByRole('menuitem', { name: '청중 창만 열기' }).click()
    expect(started()).toEqual([{ deck: { ...ref, name: '02-isolation' }, windows: 'deck' }])
  })

  test('works by keyboard alone: arrows choose, Enter presents', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(screen.getByRole('radio', { name: '격리의 원리' })).toBeChecked()
    await userEvent.keyboard('{Enter}')
    expect(started()).toEqual([{ deck: { ...ref, name: '02-isolation' }, windows: 'both' }])
  })

  test('works by a double click', async () => {
    const screen = await openLibrary()
    await screen.getByRole('radio', { name: '컨테이너 보안' }).dblClick()
    expect(started()).toEqual([{ deck: { ...ref, name: '03-security' }, windows: 'both' }])
  })

  test('has the page open the windows where the shell does not', async () => {
    const screen = await openLibrary(undefined, () => (fake.features = { ...fake.features, opensWindows: false }))
    await screen.getByRole('button', { name: /^발표하기/ }).click()
    expect(fake.payloads('window:open')).toEqual([{ window: 'deck' }, { window: 'presenter' }])
    expect(started()).toHaveLength(1)
  })

  test('is off where a deck has no slide that can be read', async () => {
    const broken = deckOf('01', '깨진 덱', 'ko', { slides: 0, minutes: null })
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks: [broken] })] }))
    await expect
      .element(screen.getByRole('button', { name: '발표하기 깨진 덱 읽을 수 있는 슬라이드가 없어요' }))
      .toBeDisabled()
    await screen.getByRole('radio', { name: '깨진 덱' }).dblClick()
    expect(started()).toEqual([])
  })

  test('says why it could not begin', async () => {
    const screen = await openLibrary(undefined, () =>
      fake.when('talk:start', () => {
        throw new Failed({ code: 'not-found', message: { ko: '덱을 찾을 수 없어요.', en: 'The deck is gone.' } })
      }),
    )
    await screen.getByRole('button', { name: /^발표하기/ }).click()
    await expect.element(screen.getByText('덱을 찾을 수 없어요.')).toBeVisible()
  })
})

describe('a talk', () => {
  const unfinished = { deck: ref, place: { slide: 'kernel', step: 2 }, title: '도커와 VM' }

  test('that was left unfinished is taken up', async () => {
    const screen = await openLibrary(libraryOf({ unfinished }))
    await expect.element(screen.getByRole('region', { name: '발표를 이어서 할까요?' })).toMatchTextContent('도커와 VM')
    await screen.getByRole('button', { name: '이어서 발표' }).click()
    expect(fake.payloads('talk:resume')).toHaveLength(1)
  })

  test('that was left unfinished is let go', async () => {
    const screen = await openLibrary(libraryOf({ unfinished }))
    await screen.getByRole('button', { name: '그만두기' }).click()
    expect(fake.payloads('talk:end')).toHaveLength(1)
    fake.change(libraryOf())
    await expect.element(screen.getByText('발표를 이어서 할까요?')).not.toBeInTheDocument()
  })

  test('that is running shows its windows again and can be ended', async () => {
    const screen = await openLibrary()
    fake.tell('talk:changed', running)
    await expect.element(screen.getByRole('region', { name: '발표 중: 도커와 VM' })).toBeVisible()
    await screen.getByRole('button', { name: '발표자 창 보기' }).click()
    expect(fake.payloads('window:open')).toEqual([{ window: 'presenter' }])
    await screen.getByRole('button', { name: '발표 끝내기' }).click()
    expect(fake.payloads('talk:end')).toHaveLength(1)
    fake.tell('talk:changed', null)
    await expect.element(screen.getByText('발표 중: 도커와 VM')).not.toBeInTheDocument()
  })
})

describe('a running talk', () => {
  const ask = async (more: { readonly opensWindows?: boolean } = {}) => {
    const screen = await openLibrary(undefined, () => (fake.features = { ...fake.features, ...more }))
    fake.tell('talk:changed', running)
    await expect.element(screen.getByRole('region', { name: '발표 중: 도커와 VM' })).toBeVisible()
    await screen.getByRole('radio', { name: '격리의 원리' }).click()
    await userEvent.keyboard('{Enter}')
    const dialog = screen.getByRole('dialog', { name: '발표를 새로 시작할까요?' })
    await expect.element(dialog).toMatchTextContent(/‘도커와 VM’ 발표가 열려.*‘격리의 원리’ 발표를 시작하면/)
    return { screen, dialog }
  }

  test('goes on until it was asked whether another one may take its place', async () => {
    const { screen, dialog } = await ask({ opensWindows: false })
    // Once more the same key, by who did not look up, does nothing.
    await userEvent.keyboard('{Enter}')
    expect([started(), fake.payloads('window:open')]).toEqual([[], []])
    await screen.getByRole('button', { name: '그대로 두기' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect(started()).toEqual([])
  })

  test('gives way to the other one where that is wanted', async () => {
    const { screen, dialog } = await ask({ opensWindows: false })
    await screen.getByRole('button', { name: '새로 시작' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect(fake.payloads('window:open')).toEqual([{ window: 'deck' }, { window: 'presenter' }])
    expect(started()).toEqual([{ deck: { ...ref, name: '02-isolation' }, windows: 'both' }])
  })

  test('goes by the title of its deck in its own language, and by its name where that is gone', async () => {
    const screen = await openLibrary()
    fake.tell('talk:changed', { ...running, deck: { ...ref, lang: 'en' } })
    await expect.element(screen.getByRole('region', { name: '발표 중: Docker and VMs' })).toBeVisible()
    fake.tell('talk:changed', { ...running, deck: { ...ref, course: '/gone' } })
    await expect.element(screen.getByRole('region', { name: '발표 중: 01-docker-and-vm' })).toBeVisible()
  })

  test('is shown by a window that opens late', async () => {
    const screen = await openLibrary(undefined, () => fake.when('talk:read', () => running))
    await expect.element(screen.getByRole('region', { name: '발표 중: 도커와 VM' })).toBeVisible()
  })
})

describe('keys', () => {
  test('? shows the library’s own and Escape closes the list', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    await userEvent.keyboard('{Shift>}{?}{/Shift}')
    const dialog = screen.getByRole('dialog', { name: '단축키' })
    await expect.element(dialog).toMatchTextContent('고른 덱을 멈춘 곳부터 발표')
    await expect.element(dialog).not.toMatchTextContent('다음 단계')
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
  })
})
