import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stayOnPage } from '../../../src/browser-shell/page/stay.ts'

const outside = vi.fn<(url: string) => void>()
let leave: (() => void)[]

beforeEach(() => {
  outside.mockReset()
  // Other tests are on this page too.
  const added = [navigation, window].map((target) => ({ target, spy: vi.spyOn(target, 'addEventListener') }))
  stayOnPage(outside)
  leave = added.flatMap(({ target, spy }) => {
    const calls = [...spy.mock.calls] as [string, EventListener, AddEventListenerOptions | undefined][]
    spy.mockRestore()
    return calls.map(
      ([type, listener, options]) =>
        () =>
          target.removeEventListener(type, listener, options),
    )
  })
})
afterEach(() => {
  for (const one of leave) one()
  document.body.replaceChildren()
})

interface Going {
  readonly userInitiated?: boolean
  readonly sameDocument?: boolean
  readonly downloadRequest?: string | null
  readonly cancelable?: boolean
}
/** Whether the window stays where it is. */
function staysAt(
  url: string,
  { sameDocument = false, userInitiated = false, downloadRequest = null, cancelable = true }: Going = {},
): boolean {
  const event = new Event('navigate', { cancelable })
  Object.defineProperties(event, {
    destination: { value: { url: new URL(url, location.href).href, sameDocument } },
    downloadRequest: { value: downloadRequest },
    userInitiated: { value: userInitiated },
  })
  navigation.dispatchEvent(event)
  return event.defaultPrevented
}

describe('a window', () => {
  test.each([true, false])(
    'stays where a link leads elsewhere, which is opened outside (by hand: %s)',
    (userInitiated) => {
      expect(staysAt('https://example.com/a', { userInitiated })).toBe(true)
      expect(outside.mock.calls).toEqual([['https://example.com/a']])
    },
  )

  test('follows no link of anybody to another window of ours, and becomes one only by our own code', () => {
    expect(staysAt('/gallery/index.html', { userInitiated: true })).toBe(true)
    expect(staysAt('/gallery/index.html')).toBe(false)
    expect(staysAt('/gallery/other.html')).toBe(true)
    expect(staysAt('/other/index.html')).toBe(true)
  })

  test('is loaded again, whoever asks', () => {
    for (const userInitiated of [true, false]) expect(staysAt(location.href, { userInitiated })).toBe(false)
    // The same path elsewhere is another page.
    expect(staysAt(`https://example.com${location.pathname}`)).toBe(true)
    expect(outside).toHaveBeenCalledTimes(1)
  })

  test('lets places within the page, downloads and what cannot be stopped be', () => {
    expect(staysAt('#there', { sameDocument: true, userInitiated: true })).toBe(false)
    expect(staysAt('https://example.com/file', { downloadRequest: '' })).toBe(false)
    expect(staysAt('https://example.com/', { cancelable: false })).toBe(false)
    expect(outside).not.toHaveBeenCalled()
  })
})

describe('what is dropped on a window', () => {
  /** What becomes of a drop on an element: whether the page keeps the browser from it, and what the pointer shows. */
  function dropped(markup: string, hasFiles: boolean, type: 'dragover' | 'drop' = 'drop'): readonly [boolean, string] {
    document.body.innerHTML = markup
    const dataTransfer = new DataTransfer()
    if (hasFiles) dataTransfer.items.add(new File(['text'], 'a.md'))
    else dataTransfer.setData('text/plain', 'text')
    dataTransfer.dropEffect = 'copy'
    const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })
    ;(document.body.firstElementChild?.firstElementChild ?? document.body.firstElementChild)?.dispatchEvent(event)
    return [event.defaultPrevented, dataTransfer.dropEffect]
  }
  const refused = [true, 'none']

  test.each(['dragover', 'drop'] as const)('goes nowhere but where there is room for it: %s', (type) => {
    expect(dropped('<p>text</p>', true, type)).toEqual(refused)
    expect(dropped('<p>text</p>', false, type)).toEqual(refused)
    expect(dropped('<label><input type="file"></label>', true, type)[0]).toBe(false)
    expect(dropped('<label><input type="file"></label>', false, type)).toEqual(refused)
  })

  test.each([
    '<textarea></textarea>',
    '<input>',
    ...['text', 'search', 'number'].map((type) => `<input type="${type}">`),
  ])('is text where text is written, and no file: %s', (markup) => {
    expect(dropped(markup, false)[0]).toBe(false)
    expect(dropped(markup, true)).toEqual(refused)
  })

  test.each(['checkbox', 'range', 'button'])('is nothing for an input that takes no text: %s', (type) => {
    expect(dropped(`<input type="${type}">`, false)).toEqual(refused)
  })

  test('without any element to be dropped on is refused too, and so is one without data', () => {
    const event = new DragEvent('drop', { bubbles: true, cancelable: true })
    document.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })
})
