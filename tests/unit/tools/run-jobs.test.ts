import { expect, it } from 'vitest'
import { runJobs } from '../../../tools/run-jobs.mjs'

/** Jobs that end when they are told to; `running` says which are under way, in the order they began. */
function givenJobs(seconds: Record<string, number>) {
  const running: string[] = []
  const ends = new Map<string, () => void>()
  const jobs = Object.entries(seconds).map(([name, length]) => ({
    seconds: length,
    run: () => {
      running.push(name)
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
    },
  }))
  const end = async (name: string): Promise<void> => {
    running.splice(running.indexOf(name), 1)
    ends.get(name)?.()
    await new Promise(setImmediate)
  }
  return { jobs, running, end }
}

it('runs the longest first, as many at once as there are slots, and gives the outcomes in the order of the jobs', async () => {
  const { jobs, running, end } = givenJobs({ short: 1, middle: 5, long: 9, middling: 4 })
  const outcomes = runJobs(jobs, 2)
  expect(running).toEqual(['long', 'middle'])
  await end('middle')
  expect(running).toEqual(['long', 'middling'])
  await end('middling')
  expect(running).toEqual(['long', 'short'])
  await end('long')
  await end('short')
  expect(await outcomes).toEqual(['short', 'middle', 'long', 'middling'])
})

it('runs fewer jobs than slots', async () => {
  const { jobs, end } = givenJobs({ only: 1 })
  const outcomes = runJobs(jobs, 2)
  await end('only')
  expect(await outcomes).toEqual(['only'])
})
