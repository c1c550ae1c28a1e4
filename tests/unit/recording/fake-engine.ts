import { randomBytes } from 'node:crypto'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

interface FakeContainer {
  readonly id: string
  readonly name: string
  readonly image: string
  readonly labels: Record<string, string>
  isRunning: boolean
}
interface FakeImage {
  readonly id: string
  tags: string[]
  readonly labels: Record<string, string>
}

const randomId = (): string => randomBytes(32).toString('hex')

/** Enough of the Engine API to record from, as the shipped recordings show it. */
export interface FakeEngine {
  readonly socketPath: string
  readonly containers: FakeContainer[]
  readonly images: FakeImage[]
  /** Each call as `METHOD path` without the API version. */
  readonly calls: string[]
  /** A build answers only when this has resolved. */
  hold: Promise<void>
  /** Paths that it cannot answer. */
  broken: RegExp | null
  addContainer(name: string, labels?: Record<string, string>, image?: string): FakeContainer
  addImage(tag: string, labels?: Record<string, string>): FakeImage
  close(): Promise<void>
}

const frame = (stream: 1 | 2, text: string): Buffer => {
  const body = Buffer.from(text)
  const head = Buffer.alloc(8)
  head[0] = stream
  head.writeUInt32BE(body.length, 4)
  return Buffer.concat([head, body])
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export async function startFakeEngine(socketPath: string, api = '1.51'): Promise<FakeEngine> {
  const containers: FakeContainer[] = []
  const images: FakeImage[] = []
  const calls: string[] = []
  const events: object[] = []
  const sockets = new Set<Socket>()
  const waiting = new Map<string, ServerResponse[]>()
  let lastNano = 0

  const tell = (Type: string, Action: string, ID: string, Attributes: Record<string, string>): void => {
    lastNano = Math.max(lastNano + 1, Date.now() * 1e6)
    events.push({ Type, Action, Actor: { ID, Attributes }, timeNano: lastNano })
  }
  const tellOf = (action: string, one: FakeContainer, more: Record<string, string> = {}): void =>
    tell('container', action, one.id, { image: one.image, name: one.name, ...more, ...one.labels })
  const withTag = (name: string): string => (/:[^/]+$/.test(name) ? name : `${name}:latest`)
  const imageOf = (name: string): FakeImage | undefined =>
    images.find(({ id, tags }) => id === name || tags.includes(withTag(name)))
  const containerOf = (name: string): FakeContainer | undefined =>
    containers.find((one) => one.id === name || one.name === name)

  const engine: FakeEngine = {
    socketPath,
    containers,
    images,
    calls,
    hold: Promise.resolve(),
    broken: null,
    addContainer: (name, labels = {}, image = 'alpine') => {
      const one = { id: randomId(), name, image, labels, isRunning: true }
      containers.push(one)
      return one
    },
    addImage: (tag, labels = {}) => {
      const one = { id: `sha256:${randomId()}`, tags: [withTag(tag)], labels }
      images.push(one)
      return one
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }

  /** A call of the engine to a registry; it closes each connection, as the classic store does. */
  const toRegistry = (host: string, method: string, path: string, body?: Buffer): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { connection: 'close', 'user-agent': 'docker/28.5.2 go/go1.27', host }
      const [hostname, port] = host.split(':')
      const asked = ask({ hostname, port, method, path, headers, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0))
      })
      asked.on('error', reject).end(body)
    })

  const push = async (name: string, say: (line: object) => void): Promise<void> => {
    const [host = '', ...rest] = name.split('/')
    const repository = rest.join('/')
    const { id } = imageOf(`${name}:1`) ?? { id: '' }
    say({ status: `The push refers to repository [${name}]` })
    await toRegistry(host, 'GET', '/v2/')
    if ((await toRegistry(host, 'HEAD', `/v2/${repository}/blobs/${id}`)) === 404) {
      for (const current of [512, 1024, 2048])
        say({ status: 'Pushing', progressDetail: { current, total: 2048 }, progress: '[=>]', id: id.slice(7, 19) })
      const state = 'x'.repeat(30)
      await toRegistry(host, 'POST', `/v2/${repository}/blobs/uploads/`)
      await toRegistry(host, 'PATCH', `/v2/${repository}/blobs/uploads/1?_state=${state}`, Buffer.alloc(2048, 7))
      await toRegistry(host, 'PUT', `/v2/${repository}/blobs/uploads/1?_state=${state}&digest=${id}`)
    }
    await toRegistry(host, 'PUT', `/v2/${repository}/manifests/1`, Buffer.from('{"schemaVersion":2}'))
    say({ status: `1: digest: ${id} size: 736` })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://engine')
    const path = url.pathname.replace(/^\/v1\.\d+/, '')
    calls.push(`${request.method ?? ''} ${path}`)
    const common = {
      'api-version': api,
      'docker-experimental': 'false',
      server: 'Docker/28.5.2 (linux)',
      ostype: 'linux',
    }
    const json = (status: number, value: object): void => {
      const text = JSON.stringify(value)
      response.writeHead(status, { ...common, 'content-type': 'application/json', 'content-length': text.length })
      response.end(text)
    }
    const nothing = (status: number): void => void response.writeHead(status, common).end()
    const missing = (what: string): void => json(404, { message: `No such ${what}` })
    const say = (line: object): void => void response.write(`${JSON.stringify(line)}\r\n`)
    const wanted = (): [string, string] => {
      const filters = JSON.parse(url.searchParams.get('filters') ?? '{}') as { label?: string[] }
      const [label = '', value = ''] = (filters.label?.[0] ?? '').split('=')
      return [label, value]
    }
    const is = (method: string, pattern: RegExp): RegExpExecArray | null =>
      request.method === method ? pattern.exec(path) : null
    let match: RegExpExecArray | null

    if (engine.broken?.test(path)) json(500, { message: 'out of order' })
    else if (path === '/_ping') {
      response.writeHead(200, { ...common, 'content-type': 'text/plain; charset=utf-8', 'content-length': 0 }).end()
    } else if (path === '/version') {
      const Components = [
        { Name: 'Engine', Version: '28.5.2' },
        { Name: 'containerd', Version: '2.1.9' },
        { Name: 'runc', Version: '1.3.6' },
      ]
      json(200, {
        Version: '28.5.2',
        ApiVersion: api,
        KernelVersion: '6.1.2-secret-build',
        Experimental: false,
        Components,
      })
    } else if (path === '/info') {
      json(200, {
        OperatingSystem: 'Debian GNU/Linux 13',
        KernelVersion: '6.1.2-secret-build',
        Architecture: 'x86_64',
        Driver: 'overlay2',
        DriverStatus: [['Backing Filesystem', 'extfs']],
        CgroupDriver: 'cgroupfs',
        CgroupVersion: '2',
        DockerRootDir: '/home/secretive/docker',
      })
    } else if (path === '/events') {
      const until = Number(url.searchParams.get('until')) * 1e9
      const since = Number(url.searchParams.get('since')) * 1e9
      // The clock of these events ticks in milliseconds.
      const within = (events as { timeNano: number }[]).filter(
        ({ timeNano }) => timeNano >= since - 1e6 && timeNano <= until,
      )
      response.writeHead(200, common).end(within.map((event) => `${JSON.stringify(event)}\n`).join(''))
    } else if (is('GET', /^\/containers\/json$/)) {
      const [label, value] = wanted()
      const found = containers.filter(({ labels }) => labels[label] === value)
      json(
        200,
        found.map(({ id, name }) => ({ Id: id, Names: [`/${name}`] })),
      )
    } else if (is('GET', /^\/images\/json$/)) {
      const [label, value] = wanted()
      const found = images.filter(({ labels }) => labels[label] === value)
      json(
        200,
        found.map(({ id, tags }) => ({ Id: id, RepoTags: tags })),
      )
    } else if ((match = is('GET', /^\/containers\/([^/]+)\/json$/))) {
      const one = containerOf(match[1] ?? '')
      if (one === undefined) {
        missing('container')
        return
      }
      json(200, {
        Id: one.id,
        Name: `/${one.name}`,
        State: { Status: one.isRunning ? 'running' : 'exited', Running: one.isRunning, Pid: 0, Error: '' },
        LogPath: `/home/secretive/docker/containers/${one.id}-json.log`,
        Config: { Image: one.image, Labels: one.labels, Env: null },
      })
    } else if ((match = is('DELETE', /^\/containers\/([^/]+)$/))) {
      const at = containers.findIndex(({ id, name }) => id === match?.[1] || name === match?.[1])
      const [one] = at < 0 ? [] : containers.splice(at, 1)
      if (one === undefined) {
        missing('container')
        return
      }
      tellOf('destroy', one)
      nothing(204)
    } else if ((match = is('DELETE', /^\/images\/(.+)$/))) {
      const name = decodeURIComponent(match[1] ?? '')
      const one = imageOf(name)
      if (one === undefined) {
        missing('image')
        return
      }
      one.tags = one.tags.filter((tag) => tag !== withTag(name))
      if (one.tags.length === 0) images.splice(images.indexOf(one), 1)
      json(200, [{ Untagged: name }])
    } else if (is('POST', /^\/build$/)) {
      const context = (await bodyOf(request)).toString()
      response.writeHead(200, { ...common, 'content-type': 'application/json' })
      say({ stream: 'Step 1/5 : FROM scratch' })
      await engine.hold
      const label = /LABEL (\S+)=(\S+)/.exec(context)
      const base = imageOf(/FROM (\S+)/.exec(context)?.[1] ?? '')
      const tag = url.searchParams.get('t') ?? ''
      const labels = label === null ? (base?.labels ?? {}) : { [label[1] ?? '']: label[2] ?? '' }
      const one = engine.addImage(tag, labels)
      say({ stream: `Successfully tagged ${withTag(tag)}\n`, aux: null })
      say({ aux: { ID: one.id } })
      response.end()
    } else if ((match = is('POST', /^\/images\/(.+)\/tag$/))) {
      const one = imageOf(decodeURIComponent(match[1] ?? ''))
      if (one === undefined) {
        missing('image')
        return
      }
      const name = `${url.searchParams.get('repo') ?? ''}:${url.searchParams.get('tag') ?? ''}`
      one.tags.push(name)
      tell('image', 'tag', one.id, { name, ...one.labels })
      nothing(201)
    } else if ((match = is('POST', /^\/images\/(.+)\/push$/))) {
      response.writeHead(200, { ...common, 'content-type': 'application/json' })
      await push(decodeURIComponent(match[1] ?? ''), say)
      response.end()
    } else if (is('POST', /^\/images\/create$/)) {
      const from = url.searchParams.get('fromImage') ?? ''
      const [host = '', ...rest] = from.split('/')
      const tag = url.searchParams.get('tag') ?? ''
      await toRegistry(host, 'GET', '/v2/')
      const status = await toRegistry(host, 'HEAD', `/v2/${rest.join('/')}/manifests/${tag}`)
      if (status === 404) {
        json(404, { message: `manifest for ${from}:${tag} not found: manifest unknown` })
        return
      }
      await toRegistry(host, 'GET', `/v2/${rest.join('/')}/manifests/${tag}`)
      response.writeHead(200, { ...common, 'content-type': 'application/json' })
      say({ status: `Pulling from ${rest.join('/')}`, id: tag })
      if (imageOf(`${from}:${tag}`) === undefined)
        engine.addImage(`${from}:${tag}`, { 'lectern.record': `user-${process.getuid?.() ?? 0}` })
      response.end()
    } else if ((match = is('GET', /^\/images\/(.+)\/history$/))) {
      json(200, [{ Created: 1, CreatedBy: 'CMD ["httpd"]', Id: randomId(), Size: 0, Comment: '' }])
    } else if ((match = is('GET', /^\/images\/(.+)\/json$/))) {
      const one = imageOf(decodeURIComponent(match[1] ?? ''))
      if (one === undefined) {
        missing('image')
        return
      }
      json(200, { Id: one.id, RepoTags: one.tags, Config: { Labels: one.labels } })
    } else if (is('POST', /^\/containers\/create$/)) {
      const name = url.searchParams.get('name') ?? ''
      const { Image = '' } = JSON.parse((await bodyOf(request)).toString()) as { Image?: string }
      if (containerOf(name)) {
        json(409, { message: `Conflict. The container name "/${name}" is already in use` })
        return
      }
      const one = engine.addContainer(name, imageOf(Image)?.labels, Image)
      tellOf('create', one)
      json(201, { Id: one.id, Warnings: [] })
    } else if ((match = is('POST', /^\/containers\/([^/]+)\/wait$/))) {
      response.writeHead(200, { ...common, 'content-type': 'application/json' }).flushHeaders()
      const list = waiting.get(match[1] ?? '') ?? []
      waiting.set(match[1] ?? '', [...list, response])
      // As Go's server does when the client hangs up.
      request.socket.once('end', () => response.end('{"Error":{"Message":"context canceled"},"StatusCode":-1}\n'))
    } else if ((match = is('POST', /^\/containers\/([^/]+)\/(start|stop)$/))) {
      const one = containerOf(match[1] ?? '')
      if (one === undefined) {
        missing('container')
        return
      }
      one.isRunning = match[2] === 'start'
      tellOf(match[2] === 'start' ? 'start' : 'die', one)
      nothing(204)
    } else if ((match = is('GET', /^\/containers\/([^/]+)\/logs$/))) {
      response.writeHead(200, { ...common, 'content-type': 'application/vnd.docker.multiplexed-stream' })
      response.write(frame(1, 'line 1\n'))
      response.end(frame(2, 'err 1\n'))
    } else if (is('GET', /^\/containers\/([^/]+)\/changes$/)) {
      json(200, [{ Path: '/www', Kind: 0 }])
    } else if ((match = is('POST', /^\/containers\/([^/]+)\/exec$/))) {
      const one = containerOf(match[1] ?? '')
      if (one === undefined) {
        missing('container')
        return
      }
      await bodyOf(request)
      const execID = randomId()
      tellOf('exec_create: ps ', one, { execID })
      json(201, { Id: execID })
    } else if ((match = is('GET', /^\/exec\/([^/]+)\/json$/))) {
      json(200, { ID: match[1], ExitCode: 0, Running: false, Pid: 4242 })
    } else missing(`page ${path}`)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ message: String(error) }))
    })
  })
  // As Go's server, it goes on answering a client that has stopped speaking.
  Object.assign(server, { httpAllowHalfOpen: true })
  // Only a start of an exec is upgraded; its body comes as the first bytes after the head.
  server.on('upgrade', (request, socket) => {
    calls.push(`${request.method ?? ''} ${(request.url ?? '').replace(/^\/v1\.\d+/, '')}`)
    socket.write(
      `HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.multiplexed-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nApi-Version: ${api}\r\n\r\n`,
    )
    const output = Buffer.concat([frame(1, 'PID   COMMAND\n'), frame(2, 'a warning\n')])
    // In pieces that cut a frame in two.
    socket.write(output.subarray(0, 11))
    setImmediate(() => socket.end(output.subarray(11)))
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(socketPath, resolve))
  return engine
}
