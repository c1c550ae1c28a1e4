interface How<P> {
  readonly folder: string
  readonly argsOf: (part: P) => readonly string[]
  readonly tell?: (line: string) => void
  readonly graceMs?: number
}
/** Runs parts one after the other; gives the exit code. */
export function runParts<P extends { readonly name: string; readonly seconds: number; readonly project?: string }>(
  parts: readonly P[],
  how: How<P>,
): Promise<number>
