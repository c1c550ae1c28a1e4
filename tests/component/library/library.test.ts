import { fake, Failed } from './fake-shell.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { courseOf, deckOf, leftAt, libraryOf, notesCourse, oneError } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

afterEach(() => page.viewport(1280, 720))

describe('the library', () => {
  test('shows a course with its decks, what they hold and where they were left', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('heading', { level: 1, name: '도커' })).toBeVisible()
    await expect.element(screen.getByText('슬라이드 35장 · 질문 40개')).toBeVisible()
    const first = screen.getByRole('radio', { name: '도커와 VM' })
    await expect.element(first).toBeChecked()
    await expect.element(first).toHaveAccessibleDescription('13장 어제 6번째 장부터 이어서')
    await expect.element(screen.getByRole('radio', { name: '컨테이너 보안' })).toHaveAccessibleDescription('10장')
    const behind = [...screen.container.querySelectorAll('progress')].map(({ value, max }) => [value, max])
    expect(behind).toEqual([
      [5, 13],
      [0, 12],
      [0, 10],
    ])
    expect(document.title).toBe('도커 - Lectern')
  })

  test('takes another line for the name of a course before its number is cut', async () => {
    const named = { ko: '시작하기와 그 뒤에 할 일', en: 'Getting started and going on' }
    const two = courseOf({ id: '/two', title: named })
    const screen = await openLibrary(libraryOf({ courses: [courseOf({}), two] }))
    const name = screen.getByRole('navigation').getByText(named.ko)
    await expect.element(name).toBeVisible()
    const count = name.element().parentElement?.querySelector('.count')
    expect(name.element().getBoundingClientRect().height).toBeGreaterThan(30)
    expect(count?.scrollWidth).toBe(count?.clientWidth)
    expect(count?.textContent).not.toBe('')
  })

  test('breaks no name of a course in the middle of a word', async () => {
    const decks = Array.from({ length: 12 }, (_, at) => deckOf(`${at}`, `Deck ${at}`, 'en'))
    const long = courseOf({ id: '/long', title: { ko: '쿠버네티스', en: 'Kubernetes' }, decks })
    const screen = await openLibrary(libraryOf({ courses: [courseOf(), long] }), () => {
      fake.settings = { ...fake.settings, language: 'en', deckLang: 'en', course: '/long' }
    })
    const name = screen.getByRole('navigation').getByText('Kubernetes')
    await expect.element(name).toBeVisible()
    const range = document.createRange()
    range.selectNodeContents(name.element())
    expect(new Set([...range.getClientRects()].map(({ top }) => top)).size).toBe(1)
  })

  test('tells of a deck when it was shown, else how long it takes', async () => {
    const shown = (name: string, day: string) => deckOf(name, name, 'ko', { lastPlace: leftAt(2, { day }) })
    const decks = [shown('a', '2026-11-24'), shown('b', '2026-11-23'), shown('c', '2026-11-02'), deckOf('d', 'd')]
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }))
    await expect.element(screen.getByRole('radio', { name: 'd' })).toHaveAccessibleDescription('13장 12분')
    const whens = [...screen.container.querySelectorAll('.when')].map(({ firstChild }) =>
      firstChild?.textContent?.trim(),
    )
    expect(whens).toEqual(['오늘', '어제', '11월 2일', '12분'])
  })

  test('shows what a course is about where there is room', async () => {
    const screen = await openLibrary()
    const about = screen.getByText('커널부터 허브까지.')
    await expect.element(about).not.toBeVisible()
    await page.viewport(1280, 800)
    await expect.element(about).toBeVisible()
  })

  test('shows decks in the other language where they have it, and says where not', async () => {
    const screen = await openLibrary()
    await screen.getByRole('radio', { name: 'English' }).click()
    await expect.element(screen.getByRole('radio', { name: 'Docker and VMs' })).toBeChecked()
    await expect
      .element(screen.getByRole('radio', { name: '격리의 원리' }))
      .toHaveAccessibleDescription('12장 · 한국어로만 있음 11분')
    await expect.element(screen.getByRole('heading', { level: 1, name: '도커' })).toBeVisible()
  })

  test('goes to another course, and closes a folder that was opened', async () => {
    const screen = await openLibrary()
    await screen.getByRole('button', { name: '운영체제 노트' }).click()
    await expect.element(screen.getByRole('heading', { level: 1, name: '운영체제 노트' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: '운영체제 노트' })).toHaveAttribute('aria-current', 'page')
    await expect.element(screen.getByText('이 폴더에는 아직 덱이 없어요')).toBeVisible()
    await screen.getByRole('button', { name: '폴더 닫기' }).click()
    expect(fake.payloads('library:close')).toEqual([{ course: '/home/me/os' }])
    fake.change(libraryOf({ courses: [courseOf()] }))
    await expect.element(screen.getByRole('heading', { level: 1, name: '도커' })).toBeVisible()
    await expect.element(screen.getByText(/폴더를 닫았어요: 운영체제 노트/)).toBeVisible()
  })

  test('shows what was chosen last when it opens again, also where it cannot be kept', async () => {
    const first = await openLibrary()
    await first.getByRole('radio', { name: 'English' }).click()
    await first.getByRole('radio', { name: '격리의 원리' }).click()
    await expect.element(first.getByRole('radio', { name: '격리의 원리' })).toBeChecked()
    const kept = fake.settings
    expect(kept).toMatchObject({ deckLang: 'en', deck: '02-isolation' })

    const second = await openLibrary(libraryOf(), () => (fake.settings = kept))
    await expect.element(second.getByRole('radio', { name: '격리의 원리' })).toBeChecked()
    await second.getByRole('button', { name: '운영체제 노트' }).click()
    expect(fake.settings).toMatchObject({ course: '/home/me/os', deck: null })

    const full = await openLibrary(libraryOf(), () =>
      fake.when('settings:write', () => {
        throw new Failed({ code: 'cannot-write', message: { ko: '가득 찼어요', en: 'full' } })
      }),
    )
    await full.getByRole('button', { name: '운영체제 노트' }).click()
    await expect.element(full.getByRole('heading', { level: 1, name: '운영체제 노트' })).toBeVisible()
  })

  test('opens its keys where the application’s menu asks for them', async () => {
    const screen = await openLibrary()
    fake.tell('keys:show', { window: 'deck' })
    fake.tell('keys:show', { window: 'library' })
    await expect.element(screen.getByRole('dialog', { name: '단축키' })).toBeVisible()
  })

  test('follows what changes on disk and keeps the chosen deck', async () => {
    const screen = await openLibrary()
    await screen.getByRole('radio', { name: '컨테이너 보안' }).click()
    const decks = [deckOf('00-new', '새 덱'), deckOf('03-security', '컨테이너 보안, 새로')]
    fake.change(libraryOf({ courses: [courseOf({ decks })] }))
    await expect.element(screen.getByRole('radio', { name: '새 덱' })).toBeVisible()
    await expect.element(screen.getByRole('radio', { name: '컨테이너 보안, 새로' })).toBeChecked()
  })

  test('shows text of a deck as text, never as markup', async () => {
    const title = '<img src=x onerror="window.hurt = true"><script>window.hurt = true</script>'
    const text = { ko: title, en: title }
    const screen = await openLibrary(
      libraryOf({ courses: [courseOf({ title: text, description: text, decks: [deckOf('01', title)] })] }),
    )
    await expect.element(screen.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect.element(screen.getByRole('heading', { level: 3, name: title })).toBeVisible()
    expect(screen.container.querySelector('img, script')).toBeNull()
    expect('hurt' in window).toBe(false)
  })
})

describe('problems', () => {
  test('stand in the place of decks that could not be read', async () => {
    const screen = await openLibrary(libraryOf({ courses: [{ ...notesCourse, problems: oneError }] }))
    await expect.element(screen.getByText('덱을 읽지 못했어요')).toBeVisible()
    await expect.element(screen.getByText('‘isolaton’이라는 그림은 없어요.')).toBeVisible()
  })
})

describe('states', () => {
  test('reading takes a while', async () => {
    const screen = await openLibrary(undefined, () => fake.when('library:read', () => new Promise(() => undefined)))
    await expect.element(screen.getByText('강의를 읽고 있어요…')).toBeVisible()
  })

  test('reading fails: why, and again', async () => {
    const screen = await openLibrary(undefined, () =>
      fake.when('library:read', () => {
        throw new Failed({ code: 'unreadable', message: { ko: '설정 폴더를 읽을 수 없어요.', en: 'Unreadable.' } })
      }),
    )
    await expect.element(screen.getByRole('alert')).toMatchTextContent('설정 폴더를 읽을 수 없어요.')
    fake.when('library:read', () => libraryOf())
    await screen.getByRole('button', { name: '다시 시도' }).click()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
  })

  test('nothing is open', async () => {
    const dialogs = () => (fake.features = { ...fake.features, dialogs: true })
    const screen = await openLibrary(libraryOf({ courses: [] }), dialogs)
    await expect.element(screen.getByRole('heading', { level: 1, name: /^노트 하나로 발표하고/ })).toBeVisible()
    await screen.getByRole('main').getByRole('button', { name: '폴더 열기…' }).click()
    expect(fake.payloads('library:choose')).toHaveLength(1)
  })

  test('damaged files were kept aside: which, under which name, until dismissed', async () => {
    const screen = await openLibrary(
      libraryOf({ keptAside: [{ file: 'settings.json', aside: 'settings.damaged.json' }] }),
    )
    await expect.element(screen.getByText('settings.json → settings.damaged.json')).toBeVisible()
    await screen.getByRole('button', { name: '알림 닫기' }).click()
    await expect.element(screen.getByText('settings.json → settings.damaged.json')).not.toBeInTheDocument()
  })

  test('something could not be written: said until it works again', async () => {
    const trouble = { code: 'disk-full', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } } as const
    const screen = await openLibrary(libraryOf({ trouble }))
    await expect.element(screen.getByText('디스크가 가득 찼어요.')).toBeVisible()
    fake.change(libraryOf())
    await expect.element(screen.getByText('디스크가 가득 찼어요.')).not.toBeInTheDocument()
  })
})

describe('language and theme', () => {
  test('are switched by keyboard in the settings, at once and for good', async () => {
    const screen = await openLibrary()
    screen.getByRole('button', { name: '설정' }).element().focus()
    await userEvent.keyboard('{Enter}')
    const language = screen.getByRole('group', { name: '언어' })
    await expect.element(language.getByRole('radio', { name: '한국어' })).toBeChecked()
    language.getByRole('radio', { name: '한국어' }).element().focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(screen.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    expect(document.documentElement.lang).toBe('en')
    await screen.getByRole('radio', { name: 'Dark' }).click()
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark')
    expect(fake.payloads('settings:write')).toEqual([{ language: 'en' }, { theme: 'dark' }])
  })

  test('are taken back where the shell cannot keep them', async () => {
    const screen = await openLibrary(undefined, () =>
      fake.when('settings:write', () => {
        throw new Failed({ code: 'disk-full', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } })
      }),
    )
    await screen.getByRole('button', { name: '설정' }).click()
    await screen.getByRole('group', { name: '언어' }).getByRole('radio', { name: 'English' }).click()
    await expect.element(screen.getByText('디스크가 가득 찼어요.')).toBeVisible()
    await expect
      .element(screen.getByRole('group', { name: '언어' }).getByRole('radio', { name: '한국어' }))
      .toBeChecked()
    expect(document.documentElement.lang).toBe('ko')
  })

  test('follow another window', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('button', { name: '설정' })).toBeVisible()
    fake.tell('settings:changed', { ...fake.settings, language: 'en', theme: 'contrast' })
    await expect.element(screen.getByRole('button', { name: 'Settings' })).toBeVisible()
    expect(document.documentElement.dataset['theme']).toBe('contrast')
  })
})

describe('a narrow window', () => {
  test('keeps everything within its width and the courses in a drawer', async () => {
    await page.viewport(480, 800)
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    const main = document.querySelector('main')
    expect(main?.scrollWidth).toBe(main?.clientWidth)
    await screen.getByRole('button', { name: '라이브러리 메뉴' }).click()
    await screen.getByRole('button', { name: '운영체제 노트' }).click()
    await expect.element(screen.getByRole('heading', { level: 1, name: '운영체제 노트' })).toBeVisible()
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('leaves the facts of each deck one line beside how long it takes, also of the one that is next', async () => {
    await page.viewport(420, 800)
    const decks = ['a', 'b', 'c'].map((name) => deckOf(name, name, 'en', { slides: 20, minutes: 13 }))
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }), () => {
      fake.settings = { ...fake.settings, language: 'en', deckLang: 'en' }
    })
    await expect.element(screen.getByText('Next', { exact: true })).toBeVisible()
    await expect.poll(() => screen.container.querySelectorAll('.more button').length).toBe(3)
    const facts = screen
      .getByText('20 slides', { exact: true })
      .elements()
      .filter(({ id }) => id !== '')
    expect(facts).toHaveLength(3)
    expect(new Set(facts.map(({ clientHeight }) => clientHeight)).size).toBe(1)
  })

  test('can be set from within the drawer, which has gone by then', async () => {
    await page.viewport(480, 800)
    const screen = await openLibrary()
    await screen.getByRole('button', { name: '라이브러리 메뉴' }).click()
    await screen.getByRole('button', { name: '설정' }).click()
    await expect.element(screen.getByRole('dialog')).toHaveLength(1)
    await screen.getByRole('radio', { name: '어둡게' }).click()
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark')
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('holds text at twice its size', async () => {
    await page.viewport(960, 640)
    document.documentElement.style.fontSize = '200%'
    const screen = await openLibrary()
    await expect.element(screen.getByRole('button', { name: /^발표하기/ })).toBeVisible()
    const main = document.querySelector('main')
    expect(getComputedStyle(document.body).fontSize).toBe('32px')
    expect(main?.scrollWidth).toBe(main?.clientWidth)
    document.documentElement.style.fontSize = ''
  })
})
