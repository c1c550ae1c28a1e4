import { counted, grouped } from './plural.ts'

/** Words of the library window. */
const ko = {
  windowTitle: 'Lectern 라이브러리',
  courses: '강의',
  slides: (count: number) => `${grouped(count)}장`,
}

const en: typeof ko = {
  windowTitle: 'Lectern library',
  courses: 'Courses',
  slides: (count: number) => counted(count, 'slide'),
}

export const library = { ko, en }
