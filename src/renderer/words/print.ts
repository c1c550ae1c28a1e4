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

export const print = { ko, en }
