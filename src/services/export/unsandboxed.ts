import type { Lang } from '../../contract/deck.ts'
import { printError } from '../terminal/print.ts'

const warning = {
  ko: 'PDF를 만드는 브라우저가 샌드박스 없이 실행되고 있어요. root로 실행했거나 이 시스템에서 user namespace를 쓸 수 없어서예요. 믿을 수 있는 강의만 내보내 주세요.',
  en: 'The browser that makes PDFs runs without its sandbox: as root, or because this system allows no user namespaces. Export only courses that you trust.',
}

/** Says in the terminal that pages are drawn without the sandbox of the browser. */
export const tellUnsandboxed = (lang: Lang): void => printError(`Lectern: ${warning[lang]}`)
