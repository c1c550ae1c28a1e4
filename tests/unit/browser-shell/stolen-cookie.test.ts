import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { connect, cookie, keys, known, offered, ours, serveEachTest, sockets } from './loopback.ts'

serveEachTest()

describe('another server on this machine that got our cookie', () => {
  const asked = JSON.stringify({ id: 1, name: 'library:read' })

  it.each([
    ['says nothing of a key', () => [asked]],
    ['has the cookie for a key', () => [JSON.stringify({ key: cookie.split('=')[1] }), asked]],
    ['has a key of another time', () => [JSON.stringify({ key: keys.key.slice(0, -1) }), asked]],
    ['says a key that is no text', () => [JSON.stringify({ key: [keys.key] }), asked]],
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
    for (const base of ['/', '/own/', `/own/${secret}/`, `/own/${keys.key}/`, `${keys.ownBase.slice(0, -2)}/`])
      expect([base, (await known(base + picture, { headers: ours() })).status]).toEqual([base, 404])
    const { href } = await offered('%PDF')
    expect((await known(href.replace(/\/exported\/[^/]+/, `/exported/${secret}`), { headers: ours() })).status).toBe(
      404,
    )
    for (const path of ['/drop/session-1/course/a.ko.md', `/own/${secret}/drop/session-1/course/a.ko.md`])
      expect((await known(path, { method: 'PUT', body: '# 덱', headers: ours() })).status).toBe(404)
    const secrets = [keys.key, keys.ownBase]
    for (const path of ['/', '/enter', '/enter?ticket=guess', '/library/index.html', '/bridge.js']) {
      const answer = await known(path, { headers: ours() })
      for (const one of secrets) expect(JSON.stringify(answer)).not.toContain(one)
    }
  })
})
