import { EventEmitter } from 'node:events'
import type { Display, Rectangle } from 'electron/main'
import { app } from './app.ts'
import type { Main, Surface } from './surface.ts'

/** A display as tests describe it. */
export interface DisplaySpec extends Rectangle {
  readonly id: number
  readonly label?: string
  readonly internal?: boolean
}

/** Height of the panel that takes its part of each display. */
const panel = 40

const twoDisplays: readonly DisplaySpec[] = [
  { id: 1, x: 0, y: 0, width: 1280, height: 720, label: 'Built-in', internal: true },
  { id: 2, x: 1280, y: 0, width: 1280, height: 720, label: 'Projector' },
]

const displayOf = ({ id, label, internal = false, x, y, width, height }: DisplaySpec): Display =>
  ({
    id,
    label: label ?? `Display ${id}`,
    internal,
    bounds: { x, y, width, height },
    workArea: { x, y, width, height: height - panel },
    scaleFactor: 1,
  }) as Display

/** Electron's `screen`; the first display is the primary one. */
class FakeScreen extends EventEmitter {
  #displays: Display[]

  constructor(specs: readonly DisplaySpec[]) {
    super()
    this.#displays = specs.map(displayOf)
  }
  getAllDisplays(): Display[] {
    app.refuseBeforeReady('screen')
    return this.#displays
  }
  getPrimaryDisplay(): Display {
    const [primary] = this.getAllDisplays()
    if (primary === undefined) throw new Error('there is no display')
    return primary
  }
  getDisplayMatching({ x, y, width, height }: Rectangle): Display {
    const isOn = ({ bounds: area }: Display): boolean => {
      const [cx, cy] = [x + width / 2, y + height / 2]
      return cx >= area.x && cx < area.x + area.width && cy >= area.y && cy < area.y + area.height
    }
    return this.#displays.find(isOn) ?? this.getPrimaryDisplay()
  }
  /** Plugs displays in and out: tells of each difference, one event a display. */
  change(specs: readonly DisplaySpec[]): void {
    const before = this.#displays
    this.#displays = specs.map(displayOf)
    for (const old of before) if (!specs.some(({ id }) => id === old.id)) this.emit('display-removed', {}, old)
    for (const now of this.#displays) {
      const old = before.find(({ id }) => id === now.id)
      if (old === undefined) this.emit('display-added', {}, now)
      else if (JSON.stringify(old.bounds) !== JSON.stringify(now.bounds))
        this.emit('display-metrics-changed', {}, now, ['bounds'])
    }
  }
}

const given = process.env['HARNESS_DISPLAYS']
const fake = new FakeScreen(given === undefined ? twoDisplays : (JSON.parse(given) as DisplaySpec[]))
fake satisfies Surface<Main['screen'], 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching' | 'on' | 'off'>
export const screen = fake
