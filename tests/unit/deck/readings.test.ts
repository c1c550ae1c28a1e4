/**
 * What two hundred decks and files of questions are read as, all made of what the format knows and of what goes wrong
 * with it: how many slides and steps, every problem at its place, and a digest of all the rest. What is read otherwise
 * shows as lines of a diff; where that is meant, `npx vitest run --project unit readings -u` writes the files anew.
 */
import { expect, test } from 'vitest'
import { parseDeck, parseQuestions, skimDeck, writeDeck } from '../../../src/core/deck/index.ts'
import { digestOfValue } from '../digest-of-value.ts'
import { Seeded } from '../seeded.ts'
import { places, scenes, setting } from './deck-of.ts'

const headers = [
  '---\ntitle: 도커와 VM\nlang: ko\n---\n\n',
  '---\ntitle: "A: b"\nlang: en\nminutes: 12\n---\n\n',
  '---\ntitle: 도커\nminutes: 0.5\nauthor: me\n---\n\n',
  '---\ntitel: x\nlang: fr\n---\n',
  '---\ntitle: 도커\n---\n\n앞에 선 글\n\n',
  '\uFEFF---\r\ntitle: 줄끝\r\nlang: ko\r\n---\r\n\r\n',
  '',
] as const

const keys = [
  'layout: content',
  'layout: title',
  'layout: columns',
  'layout: table',
  'layout: code',
  'layout: myth',
  'layout: section',
  'layout: question',
  'steps: list',
  'diagram: vm-vs-container',
  'diagram: isolation\nsteps: IS-1..IS-2',
  'diagram: vm-vs-container\nsteps: VC-2..VC-4',
  'diagram: vm-vs-container\nsteps: [VC-1, VC-5]',
  'steps: VC-1..VC-2',
  'at: VC-2',
  'seconds: 45',
  'covers: [S1.1-07, S2]',
  'asks: [q-vm]',
  'facts: [{ id: f-one, asOf: 2026-11, source: "https://a.b/c" }]',
  'level: 기본',
  'core: [1, 3]',
  'followups: [one, none]',
  'picture: vm-vs-container VC-3',
] as const

const oddKeys = [
  'layout: contnet',
  'diagram: isolaton',
  'diagram: vm-vs-container\nsteps: VC-4..VC-2',
  'diagram: vm-vs-container\nat: VC-9',
  'seconds: -1',
  'seconds: "90"',
  'covers: S1.1-07',
  'asks: [q-vn, q-kernel]',
  'facts: [{ id: f-one, asOf: gestern }]',
  'core: [0, 9]',
  'layuot: x',
  'a: [1, 2',
  'layout: code\nlayout: table',
] as const

const blocks = [
  '## 제목 **굵게** `code`',
  '# Title\n',
  '## ',
  '### 한 줄\n\nVM은 커널을 각자 갖습니다.',
  '### 답변\n\n가장 **큰** 차이는 [그림](#s2)입니다.',
  '### 핵심\n\n- 하나 `a`\n- 둘\n- 셋',
  '### Key points\n\n1. one\n2. two',
  '### 흔한 실수\n\n- 자리에 **그린다**',
  '### 출처\n\n- [Docs](https://docs.docker.com/)\n- <https://a.b>',
  '### 오해\n\n컨테이너는 가볍다',
  '### Truth\n\nIt binds.',
  '### 면접에서는\n\n“커널이 필요합니다.”',
  '### 핵심점\n\n모르는 제목',
  '문단 하나, **굵게(bold)**를 붙여서.\n둘째 줄 5~10초, 1~2분 ~~지움~~',
  '- 하나\n- 둘\n  - 셋\n\n    문단\n- [ ] 할 일',
  '3. 셋\n4. 넷\n   1. 안',
  '<!-- step -->',
  '<!--step-->\n- 붙은 목록',
  '앞 <!-- step --> 뒤',
  '<!-- stpe -->',
  '- 하나\n\n  <!-- step -->\n\n  하나 뒤\n- 둘',
  '```sh {1|2-3|all}\necho 1\necho 2\n---\n```',
  '```js {1|9}\nconst a = 1\n```',
  '```ts {x}\nlet b: string = `b${a}`\n```',
  '```diff\n- a\n+ b\n```',
  '```console {2}\n$ docker run \\\n    alpine\nok\n```',
  '~~~\n<!-- step -->\n~~~',
  '    indented {1}',
  '```py\nopen',
  '| a | b |\n| - | -: |\n| **1** | `2` |',
  '> 인용\n> - 목록',
  '***',
  '* * *',
  '- - -',
  '![그림](pictures/a.png "제목")',
  '![밖](https://a.b/c.png)',
  '![](../x y.svg)',
  '<img src="pictures/b.png" width="10" onerror="x">',
  '[이리로](#s1) [없는](#s9) [file](file:///etc) [js](javascript:x) [메일](mailto:a@b.co)',
  '주소 https://a.b/c?d=e&f#g, www.a.b 그리고 a@b.co',
  '각주[^1] 둘[^둘]\n\n[^1]: 첫째\n[^둘]: 둘째 [링크](#s1)',
  '[ref] [ref][] [다른][ref]\n\n[ref]: https://a.b "t"',
  '<details open><summary>더</summary>\n\n안 **글**\n\n</details>',
  '<b onclick="x">굵게</b> <script>alert(1)</script> <kbd>Ctrl</kbd> H<sub>2</sub>O<br>끝',
  '<div style="color:red" class="a">\n\n<p align="center">가운데</p>\n\n</div>',
  '<iframe src="https://a.b"></iframe>',
  '> [!NOTE]\n> 알림',
  '$a^2$ \\(x\\) \\*별\\* &amp; &copy; &#x41;',
  '<!-- 노트 하나.\n\n[1] 첫 단계. [2] 둘째 단계!\n\n- [2] 목록\n- 이어서\n-->',
  '<!-- [3] 셋 [x] 아님 그리고 [1] 아님.\n[2] 새 줄\n\\[1] 벗어남. \\[2] 둘 [2] 셋\n-->',
  '<!--\n1. [1] 하나\n2. 둘\n3. [9] 밖\n\n[링크](#s2) ![p](n.png)\n\n[2]\n-->',
  '<!-- 줄  \n[1] 바꿈 뒤.\n\n```sh\n[2] 코드\n```\n\n> [2] 인용\n-->',
  '<!-- 열린',
  '말 [0] [1]. [2] 본문의 것',
  '여러\u00a0칸\t탭 \u200b보이지 않는 \u0007 것',
  'a\\\nb  \nc',
  '*기울임*은 __굵게__와 ***둘 다***, **“따옴표”**라',
] as const

const ids = ['s1', 's2', 's3', 's4', 's1', 'Bad Id', 'q-vm', ''] as const

/** A file of slides or questions, broken here and there. */
function madeUp(seeded: Seeded): string {
  const slides = Array.from({ length: seeded.count(1, 4) }, (_, index) => {
    const id = seeded.isSo(0.7) ? `s${index + 1}` : seeded.one(ids)
    const odd = seeded.isSo(0.15) ? [seeded.one(oddKeys)] : []
    // A key stands once: of two, the first would only be read by what tells of the second.
    const own = new Map(seeded.some(keys, 1, 3).map((key) => [key.replace(/:.*/s, ''), key]))
    const block = [id === '' ? [] : `id: ${id}`, ...own.values(), ...odd].flat()
    const closing = seeded.isSo(0.97) ? '---' : '--'
    const title = seeded.isSo(0.8) ? ['## 제목'] : []
    return ['---', ...block, closing, '', [...title, ...seeded.some(blocks, 1, 7)].join('\n\n'), ''].join('\n')
  })
  const text = (seeded.isSo(0.7) ? headers[0] : seeded.one(headers)) + slides.join('\n')
  return seeded.isSo(0.1) ? text.replaceAll('\n', '\r\n') : text
}

const questions = parseQuestions(
  '---\nid: q-vm\n---\n\n## VM?\n\n### 한 줄\n\na\n\n### 답변\n\nb\n\n### 핵심\n\n- c\n\n---\nid: q-kernel\n---\n\n## 커널?\n',
  { file: 'questions.ko.md', lang: 'ko', scenes },
).questions

test('decks are read as they were', async () => {
  const seeded = new Seeded(1)
  const lines = Array.from({ length: 160 }, (_, index) => {
    const text = madeUp(seeded)
    const { deck, images } = parseDeck(text, { ...setting, questions })
    const { slides, problems } = deck
    const sections = seeded
      .some(blocks, 1, 3)
      .map((body, n) => ({ keys: { id: `w${n}` }, body, notes: seeded.one(blocks) }))
    const rest = [deck, images, skimDeck(text, setting), writeDeck({ title: deck.title }, sections)]
    const steps = slides.map(({ id, steps: count }) => `${id}:${count}`)
    return [`${index + 1}.`, ...steps, '|', ...places(problems), '|', digestOfValue(rest)].join(' ')
  })
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('readings/decks.txt')
})

test('files of questions are read as they were', async () => {
  const seeded = new Seeded(2)
  const lines = Array.from({ length: 60 }, (_, index) => {
    const lang = index % 2 === 0 ? 'ko' : 'en'
    const read = parseQuestions(madeUp(seeded), { file: `questions.${lang}.md`, lang, scenes })
    const points = read.questions.map(({ id, keyPoints }) => `${id}:${keyPoints.length}`)
    return [`${index + 1}.`, ...points, '|', ...places(read.problems), '|', digestOfValue(read)].join(' ')
  })
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('readings/questions.txt')
})
