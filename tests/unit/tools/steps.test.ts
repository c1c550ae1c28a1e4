import { afterEach, describe, expect, it, vi } from 'vitest'
import { inSteps } from '../../../tools/steps.mjs'

describe('the steps of a build', () => {
  afterEach(() => void vi.useRealTimers())

  /** Builds for so many seconds a step, and gives what was written meanwhile. */
  async function told(isTTY: boolean, stepSeconds: readonly number[], fails = false): Promise<string> {
    vi.useFakeTimers()
    let written = ''
    const out = { isTTY, write: (text: string) => (written += text) }
    const names = ['fonts', 'shells', 'windows'].slice(0, stepSeconds.length)
    const building = inSteps(
      'building',
      names,
      (steps) => {
        for (const seconds of stepSeconds) {
          steps.next()
          vi.advanceTimersByTime(seconds * 1000)
        }
        return fails ? Promise.reject(new Error('no')) : Promise.resolve()
      },
      out,
    )
    if (fails) await expect(building).rejects.toThrow('no')
    else await building
    vi.advanceTimersByTime(5000)
    return written
  }

  it('are a line each where nobody looks on, with the seconds that each took', async () => {
    expect((await told(false, [1, 2])).split('\n')).toEqual([
      'Lectern: building 1/2, fonts …',
      'Lectern: building 1/2, fonts: 1 s',
      'Lectern: building 2/2, shells …',
      'Lectern: building 2/2, shells: 2 s',
      'Lectern: building took 3 s.',
      '',
    ])
  })

  it('are one line on a terminal, written anew each second and gone at the end', async () => {
    const line = '\r\u001B[2KLectern: building'
    expect(await told(true, [2, 1, 1])).toBe(
      [
        ...['1/3, fonts … 0 s', '1/3, fonts … 1 s', '1/3, fonts … 2 s', '2/3, shells … 2 s', '2/3, shells … 3 s'],
        ...['3/3, windows … 3 s', '3/3, windows … 4 s'],
      ]
        .map((step) => `${line} ${step}`)
        .join('') + '\r\u001B[2KLectern: building took 4 s.\n',
    )
  })

  it('are not counted where there is only one', async () => {
    expect(await told(false, [7])).toBe('Lectern: building …\nLectern: building took 7 s.\n')
  })

  it('end with a line break and no praise where one fails, and nothing is written afterwards', async () => {
    expect(await told(true, [1], true)).toMatch(/Lectern: building … 1 s\n$/)
    expect(await told(false, [1], true)).toBe('Lectern: building …\n')
  })
})
