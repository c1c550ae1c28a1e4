/** What the browser shell says in the terminal. */
import type { Lang } from '../contract/deck.ts'

export const words = {
  ko: {
    portInUse: (port: number) =>
      `${port}번 포트는 다른 프로그램이 쓰고 있어요. 다른 번호를 주거나 --port 없이 실행해 주세요.`,
    portForbidden: (port: number) =>
      `${port}번 포트는 쓸 수 없어요. 1024보다 큰 번호를 주거나 --port 없이 실행해 주세요.`,
    alreadyRunning: 'Lectern이 이미 실행 중이어서 그 창을 앞으로 불렀어요.',
    alreadyRunningAt: (address: string) => `Lectern이 이미 실행 중이에요. 이 주소로 열 수 있어요: ${address}`,
    openThis: '브라우저에서 위 주소를 열어 주세요. 한 번만 쓸 수 있는 주소예요. Ctrl+C를 누르면 끝나요.',
    opened: 'Lectern을 열었어요. 창을 모두 닫거나 여기서 Ctrl+C를 누르면 끝나요.',
    bareAddress: (seconds: number) =>
      `이 브라우저는 다른 폴더의 파일을 읽지 못해서, 들어갈 주소를 명령줄로 넘겼어요. 한 번만, ${seconds}초 안에만 쓸 수 있는 주소지만 그동안 이 컴퓨터의 다른 사용자에게도 보여요.`,
    notCameIn: '브라우저가 아직 들어오지 못했어요. 아래 주소를 직접 열어도 돼요.',
    noBrowser: 'Chrome, Chromium, Edge를 찾지 못했어요. 설치하거나 CHROME_PATH로 위치를 알려 주세요.',
    browserFailed: (program: string) => `${program}을(를) 시작하지 못했어요. 아래 주소를 직접 열어 주세요.`,
    printingNeedsBrowser:
      'PDF로 내보내려면 Chrome, Chromium이나 Edge가 필요해요. 설치한 뒤 Lectern을 다시 시작해 주세요.',
  },
  en: {
    portInUse: (port: number) =>
      `Port ${port} is in use by another program. Give another one, or start without --port.`,
    portForbidden: (port: number) => `Port ${port} may not be used. Give one above 1024, or start without --port.`,
    alreadyRunning: 'Lectern is already running; its window was brought up.',
    alreadyRunningAt: (address: string) => `Lectern is already running. Open it at ${address}`,
    openThis: 'Open this address in a browser. It works once. Ctrl+C ends Lectern.',
    opened: 'Lectern is open. Close its windows or press Ctrl+C here to end it.',
    bareAddress: (seconds: number) =>
      `This browser may not read files elsewhere, so its address is on its command line. It works once and for ${seconds} seconds, but until then others who use this computer can see it.`,
    notCameIn: 'The browser has not come in yet. You can also open this address yourself.',
    noBrowser: 'No Chrome, Chromium or Edge was found. Install one, or say where it is by CHROME_PATH.',
    browserFailed: (program: string) => `${program} could not be started. Please open this address yourself.`,
    printingNeedsBrowser: 'Exporting a PDF needs Chrome, Chromium or Edge. Install one, then start Lectern again.',
  },
} as const satisfies Record<Lang, unknown>
