/** What is wrong with how a slide is laid out, in words; nothing where all is well or where the slide says itself what overflows. */
export function slideProblems(slide: HTMLElement): string[] {
  const frame = slide.getBoundingClientRect()
  // As it is shown: in a thumbnail all is smaller.
  const scale = frame.width / 1280
  const slack = 1.5 * scale
  const problems = Math.abs(frame.height / scale - 720) > 0.5 ? [`is ${frame.height / scale} px high`] : []
  const parts = slide.querySelectorAll('header, .main, .main *:not(svg *), .caption, footer')
  for (const part of parts) {
    const { left, right, top, bottom, width, height } = part.getBoundingClientRect()
    if ((width === 0 && height === 0) || part.closest('[data-overflows]')) continue
    const isIn =
      left >= frame.left + 54 * scale - slack &&
      right <= frame.right - 54 * scale + slack &&
      top >= frame.top - slack &&
      bottom <= frame.bottom + slack
    if (!isIn) problems.push(`${part.tagName.toLowerCase()} leaves it: ${part.textContent.trim().slice(0, 30)}`)
  }
  const edge = (selector: string, side: 'top' | 'bottom'): number | undefined =>
    slide.querySelector(selector)?.getBoundingClientRect()[side]
  if ((edge('.main', 'bottom') ?? 0) > (edge('footer', 'top') ?? Infinity) + slack)
    problems.push('the body is on the foot')
  for (const [name, selector] of Object.entries({ title: '.title', body: '.body' })) {
    const room = slide.querySelector(selector)
    const isOver = (one: Element): boolean =>
      one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2
    if (room && [room, ...room.querySelectorAll('pre')].some(isOver) && !room.hasAttribute('data-overflows'))
      problems.push(`the ${name} overflows and does not say so`)
  }
  return problems
}

/** What of a slide says that it does not fit. */
export const overflowing = (slide: HTMLElement): string[] =>
  Array.from(slide.querySelectorAll('[data-overflows]'), ({ className }) => className.split(' ')[0] ?? '')
