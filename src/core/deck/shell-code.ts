import type { LanguageFn, Mode } from 'highlight.js'

/**
 * What is typed into a shell, quietly: strings, options and comments have colours. No list of words: `rm`, `id` and `type`
 * are commands like all others, and a colour on some of them would say that they are not.
 */
export const shellCode: LanguageFn = () => {
  const escaped: Mode = { match: /\\[^]/ }
  const strings: Mode[] = [
    { scope: 'string', begin: /\$?'/, end: /'/ },
    { scope: 'string', begin: /"/, end: /"/, contains: [escaped] },
  ]
  return {
    name: 'Shell',
    aliases: ['bash', 'sh', 'zsh'],
    contains: [
      escaped,
      ...strings,
      { scope: 'comment', begin: /(?<=^|\s)#/, end: /$/ },
      { scope: 'attr', match: /(?<=^|[\s[(|])--?[A-Za-z][\w-]*/ },
    ],
  }
}
