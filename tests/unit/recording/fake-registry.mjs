/** A stand-in for docker-registry: `fake-registry serve CONFIG`, uploads in one piece, an access log like its own. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

if (process.argv[2] === '--version') {
  console.log('docker-registry github.com/docker/distribution 2.8.3')
  process.exit(0)
}
const { http } = JSON.parse(readFileSync(process.argv[3], 'utf8'))
const [host, port] = http.addr.split(':')
const there = new Set()
createServer((request, response) => {
  request.resume().on('end', () => {
    const { method, url, headers } = request
    const path = url.split('?')[0]
    const digest = /digest=([^&]+)/.exec(url)?.[1]
    let status = 200
    if (method === 'POST') status = 202
    if (method === 'PATCH') status = 202
    if (method === 'PUT') status = 201
    if (method === 'PUT') there.add(digest === undefined ? path : path.replace(/uploads\/.*/, digest))
    if ((method === 'HEAD' || method === 'GET') && path !== '/v2/' && !there.has(path)) status = 404
    response.writeHead(status, { 'docker-distribution-api-version': 'registry/2.0' }).end(method === 'HEAD' ? '' : '{}')
    const agent = headers['user-agent'] ?? 'docker/28.5.2 go/go1.27'
    // Its line comes when it likes, after the answer.
    setTimeout(
      () =>
        console.log(`127.0.0.1 - - [24/Nov/2026:13:00:00 +0000] "${method} ${url} HTTP/1.1" ${status} 2 "" "${agent}"`),
      30,
    )
  })
}).listen(Number(port), host)
