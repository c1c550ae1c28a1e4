/**
 * Runs jobs beside each other, those that take longest first, so that no long one is left over at the end.
 * @template T
 * @param {readonly { seconds: number, run: () => Promise<T> }[]} jobs and about how long they take
 * @param {number} slots how many may run at once
 * @returns {Promise<T[]>} what they gave, in the order of `jobs`
 */
export async function runJobs(jobs, slots) {
  const outcomes = new Array(jobs.length)
  const waiting = jobs.map((job, index) => ({ job, index })).sort((a, b) => b.job.seconds - a.job.seconds)
  const slot = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      outcomes[next.index] = await next.job.run()
  }
  await Promise.all(Array.from({ length: slots }, slot))
  return outcomes
}
