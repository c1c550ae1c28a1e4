/** Secrets, and whether two are the same. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new one that nobody can guess. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in the same time wherever the two differ, and whatever their lengths are. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** What a secret is looked up by: how near a guess is to it shows nowhere. */
export const secretDigest = (secret: string): string => digest(secret).toString('base64')
