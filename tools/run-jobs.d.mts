/** Runs jobs beside each other, those that take longest first; gives what they gave, in the order of `jobs`. */
export function runJobs<T>(
  jobs: readonly { readonly seconds: number; readonly run: () => Promise<T> }[],
  slots: number,
): Promise<T[]>
