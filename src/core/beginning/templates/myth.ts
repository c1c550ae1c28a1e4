import { t } from '../../words/t.ts'
import type { Template } from '../template.ts'

/** Things that many believe, each put right. */
export const myth: Template = {
  slides: [
    {
      keys: { id: 'more-indexes', layout: 'myth', seconds: 60 },
      body: t(
        `
## 인덱스는 읽기를 돕고 쓰기를 늦춘다

### 오해

인덱스는 많을수록 빠르다.

### 사실

읽을 때는 찾을 곳이 줄지만, 쓸 때마다 인덱스도 함께 고쳐야 한다.

### 면접에서는

“어떤 질의가 느린지 보고, 그 질의에 필요한 것만 만듭니다.”
`,
        `
## An index helps reading and slows writing

### Myth

The more indexes, the faster.

### Truth

There is less to search when reading, but every write must change the indexes too.

### In an interview

“I look for the slow query and make only the index that it needs.”
`,
      ),
      notes: t(
        '오해를 먼저 읽고, 누르면 사실이 나타납니다. 오해는 사람들이 실제로 하는 말로 쓰세요.',
        'Read the myth first; a press shows the truth. Write the myth as people say it.',
      ),
    },
    {
      keys: { id: 'always-used', layout: 'myth', seconds: 60 },
      body: t(
        `
## 인덱스를 쓸지는 옵티마이저가 정한다

### 오해

인덱스가 있으면 반드시 쓰인다.

### 사실

행을 거의 다 읽어야 하면 처음부터 훑는 편이 빠르다. 값에 함수를 씌우면 쓰이지 못하기도 한다.

### 면접에서는

“\`EXPLAIN\`으로 실제 계획을 확인합니다.”
`,
        `
## The optimiser decides whether to use an index

### Myth

An index that is there is used.

### Truth

Where nearly all rows are read, a scan is faster. A function around the column may keep an index from being used.

### In an interview

“I look at the plan with \`EXPLAIN\`.”
`,
      ),
      notes: t(
        '`### 면접에서는`은 빼도 됩니다. 있으면 마지막 단계에 나타나요.',
        '`### In an interview` may be left out. Where it stands, it is the last step.',
      ),
    },
    {
      keys: { id: 'column-order', layout: 'myth', seconds: 60 },
      body: t(
        `
## 여러 열의 인덱스는 앞 열부터 쓰인다

### 오해

\`(a, b)\` 인덱스면 \`b\`만으로도 똑같이 빠르게 찾는다.

### 사실

먼저 \`a\`로, 그 안에서 \`b\`로 정렬되어 있다. 앞 열이 조건에 없으면 범위를 좁히기 어렵다.
`,
        `
## An index over several columns goes by the first

### Myth

An index on \`(a, b)\` finds \`b\` alone just as fast.

### Truth

It is sorted by \`a\`, and only within that by \`b\`. Without a condition on the first column it hardly narrows the search.
`,
      ),
      notes: t('전화번호부에서 이름만으로 찾는 일에 빗대어 보세요.', 'Compare it with a phone book sorted by surname.'),
    },
    {
      keys: { id: 'asked', layout: 'question', seconds: 80, asks: ['q-index-cost'] },
      body: t('', ''),
      notes: t('세 가지 오해를 떠올리며 답합니다.', 'Answer with the three myths in mind.'),
    },
    {
      keys: { id: 'take-home', layout: 'closing', seconds: 20 },
      body: t(
        `
## 이 세 문장만 기억하세요

1. 인덱스는 읽기를 돕고 쓰기를 늦춥니다.
2. 쓰일지는 옵티마이저가 정합니다.
3. 여러 열의 인덱스는 앞 열부터 쓰입니다.
`,
        `
## Take these three sentences home

1. An index helps reading and slows writing.
2. The optimiser decides whether it is used.
3. Over several columns, the first one leads.
`,
      ),
      notes: t('세 문장으로 마칩니다.', 'End with three sentences.'),
    },
  ],
  questions: [
    {
      keys: { id: 'q-index-cost', layout: 'question', level: '기본', core: [1, 2] },
      body: t(
        `
## 인덱스를 많이 만들면 무엇이 나빠지나요?

### 한 줄

쓸 때마다 함께 고쳐야 할 것이 늘어나고, 저장 공간도 더 듭니다.

### 답변

인덱스는 테이블과 따로 정렬해 둔 자료입니다. 행을 넣거나 고치거나 지우면 관련된 인덱스도 모두 고쳐야 하므로, 인덱스가 늘수록 쓰기가 느려집니다.

공간도 더 들고, 옵티마이저가 고를 것이 많아져 엉뚱한 것을 고를 수도 있습니다. 그래서 느린 질의를 확인하고 그 질의에 필요한 것만 만듭니다.

### 핵심

- 쓸 때마다 인덱스도 고쳐야 한다
- 느린 질의에 필요한 것만 만든다
- 저장 공간이 더 든다

### 흔한 실수

- 읽기만 생각하고 쓰기를 말하지 않는다
`,
        `
## What gets worse with many indexes?

### In one line

Every write has more to change, and they take space.

### Answer

An index is kept beside the table, in an order of its own. Inserting, updating or deleting a row changes the indexes that are concerned, so each one more slows writing.

They take space, and with more to choose from the optimiser may choose badly. So I look for the slow query and make only what it needs.

### Key points

- Every write changes the indexes too
- Make only what a slow query needs
- They take space

### Common mistakes

- Thinking of reading only, not of writing
`,
      ),
    },
  ],
}
