/** A small deck with every layout, read from Markdown as the real ones are. */
import type { Deck, Lang, Question } from '../../../src/contract/deck.ts'
import { parseDeck, parseQuestions } from '../../../src/core/deck/index.ts'
import { catalogue } from '../../../src/core/scenes/index.ts'

const questionsText = `---
id: q-vm
layout: question
level: 기본
core: [1]
followups: [q-kernel, q-elsewhere]
---

## Docker와 VM을 비교해 주세요.

### 한 줄

VM은 커널을 각자 갖고 컨테이너는 나눠 씁니다.

### 답변

가장 큰 차이는 **무엇을 나눠 쓰느냐**입니다.

### 핵심

- VM은 커널을 각자 가진다
- 컨테이너는 호스트 커널을 공유한다

### 흔한 실수

- 엔진을 하이퍼바이저 자리에 그린다

### 출처

- [Docker Docs](https://docs.docker.com/)

---
id: q-kernel
layout: question
followups: [q-vm]
---

## 커널이 왜 중요한가요?

### 한 줄

커널이 하드웨어를 다루기 때문입니다.

### 답변

프로그램은 커널에 부탁합니다.

### 핵심

- 시스템 콜

---
id: q-elsewhere
layout: question
---

## 쿠버네티스는 왜 도커 없이 되나요?

### 한 줄

containerd를 바로 부르기 때문입니다.

### 답변

CRI로 부릅니다.

### 핵심

- CRI
`

const deckText = `---
title: 도커와 VM
lang: ko
minutes: 12
---

---
id: cover
layout: title
---

## 커널부터 다시 보는 도커

면접 스터디

<!-- 인사말입니다. -->

---
id: part
layout: section
---

## 격리의 원리

세 동사로 정리한다

---
id: list
layout: content
asks: [q-vm]
---

## 앱을 이미지로 싸서 나르고 실행한다

먼저 [그림](#stack)을 보고 [문서](https://docs.docker.com/)를 읽는다.

- 만들기: \`docker build\`

<!-- step -->

- 나르기: \`docker push\`

<!-- step -->

- 실행하기: \`docker run\`

<!--
여는 말입니다.

[1] 첫 단계의 말입니다.

[2] 둘째 단계의 말입니다.
-->

---
id: stack
layout: diagram
diagram: vm-vs-container
steps: VC-2..VC-4
asks: [q-kernel]
---

## VM은 커널부터 따로 부팅한다

---
id: beside
layout: diagram
diagram: vm-vs-container
steps: VC-5
---

## 그래서 이미지에는 커널이 없다

- VM은 커널을 **각자** 갖는다

\`\`\`console
$ docker run --rm \\
    alpine:3.24 uname -r
\`\`\`

---
id: columns
layout: columns
---

## 웹 서버, 미들웨어, CI에 쓴다

### 웹 서버

FastAPI, Django: 앱과 의존성을 이미지 하나로 묶어 배포한다

***

### 미들웨어

PostgreSQL, Redis, RabbitMQ: 남길 데이터는 컨테이너 밖에 둔다

---
id: table
layout: table
---

## 다섯 줄 모두 단서가 붙는다

| | VM | 컨테이너 | 단서 |
| --- | --- | :---: | ---: |
| **구조** | 하이퍼바이저, 게스트 OS, 앱 | 호스트 커널, 이미지 속 라이브러리, 앱 | 런타임은 층이 아니라 관리자 |
| **시작** | 펌웨어와 커널부터 부팅 | 프로세스 하나를 시작 | 마이크로VM은 init까지 125 ms 이하 |
| **자원** | OS 몫까지 예약 | 쓰는 만큼 | 한도 없음이 기본 |
| **격리** | 하드웨어 가상화 경계 | 커널이 나누는 경계 | 둘 다 절대적이지 않다 |
| **이식성** | 커널까지 담아 크다 | 작은 OCI 표준 이미지 | 커널 종류와 CPU가 맞아야 |

---
id: code
layout: code
---

## 직접 확인하기

\`\`\`bash {1|2-3|4}
docker run -d --name web nginx:1.29
pid=$(docker inspect -f '{{.State.Pid}}' web)
grep NSpid /proc/$pid/status
# NSpid:  43303   1
\`\`\`

<!-- step -->

바깥 번호와 안쪽 번호가 다르다.

---
id: myth
layout: myth
---

## 커널 공유는 이유가 아니라 조건이다

### 오해

컨테이너는 커널을 공유하니까 OS에 상관없이 돈다

### 사실

커널 공유는 컨테이너를 그 커널에 **묶는다**.

1. 라이브러리까지 담은 **OCI 이미지**
2. 안정적인 **리눅스 시스템 콜 ABI**

### 면접에서는

“리눅스 컨테이너에는 리눅스 커널이 필요합니다.”

---
id: say-it
layout: question
asks: [q-vm]
---

## 말해 보기: 도커와 VM

---
id: broken
layout: diagram
diagram: vm-vs-containr
---

## 그림이 없는 슬라이드
`

export const questions: readonly Question[] = parseQuestions(questionsText, {
  file: 'questions.ko.md',
  lang: 'ko',
  scenes: catalogue,
}).questions

/** Reads a deck in the given text, by default the sample. */
export function deckOf(text: string = deckText, lang: Lang = 'ko'): Deck {
  const ref = { course: 'docker', name: '01-docker-and-vm', lang }
  return parseDeck(text, { file: `01-docker-and-vm.${lang}.md`, ref, scenes: catalogue, questions }).deck
}

/** The sample with something changed in its text. */
export const deckWith = (from: string, to: string): Deck => {
  if (!deckText.includes(from)) throw new Error(`the sample does not contain: ${from}`)
  return deckOf(deckText.replace(from, to))
}

/** A deck of so many slides of two steps each. */
export function longDeck(slides: number): Deck {
  const text = Array.from(
    { length: slides },
    (_, i) => `---\nid: s${i + 1}\nlayout: content\n---\n\n## 슬라이드 ${i + 1}\n\n처음\n\n<!-- step -->\n\n나중\n`,
  )
  return deckOf(`---\ntitle: 긴 덱\nlang: ko\n---\n\n${text.join('\n')}`)
}
