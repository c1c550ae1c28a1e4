/** How a window proves that its browser was let in, without saying the key that it has for that. */
import { keyItem, signedText, type Introduction } from '../wire.ts'

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

async function sign(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const signing = await crypto.subtle.importKey('raw', bytes.encode(key), algorithm, false, ['sign'])
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', signing, bytes.encode(text))))
}

/**
 * Gives what the window says each time that it connects. Its name is its own until it is loaded again: two tabs of one
 * address, and one that was doubled, are two windows.
 */
export function createIntroducer(): () => Promise<Introduction> {
  const window = hex(crypto.getRandomValues(new Uint8Array(16)))
  let turn = 0
  return async () => {
    const now = ++turn
    // Read each time: a new start of Lectern gives the browser a new one.
    const key = localStorage.getItem(keyItem)
    return { window, turn: now, proof: key === null ? '' : await sign(key, signedText(window, now)) }
  }
}
