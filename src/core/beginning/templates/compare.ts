import { t } from '../../words/t.ts'
import type { Template } from '../template.ts'

/** Two things that are told apart: what differs, a table, when to take which. */
export const compare: Template = {
  slides: [
    {
      keys: { id: 'main-difference', layout: 'columns', seconds: 40 },
      body: t(
        `
## 가장 큰 차이는 메모리를 함께 쓰는지다

### 프로세스

저마다 주소 공간이 따로 있다.

다른 프로세스의 메모리는 보이지 않는다.

***

### 스레드

한 프로세스의 주소 공간을 함께 쓴다.

같은 변수를 동시에 고칠 수 있다.
`,
        `
## They differ most in whether memory is shared

### Process

Has an address space of its own.

Cannot see the memory of another.

***

### Thread

Shares the address space of its process.

Can change the same variable as another.
`,
      ),
      notes: t(
        '가장 큰 차이 하나를 먼저 말합니다. `layout: columns`에서는 `***` 줄이 두 단을 나눠요. 비교할 두 가지를 여기에 쓰세요.',
        'Say the one main difference first. In `layout: columns` a `***` line parts the columns. Put your own two things here.',
      ),
    },
    {
      keys: { id: 'side-by-side', layout: 'table', seconds: 60 },
      body: t(
        `
## 네 줄로 비교한다

| | 프로세스 | 스레드 |
| --- | --- | --- |
| **메모리** | 따로 쓴다 | 함께 쓴다 |
| **만들기** | 무겁다 | 가볍다 |
| **주고받기** | 파이프, 소켓, 공유 메모리 | 변수를 그대로 |
| **하나가 죽으면** | 나머지는 산다 | 프로세스 전체가 위험하다 |
`,
        `
## Four lines tell them apart

| | Process | Thread |
| --- | --- | --- |
| **Memory** | its own | shared |
| **To create** | costs more | costs less |
| **To communicate** | pipes, sockets, shared memory | plain variables |
| **If one dies** | the others live on | the whole process may go |
`,
      ),
      notes: t(
        '표는 네다섯 줄이면 충분합니다. 줄마다 차이가 하나씩만 있게 쓰세요.',
        'Four or five rows are enough, with one difference in each.',
      ),
    },
    {
      keys: { id: 'which-to-take', layout: 'content', seconds: 40, steps: 'list' },
      body: t(
        `
## 무엇을 지킬지에 따라 고른다

- **격리가 먼저면** 프로세스: 브라우저 탭, 플러그인
- **함께 쓸 것이 많으면** 스레드: 한 요청을 나눠 처리하는 서버
- **둘 다 필요하면** 프로세스 몇 개 안에 스레드를 여럿 둔다
`,
        `
## Choose by what must be protected

- **If isolation comes first**, processes: tabs of a browser, plug-ins
- **If much is shared**, threads: a server that splits one request
- **If you need both**, a few processes with several threads in each
`,
      ),
      notes: t(
        '고르는 기준을 말하면 외운 답처럼 들리지 않습니다.',
        'With the reason to choose, it no longer sounds learnt by heart.',
      ),
    },
    {
      keys: { id: 'asked', layout: 'question', seconds: 80, asks: ['q-process-thread'] },
      body: t('', ''),
      notes: t('질문을 읽고, 앞의 표에서 한 줄씩 떠올려 답합니다.', 'Read the question and answer from the table.'),
    },
    {
      keys: { id: 'take-home', layout: 'closing', seconds: 20 },
      body: t(
        `
## 이 세 문장만 기억하세요

1. 프로세스는 메모리를 따로 씁니다.
2. 스레드는 한 프로세스의 메모리를 함께 씁니다.
3. 격리가 먼저면 프로세스, 공유가 먼저면 스레드입니다.
`,
        `
## Take these three sentences home

1. Processes have memory of their own.
2. Threads share the memory of their process.
3. Isolation first: processes. Sharing first: threads.
`,
      ),
      notes: t('세 문장으로 마칩니다.', 'End with three sentences.'),
    },
  ],
  questions: [
    {
      keys: { id: 'q-process-thread', layout: 'question', level: '기본', core: [1, 2] },
      body: t(
        `
## 프로세스와 스레드를 비교해서 설명해 주세요.

### 한 줄

프로세스는 메모리를 따로 가진 실행 단위이고, 스레드는 한 프로세스의 메모리를 함께 쓰는 실행 흐름입니다.

### 답변

가장 큰 차이는 메모리를 함께 쓰는지입니다. 프로세스는 저마다 주소 공간이 있어서, 하나가 잘못되어도 다른 프로세스의 메모리를 망가뜨리지 못합니다.

스레드는 한 프로세스 안에서 코드와 힙을 함께 쓰고 스택만 따로 가집니다. 그래서 만들고 주고받는 비용이 적지만, 같은 데이터를 동시에 고치지 않게 막아야 합니다.

### 핵심

- 프로세스는 주소 공간이 따로 있다
- 스레드는 한 프로세스의 메모리를 함께 쓴다
- 스택은 스레드마다 따로 있다
- 스레드는 동시에 고치는 것을 막아야 한다

### 흔한 실수

- 스레드는 아무것도 따로 갖지 않는다고 말한다
`,
        `
## Compare processes and threads.

### In one line

A process runs with memory of its own; threads run within one process and share its memory.

### Answer

The main difference is whether memory is shared. Each process has an address space, so one that goes wrong cannot damage the memory of another.

Threads share the code and the heap of their process and have only a stack of their own. They cost less to create and talk to, but must be kept from changing the same data at once.

### Key points

- A process has an address space of its own
- Threads share the memory of their process
- Each thread has its own stack
- Threads must be kept from changing the same data at once

### Common mistakes

- Saying that threads have nothing of their own
`,
      ),
    },
  ],
}
