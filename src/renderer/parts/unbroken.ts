/** Signs that have room in one line wherever code is shown, the smallest window included. */
const longest = 24

/** Takes apart a text at its words with a hyphen, after which a browser would begin a line: `--memory` is one word. */
export const unbrokenWords = (text: string): readonly { readonly text: string; readonly isWhole: boolean }[] =>
  text
    .split(/(\S*-\S+)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, isWhole: part.length <= longest && /-\S/.test(part) }))

/** Sanitised HTML in which no such word of its code in a line is broken. */
export const withUnbrokenCode = (html: string): string =>
  html.replace(/(<pre[^>]*>)?<code>([^<]*)<\/code>/g, (all, block: string | undefined, code: string) =>
    block === undefined
      ? `<code>${unbrokenWords(code)
          .map(({ text, isWhole }) => (isWhole ? `<span class="unbroken">${text}</span>` : text))
          .join('')}</code>`
      : all,
  )
