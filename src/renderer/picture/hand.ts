import { valueUnderHand } from '../../core/diagram/handle.ts'
import type { Frame, Handle } from '../../core/diagram/mark.ts'
import type { Scene } from '../../core/diagram/scene.ts'
import type { EventRef } from '../../core/traces/digest.ts'
import { keyUnderHand } from './paint.ts'

export interface Hand {
  readonly scene: Scene
  /** What is shown now. */
  readonly frame: Pick<Frame, 'links' | 'handles'>
  readonly onevent: ((event: EventRef) => void) | undefined
  readonly onturn: ((knob: string, value: number) => void) | undefined
  /** The hand holds something, or has let it go. */
  readonly onhold: (holds: boolean) => void
}

/**
 * Lets a hand open the events that marks show and turn the knobs that they stand for, as the controls beside the picture
 * do. Nothing inside a picture takes the focus: the keyboard has those, and the log. Returns how to let go of the picture.
 */
export function underHand(svg: SVGSVGElement, hand: () => Hand): () => void {
  let held: { readonly handle: Handle; readonly scene: Scene; value: number | null; waits: boolean } | null = null

  /** Whether what is held is still there to be turned: a key may have gone on to another step, or deck, meanwhile. */
  function isThere({ handle, scene: heldIn }: NonNullable<typeof held>): boolean {
    const { scene, frame } = hand()
    return heldIn === scene && Object.values(frame.handles).some(({ knob }) => knob === handle.knob)
  }

  function turn(handle: Handle, { clientX, clientY }: MouseEvent): number | null {
    const { scene, onturn } = hand()
    const screen = svg.getScreenCTM()
    if (!onturn || !screen) return null
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(screen.inverse())
    const value = valueUnderHand(scene, handle, [x, y])
    if (value !== null && value !== held?.value) onturn(handle.knob, value)
    return value
  }

  function press(event: MouseEvent): void {
    const key = keyUnderHand(event.target)
    if (key === undefined) return
    const { frame, onevent, onturn } = hand()
    const [handle, shows] = [frame.handles[key], frame.links[key]]
    if (handle && onturn) {
      // A handle that is dragged has been where it was let go already.
      if (!('axis' in handle)) turn(handle, event)
    } else if (shows !== undefined) onevent?.(shows)
    else return
    event.stopPropagation()
  }

  function take(event: PointerEvent): void {
    const key = keyUnderHand(event.target)
    const { frame, scene, onturn, onhold } = hand()
    const handle = key === undefined ? undefined : frame.handles[key]
    if (!handle || !onturn || event.button !== 0) return
    // Neither the deck, which slides under a finger, nor a selection of words begins here.
    event.stopPropagation()
    event.preventDefault()
    if (!('axis' in handle)) return
    held = { handle, scene, value: null, waits: false }
    svg.setPointerCapture(event.pointerId)
    onhold(true)
    held.value = turn(handle, event)
  }

  function follow(event: PointerEvent): void {
    if (!held || held.waits) return
    held.waits = true
    // Once a picture: a mouse tells of more places than can be shown.
    requestAnimationFrame(() => {
      if (!held) return
      held.waits = false
      if (isThere(held)) held.value = turn(held.handle, event)
    })
  }

  function letGo(event: PointerEvent): void {
    if (!held) return
    if (event.type === 'pointerup' && isThere(held)) turn(held.handle, event)
    held = null
    hand().onhold(false)
  }

  const listeners = {
    click: press,
    pointerdown: take,
    pointermove: follow,
    pointerup: letGo,
    pointercancel: letGo,
  } as const
  const listening = new AbortController()
  const { signal } = listening
  for (const [name, listener] of Object.entries(listeners))
    svg.addEventListener(name, listener as EventListener, { signal })
  return () => {
    held = null
    listening.abort()
  }
}
