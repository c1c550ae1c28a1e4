import type { Json } from '../../core/traces/digest.ts'

/** Leaves out fields that are null, empty, 0 or false: a client sends about 70 unset ones. Undefined if nothing is left. */
export function prune(value: Json): Json | undefined {
  if (Array.isArray(value)) {
    const kept = (value as readonly Json[]).map(prune).filter((one) => one !== undefined)
    return kept.length > 0 ? kept : undefined
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).flatMap(([key, inner]) => {
      const one = prune(inner)
      return one === undefined ? [] : [[key, one] as const]
    })
    return kept.length > 0 ? Object.fromEntries(kept) : undefined
  }
  return value === null || value === '' || value === 0 || value === false ? undefined : value
}
