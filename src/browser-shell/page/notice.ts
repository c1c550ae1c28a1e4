/** A line over the window while its shell is gone, so that nobody wonders why the keys do nothing. */

const words = {
  ko: 'Lectern과 연결이 끊겼어요. 다시 연결하는 중이에요…',
  en: 'The connection to Lectern was lost. Connecting again …',
}
/** A short gap, such as a reload of the shell, is not worth a word. */
const patienceMs = 1500

const sheet = `
  p { position: fixed; inset: auto 0 16px; margin: 0 auto; width: fit-content; max-width: 90vw; padding: 10px 18px; z-index: 2147483647;
      border-radius: var(--radius); font: 600 16px/1.5 var(--sans); color: var(--paper); background: var(--ink); }`

/** Gives a function that is told whether the shell is there. */
export function linkNotice(): (isUp: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let host: HTMLElement | null = null
  function show(): void {
    host = document.createElement('div')
    const shadow = host.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(sheet)
    shadow.adoptedStyleSheets = [style]
    const line = document.createElement('p')
    line.setAttribute('role', 'status')
    line.textContent = document.documentElement.lang.startsWith('ko') ? words.ko : words.en
    shadow.append(line)
    document.body.append(host)
  }
  return (isUp) => {
    clearTimeout(timer)
    host?.remove()
    host = null
    if (!isUp) timer = setTimeout(show, patienceMs)
  }
}
