/** The page by which a browser comes in: a window as built, which first keeps what the shell gives it. */
import { createHash } from 'node:crypto'
import type { WindowKind } from '../contract/channels.ts'
import type { Entrance } from './access.ts'
import { keyItem, pagePath } from './wire.ts'

/** A value inside a script of a page, where `</script>` would end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)

/** Said where nothing else can be: a browser that runs no scripts, or keeps nothing for us. */
const cannotStay = {
  ko: '이 주소에서 JavaScript와 사이트 데이터 저장을 허용한 뒤 Lectern을 다시 시작해 주세요.',
  en: 'Allow JavaScript and site data for this address, then start Lectern again.',
}
const saidWithoutScripts = Object.entries(cannotStay).map(([lang, said]) => `<p lang="${lang}">${said}</p>`)

/** The only thing on the page then: what belongs to it is not loaded any more. */
const sayInstead = `stop()
for (const [lang, said] of ${inScript(Object.entries(cannotStay))})
  document.documentElement.append(Object.assign(document.createElement('p'), { lang, textContent: said }))`

/**
 * Answers a ticket with the window itself, which from then on is at its own address. Not by a redirect: a browser that
 * began in a file or in another program's link would leave the new strict cookie out of where that leads.
 * @param page the window's page as the server gives it to who is in already
 */
export async function entrancePage({ cookie, key }: Entrance, kind: WindowKind, page: Response): Promise<Response> {
  const script = [
    `try { document.currentScript.remove(); localStorage.setItem(${inScript(keyItem)}, ${inScript(key)})`,
    `history.replaceState(null, '', ${inScript(pagePath(kind))}) }`,
    `catch { ${sayInstead} }`,
  ].join('\n')
  const hash = createHash('sha256').update(script).digest('base64')
  const headers = new Headers(page.headers)
  const policy = headers.get('content-security-policy') ?? ''
  headers.set('content-security-policy', policy.replace("script-src 'self'", `$& 'sha256-${hash}'`))
  headers.set('cache-control', 'no-store')
  headers.set('set-cookie', cookie)
  headers.delete('etag')
  const html = (await page.text())
    .replace(/<head[^>]*>/, (head) => `${head}<script>${script}</script>`)
    .replace(/<body[^>]*>/, (body) => `${body}<noscript>${saidWithoutScripts.join('')}</noscript>`)
  return new Response(html, { headers })
}
