/** Lines that end at the same words in whatever weight they are drawn: what is bold for a while moves no word to another line. */

const textsIn = (element: Element): Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text)
  return texts
}

/** Lets the lines of an element end where they like again. */
export function freeLines(element: Element): void {
  element.removeAttribute('data-kept')
  for (const text of textsIn(element)) if (text.data.includes('\n')) text.data = text.data.replaceAll('\n', ' ')
}

/** Ends the lines of an element from now on where they end as it is drawn now; its style has to be that of `data-kept`. */
export function keepLines(element: Element): void {
  const range = document.createRange()
  const ends: { readonly text: Text; readonly at: number }[] = []
  let middle = Infinity
  let space: (typeof ends)[number] | undefined
  for (const text of textsIn(element)) {
    for (const { 0: run, index } of text.data.matchAll(/\s|\S+/g)) {
      if (/\s/.test(run)) {
        space = { text, at: index }
        continue
      }
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      const { top, height } = range.getBoundingClientRect()
      if (top > middle && space) ends.push(space)
      middle = top + height / 2
      space = undefined
    }
  }
  for (const { text, at } of ends) text.replaceData(at, 1, '\n')
  element.setAttribute('data-kept', '')
}
