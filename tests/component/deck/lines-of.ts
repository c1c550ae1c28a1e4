/** The lines that a run of words is broken into, as they are shown. */
export function linesOf(element: Element): string[] {
  const range = document.createRange()
  const lines: { bottom: number; words: string[] }[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let glued = false
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const boxes = Array.from(range.getClientRects())
      const [first, last] = [boxes[0], boxes.at(-1)]
      if (!first || !last) continue
      const isGlued = glued && index === 0
      glued = index + word.length === text.length
      const line = lines.at(-1)
      if (line && (isGlued || first.top < line.bottom)) {
        if (isGlued) line.words.push((line.words.pop() ?? '') + word)
        else line.words.push(word)
        // A word that was glued to the one before may have taken it along.
        line.bottom = Math.max(line.bottom, last.bottom)
      } else lines.push({ bottom: last.bottom, words: [word] })
    }
    if (!/\S/.test(text)) glued = false
  }
  return lines.map(({ words }) => words.join(' '))
}
