import type { Point } from './lines.ts'

/** Where a node of a tree begins; one that stands nowhere is said to be at the beginning. */
export const nodeStart = ({ position }: { readonly position?: { readonly start: Point } | undefined }): Point =>
  position?.start ?? { line: 1, column: 1 }
