import type { InBoth } from './in-both.ts'

/** Words of the gallery window. */
const ko = {
  windowTitle: (scene: string) => `${scene} - 그림 갤러리 - Lectern`,
  title: '그림 갤러리',
  scenes: '그림',
  steps: (steps: number) => `${steps}단계`,
  previous: '이전 단계',
  next: '다음 단계',
  motion: '이 단계의 움직임',
  log: '기록',
  picture: '그림과 단계',
  announced: (title: string, step: number, steps: number) => `${title}. ${steps}단계 중 ${step}단계`,
}

const en: typeof ko = {
  windowTitle: (scene) => `${scene} - Picture gallery - Lectern`,
  title: 'Picture gallery',
  scenes: 'Pictures',
  steps: (steps) => `${steps} steps`,
  previous: 'Previous step',
  next: 'Next step',
  motion: 'The motion of this step',
  log: 'Log',
  picture: 'Picture and step',
  announced: (title, step, steps) => `${title}. Step ${step} of ${steps}`,
}

export type GalleryWords = typeof ko
export const galleryWords: InBoth<GalleryWords> = { ko, en }
