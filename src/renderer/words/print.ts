import type { InBoth } from './in-both.ts'

/** Words of the print window. */
const ko = {
  windowTitle: 'Lectern',
  glossary: '용어',
  glossaryPage: (page: number, pages: number) => `${page}/${pages}`,
}

const en: typeof ko = {
  windowTitle: 'Lectern',
  glossary: 'Glossary',
  glossaryPage: (page, pages) => `${page}/${pages}`,
}

export type PrintWords = typeof ko
export const printWords: InBoth<PrintWords> = { ko, en }
