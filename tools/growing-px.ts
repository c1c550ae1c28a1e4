import type { Plugin } from 'postcss'

/** A text or an address, in which nothing is a length, or a number of px. */
const lengths = /"[^"]*"|'[^']*'|url\([^)]*\)|(?<![\w.#+-])([+-]?(?:\d+\.)?\d+)px\b/g

/**
 * A value of CSS in which each px is as long as the window's own, `--px` (`look/base.css`), and one where none is set.
 * Nothing needs no unit.
 */
export const withGrowingPx = (value: string): string =>
  value.replace(lengths, (all, count?: string) =>
    count === undefined || Number(count) === 0 ? all : `calc(${count} * var(--px, 1px))`,
  )

const isOurs = (file = ''): boolean => /[\\/]src[\\/]renderer[\\/]/.test(file)

/**
 * For PostCSS: lets everything that our windows measure in px grow on a large screen as their words do, whoever writes it.
 * Conditions of queries and descriptors keep theirs, and so do the sheets of libraries.
 */
export const growingPx: Plugin = {
  postcssPlugin: 'growing-px',
  // Once, not at each declaration: what was changed would be visited again, and has a px in it again.
  Once(root) {
    root.walkDecls(/^(?!--(px|growth)$)/, (declaration) => {
      if (declaration.parent?.type !== 'rule' || !isOurs(declaration.source?.input.file)) return
      declaration.value = withGrowingPx(declaration.value)
    })
  },
}
