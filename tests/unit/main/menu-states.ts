import type { CourseSummary, DeckSummary } from '../../../src/contract/library.ts'
import type { MenuState } from '../../../src/main/menu.ts'

const deck = (name: string, lang: 'ko' | 'en', title: string): DeckSummary => ({
  ref: { course: 'docker', name, lang },
  title,
  emblem: 'sheet',
  slides: 1,
  pages: { all: 1, final: 1 },
  minutes: null,
  problems: { errors: 0, warnings: 0, first: [] },
  lastPlace: null,
})
export const courseWithDecks: CourseSummary = {
  id: 'docker',
  folder: '/slides/docker',
  bundled: true,
  title: { ko: '도커', en: 'Docker' },
  description: { ko: '', en: '' },
  questions: 0,
  terms: 0,
  review: { due: 0, new: 0, done: 0, limits: { due: 60, new: 10 }, gentle: false },
  interviewIn: null,
  decks: [deck('01', 'ko', '도커와 VM'), deck('01', 'en', 'Docker and VMs'), deck('02', 'ko', '이미지')],
  paths: [deck('path:short', 'ko', '짧은 발표')],
  problems: { errors: 0, warnings: 0, first: [] },
}
/** With a course open and no talk. */
export const idle: MenuState = {
  lang: 'ko',
  platform: 'linux',
  library: { courses: [courseWithDecks], recent: ['/home/me/notes'] },
  isTalking: false,
  canExport: true,
  isDevelopment: false,
}
