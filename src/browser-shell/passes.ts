/**
 * Which windows are in. Each proves that its browser was let in by a key that it never says: it signs with it a name that
 * it made for itself, and how many times it has connected. So what is heard or seen of one window opens no other, nor that
 * one again.
 */
import { createHmac } from 'node:crypto'
import { secretDigest, isSameSecret, newSecret } from './secrets.ts'
import { signedText, type Introduction } from './wire.ts'

/** How long a window without a connection is waited for: one that comes back goes on as it was. */
const waitedForMs = 60_000

export interface Pass {
  /** The name that the window made for itself. */
  readonly window: string
  /** The path, with a secret of this window in it, below which the shell serves and takes what is the person's. */
  readonly ownBase: string
  /** To be told when the connection is over. */
  leave(): void
}

export interface Passes {
  /** Lets a window in for one connection, or gives null where its proof is none, or was used. */
  readonly admit: (said: Introduction) => Pass | null
  /** The path as it is without the secret of a window before it, beginning with a slash; null where that is of none that is in. */
  readonly ownPath: (pathname: string) => string | null
}

/** The passes of one run. @param key what a browser is given when it comes in */
export function createPasses(key: string): Passes {
  const pathKey = newSecret()
  /** How many times each window has come in: none of these proofs counts once more. */
  const turns = new Map<string, number>()
  /** The secrets in paths, and since when their windows are away. */
  const paths = new Map<string, { readonly window: string; awaySinceMs: number }>()

  const signed = (by: string, text: string): Buffer => createHmac('sha256', by).update(text).digest()
  const isOver = (awaySinceMs: number): boolean => Date.now() - awaySinceMs >= waitedForMs

  return {
    admit({ window, turn, proof }) {
      if (!isSameSecret(proof, signed(key, signedText(window, turn)).toString('hex'))) return null
      if (turn <= (turns.get(window) ?? 0)) return null
      turns.set(window, turn)
      for (const [path, { awaySinceMs }] of paths) if (isOver(awaySinceMs)) paths.delete(path)
      const secret = signed(pathKey, window).toString('base64url')
      paths.set(secretDigest(secret), { window, awaySinceMs: Infinity })
      return {
        window,
        ownBase: `/own/${secret}/`,
        leave() {
          const path = paths.get(secretDigest(secret))
          // The window may have connected anew before its last connection was seen to be over.
          if (path !== undefined && turns.get(window) === turn) path.awaySinceMs = Date.now()
        },
      }
    },
    ownPath(pathname) {
      const [, secret = '', path] = /^\/own\/([^/]*)(\/.*)$/s.exec(pathname) ?? []
      const known = paths.get(secretDigest(secret))
      return known === undefined || isOver(known.awaySinceMs) ? null : (path ?? null)
    },
  }
}
