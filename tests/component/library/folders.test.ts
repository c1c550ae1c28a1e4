import { fake, Failed } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { FolderListing } from '../../../src/contract/library.ts'
import { courseOf, libraryOf } from './sample-library.ts'
import { pressKey } from '../deck/press-key.ts'
import { openLibrary } from './open-library.ts'

const tree: Readonly<Record<string, FolderListing>> = {
  '/home': { folder: '/home', parent: '/', folders: [{ name: 'me', path: '/home/me', decks: 0 }] },
  '/home/me': {
    folder: '/home/me',
    parent: '/home',
    folders: [
      { name: 'os', path: '/home/me/os', decks: 3 },
      { name: 'network', path: '/home/me/network', decks: 0 },
    ],
  },
  '/home/me/os': { folder: '/home/me/os', parent: '/home/me', folders: [] },
}
const gone = { code: 'not-found', message: { ko: '그런 폴더가 없어요.', en: 'There is no such folder.' } } as const
const opened = () => fake.payloads('library:open')

const withFolders = (): void => {
  fake.when('folders:list', ({ folder = '/home/me' }: { folder?: string }) => {
    const listing = tree[folder]
    if (!listing) throw new Failed(gone)
    return listing
  })
  fake.when('library:open', ({ folder }: { folder: string }) => {
    if (!(folder in tree)) throw new Failed(gone)
    return { course: folder }
  })
}

describe('the folder chooser', () => {
  test('works by keyboard alone', async () => {
    const screen = await openLibrary(undefined, withFolders)
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    await userEvent.keyboard('{Control>}o{/Control}')
    await expect.element(screen.getByRole('button', { name: 'os 덱 3개' })).toBeVisible()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '폴더 경로' }).element())
    screen.getByRole('button', { name: '위 폴더로' }).element().focus()
    await userEvent.keyboard('{Backspace}')
    await expect.element(screen.getByRole('button', { name: 'me' })).toBeVisible()
    await userEvent.keyboard('{End}{Enter}')
    await expect.element(screen.getByRole('textbox')).toHaveValue('/home/me')
    await expect.poll(() => document.activeElement?.textContent.trim()).toBe('위 폴더로')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(screen.getByText('안에 다른 폴더가 없어요.')).toBeVisible()
    screen.getByRole('button', { name: '이 폴더 열기' }).element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(opened).toEqual([{ folder: '/home/me/os' }])
    await expect.element(screen.getByRole('heading', { level: 1, name: '운영체제 노트' })).toBeVisible()
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('moves among its folders by keys, which end at both ends, and leaves other keys alone', async () => {
    const root = { folder: '/', parent: null, folders: [] }
    const screen = await openLibrary(undefined, () =>
      fake.when('folders:list', ({ folder = '/home/me' }: { folder?: string }) => tree[folder] ?? root),
    )
    await userEvent.keyboard('{Control>}o{/Control}')
    const entries = ['위 폴더로', 'os 덱 3개', 'network'].map((name) =>
      screen.getByRole('dialog').getByRole('button', { name }),
    )
    await expect.element(entries[2] ?? null).toBeVisible()
    entries[0]?.element().focus()
    const ways = [
      ['ArrowUp', 0],
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['Home', 0],
      ['End', 2],
      ['KeyA', 2],
    ] as const
    for (const [code, at] of ways) {
      expect(pressKey(code).defaultPrevented, code).toBe(code !== 'KeyA')
      expect(document.activeElement, code).toBe(entries[at]?.element())
    }
    // Of the last folder above there is none.
    for (const above of ['me', '위 폴더로']) {
      pressKey('Backspace')
      await expect
        .poll(() => document.activeElement?.textContent.trim())
        .toBe(above === 'me' ? '위 폴더로' : '안에 다른 폴더가 없어요.')
    }
    expect(document.activeElement?.localName).toBe('ul')
  })

  test('opens the folder that is listed where nothing stands in the field', async () => {
    const screen = await openLibrary(undefined, withFolders)
    await userEvent.keyboard('{Control>}o{/Control}')
    const path = screen.getByRole('textbox', { name: '폴더 경로' })
    await expect.element(path).toHaveValue('/home/me')
    await path.fill(' ')
    await screen.getByRole('button', { name: '이 폴더 열기' }).click()
    expect(opened()).toEqual([{ folder: '/home/me' }])
  })

  test('goes to a typed path, and says where there is none', async () => {
    const screen = await openLibrary(undefined, withFolders)
    await screen.getByRole('button', { name: '폴더 열기…' }).click()
    const path = screen.getByRole('textbox', { name: '폴더 경로' })
    await expect.element(path).toHaveValue('/home/me')
    await path.fill('/nowhere')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('alert')).toMatchTextContent('그런 폴더가 없어요.')
    await path.fill('/home/me/os')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
    await expect.element(screen.getByRole('navigation', { name: '지금 위치' })).toMatchTextContent('os')
    await screen.getByRole('navigation', { name: '지금 위치' }).getByRole('button', { name: 'home' }).click()
    await expect.element(path).toHaveValue('/home')
  })

  test('keeps what is typed while a folder is still being listed', async () => {
    let answer = (): void => undefined
    const listing = new Promise<FolderListing>((resolve) => {
      answer = () => resolve({ folder: '/home/me', parent: '/home', folders: [] })
    })
    const screen = await openLibrary(undefined, () => fake.when('folders:list', () => listing))
    await userEvent.keyboard('{Control>}o{/Control}')
    await screen.getByRole('textbox', { name: '폴더 경로' }).fill('/강의 노트')
    answer()
    await expect.element(screen.getByText('안에 다른 폴더가 없어요.')).toBeVisible()
    await expect.element(screen.getByRole('textbox', { name: '폴더 경로' })).toHaveValue('/강의 노트')
  })

  test('opens what stands in the field, also before that was listed', async () => {
    const screen = await openLibrary(undefined, withFolders)
    await userEvent.keyboard('{Control>}o{/Control}')
    const path = screen.getByRole('textbox', { name: '폴더 경로' })
    await expect.element(path).toHaveValue('/home/me')
    await path.fill(' /home/me/os ')
    await screen.getByRole('button', { name: '이 폴더 열기' }).click()
    expect(opened()).toEqual([{ folder: '/home/me/os' }])
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('stays with a sentence when the folder cannot be opened', async () => {
    const screen = await openLibrary(undefined, () => {
      withFolders()
      fake.when('library:open', () => {
        throw new Failed({ code: 'bad-request', message: { ko: '덱이 없는 폴더예요.', en: 'It has no decks.' } })
      })
    })
    await userEvent.keyboard('{Control>}o{/Control}')
    await screen.getByRole('button', { name: '이 폴더 열기' }).click()
    await expect.element(screen.getByRole('dialog').getByRole('alert')).toMatchTextContent('덱이 없는 폴더예요.')
    expect(opened()).toEqual([{ folder: '/home/me' }])
    // The next folder that can be listed is no failure any more.
    await screen.getByRole('button', { name: 'os 덱 3개' }).click()
    await expect.element(screen.getByText('안에 다른 폴더가 없어요.')).toBeVisible()
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  })

  test('shows the folder asked for last, whatever is answered first, failures too', async () => {
    const answers = new Map<string, { take: (listing: FolderListing) => void; fail: (error: unknown) => void }>()
    const screen = await openLibrary(undefined, () =>
      fake.when(
        'folders:list',
        ({ folder = '/home/me' }: { folder?: string }) =>
          new Promise<FolderListing>((take, fail) => answers.set(folder, { take, fail })),
      ),
    )
    await userEvent.keyboard('{Control>}o{/Control}')
    const path = screen.getByRole('textbox', { name: '폴더 경로' })
    for (const folder of ['/slow', '/broken', '/home']) {
      await path.fill(folder)
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => answers.has(folder)).toBe(true)
    }
    answers.get('/home')?.take(tree['/home'] as FolderListing)
    await expect.element(screen.getByRole('button', { name: 'me' })).toBeVisible()
    answers.get('/slow')?.take({ folder: '/slow', parent: null, folders: [] })
    answers.get('/broken')?.fail(new Failed(gone))
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await expect.element(screen.getByRole('button', { name: 'me' })).toBeVisible()
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  })

  test('gives way to the system’s dialog where there is one', async () => {
    const screen = await openLibrary(undefined, () => {
      fake.features = { ...fake.features, dialogs: true }
      fake.when('library:choose', () => ({ course: '/home/me/os' }))
    })
    await screen.getByRole('button', { name: '폴더 열기…' }).click()
    await expect.element(screen.getByRole('heading', { level: 1, name: '운영체제 노트' })).toBeVisible()
    expect(fake.payloads('folders:list')).toEqual([])
  })
})

describe('recent folders', () => {
  test('are opened again', async () => {
    const screen = await openLibrary(undefined, () => fake.when('library:open', () => ({ course: '/home/me/network' })))
    await screen.getByRole('button', { name: 'network' }).click()
    expect(opened()).toEqual([{ folder: '/home/me/network' }])
    const title = { ko: '네트워크', en: 'Networks' }
    fake.change(libraryOf({ courses: [courseOf(), courseOf({ id: '/home/me/network', title })], recent: [] }))
    await expect.element(screen.getByRole('heading', { level: 1, name: '네트워크' })).toBeVisible()
  })

  test('that are gone say so, and can be taken from the list there and then', async () => {
    const screen = await openLibrary(undefined, () =>
      fake.when('library:open', () => {
        throw new Failed(gone)
      }),
    )
    await screen.getByRole('button', { name: 'network' }).click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('그런 폴더가 없어요.')
    await screen.getByRole('button', { name: '목록에서 빼기' }).click()
    expect(fake.payloads('library:forget')).toEqual([{ folder: '/home/me/network' }])
  })

  test('are forgotten', async () => {
    const screen = await openLibrary()
    await screen.getByRole('button', { name: '최근 목록에서 빼기: network' }).click()
    expect(fake.payloads('library:forget')).toEqual([{ folder: '/home/me/network' }])
  })
})

describe('dropping', () => {
  const drag = (type: string, file = new File([''], 'os')): void => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(file)
    dragOf(type, dataTransfer)
  }
  /** Whether the window takes it, so that the browser does not open it in its place. */
  const dragOf = (type: string, dataTransfer: DataTransfer, more: DragEventInit = {}): boolean =>
    !document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...more }))

  test('shows where, and opens what was dropped', async () => {
    const screen = await openLibrary(undefined, () => fake.when('library:open', () => ({ course: '/home/me/os' })))
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    drag('dragenter')
    await expect.element(screen.getByText('여기에 놓으면 열려요')).toBeVisible()
    drag('drop')
    await expect.poll(opened).toEqual([{ folder: '/dropped/os' }])
    await expect.element(screen.getByText('여기에 놓으면 열려요')).not.toBeInTheDocument()
    await expect.element(screen.getByRole('heading', { level: 1, name: '운영체제 노트' })).toBeVisible()
  })

  test('takes folders and files from the browser, text not', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    const [text, files] = [new DataTransfer(), new DataTransfer()]
    text.setData('text/plain', 'os')
    files.items.add(new File([''], 'os'))
    for (const type of ['dragenter', 'dragover', 'drop'])
      expect([dragOf(type, text), dragOf(type, files)], type).toEqual([false, true])
    await expect.poll(opened).toEqual([{ folder: '/dropped/os' }])
    // From one part of the window to another is not out of it.
    dragOf('dragenter', files)
    await expect.element(screen.getByText('여기에 놓으면 열려요')).toBeVisible()
    dragOf('dragleave', files, { relatedTarget: document.body })
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(screen.getByText('여기에 놓으면 열려요').query()).not.toBeNull()
  })

  test('shows nothing for dragged text, and takes the sign away when the drag leaves', async () => {
    const screen = await openLibrary()
    await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
    document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer: new DataTransfer() }))
    await expect.element(screen.getByText('여기에 놓으면 열려요')).not.toBeInTheDocument()
    drag('dragenter')
    await expect.element(screen.getByText('여기에 놓으면 열려요')).toBeVisible()
    drag('dragleave')
    await expect.element(screen.getByText('여기에 놓으면 열려요')).not.toBeInTheDocument()
  })
})
