import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { introduced } from './introduced.ts'
import { connect, cookie, key, known, letIn, offered, ours, ownBase, serveEachTest, sockets } from './loopback.ts'

serveEachTest()

describe('another server on this machine that got our cookie', () => {
  const asked = JSON.stringify({ id: 1, name: 'library:read' })

  it.each([
    ['does not say who it is', () => [asked]],
    ['has the cookie for a key', () => [JSON.stringify(introduced(cookie.split('=')[1] ?? '')), asked]],
    ['has a key of another time', () => [JSON.stringify(introduced(key.slice(0, -1))), asked]],
    ['says a proof that is no text', () => [JSON.stringify({ ...introduced(key), proof: [key] }), asked]],
    ['sends what is no JSON', () => ['', asked]],
  ])('opens no window where it %s', async (_what, say) => {
    const socket = connect(ours())
    const told: unknown[] = []
    socket.on('message', (data) => told.push(data))
    await once(socket, 'open')
    const closed = once(socket, 'close')
    for (const text of say()) socket.send(text)
    expect((await closed)[0]).toBe(4401)
    expect(told).toEqual([])
  })

  it('is told nothing while it says nothing, counts as no window, and is hung up on', async () => {
    const before = sockets.open().length
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const socket = connect(ours())
      const told: unknown[] = []
      socket.on('message', (data) => told.push(data))
      const closed = once(socket, 'close')
      await once(socket, 'open')
      sockets.broadcast('talk:changed', null)
      sockets.command('deck', 'close')
      expect(sockets.open()).toHaveLength(before)
      // Until the server, too, has taken it up.
      while (vi.getTimerCount() === 0) await new Promise(setImmediate)
      vi.advanceTimersByTime(5000)
      expect((await closed)[0]).toBe(4401)
      expect(told).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })

  it('reads no picture, no export and no key, and drops nothing', async () => {
    const picture = `course/${encodeURIComponent('/notes/과정')}/a%20b.png`
    const secret = cookie.split('=')[1] ?? ''
    const base = ownBase()
    for (const guess of ['/', '/own/', `/own/${secret}/`, `/own/${key}/`, `${base.slice(0, -2)}/`])
      expect([guess, (await known(guess + picture, { headers: ours() })).status]).toEqual([guess, 404])
    const { href } = await offered('%PDF')
    expect((await known(href.replace(/\/exported\/[^/]+/, `/exported/${secret}`), { headers: ours() })).status).toBe(
      404,
    )
    for (const path of ['/drop/session-1/course/a.ko.md', `/own/${secret}/drop/session-1/course/a.ko.md`])
      expect((await known(path, { method: 'PUT', body: '# 덱', headers: ours() })).status).toBe(404)
    const secrets = [key, base]
    for (const path of ['/', '/enter', '/enter?ticket=guess', '/library/index.html', '/bridge.js']) {
      const answer = await known(path, { headers: ours() })
      for (const one of secrets) expect(JSON.stringify(answer)).not.toContain(one)
    }
  })
})

describe('who has the cookie, and has heard and seen one window', () => {
  it('opens no other window, and not that one again', async () => {
    const said = introduced(key)
    const { socket } = await letIn('?window=deck', said)
    const close = once(socket, 'close')
    socket.close()
    await close
    for (const attempt of [said, { ...said, turn: 2 }, { ...said, window: introduced(key).window }]) {
      const thief = connect(ours(), '?window=deck&again')
      const told: unknown[] = []
      thief.on('message', (data) => told.push(data))
      await once(thief, 'open')
      thief.send(JSON.stringify(attempt))
      expect([(await once(thief, 'close'))[0], told]).toEqual([4401, []])
    }
  })

  it('reads nothing by the path of a window that has gone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const [going, staying] = [await letIn(), await letIn()]
      const seen = async ({ ownBase: base }: { readonly ownBase: string }): Promise<number> =>
        (await known(`${base}course/${encodeURIComponent('/notes/과정')}/a%20b.png`, { headers: ours() })).status
      expect([await seen(going), await seen(staying)]).toEqual([200, 200])
      const windows = sockets.open().length
      going.socket.close()
      await expect.poll(() => sockets.open().length).toBe(windows - 1)
      vi.setSystemTime(Date.now() + 60_000)
      expect([await seen(going), await seen(staying)]).toEqual([404, 200])
      staying.socket.close()
    } finally {
      vi.useRealTimers()
    }
  })
})
