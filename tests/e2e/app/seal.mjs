/**
 * Loaded into the shell under test before everything else: no connection leaves the machine. One that would is written
 * down in LECTERN_LEAKS and refused, so that the test fails by name and not by a timeout.
 */
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

const local = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/
const connect = Socket.prototype.connect

Socket.prototype.connect = function (...args) {
  // Node's own callers hand over one array of normalised arguments.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: second }
  const host = options.path === undefined ? (options.host ?? 'localhost') : 'localhost'
  if (typeof host === 'string' && !local.test(host)) {
    appendFileSync(process.env.LECTERN_LEAKS, `${host}:${options.port}\n`)
    throw new Error(`a connection would have left the machine: ${host}`)
  }
  return connect.apply(this, args)
}
