import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron/main'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isOurUrl, pageUrl } from '../../../src/main/page-url.ts'
import { guardContents, guardSession, openOutside } from '../../../src/main/security.ts'
import { app, session } from '../../harness/electron.ts'
import { preventable } from '../../harness/surface.ts'
import { record } from '../../harness/system.ts'

beforeAll(() => app.becomeReady())
beforeEach(() => void record.opened.splice(0))
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

/** A page of ours with its guards on. */
class Contents extends EventEmitter {
  openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined
  getURL(): string {
    return pageUrl('deck')
  }
  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler
  }
}
function guarded(): Contents {
  const contents = new Contents()
  guardContents(contents as unknown as WebContents)
  return contents
}

test('only addresses of our scheme and host are ours', () => {
  for (const url of [pageUrl('library'), 'lectern://app/course/docker/a.png']) expect(isOurUrl(url)).toBe(true)
  for (const url of [
    'https://app/library/index.html',
    'lectern://app.evil/library/index.html',
    'lectern://other/library/index.html',
    'lectern:app/library/index.html',
    'file:///etc/passwd',
    'about:blank',
    'data:text/html,hello',
    'nonsense',
    '',
  ]) {
    expect([url, isOurUrl(url)]).toEqual([url, false])
  }
})

describe('navigation', () => {
  test('a window stays on its page; a link to the web opens outside', async () => {
    for (const [url, isOpened] of [
      ['https://docs.docker.com/', true],
      ['mailto:someone@example.org', true],
      ['http://example.org/', false],
      ['file:///etc/passwd', false],
      ['javascript:alert(1)', false],
      ['data:text/html,hello', false],
      [pageUrl('presenter'), false],
      ['smb://server/share', false],
    ] as const) {
      record.opened.length = 0
      const event = preventable({ url, isMainFrame: true })
      guarded().emit('will-navigate', event)
      await later()
      expect([url, event.defaultPrevented, record.opened]).toEqual([url, true, isOpened ? [url] : []])
    }
  })

  test('a page may load itself again', () => {
    const event = preventable({ url: pageUrl('deck') })
    guarded().emit('will-navigate', event)
    expect(event.defaultPrevented).toBe(false)
  })

  test('frames inside a page, redirects away and webviews are prevented', () => {
    const contents = guarded()
    const frame = preventable({ url: pageUrl('deck'), isMainFrame: false })
    contents.emit('will-frame-navigate', frame)
    const redirect = preventable({ url: 'https://evil.example/' })
    contents.emit('will-redirect', redirect)
    const webview = preventable({})
    contents.emit('will-attach-webview', webview)
    expect([frame, redirect, webview].map((event) => event.defaultPrevented)).toEqual([true, true, true])
  })

  test('no window is ever opened by a page', async () => {
    const open = guarded().openHandler
    const ask = (url: string): unknown => open?.({ url } as Parameters<NonNullable<typeof open>>[0])
    for (const url of ['https://example.org/', pageUrl('library'), 'about:blank', 'file:///etc/passwd']) {
      expect(ask(url)).toEqual({ action: 'deny' })
    }
    await later()
    expect(record.opened).toEqual(['https://example.org/'])
  })

  test('only https and mailto go to other programs', () => {
    expect(['https://a.example', 'mailto:a@b.example'].map(openOutside)).toEqual([true, true])
    const others = ['http://a.example', 'file:///x', 'ftp://a', 'vscode://x', 'C:\\Windows', 'javascript:1', '']
    expect(others.map(openOutside)).toEqual(others.map(() => false))
  })
})

describe('the session', () => {
  beforeAll(() => guardSession(session.defaultSession as unknown as Session))
  const fake = session

  const asked = (permission: string, from = pageUrl('deck'), at = pageUrl('deck')): boolean => {
    const answers: boolean[] = []
    fake.defaultSession.permissionRequest?.(
      { getURL: () => at } as unknown as WebContents,
      permission as 'fullscreen',
      (answer) => answers.push(answer),
      { requestingUrl: from } as never,
    )
    expect(answers).toHaveLength(1)
    return answers[0] === true
  }

  test('grants pages of ours full screen and copying, and nobody anything else', () => {
    const wanted = [
      'fullscreen',
      'clipboard-sanitized-write',
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'midi',
      'openExternal',
      'pointerLock',
      'display-capture',
      'window-management',
      'fileSystem',
      'unknown',
    ]
    const granted = ['fullscreen', 'clipboard-sanitized-write']
    expect(wanted.filter((permission) => asked(permission))).toEqual(granted)
    const checked = wanted.filter((permission) =>
      fake.defaultSession.permissionCheck?.(null, permission as 'fullscreen', 'lectern://app/', {} as never),
    )
    expect(checked).toEqual(granted)
  })

  test('grants nothing to other pages, nor to frames of others in ours', () => {
    expect(asked('fullscreen', 'https://evil.example/')).toBe(false)
    expect(asked('fullscreen', pageUrl('deck'), 'https://evil.example/')).toBe(false)
    const check = fake.defaultSession.permissionCheck
    expect(check?.(null, 'fullscreen', 'https://evil.example', {} as never)).toBe(false)
    expect(check?.(null, 'fullscreen', '', {} as never)).toBe(false)
  })

  test('gives away no device and lets nothing be downloaded', () => {
    expect(fake.defaultSession.device?.({} as never)).toBe(false)
    const download = preventable({})
    fake.defaultSession.emit('will-download', download)
    expect(download.defaultPrevented).toBe(true)
  })

  test('lets no request leave the machine', () => {
    const passing = [
      pageUrl('deck'),
      'data:image/png;base64,AA',
      'blob:lectern://app/1',
      'devtools://devtools/bundled/x.html',
    ]
    const stopped = [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://example.org/',
      'file:///etc/passwd',
      'lectern://b/',
      'nonsense',
      'metadata:x',
    ]
    expect(passing.filter((url) => !fake.defaultSession.lets(url))).toEqual([])
    expect(stopped.filter((url) => fake.defaultSession.lets(url))).toEqual([])
  })
})
