/** Words of the print window. */
const ko = {
  windowTitle: 'Lectern',
}

const en: typeof ko = {
  windowTitle: 'Lectern',
}

export const print = { ko, en }
