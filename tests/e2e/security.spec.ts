import { request as httpRequest } from 'node:http'
import type { Page } from '@playwright/test'
import type { AskingWindow } from './app/windows.ts'
import { expect, notIn, test, type App } from './fixtures.ts'

const originOf = (app: App): string => new URL(app.library.url()).origin

/** The status of a request made by another program on this machine. */
function statusOf(app: App, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  const { port } = new URL(originOf(app))
  return new Promise((resolve, reject) => {
    const asking = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asking.on('error', reject)
    asking.end()
  })
}

test('what a window asks is checked: nonsense is answered by a failure with a code', async ({ app }) => {
  const bad: readonly [string, unknown][] = [
    ['no:such', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['talk:start', undefined],
    ['talk:intent', { type: 'goTo', place: { slide: 'x', step: -1 } }],
    ['talk:intent', { type: 'next', more: true }],
    ['library:open', { folder: 7 }],
    ['deck:read', { ref: { course: 'docker', name: '01', lang: 'fr' } }],
    ['settings:write', { theme: 'pink' }],
    ['link:open', { url: 'javascript:alert(1)' }],
    ['link:open', { url: 'file:///etc/passwd' }],
  ]
  for (const [name, payload] of bad) {
    const answer = await app.library.evaluate(
      async ([n, p]) => {
        try {
          return await (window as unknown as AskingWindow).shell.request(n, p)
        } catch (error) {
          return { failure: { code: String(error) } }
        }
      },
      [name, payload] as const,
    )
    expect([name, answer.failure?.code]).toEqual([name, 'bad-request'])
  }
  const unknown = await app.ask('deck:read', { ref: { course: 'docker', name: '../../../etc/passwd', lang: 'ko' } })
  expect(unknown.failure?.code).toBe('not-found')
  expect((await app.ask('talk:intent', { type: 'next' })).failure?.code).toBe('no-talk')
  expect((await app.ask('print:read')).failure?.code).toBe('refused')
})

test('a page of ours can run and load only what is ours', async ({ app }) => {
  app.watch.expectError(/Content Security Policy|content security policy|violates the following/)
  const ran = await app.library.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    const fetched = await fetch('http://localhost:9/').then(
      () => true,
      () => false,
    )
    const image = await new Promise((resolve) => {
      const picture = new Image()
      picture.onload = () => resolve(true)
      picture.onerror = () => resolve(false)
      picture.src = 'http://localhost:9/picture.png'
    })
    let evaluated = true
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what the page must refuse
      new Function('return 1')()
    } catch {
      evaluated = false
    }
    return { inline: 'ran' in window, fetched, image, evaluated }
  })
  expect(ran).toEqual({ inline: false, fetched: false, image: false, evaluated: false })
})

notIn(['browser'], 'a browser decides about its pages itself', () => {
  test('a window goes nowhere and opens no other', async ({ app }) => {
    const { library } = app
    await library.getByRole('radio').first().waitFor()
    const address = library.url()
    const opened: Page[] = []
    library.context().on('page', (page) => opened.push(page))
    await library.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'http://localhost:9/'
      document.body.append(link)
      link.click()
      open('http://localhost:9/')
      open('/gallery/index.html')
    })
    await expect.poll(() => [...opened, library].map((page) => page.isClosed())).toEqual([true, true, false])
    expect(library.url()).toBe(address)
    expect(await library.evaluate(() => document.querySelectorAll('[type=radio]').length)).toBeGreaterThan(0)
  })
})

test.describe('the loopback server', () => {
  test.skip(({ shellKind }) => shellKind !== 'browser', 'the others have no server')

  test('lets nobody in without a ticket, under another name, or from another page', async ({ app }) => {
    const cookies = await app.library.context().cookies()
    const [cookie] = cookies
    expect(cookies).toHaveLength(1)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1' })
    expect(app.library.url()).not.toContain('ticket')
    const known = { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` }

    expect(await statusOf(app, '/library/index.html')).toBe(403)
    expect(await statusOf(app, '/bridge.js')).toBe(403)
    expect(await statusOf(app, '/enter?ticket=guess')).toBe(403)
    expect(await statusOf(app, '/library/index.html', known)).toBe(200)
    expect(await statusOf(app, '/library/index.html', { ...known, host: 'evil.example' })).toBe(421)
    expect(await statusOf(app, '/library/index.html', { ...known, origin: 'https://evil.example' })).toBe(403)
    expect(await statusOf(app, '/drop/session-1/x/a.ko.md', known, 'PUT')).toBe(403)
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    }
    expect(
      await statusOf(app, '/shell/socket?window=deck', { ...known, ...upgrade, origin: 'https://evil.example' }),
    ).toBe(403)
  })

  test('gives away no file that is not a page of ours or a picture of a course', async ({ app }) => {
    const [cookie] = await app.library.context().cookies()
    const known = { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` }
    for (const path of [
      '/../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/library/..%5c..%5cpackage.json',
      '/course/docker/course.yaml',
      '/course/docker/01-docker-and-vm.ko.md',
      '/course/docker/..%2f..%2fpackage.json',
      '/course/..%2f..%2f/package.json',
      '/exported/guess/01.pdf',
    ]) {
      expect([path, await statusOf(app, path, known)]).toEqual([path, 404])
    }
  })
})
