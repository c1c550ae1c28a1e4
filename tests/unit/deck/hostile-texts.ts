/**
 * Texts that would run something, load something or look like something else if a course's words were drawn as written:
 * made by a grammar of carriers, addresses, disguises and of places where two parsers read the same differently.
 */

/** Whatever of them is run, calls this on the window. */
export const alarm = 'hostileTextRan'
/** Whatever of them is loaded, is asked for here; nothing listens there. */
export const away = 'localhost:9'

export interface HostileText {
  readonly name: string
  readonly text: string
}

const call = `${alarm}()`
/** A picture that cannot be loaded, so that its handler would run at once. */
const trap = `<img src=x onerror=${call}>`

/** Letters of an address or a handler in ways that a browser reads as the same. */
const disguises: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'mixed case': (text) =>
    text.replaceAll(/[a-z](?=.*:)/g, (letter, at: number) => (at % 2 ? letter.toUpperCase() : letter)),
  decimal: (text) => text.replaceAll(/(?<=^.{0,2})./g, (one) => `&#${one.charCodeAt(0)};`),
  hexadecimal: (text) => text.replaceAll(/(?<=^.{0,2})./g, (one) => `&#x${one.charCodeAt(0).toString(16)};`),
  'many zeros': (text) => text.replace(/^[a-z]/, (one) => `&#0000${one.charCodeAt(0)}`),
  'named colon': (text) => text.replace(':', '&colon;'),
  'tab inside': (text) => text.replace(/^(.{3})/, '$1&Tab;'),
  'new line inside': (text) => text.replace(/^(.{4})/, '$1&NewLine;'),
  'control before': (text) => `&#1;${text}`,
  'blank before': (text) => ` ${text}`,
  percent: (text) => text.replace(/^[a-z]/, (one) => `%${one.charCodeAt(0).toString(16)}`),
}

const addresses: Readonly<Record<string, string>> = {
  javascript: `javascript:${call}`,
  vbscript: `vbscript:${call}`,
  'data page': `data:text/html,<script>parent.${call}</script>`,
  'data drawing': `data:image/svg+xml,<svg onload="parent.${call}" xmlns="http://www.w3.org/2000/svg"/>`,
  file: 'file:///etc/passwd',
  blob: 'blob:null/1',
  'without scheme': `//${away}/x.png`,
  web: `http://${away}/x.png`,
  backslashes: `\\\\${away}\\x.png`,
}

/** Where an address can stand, in HTML and in Markdown. */
const carriers: Readonly<Record<string, (address: string) => string>> = {
  link: (to) => `<a href="${to}">x</a>`,
  'link in a drawing': (to) => `<svg><a xlink:href="${to}"><text>x</text></a></svg>`,
  form: (to) => `<form action="${to}"><button>x</button></form>`,
  button: (to) => `<button formaction="${to}">x</button>`,
  frame: (to) => `<iframe src="${to}"></iframe>`,
  object: (to) => `<object data="${to}"></object>`,
  embed: (to) => `<embed src="${to}">`,
  image: (to) => `<img src="${to}">`,
  'image set': (to) => `<img srcset="${to} 2x" sizes="1px">`,
  'source of a picture': (to) => `<picture><source srcset="${to}"><img alt="x"></picture>`,
  base: (to) => `<base href="${to}"><a href="x">x</a>`,
  refresh: (to) => `<meta http-equiv="refresh" content="0;url=${to}">`,
  sheet: (to) => `<link rel="stylesheet" href="${to}">`,
  quote: (to) => `<q cite="${to}">x</q>`,
  background: (to) => `<table background="${to}"><tr><td>x</table>`,
  poster: (to) => `<video poster="${to}" src="${to}"></video>`,
  use: (to) => `<svg><use href="${to}"/></svg>`,
  'image in a drawing': (to) => `<svg><image href="${to}" xlink:href="${to}"/></svg>`,
  'colour of a drawing': (to) => `<svg><rect fill="url(${to})" style="stroke: url('${to}')"/></svg>`,
  'sheet of a drawing': (to) => `<svg><style>rect { mask: url(${to}) } @import "${to}";</style><rect/></svg>`,
  'filter of a drawing': (to) => `<svg><filter id="a"><feImage href="${to}"/></filter><g filter="url(#a)"/></svg>`,
  'path of words': (to) => `<svg><text><textPath xlink:href="${to}">x</textPath></text></svg>`,
  map: (to) => `<img usemap="#m" alt="x"><map name="m"><area href="${to}"></map>`,
  input: (to) => `<input type="image" src="${to}">`,
  style: (to) => `<p style="background: url('${to}')">x</p>`,
  'written link': (to) => `[x](<${to}>)`,
  'written image': (to) => `![x](<${to}>)`,
  'written reference': (to) => `[x][hostile]\n\n[hostile]: <${to}>`,
  'written address': (to) => `<${to}>`,
}

/** Things that make an event by themselves or are easily touched. */
const eventTags = [
  ...['img src=x', 'svg', 'body', 'video src=x', 'audio src=x', 'details open', 'input autofocus', 'button autofocus'],
  ...['select autofocus', 'textarea autofocus', 'iframe', 'object data=x', 'embed src=x', 'a href=#', 'p', 'table'],
  ...['marquee', 'math', 'form', 'b', 'style', 'link rel=stylesheet href=x', 'div contenteditable', 'dialog open'],
]
const events = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onclick', 'onpointerenter', 'onanimationstart', 'onbegin']

/** Ways to write an attribute. */
const writings: readonly ((tag: string, event: string) => string)[] = [
  (tag, event) => `<${tag} ${event}="${call}">x`,
  (tag, event) => `<${tag} ${event}='${call}'>x`,
  (tag, event) => `<${tag} ${event}=${call}>x`,
  (tag, event) => `<${tag.replaceAll(' ', '/')}/${event}=${call}//>x`,
  (tag, event) => `<${tag.toUpperCase()} ${event.replace('on', 'oN')} = "${call}" >x`,
  (tag, event) => `<${tag} a="> <b ${event}='${call}'" ${event}="${call}">x`,
  (tag, event) => `<${tag} ${event}="&#104;${call.slice(1)}" ${event}=${call}>x</${tag.split(' ')[0] ?? ''}>`,
]

/** Elements whose content is read by rules of its own. */
const odd = [
  'svg',
  'math',
  'noscript',
  'template',
  'xmp',
  'noembed',
  'noframes',
  'title',
  'textarea',
  'iframe',
  'style',
  'select',
  'table',
  'plaintext',
]

/** What is hidden in them, so that it comes out when it is read a second time or by other rules. */
const hidden: Readonly<Record<string, (tag: string) => string>> = {
  script: (tag) => `<${tag}><script>${call}</script></${tag}>`,
  'end in an attribute': (tag) => `<${tag}><p title="</${tag}>${trap}"></p></${tag}>`,
  'end in a comment': (tag) => `<${tag}><!-- </${tag}>${trap} --></${tag}>`,
  'end in CDATA': (tag) => `<${tag}><![CDATA[</${tag}>${trap}]]></${tag}>`,
  'a style inside': (tag) => `<${tag}></p><style><a title="</style>${trap}"></a></style></${tag}>`,
  'a way back to HTML': (tag) =>
    `<${tag}><foreignObject><mtext><annotation-xml encoding="text/html">${trap}</annotation-xml></mtext></foreignObject></${tag}>`,
  'wrongly nested': (tag) =>
    `<form><${tag}><mtext></form><form><mglyph><style></${tag}>${trap}</style></mglyph></form></${tag}>`,
}

/** Markdown that becomes something else than it looks like. */
const written: readonly string[] = [
  `[x](https://a.example/ "\\" onclick=${call} x=\\"")`,
  `[x](https://a.example/"onclick="${call})`,
  `[${trap}](https://a.example/)`,
  `![" onerror="${call}](x.png)`,
  `![x](x.png"onerror="${call})`,
  `![x](x.png "\\" onerror=${call}")`,
  `<https://a.example/"onmouseover="${call}">`,
  `https://a.example/"onmouseover="${call}`,
  `a[^" onclick="${call}]\n\n[^" onclick="${call}]: note ${trap}`,
  `[" onclick="${call}]: https://a.example/\n\n[" onclick="${call}]`,
  `\`${trap}\``,
  `\`\`\`"><script>${call}</script>\n</code></pre>${trap}\n\`\`\``,
  `\`\`\`html {1|2}\n${trap}\n</span>${trap}\n\`\`\``,
  `    ${trap}`,
  `| ${trap} |\n| --- |\n| </td></table>${trap} |`,
  `> ${trap}\n\n- ${trap}\n  1. ${trap}`,
  `**${trap}** *${trap}* ~~${trap}~~`,
  `&lt;img src=x onerror=${call}&gt;`,
  `&amp;lt;script&amp;gt;${call}&amp;lt;/script&amp;gt;`,
  `\\<script>${call}\\</script>`,
  `<scr<script>ipt>${call}</scr</script>ipt>`,
  `<!--><script>${call}</script>-->`,
  `<!-- --!>${trap}-->`,
  `<?xml ?>${trap}?>`,
  `<!DOCTYPE x [<!ENTITY y "${trap}">]>&y;`,
  `<![CDATA[${trap}]]>`,
  `<div\n${trap}\n>x</div>`,
  `<img src="x\` \`${trap}"\` \`>`,
  `<img src=x onerror\u0000=${call}>`,
  `<\u0000script>${call}</script>`,
  `<script\u000c>${call}</script\u000c>`,
  `<script/src=//${away}/x.js></script>`,
  `<svg><script href=//${away}/x.js /></svg>`,
  `<svg><animate attributeName=href to=javascript:${call} /><set attributeName=onload to=${call} /></svg>`,
  `<svg><g onclick=${call}><a href="javascript:${call}"><text>x</text></a></g></svg>`,
  `<svg><animateTransform onbegin=${call} attributeName=transform /><animateMotion onend=${call} /></svg>`,
  `<svg><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/><use href="#a"/></g></svg>`,
  `<svg><text>&lt;/text&gt;&lt;/svg&gt;${trap.replaceAll('<', '&lt;')}</text></svg>`,
  `<svg><desc>${trap}</desc><title>${trap}</title><metadata>${trap}</metadata></svg>`,
  `<svg><text aria-label='</text></svg>${trap}' id='"><script>${call}</script>' fill='"onload="${call}'>x</text></svg>`,
  `<svg><switch><foreignObject><iframe srcdoc="<script>parent.${call}</script>"></iframe></foreignObject><text>x</text></switch></svg>`,
  `<svg><svg onload=${call}><g id="documentElement" class="window" style="position: fixed" tabindex="0"/></svg></svg>`,
  `<svg data-drawing data-from="1" data-later id="app"><style>* { display: none }</style><text>x</text></svg>`,
  `<style>@import "//${away}/x.css"; * { background: url(//${away}/x.png) }</style>`,
  `<p style="position: fixed; inset: 0; z-index: 99">x</p>`,
  `<p id="app" class="window" data-term="x" tabindex="0" contenteditable slot="x" is="x-y">x</p>`,
  `<form id="location"><input name="href"><input name="attributes"></form>`,
  `<img name="body" id="documentElement" alt="x">`,
  `<a href="https://a.example/" target="_top" ping="//${away}/" download onclick=${call}>x</a>`,
  `<button popovertarget="x" command="show-modal" commandfor="x">x</button><dialog id="x" open>x</dialog>`,
  `<template shadowrootmode="open">${trap}</template>`,
  `<math><maction actiontype="statusline" xlink:href="javascript:${call}">x</maction></math>`,
  `<details open ontoggle=${call}><summary onclick=${call}>x</summary></details>`,
  `{@html '${trap}'} {{constructor.constructor('${call}')()}} \${${call}} <%= ${call} %>`,
]

function* everyText(): Generator<HostileText> {
  let turn = 0
  for (const tag of eventTags) {
    for (const event of events) {
      const writing = writings[turn++ % writings.length]
      if (writing) yield { name: `${event} of ${tag}`, text: writing(tag, event) }
    }
  }
  for (const [carrier, carry] of Object.entries(carriers)) {
    for (const [scheme, to] of Object.entries(addresses)) yield { name: `${scheme} in ${carrier}`, text: carry(to) }
  }
  for (const [disguise, hide] of Object.entries(disguises)) {
    for (const carrier of ['link', 'image', 'quote', 'written link', 'written reference', 'written address'])
      yield { name: `${carrier}, ${disguise}`, text: carriers[carrier]?.(hide(`javascript:${call}`)) ?? '' }
  }
  for (const tag of odd) {
    for (const [way, hide] of Object.entries(hidden)) yield { name: `${way} of ${tag}`, text: hide(tag) }
  }
  for (const [index, text] of written.entries()) yield { name: `written ${index}`, text }
}

/** All of them, each once. */
export const hostileTexts: readonly HostileText[] = [
  ...new Map([...everyText()].map((one) => [one.text, one] as const)).values(),
]

/** On one line, for where a text is one. */
export const onOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ')
