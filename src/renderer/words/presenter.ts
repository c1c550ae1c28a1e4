/** Words of the presenter window. */
const ko = {
  windowTitle: 'Lectern',
}

const en: typeof ko = {
  windowTitle: 'Lectern',
}

export const presenter = { ko, en }
