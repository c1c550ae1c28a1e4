/** Words of the review window. */
const ko = {
  windowTitle: (course: string) => `${course} 복습 - Lectern`,
}

const en: typeof ko = {
  windowTitle: (course) => `${course} review - Lectern`,
}

export const review = { ko, en }
