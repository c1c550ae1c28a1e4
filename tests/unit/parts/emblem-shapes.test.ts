import { describe, expect, it } from 'vitest'
import { emblems } from '../../../src/contract/deck.ts'
import { emblemShapes } from '../../../src/renderer/parts/emblem-shapes.ts'

/** Where a path of ours goes, command by command: lines, and arcs by their ends. */
function placesOf(path: string): { x: number; y: number }[] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([MLhvla])([^MLhvlaz]*)/g)].map(([, command, written = '']) => {
    const numbers = (written.match(/-?[\d.]+/g) ?? []).map(Number)
    const [first = 0, second = 0] = numbers.slice(-2)
    if (command === 'h') x += numbers[0] ?? 0
    else if (command === 'v') y += numbers[0] ?? 0
    else if (command === 'M' || command === 'L') [x, y] = [first, second]
    else [x, y] = [x + first, y + second]
    return { x, y }
  })
}

describe.each(emblems)('the emblem %s', (name) => {
  const shapes = emblemShapes[name]

  it('has at most nine shapes', () => {
    expect(shapes.length).toBeGreaterThan(0)
    expect(shapes.length).toBeLessThanOrEqual(9)
  })

  it('stays in its square with its edges, and nearly fills it', () => {
    const places = shapes.flatMap(({ path }) => placesOf(path))
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
    expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...xs, ...ys)).toBeLessThanOrEqual(47)
    expect(Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))).toBeGreaterThanOrEqual(38)
  })
})

it('no two emblems are the same but for their colours', () => {
  const forms = emblems.map((name) => emblemShapes[name].map(({ path }) => path).join(' '))
  expect(new Set(forms).size).toBe(emblems.length)
})

it('emblems are drawn as they were looked at, shape by shape', async () => {
  const drawn = emblems.map((name) =>
    [name, ...emblemShapes[name].map(({ as, look, path }) => `  ${as} ${look ?? 'filled'}: ${path}`)].join('\n'),
  )
  await expect(`${drawn.join('\n')}\n`).toMatchFileSnapshot('emblems.txt')
})
