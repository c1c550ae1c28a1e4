/** The page by which a browser comes in: it keeps what the shell gives it and goes on by itself. */
import { createHash } from 'node:crypto'
import type { WindowKind } from '../contract/channels.ts'
import type { Entrance } from './access.ts'
import { keysItem, pagePath } from './wire.ts'

/** A value inside a script of a page, where `</script>` would end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)

/**
 * Answers a ticket that was just used. Not by a redirect: a browser that began in a file or in another program's link
 * would leave the new strict cookie out of where that leads.
 * @param kind the window to go on to
 */
export function entrancePage({ cookie, keys }: Entrance, kind: WindowKind): Response {
  const goOn = `location.replace(${inScript(pagePath(kind))})`
  const script = `localStorage.setItem(${inScript(keysItem)}, ${inScript(JSON.stringify(keys))}); ${goOn}`
  const hash = createHash('sha256').update(script).digest('base64')
  const html = [
    '<!doctype html><meta charset="utf-8"><title>Lectern</title>',
    `<script>${script}</script>`,
    '<p lang="ko">이 화면에 머물러 있으면, 이 주소에서 JavaScript와 사이트 데이터 저장을 허용한 뒤 Lectern을 다시 시작해 주세요.',
    '<p lang="en">If this page stays, allow JavaScript and site data for this address, then start Lectern again.',
  ].join('\n')
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': cookie,
      'content-security-policy': `default-src 'none'; script-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
