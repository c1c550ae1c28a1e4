/** How many different errors are remembered as told. */
const remembered = 100

/**
 * From now on an error that nobody caught does not end the process: it is told, each once, however often it comes. A
 * terminal that was closed is no error either; nobody reads there any more.
 */
export function survive(tell: (error: unknown) => void): void {
  const told = new Set<string>()
  const tellOnce = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    if (told.has(text)) return
    if (told.size < remembered) told.add(text)
    tell(error)
  }
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  process.on('uncaughtException', tellOnce)
  process.on('unhandledRejection', tellOnce)
}
