import { spawn } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './node.mjs'

/** What of a log is shown when a command fails. */
const shownLines = 12

/**
 * Runs a command, its output kept in a log file.
 * @param {object} told
 * @param {string} told.what it does, such as `building`, to begin the sentence about its failure with
 * @param {string} told.log the file for its output
 * @param {(text: string) => void} [told.onText] gets its output as it comes
 * @param {object} options of the process
 * @returns {Promise<void>} rejects with the log's last lines and a sentence that says where it is
 */
export function quietly(command, args, { what, log, onText = () => undefined }, options = {}) {
  writeFileSync(log, '')
  return new Promise((resolve, reject) => {
    let isOver = false
    const fail = (how) => {
      // A program that could not be started is told twice.
      if (isOver) return
      isOver = true
      const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-shownLines).join('\n')
      reject(new Error(`${last === '' ? '' : `${last}\n\nLectern: `}${what} failed (${how}); the whole log is ${log}`))
    }
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const keep = (chunk) => {
      appendFileSync(log, chunk)
      onText(String(chunk))
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => fail(error.message))
    child.on('close', (code, signal) => (code === 0 ? resolve() : fail(signal ?? `exit code ${code}`)))
  })
}
