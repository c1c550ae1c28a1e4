import { tileBelow } from './tile-below.ts'

/** Chooses the deck beside, below or above one, as an arrow key says, and takes the focus to it. There is none beyond an end. */
export function chooseBeside(from: HTMLInputElement, code: string): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="deck"]')]
  const at = radios.indexOf(from)
  // By themselves, radios know no rows: down is the next one.
  const areas = radios.map((one) => one.getBoundingClientRect())
  const to = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: tileBelow(areas, at, -1),
    ArrowDown: tileBelow(areas, at, 1),
  }
  const next = radios[to[code as keyof typeof to] ?? at] ?? from
  next.focus()
  next.click()
}
