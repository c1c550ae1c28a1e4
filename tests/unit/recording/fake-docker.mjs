/** A stand-in for the docker CLI: the calls that the real one makes, in its order, as the recordings show them. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'

const socketPath = (process.env.DOCKER_HOST ?? '').slice('unix://'.length)
const version = '/v1.51'
const userAgent = 'Docker-Client/28.5.2 (linux)'
let args = process.argv.slice(2)

function call(method, path, { body, headers = {}, raw = false } = {}) {
  return new Promise((resolve, reject) => {
    const all = { host: 'api.moby.localhost', 'user-agent': userAgent, ...headers }
    if (body === undefined && method === 'POST') all['content-length'] = 0
    const asked = request({ socketPath, method, path: raw ? path : version + path, headers: all }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(parts) }))
    })
    asked.on('error', reject)
    // In two pieces, so that it is sent in chunks.
    if (Buffer.isBuffer(body)) {
      asked.write(body.subarray(0, 100))
      asked.end(body.subarray(100))
    } else asked.end(body)
  })
}
const json = (value) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json', 'content-length': JSON.stringify(value).length },
})

async function checked(promise) {
  const answer = await promise
  if (answer.status < 400) return answer
  console.error(`Error response from daemon: ${JSON.parse(answer.body).message}`)
  process.exit(1)
}

const ping = () =>
  call('HEAD', '/_ping', { raw: true }).catch(() => {
    console.error(`Cannot connect to the Docker daemon at ${process.env.DOCKER_HOST}. Is the docker daemon running?`)
    process.exit(1)
  })

function tarOf(folder) {
  const blocks = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const content = readFileSync(join(folder, name))
      const head = Buffer.alloc(512)
      head.write(name)
      head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
      head.write('0', 156)
      head.write('ustar\0', 257)
      return [head, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
    })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** The value of an option, which is taken out of the arguments. */
function option(name, hasValue = true) {
  const at = args.indexOf(name)
  if (at < 0) return undefined
  return hasValue ? args.splice(at, 2)[1] : args.splice(at, 1)[0]
}

function hijack(path, value) {
  return new Promise((resolve) => {
    const text = JSON.stringify(value)
    const socket = connect(socketPath)
    socket.write(
      `POST ${version}${path} HTTP/1.1\r\nHost: api.moby.localhost\r\nUser-Agent: ${userAgent}\r\nContent-Length: ${text.length}\r\nConnection: Upgrade\r\nContent-Type: application/json\r\nUpgrade: tcp\r\n\r\n${text}`,
    )
    const parts = []
    let isUpgraded = false
    socket.on('data', (part) => {
      parts.push(part)
      if (isUpgraded || !Buffer.concat(parts).includes('\r\n\r\n')) return
      isUpgraded = true
      socket.end()
    })
    socket.on('end', () => {
      const all = Buffer.concat(parts)
      resolve(all.subarray(all.indexOf('\r\n\r\n') + 4))
    })
  })
}

const split = (name) => {
  const at = name.lastIndexOf(':')
  return at > name.lastIndexOf('/') ? [name.slice(0, at), name.slice(at + 1)] : [name, 'latest']
}
const auth = { 'x-registry-auth': 'e30=' }

const commands = {
  async version() {
    if (option('--format') !== undefined) {
      console.log(JSON.stringify({ Version: '28.5.2', ApiVersion: '1.51', DefaultAPIVersion: '1.51' }))
      return
    }
    await ping()
    await checked(call('GET', '/version'))
    console.log('Client:\n Version: 28.5.2')
  },
  async ps() {
    await ping()
    await checked(call('GET', '/containers/json'))
  },
  async build() {
    const tag = option('-t')
    option('-q', false)
    option('--force-rm', false)
    await ping()
    const headers = { 'content-type': 'application/x-tar' }
    const path = `/build?dockerfile=Dockerfile&t=${encodeURIComponent(tag)}&version=1`
    await checked(call('POST', path, { body: tarOf(args[0]), headers }))
    console.log(`Successfully tagged ${tag}:latest`)
  },
  async history() {
    option('--format')
    await ping()
    await checked(call('GET', `/images/${args[0]}/history`))
    console.log('IMAGE CREATED')
  },
  async run() {
    const name = option('--name')
    const isDetached = option('-d', false) !== undefined
    const isRemoved = option('--rm', false) !== undefined
    await ping()
    const { body } = await checked(
      call('POST', `/containers/create?name=${name}`, json({ Image: args[0], Tty: false })),
    )
    const { Id } = JSON.parse(body)
    call('POST', `/containers/${Id}/wait?condition=next-exit`).catch(() => undefined)
    await checked(call('POST', `/containers/${Id}/start`))
    console.log(isDetached ? Id : 'done')
    if (isRemoved) await checked(call('DELETE', `/containers/${Id}`))
    process.exit(0)
  },
  async exec() {
    await ping()
    await checked(call('GET', `/containers/${args[0]}/json`))
    const { body } = await checked(
      call('POST', `/containers/${args[0]}/exec`, json({ Cmd: args.slice(1), AttachStdout: true })),
    )
    const { Id } = JSON.parse(body)
    const output = await hijack(`/exec/${Id}/start`, { Detach: false, Tty: false })
    process.stdout.write(output.subarray(8, 8 + output.readUInt32BE(4)))
    await checked(call('GET', `/exec/${Id}/json`))
  },
  async logs() {
    await ping()
    await checked(call('GET', `/containers/${args[0]}/json`))
    await checked(call('GET', `/containers/${args[0]}/logs?stderr=1&stdout=1&tail=all`))
    console.log('line 1')
  },
  async stop() {
    const grace = option('-t')
    await ping()
    await checked(call('POST', `/containers/${args[0]}/stop?t=${grace}`))
    console.log(args[0])
  },
  async start() {
    await ping()
    await checked(call('POST', `/containers/${args[0]}/start`))
    console.log(args[0])
  },
  async inspect() {
    option('-f')
    await ping()
    await checked(call('GET', `/containers/${args[0]}/json`))
    console.log('137 oom=false')
  },
  async rm() {
    option('-f', false)
    await ping()
    await checked(call('DELETE', `/containers/${args[0]}?force=1`))
    console.log(args[0])
  },
  async rmi() {
    await ping()
    for (const name of args) await checked(call('DELETE', `/images/${name}`))
  },
  async tag() {
    await ping()
    const [repo, tag] = split(args[1])
    await checked(call('POST', `/images/${args[0]}/tag?repo=${encodeURIComponent(repo)}&tag=${tag}`))
  },
  async push() {
    await ping()
    const [repo, tag] = split(args[0])
    await checked(call('POST', `/images/${repo}/push?tag=${tag}`, { headers: auth }))
    console.log('pushed')
  },
  async pull() {
    await ping()
    const [repo, tag] = split(args[0])
    await checked(call('POST', `/images/create?fromImage=${encodeURIComponent(repo)}&tag=${tag}`, { headers: auth }))
    console.log('pulled')
  },
  async diff() {
    await ping()
    await checked(call('GET', `/containers/${args[0]}/changes`))
    console.log('C /www')
  },
  async cp() {
    writeFileSync(args[1], 'changed\n')
  },
}

const name = args.shift()
await commands[name]()
