import { t } from '../../words/t.ts'
import type { Template } from '../template.ts'

/** Two questions, each asked first and then answered point by point. */
export const qa: Template = {
  slides: [
    {
      keys: { id: 'how-to-answer', layout: 'content', seconds: 40, steps: 'list' },
      body: t(
        `
## 결론부터 말하고, 까닭을 붙인다

- **한 줄**: 질문에 바로 답한다
- **까닭**: 왜 그런지 두세 가지를 든다
- **보기**: 겪은 일이나 숫자 하나를 든다
- **한계**: 언제는 그렇지 않은지 말한다
`,
        `
## Answer first, then say why

- **One line**: answer what was asked
- **Reasons**: give two or three
- **Example**: something you did, or a number
- **Limits**: say when it is otherwise
`,
      ),
      notes: t(
        `
질문에 답하는 순서를 먼저 보여 줍니다. \`steps: list\`를 적어 두어서 항목이 하나씩 나타나요.

[2] 까닭은 셋을 넘기지 않습니다. 넷째부터는 듣는 사람이 잊어버려요.
`,
        `
This slide shows the order of an answer. \`steps: list\` lets its items appear one by one.

[2] No more than three reasons: nobody remembers a fourth.
`,
      ),
    },
    {
      keys: { id: 'tcp-order', layout: 'question', seconds: 80, asks: ['q-tcp-order'] },
      body: t('', ''),
      notes: t(
        '질문을 읽고 잠시 기다립니다. 핵심은 누를 때마다 하나씩 나타나고, 한 줄 답이 맨 끝에 옵니다.',
        'Read the question and wait. Each press shows one key point, and the answer in one line comes last.',
      ),
    },
    {
      keys: { id: 'tcp-or-udp', layout: 'question', seconds: 80, asks: ['q-tcp-or-udp'] },
      body: t('', ''),
      notes: t(
        '앞 질문에서 바로 이어지는 꼬리 질문입니다. 질문의 `followups`에 적어 두면 발표하는 사람 화면에 미리 보여요.',
        'This one follows from the last. What is named in `followups` of a question is shown to the speaker beforehand.',
      ),
    },
    {
      keys: { id: 'take-home', layout: 'closing', seconds: 20 },
      body: t(
        `
## 이 세 문장만 기억하세요

1. TCP는 번호를 붙여 순서를 되살립니다.
2. 확인이 오지 않으면 다시 보냅니다.
3. 늦는 것보다 빠지는 것이 나으면 UDP를 씁니다.
`,
        `
## Take these three sentences home

1. TCP numbers bytes and so restores their order.
2. What is not acknowledged is sent again.
3. Where late is worse than lost, use UDP.
`,
      ),
      notes: t('세 문장으로 마칩니다.', 'End with three sentences.'),
    },
  ],
  questions: [
    {
      keys: { id: 'q-tcp-order', layout: 'question', level: '기본', core: [1, 2], followups: ['q-tcp-or-udp'] },
      body: t(
        `
## TCP는 데이터의 순서를 어떻게 지키나요?

### 한 줄

보내는 쪽이 바이트마다 번호를 매기고, 받는 쪽이 그 번호대로 다시 늘어놓습니다.

### 답변

네트워크는 패킷이 도착하는 순서를 지켜 주지 않습니다. 그래서 TCP는 보내는 바이트에 순서 번호를 매깁니다.

받는 쪽은 어디까지 받았는지를 확인 응답으로 알려 주고, 먼저 온 것은 버퍼에 두었다가 빈자리가 채워지면 앱에 넘깁니다. 확인이 오지 않은 부분은 보내는 쪽이 다시 보냅니다.

### 핵심

- 바이트마다 순서 번호가 있다
- 받은 쪽이 어디까지 받았는지 확인해 준다
- 확인이 없으면 다시 보낸다

### 흔한 실수

- 패킷이 언제나 보낸 순서대로 도착한다고 말한다

### 출처

- [RFC 9293: Transmission Control Protocol](https://www.rfc-editor.org/rfc/rfc9293)
`,
        `
## How does TCP keep data in order?

### In one line

The sender numbers every byte, and the receiver puts them back in the order of the numbers.

### Answer

A network does not promise to deliver packets in the order they were sent. So TCP gives every byte a sequence number.

The receiver acknowledges how far it has got, keeps in a buffer what came early, and hands it to the app once the gap is filled. What is not acknowledged is sent again.

### Key points

- Every byte has a sequence number
- The receiver acknowledges how far it has got
- What is not acknowledged is sent again

### Common mistakes

- Saying that packets always arrive in order

### Sources

- [RFC 9293: Transmission Control Protocol](https://www.rfc-editor.org/rfc/rfc9293)
`,
      ),
    },
    {
      keys: { id: 'q-tcp-or-udp', layout: 'question', level: '기본', core: [1] },
      body: t(
        `
## TCP 대신 UDP를 쓰는 것은 언제인가요?

### 한 줄

조금 빠지더라도 늦지 않아야 할 때 UDP를 씁니다.

### 답변

UDP는 연결을 맺지도, 다시 보내지도 않습니다. 그만큼 기다릴 일이 적어서 음성 통화나 게임처럼 지난 데이터가 쓸모없는 곳에 맞습니다.

신뢰성이 필요하면 앱이 그 위에 만듭니다. HTTP/3이 쓰는 QUIC이 그런 예입니다.

### 핵심

- 늦은 데이터가 쓸모없으면 UDP가 낫다
- 다시 보내기와 순서는 앱이 맡는다
- QUIC은 UDP 위에 신뢰성을 만든다
`,
        `
## When would you use UDP instead of TCP?

### In one line

Where it is better to lose a little than to be late.

### Answer

UDP opens no connection and sends nothing again. There is less to wait for, so it suits calls and games, where old data is of no use.

An app that needs reliability builds it on top, as QUIC does for HTTP/3.

### Key points

- UDP is better where late data is useless
- Order and sending again are up to the app
- QUIC builds reliability on top of UDP
`,
      ),
    },
  ],
}
