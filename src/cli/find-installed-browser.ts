import { findBrowser } from '../services/browser/find-browser.mjs'
import { LecternError } from '../contract/failure.ts'

/** The program of an installed browser. Throws the `LecternError` `no-browser` where there is none. */
export function findInstalledBrowser(): string {
  const path = findBrowser()
  if (path !== undefined) return path
  throw new LecternError('no-browser', {
    ko: '쪽을 그리려면 Chrome, Chromium이나 Edge가 있어야 해요. 설치하거나 CHROME_PATH로 위치를 알려 주세요.',
    en: 'Laying out pages needs Chrome, Chromium or Edge. Install one, or name its program in CHROME_PATH.',
  })
}
