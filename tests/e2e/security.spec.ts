import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import type { Shell } from '../../src/contract/channels.ts'
import { smallCourse } from './app/courses.ts'
import { introduced } from '../unit/browser-shell/introduced.ts'
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

test.describe('in a browser', () => {
  test.skip(({ shellKind }) => shellKind !== 'browser', 'windows of the others are held by the shell')

  test('no link, script or form takes a window elsewhere', async ({ app }) => {
    app.watch.expectError(/form-action|ERR_BLOCKED_BY_CLIENT|ERR_CONNECTION_REFUSED/)
    const { library } = app
    await library.getByRole('radio').first().waitFor()
    const address = library.url()
    await library.evaluate(() => Object.assign(window, { stayed: true }))
    const stays = async (what: string): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const stayed = await library.evaluate(() => 'stayed' in window).catch(() => false)
      expect([what, library.url(), stayed]).toEqual([what, address, true])
    }
    const elsewhere = ['http://localhost:9/', '/gallery/index.html', '/course/docker/picture.png']
    for (const href of elsewhere) {
      await library.evaluate((to) => {
        const link = document.createElement('a')
        link.href = to
        link.textContent = 'a link'
        link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99; background: red; padding: 8px'
        link.id = 'link'
        document.body.append(link)
      }, href)
      await library.locator('#link').click()
      await stays(`a click on ${href}`)
      await library.locator('#link').press('Enter')
      await stays(`Enter on ${href}`)
      await library.locator('#link').evaluate((link) => link.remove())
    }
    await library.evaluate(() => location.assign('http://localhost:9/'))
    await stays('a script')
    await library.evaluate(() => {
      document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="0; url=http://localhost:9/">')
    })
    await stays('a refresh')
    await library.evaluate(() => {
      const form = document.createElement('form')
      form.action = 'http://localhost:9/'
      document.body.append(form)
      form.submit()
    })
    await stays('a form')
    // Playwright waits for a form that was sent; loading the page anew is the person's own to do, and ends that.
    await library.reload()
    await library.getByRole('radio').first().waitFor()
  })

  test('what is dropped on a window is taken where something waits for it, and opened nowhere', async ({ app }) => {
    const gallery = await app.openGallery()
    await gallery.locator('.slide').first().waitFor()
    const kept = await gallery.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<textarea></textarea><input type="file" />')
      const held: string[] = []
      for (const target of ['body', 'textarea', 'input[type=file]']) {
        for (const what of ['link', 'file']) {
          const dataTransfer = new DataTransfer()
          if (what === 'file') dataTransfer.items.add(new File(['x'], 'a.html', { type: 'text/html' }))
          else dataTransfer.setData('text/uri-list', 'http://localhost:9/')
          for (const type of ['dragover', 'drop']) {
            const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
            if (!document.querySelector(target)?.dispatchEvent(event)) held.push(`${what} ${type} ${target}`)
          }
        }
      }
      document.querySelectorAll('textarea, input[type=file]').forEach((field) => field.remove())
      return held
    })
    expect(kept).toEqual([
      ...['link dragover body', 'link drop body', 'file dragover body', 'file drop body'],
      ...['file dragover textarea', 'file drop textarea'],
      ...['link dragover input[type=file]', 'link drop input[type=file]'],
    ])
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
    expect(await statusOf(app, '/own/guess/drop/session-1/x/a.ko.md', known, 'PUT')).toBe(403)
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
    const own = await app.library.evaluate(() => (window as unknown as { shell: Shell }).shell.ownBase)
    expect(own).toMatch(/^\/own\/[\w-]{43}\/$/)
    for (const path of [
      '/../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/library/..%5c..%5cpackage.json',
      `${own}course/docker/course.yaml`,
      `${own}course/docker/01-docker-and-vm.ko.md`,
      `${own}course/docker/..%2f..%2fpackage.json`,
      `${own}course/..%2f..%2f/package.json`,
      '/exported/guess/01.pdf',
    ]) {
      expect([path, await statusOf(app, path, known)]).toEqual([path, 404])
    }
  })

  test('lets in each window by itself: what one has said opens no other, and its path ends with it', async ({
    app,
  }) => {
    const folder = await app.folder(smallCourse)
    await app.ask('library:open', { folder })
    const [cookie] = await app.library.context().cookies()
    const known = { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}`, origin: originOf(app) }
    const picture = `course/${encodeURIComponent(folder)}/picture.png`
    const baseOf = (page: Page): Promise<string> =>
      page.evaluate(() => (window as unknown as { shell: Shell }).shell.ownBase)

    // Two tabs of one address, and one of them loaded again.
    const second = await app.library.context().newPage()
    const said: string[] = []
    second.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => String(payload).includes('proof') && said.push(String(payload))),
    )
    const bases: string[] = [await baseOf(app.library)]
    for (const load of [() => second.goto(app.library.url()), () => second.reload()]) {
      await load()
      await expect(second.getByRole('heading', { level: 1 })).toBeVisible()
      bases.push(await baseOf(second))
    }
    expect(new Set(bases).size).toBe(3)
    expect(new Set(said).size).toBe(2)
    for (const base of bases) expect(await statusOf(app, base + picture, known)).toBe(200)

    for (const one of said) {
      const socket = new WebSocket(`${originOf(app).replace('http', 'ws')}/shell/socket?window=library`, {
        headers: known,
      })
      socket.on('open', () => socket.send(one))
      expect((await once(socket, 'close'))[0]).toBe(4401)
    }
    await second.close()
    expect(await app.ask('talk:read')).toEqual({ value: null })
  })

  test('gives another server, which gets its cookie, nothing of a course', async ({ app }) => {
    const folder = await app.folder(smallCourse)
    await app.ask('library:open', { folder })
    const given: string[] = []
    const other = createServer((request, response) => {
      given.push(request.headers.cookie ?? '')
      response.end('<!doctype html><title>another</title>')
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const page = await app.library.context().newPage()
    await page.goto(`http://127.0.0.1:${port}/`)

    // What the person's browser shows to any port of this machine, beside all that a program can write into a request.
    const known = { cookie: given[0] ?? '', origin: originOf(app) }
    expect(known.cookie).toMatch(/^lectern-\d+=[\w-]{43}$/)
    const picture = `course/${encodeURIComponent(folder)}/picture.png`
    expect(await statusOf(app, `/${picture}`, known)).toBe(404)
    expect(await statusOf(app, `/own/${known.cookie.split('=')[1] ?? ''}/${picture}`, known)).toBe(404)
    const socket = new WebSocket(`${originOf(app).replace('http', 'ws')}/shell/socket?window=library&again`, {
      headers: known,
    })
    const told: unknown[] = []
    socket.on('message', (data) => {
      told.push(data)
      socket.close()
    })
    socket.on('open', () => {
      socket.send(JSON.stringify(introduced(known.cookie.split('=')[1] ?? '')))
      socket.send(JSON.stringify({ id: 1, name: 'library:read' }))
    })
    const [code] = (await once(socket, 'close')) as [number]
    expect([code, told]).toEqual([4401, []])

    // Its page has no way to the keys either, nor to what ours load.
    app.watch.expectError(/CORS policy|ERR_FAILED/)
    const stolen = await page.evaluate(async (ours) => {
      const answers = ['/library/index.html', '/bridge.js'].map((path) =>
        fetch(ours + path, { credentials: 'include' }).then(
          (answer) => answer.text(),
          () => null,
        ),
      )
      return { kept: Object.keys(localStorage), answers: await Promise.all(answers) }
    }, originOf(app))
    expect(stolen).toEqual({ kept: [], answers: [null, null] })
    await page.close()
    other.closeAllConnections()
    other.close()
  })
})
