/** Which window belongs on which display, as pure functions of the displays that there are. */
import type { Display, Rectangle } from 'electron/main'

/** What of a display decides. */
export type Screen = Pick<Display, 'id' | 'label' | 'bounds' | 'workArea' | 'internal'>

/** Where a window goes: full screen on a display, or with these bounds in a corner of it. */
export interface Placement {
  readonly screen: Screen
  readonly bounds: Rectangle
  readonly isFullScreen: boolean
}

export interface TalkPlacement {
  readonly deck: Placement
  readonly presenter: Placement
}

/** Names a display in a way that outlives a restart, which its id does not on every system. */
export const screenKey = ({ label, bounds: { x, y, width, height } }: Screen): string =>
  `${label} ${width}×${height} at ${x},${y}`

/** Names a set of displays, whatever their order: what is remembered at home does not count at the venue. */
export const arrangementKey = (screens: readonly Screen[]): string => screens.map(screenKey).sort().join(' + ')

/** Moves and shrinks bounds so that they lie inside an area; a window with its title bar off the screen cannot be caught. */
export function fitInto(area: Rectangle, bounds: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width)
  const height = Math.min(bounds.height, area.height)
  const within = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to)
  return {
    x: within(bounds.x, area.x, area.x + area.width - width),
    y: within(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  }
}

/** Bounds of a size in the middle of an area. */
export function centred(area: Rectangle, size: { readonly width: number; readonly height: number }): Rectangle {
  const { width, height } = fitInto(area, { ...area, ...size })
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}

/** The display that shows most of the bounds, or null where none shows any of it. */
export function screenUnder(screens: readonly Screen[], bounds: Rectangle): Screen | null {
  const shared = ({ bounds: area }: Screen): number => {
    const width = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x)
    const height = Math.min(area.y + area.height, bounds.y + bounds.height) - Math.max(area.y, bounds.y)
    return Math.max(0, width) * Math.max(0, height)
  }
  let best: Screen | null = null
  for (const screen of screens) if (shared(screen) > (best === null ? 0 : shared(best))) best = screen
  return best
}

/** Title bar and frame that the deck's window has besides its 16:9 picture, in device-independent pixels. */
const frameHeight = 32

/** One display: the presenter's notes to the left, the deck's window to the right, neither over the other. */
function sideBySide(screen: Screen): TalkPlacement {
  const { x, y, width, height } = screen.workArea
  const deckWidth = Math.round(width * 0.38)
  const deckHeight = Math.min(height, Math.round((deckWidth * 9) / 16) + frameHeight)
  return {
    deck: {
      screen,
      bounds: { x: x + width - deckWidth, y, width: deckWidth, height: deckHeight },
      isFullScreen: false,
    },
    presenter: { screen, bounds: { x, y, width: width - deckWidth, height }, isFullScreen: false },
  }
}

/**
 * Where the windows of a talk go: the deck full screen on the other display, the presenter on the primary one.
 * @param screens all displays, at least one
 * @param primaryId the system's primary display
 * @param deckOn the key of the display that the person chose for the deck in this arrangement, if they did
 */
export function placeTalk(screens: readonly Screen[], primaryId: number, deckOn: string | null = null): TalkPlacement {
  const [first] = screens
  if (first === undefined) throw new Error('there is no display')
  const primary = screens.find(({ id }) => id === primaryId) ?? first
  const others = screens.filter((screen) => screen !== primary)
  const chosen = screens.find((screen) => screenKey(screen) === deckOn)
  // A projector is external; a laptop's own panel is not where the audience looks.
  const target = chosen ?? others.find(({ internal }) => !internal) ?? others[0]
  if (target === undefined || screens.length === 1) return sideBySide(primary)
  const desk = target === primary ? (others[0] ?? primary) : primary
  return {
    deck: { screen: target, bounds: target.bounds, isFullScreen: true },
    presenter: { screen: desk, bounds: desk.workArea, isFullScreen: false },
  }
}

/** The display after the given one, in a fixed order and round again. */
export function nextScreen(screens: readonly Screen[], current: Screen): Screen {
  const ordered = [...screens].sort((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y)
  const at = ordered.findIndex(({ id }) => id === current.id)
  return ordered[(at + 1) % ordered.length] ?? current
}
