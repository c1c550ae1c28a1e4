/** Decks of any length for measuring: real kinds of slides in turn, pictures among them. */

const bodies: readonly ((n: number) => string)[] = [
  (n) => `layout: content
seconds: 40
---

## 슬라이드 ${n}: 앱을 이미지로 싸서 나른다

도커는 앱과 실행 환경을 **이미지** 하나로 만들고, 나르고 실행하는 방법을 통일한 플랫폼입니다.

1. **만들기** \`docker build\`: 코드, 라이브러리, 설정을 이미지 하나로 묶는다
2. **나르기** \`docker push\`: 레지스트리를 거쳐 같은 이미지를 옮긴다

<!-- step -->

- 격리는 리눅스 커널에 원래 있던 기능이다

<!-- step -->

- 더한 것은 이미지 형식과 하나의 명령이다

<!--
[1] 만들면 이미지가 되고, 레지스트리로 나르고, 실행하면 컨테이너가 됩니다.

[2] 하드웨어는 하나도 가상화하지 않아요.
-->
`,
  (n) => `layout: code
seconds: 30
---

## 슬라이드 ${n}: Dockerfile 네 줄

\`\`\`dockerfile {1|2-3|4}
FROM node:24-slim
COPY package.json package-lock.json ./
RUN npm ci
CMD ["node", "server.js"]
\`\`\`

<!--
[1] 바탕이 되는 이미지입니다.

[3] 시작할 때 실행하는 명령이에요.
-->
`,
  (n) => `layout: table
seconds: 50
---

## 슬라이드 ${n}: 장점마다 조건이 붙는다

| 장점 | 참이 되는 조건 | 어긋나는 곳 |
| --- | --- | --- |
| **같은 환경** | 같은 **다이제스트**로 배포한다 | 커널 버전, 환경 변수 |
| **빠른 시작** | 로컬에 있는 이미지 | 첫 pull, 앱 준비 |

<!-- step -->

> 이미지가 같게 만드는 것은 **파일과 시작 명령까지**입니다.
`,
  (n) => `layout: diagram
diagram: vm-vs-container
steps: VC-2..VC-4
seconds: 55
---

## 슬라이드 ${n}: VM은 커널부터 부팅한다

<!--
[1] 하이퍼바이저는 VM마다 가상 하드웨어 한 벌을 보여 줍니다.
-->
`,
]

/** The source of a deck with so many slides; slide n has the id \`slide-n\`, counted from 1. */
export function deckText(slides: number): string {
  const sections = Array.from({ length: slides }, (_, i) => {
    const body = bodies[i % bodies.length]?.(i + 1) ?? ''
    return `---\nid: slide-${i + 1}\n${body}`
  })
  return `---\ntitle: 잰 덱 ${slides}\nlang: ko\ncover: false\n---\n\n${sections.join('\n')}`
}
