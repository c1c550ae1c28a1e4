/** Runs a command, its output kept in a log file; rejects with its last lines and a sentence that says where it is. */
export function quietly(
  command: string,
  args: readonly string[],
  told: { what: string; log: string; onText?: (text: string) => void },
): Promise<void>
