/** A line over the window while its shell is gone, so that nobody wonders why the keys do nothing. */
import type { Link } from './connection.ts'

const words = {
  down: {
    ko: 'Lectern과 연결이 끊겼어요. 다시 연결하는 중이에요…',
    en: 'The connection to Lectern was lost. Connecting again …',
  },
  ended: {
    ko: 'Lectern이 끝났어요. 터미널에서 npm start로 다시 시작하고, 새로 열린 창에서 이어 가 주세요. 이 창은 닫아도 돼요.',
    en: 'Lectern has ended. Start it again in a terminal with npm start and go on in the new window. This one can be closed.',
  },
  stranger: {
    ko: '지금 실행 중인 Lectern은 이 창을 몰라요. 터미널에 나온 새 주소로 열거나, npm start를 한 번 더 실행해 주세요.',
    en: 'The Lectern that runs now does not know this window. Open the new address from the terminal, or run npm start once more.',
  },
}

/** A short gap, such as a reload of the shell, is not worth a word. */
const patienceMs = 1500
/** A machine that wakes up, or a shell that hangs, is back sooner than this; whoever waits longer has to be told what to do. */
const endedMs = 20_000

const sheet = `
  p { position: fixed; inset: auto 0 16px; margin: 0 auto; width: fit-content; max-width: 90vw; padding: 10px 18px; z-index: 2147483647;
      border-radius: var(--radius); font: 600 16px/1.5 var(--sans); color: var(--paper); background: var(--ink); word-break: keep-all; }`

/** Gives a function that is told whether the shell is there. */
export function linkNotice(): (link: Link) => void {
  let timers: ReturnType<typeof setTimeout>[] = []
  let host: HTMLElement | null = null

  function clear(): void {
    timers.forEach(clearTimeout)
    timers = []
  }
  function line(): HTMLElement {
    host = document.createElement('div')
    const shadow = host.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(sheet)
    shadow.adoptedStyleSheets = [style]
    const said = document.createElement('p')
    said.setAttribute('role', 'status')
    shadow.append(said)
    document.body.append(host)
    return said
  }
  function show(what: keyof typeof words): void {
    const said = host?.shadowRoot?.querySelector('p') ?? line()
    said.textContent = words[what][document.documentElement.lang.startsWith('ko') ? 'ko' : 'en']
  }
  return (link) => {
    clear()
    if (link === 'up') {
      host?.remove()
      host = null
      return
    }
    timers.push(setTimeout(() => show(link), patienceMs))
    if (link === 'down') timers.push(setTimeout(() => show('ended'), endedMs))
  }
}
