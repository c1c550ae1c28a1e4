import type { MenuItemConstructorOptions } from 'electron/main'
import { expect, test, vi } from 'vitest'
import { applicationMenu } from '../../../src/main/application-menu.ts'
import { menuTemplate, type MenuActions, type MenuState } from '../../../src/main/menu.ts'
import { words } from '../../../src/main/words.ts'
import { Menu } from '../../harness/electron.ts'
import { courseWithDecks, idle } from './menu-states.ts'

const actions = (): MenuActions => ({
  chooseFolder: vi.fn(),
  openFolder: vi.fn(),
  exportDeck: vi.fn(),
  showData: vi.fn(),
  showWindow: vi.fn(),
  swapDisplays: vi.fn(),
  endTalk: vi.fn(),
  showKeys: vi.fn(),
})
type Built = NonNullable<ReturnType<typeof Menu.getApplicationMenu>>
const built = (state: MenuState, act = actions()): Built => Menu.buildFromTemplate(menuTemplate(state, act))

test('every item has a label in both languages, on every system', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const [ko, en] = (['ko', 'en'] as const).map((lang) =>
      built({ ...idle, platform, lang, isDevelopment: true }).labels(),
    )
    expect(ko?.length).toBe(en?.length)
    expect(ko?.[platform === 'darwin' ? 1 : 0]).toMatch(platform === 'darwin' ? /^Lectern > / : /^파일$/)
    const english = en?.filter((label) => !/도커|이미지|짧은/.test(label)) ?? []
    expect(english.filter((label) => /[가-힣]/.test(label))).toEqual([])
  }
  for (const key of Object.keys(words.ko) as (keyof typeof words.ko)[]) {
    expect(words.ko[key]).not.toBe('')
    expect(words.en[key]).not.toMatch(/[가-힣]/)
  }
})

test('items do what they say', () => {
  const act = actions()
  const windows = [
    [words.ko.library, 'library'],
    [words.ko.gallery, 'gallery'],
    [words.ko.review, 'review'],
    [words.ko.presenter, 'presenter'],
    [words.ko.deck, 'deck'],
  ] as const
  const menu = built({ ...idle, isTalking: true }, act)
  menu.click(['파일', '폴더 열기…'])
  menu.click(['파일', '최근 폴더', '/home/me/notes'])
  menu.click(['파일', 'PDF로 내보내기', '도커', '이미지'])
  menu.click(['파일', 'PDF로 내보내기', '도커', 'Docker and VMs (en)'])
  menu.click(['파일', 'PDF로 내보내기', '도커', '짧은 발표'])
  for (const [label] of windows) menu.click(['보기', label])
  menu.click(['보기', '화면 바꾸기'])
  menu.click(['보기', '발표 끝내기'])
  menu.click(['도움말', '단축키'])
  expect(act.chooseFolder).toHaveBeenCalledTimes(1)
  expect(act.openFolder).toHaveBeenCalledWith('/home/me/notes')
  expect(act.exportDeck).toHaveBeenNthCalledWith(1, { course: 'docker', name: '02', lang: 'ko' })
  expect(act.exportDeck).toHaveBeenNthCalledWith(2, { course: 'docker', name: '01', lang: 'en' })
  expect(act.exportDeck).toHaveBeenNthCalledWith(3, { course: 'docker', name: 'path:short', lang: 'ko' })
  expect(vi.mocked(act.showWindow).mock.calls).toEqual(windows.map(([, window]) => [window]))
  expect(act.swapDisplays).toHaveBeenCalledTimes(1)
  expect(act.endTalk).toHaveBeenCalledTimes(1)
  expect(act.showKeys).toHaveBeenCalledTimes(1)
})

test('what needs a talk, a deck or a printer is disabled without', () => {
  expect(() => built(idle).click(['보기', '화면 바꾸기'])).toThrow('disabled')
  expect(() => built({ ...idle, canExport: false }).click(['파일', 'PDF로 내보내기', '도커', '이미지'])).toThrow(
    'disabled',
  )
  const empty = built({ ...idle, library: { courses: [], recent: [] } })
  expect(() => empty.click(['파일', 'PDF로 내보내기', words.ko.noDecks])).toThrow('disabled')
})

test('a course is offered from its first deck on, with a line only before talks of its own', () => {
  const [deck] = courseWithDecks.decks
  if (deck === undefined) throw new Error('no deck')
  const offered = (paths: typeof courseWithDecks.paths) => {
    const library = { courses: [{ ...courseWithDecks, decks: [deck], paths }], recent: [] }
    const [file] = menuTemplate({ ...idle, library }, actions())
    const items = (of: unknown): readonly MenuItemConstructorOptions[] => of as MenuItemConstructorOptions[]
    const course = items(items(file?.submenu)[2]?.submenu)
    return course.map(({ label, submenu }) => [label, items(submenu).map((item) => item.label ?? item.type)])
  }
  expect(offered([])).toEqual([['도커', ['도커와 VM']]])
  expect(offered(courseWithDecks.paths)).toEqual([['도커', ['도커와 VM', 'separator', '짧은 발표']]])
})

test('no shortcut is a bare key, which would take it from the windows', () => {
  const accelerators: string[] = []
  JSON.stringify(menuTemplate({ ...idle, isTalking: true, isDevelopment: true }, actions()), (key, value: unknown) => {
    if (key === 'accelerator') accelerators.push(String(value))
    return value
  })
  expect(accelerators.length).toBeGreaterThan(0)
  for (const accelerator of accelerators) expect(accelerator).toMatch(/^(CmdOrCtrl|Ctrl)\+/)
})

test('the menu is built anew for each thing that it shows of a course, and for nothing else', () => {
  const set = vi.spyOn(Menu, 'setApplicationMenu')
  const menu = applicationMenu(idle, actions())
  const [deck] = courseWithDecks.decks
  const [path] = courseWithDecks.paths
  if (deck === undefined || path === undefined) throw new Error('no deck')
  const other = { ...deck.ref, name: '03' }
  const changes: readonly (readonly [boolean, Partial<typeof courseWithDecks>])[] = [
    [true, { title: { ko: '도커!', en: 'Docker' } }],
    [true, { decks: [{ ...deck, title: '다른 덱' }] }],
    [true, { decks: [{ ...deck, ref: other }] }],
    [true, { paths: [] }],
    [true, { paths: [{ ...path, title: '다른 발표' }] }],
    [false, { questions: 7, folder: '/elsewhere', decks: courseWithDecks.decks.map((one) => ({ ...one, slides: 9 })) }],
  ]
  const shows = changes.map(([, change]) => {
    menu.change({ library: idle.library })
    const before = set.mock.calls.length
    menu.change({ library: { ...idle.library, courses: [{ ...courseWithDecks, ...change }] } })
    return set.mock.calls.length > before
  })
  expect(shows).toEqual(changes.map(([does]) => does))
  vi.restoreAllMocks()
})

test('the menu is built anew only when it shows something else', () => {
  const set = vi.spyOn(Menu, 'setApplicationMenu')
  const menu = applicationMenu(idle, actions())
  expect(set).toHaveBeenCalledTimes(1)
  menu.change({ library: { courses: [{ ...courseWithDecks, questions: 7 }], recent: ['/home/me/notes'] } })
  expect(set).toHaveBeenCalledTimes(1)
  menu.change({ library: { courses: [], recent: [] } })
  menu.change({ lang: 'en' })
  menu.change({ lang: 'en' })
  expect(set).toHaveBeenCalledTimes(3)
  expect((Menu.getApplicationMenu() as unknown as Built).labels()[0]).toBe('File')
})
