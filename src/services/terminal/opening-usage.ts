/** How Lectern is opened from a terminal, in a clone and packed. */
import { t } from '../../core/words/t.ts'
import type { CommandUsage, OptionUsages } from './command-usage.ts'

const gallery = {
  gallery: { about: t('덱 없이 그림만 모은 갤러리를 열어요.', 'Opens the pictures without a deck.') },
} as const satisfies OptionUsages

/** In a clone Lectern opens in Electron or in a browser. */
export const openingOptions = {
  ...gallery,
  browser: { about: t('Electron 대신 브라우저에서 열어요.', 'Opens in a browser instead of Electron.') },
  'no-open': { about: t('창을 열지 않고 주소만 알려 줘요.', 'Opens no window and tells the address.') },
  port: {
    value: 'N',
    // 0: any free one.
    range: { least: 0, most: 65_535 },
    about: t('이 포트를 써서 브라우저에서 열어요.', 'Opens in a browser, at this port.'),
  },
} as const satisfies OptionUsages

const opened = {
  args: { FOLDER: t('열 덱이나 강의, 강의 모음의 폴더예요.', 'The deck, course or folder of courses to open.') },
  takes: { least: 0, most: 1 },
} as const

export const opening = {
  ...opened,
  about: t('Lectern을 열어요.', 'Opens Lectern.'),
  forms: ['[FOLDER] [--gallery] [--browser] [--no-open] [--port]'],
  options: openingOptions,
} as const

/** `npm start`, and so what the browser shell is given. */
export const startUsage = { name: 'npm start --', ...opening } as const satisfies CommandUsage

/** The packed app. Chromium's own switches are its too. */
export const appUsage = {
  ...opened,
  name: 'lectern',
  about: opening.about,
  forms: ['[FOLDER] [--gallery]'],
  options: gallery,
} as const satisfies CommandUsage
