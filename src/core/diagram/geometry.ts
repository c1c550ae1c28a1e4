import { path } from 'd3'
import type { Point } from './mark.ts'

const round = (n: number): number => Math.round(n * 100) / 100

/** The point a share of the way along a polyline, its heading there in degrees, and the corners passed before it. */
export function along(points: readonly Point[], share: number): { tip: Point; angle: number; passed: Point[] } {
  const total = points.reduce((sum, [x, y], i) => {
    const [x0, y0] = points[i - 1] ?? [x, y]
    return sum + Math.hypot(x - x0, y - y0)
  }, 0)
  let rest = total * share
  const passed: Point[] = []
  let last = { tip: points[0] ?? ([0, 0] as const), angle: 0 }
  for (const [i, [x0, y0]] of points.entries()) {
    const next = points[i + 1]
    if (!next) break
    passed.push([x0, y0])
    const [dx, dy] = [next[0] - x0, next[1] - y0]
    const length = Math.hypot(dx, dy)
    const t = length ? Math.min(1, rest / length) : 1
    last = { tip: [x0 + dx * t, y0 + dy * t], angle: (Math.atan2(dy, dx) * 180) / Math.PI }
    if (rest <= length) break
    rest -= length
  }
  return { ...last, passed }
}

/** A polyline with rounded corners, as the data of a path. */
export function polyline(points: readonly Point[], radius: number): string {
  const p = path()
  points.forEach(([x, y], i) => {
    const next = points[i + 1]
    if (!i) p.moveTo(round(x), round(y))
    else if (next && radius) p.arcTo(round(x), round(y), round(next[0]), round(next[1]), radius)
    else p.lineTo(round(x), round(y))
  })
  return p.toString()
}

/** The data of a line drawn up to `share`, stopping `short` px before its tip so that a head can sit there. */
export function drawnLine(points: readonly Point[], share: number, radius: number, short: number): string {
  const { tip, angle, passed } = along(points, share)
  const turn = (angle * Math.PI) / 180
  const [x, y] = passed.at(-1) ?? tip
  const back = Math.min(short, Math.hypot(tip[0] - x, tip[1] - y))
  return polyline([...passed, [tip[0] - Math.cos(turn) * back, tip[1] - Math.sin(turn) * back]], radius)
}
