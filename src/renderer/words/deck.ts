/** Words of the deck window. */
const ko = {
  windowTitle: 'Lectern',
}

const en: typeof ko = {
  windowTitle: 'Lectern',
}

export const deck = { ko, en }
