import { t } from '../../words/t.ts'
import type { Template } from '../template.ts'

/** Three places and the way between them, without words: they stand beside it. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" width="480" height="300">
  <g data-step="1">
    <rect x="10" y="100" width="120" height="100" rx="12" fill="#dbe8fb" stroke="#2f62ad" stroke-width="3"/>
    <path d="M40 130h60M40 150h60M40 170h36" stroke="#2f62ad" stroke-width="6" stroke-linecap="round" fill="none"/>
  </g>
  <g data-step="2">
    <path d="M134 135h42m-12-9 12 9-12 9" stroke="#5b6472" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" fill="none"/>
    <rect x="180" y="100" width="120" height="100" rx="12" fill="#fde3b8" stroke="#a85a00" stroke-width="3"/>
    <circle cx="210" cy="150" r="11" fill="#a85a00"/>
    <circle cx="240" cy="150" r="11" fill="#a85a00"/>
    <circle cx="270" cy="150" r="11" fill="#a85a00"/>
  </g>
  <g data-step="3">
    <path d="M304 135h42m-12-9 12 9-12 9" stroke="#5b6472" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" fill="none"/>
    <path d="M350 118v64c0 24 120 24 120 0v-64" fill="#cfe8df" stroke="#0f7b66" stroke-width="3"/>
    <ellipse cx="410" cy="118" rx="60" ry="18" fill="#cfe8df" stroke="#0f7b66" stroke-width="3"/>
  </g>
  <g data-step="4">
    <path d="M346 168h-42m12-9-12 9 12 9M176 168h-42m12-9-12 9 12 9" stroke="#c4430d" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" fill="none"/>
  </g>
</svg>
`

/** One picture, told step by step. */
export const stages: Template = {
  slides: [
    {
      keys: { id: 'the-way', layout: 'columns', seconds: 80, steps: 'list' },
      body: t(
        `
## 요청은 세 곳을 지나 돌아온다

![브라우저에서 서버를 지나 데이터베이스까지 갔다가 돌아오는 화살표](pictures/request.svg)

***

1. **브라우저**가 주소로 요청을 보낸다
2. **서버**가 받아서 무엇이 필요한지 정한다
3. **데이터베이스**가 찾아서 돌려준다
4. 답은 온 길을 거꾸로 돌아간다
`,
        `
## A request passes three places and comes back

![Arrows from the browser through the server to the database and back](pictures/request.svg)

***

1. The **browser** sends a request to an address
2. The **server** takes it and decides what it needs
3. The **database** finds it and hands it over
4. The answer goes back the same way
`,
      ),
      notes: t(
        `
[1] 그림은 그대로 두고, 설명이 하나씩 나타납니다. 그림 파일은 \`pictures\` 폴더에 있어요.

[4] 답이 돌아가는 길에서 무엇이 늦어질 수 있는지 물어보세요.
`,
        `
[1] The picture stays, and what it means appears one by one. Its file is in the folder \`pictures\`.

[4] Ask what may be slow on the way back.
`,
      ),
    },
    {
      keys: { id: 'where-time-goes', layout: 'table', seconds: 50 },
      body: t(
        `
## 느리면 어디서 느린지부터 본다

| 곳 | 흔한 까닭 | 먼저 볼 것 |
| --- | --- | --- |
| **브라우저** | 큰 파일 | 개발자 도구의 네트워크 |
| **서버** | 기다리는 일이 많다 | 응답 시간 로그 |
| **데이터베이스** | 인덱스 없이 훑는다 | 느린 질의 로그 |
`,
        `
## If it is slow, find out where

| Place | Common reason | Look first at |
| --- | --- | --- |
| **Browser** | large files | network in the developer tools |
| **Server** | much waiting | log of response times |
| **Database** | scans without an index | log of slow queries |
`,
      ),
      notes: t('그림의 세 곳을 표로 한 번 더 봅니다.', 'The three places of the picture once more, as a table.'),
    },
    {
      keys: { id: 'asked', layout: 'question', seconds: 80, asks: ['q-what-happens'] },
      body: t('', ''),
      notes: t('그림을 떠올리며 순서대로 답합니다.', 'Answer in the order of the picture.'),
    },
    {
      keys: { id: 'take-home', layout: 'closing', seconds: 20 },
      body: t(
        `
## 이 세 문장만 기억하세요

1. 요청은 브라우저, 서버, 데이터베이스를 지납니다.
2. 답은 온 길로 돌아갑니다.
3. 느리면 세 곳 가운데 어디인지부터 봅니다.
`,
        `
## Take these three sentences home

1. A request passes browser, server and database.
2. The answer goes back the same way.
3. If it is slow, find out at which of the three.
`,
      ),
      notes: t('세 문장으로 마칩니다.', 'End with three sentences.'),
    },
  ],
  questions: [
    {
      keys: { id: 'q-what-happens', layout: 'question', level: '기본', core: [1, 2] },
      body: t(
        `
## 브라우저에 주소를 입력하면 무슨 일이 일어나나요?

### 한 줄

주소의 서버를 찾아 요청을 보내고, 받은 답을 화면에 그립니다.

### 답변

브라우저는 먼저 DNS로 서버의 IP 주소를 찾고, 그 서버와 TCP 연결을 맺습니다. HTTPS라면 TLS로 서버를 확인하고 내용을 암호화합니다.

그다음 HTTP 요청을 보내면 서버가 필요한 데이터를 모아 답합니다. 브라우저는 받은 HTML을 읽고, 거기에 적힌 다른 파일을 더 받아 화면을 그립니다.

### 핵심

- DNS로 서버의 주소를 찾는다
- 연결을 맺고 HTTP 요청을 보낸다
- 서버가 데이터를 모아 답한다
- 브라우저가 HTML을 읽고 그린다

### 흔한 실수

- DNS를 빼고 바로 연결한다고 말한다
`,
        `
## What happens when you enter an address in a browser?

### In one line

It finds the server of the address, sends a request, and draws what comes back.

### Answer

The browser finds the server's IP address by DNS and opens a TCP connection to it. For HTTPS it checks the server and encrypts by TLS.

Then it sends an HTTP request; the server gathers the data and answers. The browser reads the HTML, fetches what it names, and draws the page.

### Key points

- DNS finds the server's address
- It connects and sends an HTTP request
- The server gathers data and answers
- The browser reads the HTML and draws

### Common mistakes

- Leaving out DNS
`,
      ),
    },
  ],
  pictures: [{ name: 'pictures/request.svg', text: drawing }],
}
