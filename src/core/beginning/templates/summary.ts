import { t } from '../../words/t.ts'
import type { Template } from '../template.ts'

/** One minute: what it is, why it matters, three sentences. */
export const summary: Template = {
  slides: [
    {
      keys: { id: 'in-one-sentence', layout: 'content', seconds: 20 },
      body: t(
        `
## 캐시는 가까운 곳에 둔 복사본이다

멀리 있는 것을 다시 가져오지 않으려고, 한 번 가져온 것을 가까이에 둡니다.

빨라지는 대신 **낡은 값**을 볼 수 있습니다.
`,
        `
## A cache is a copy that is kept close

What was fetched once is kept close by, so that it need not be fetched from afar again.

It is faster, and may show an **old value**.
`,
      ),
      notes: t(
        '제목 한 문장이 곧 답입니다. 아래에는 좋은 점과 나쁜 점을 하나씩만 씁니다.',
        'The title is the answer. Below it stand one good and one bad side.',
      ),
    },
    {
      keys: { id: 'three-words', layout: 'content', seconds: 25, steps: 'list' },
      body: t(
        `
## 세 가지만 정하면 된다

- **무엇을** 자주 읽고 드물게 바뀌는 것
- **얼마나** 낡아도 되는 시간만큼
- **언제 지우나** 바뀌었을 때, 시간이 지났을 때
`,
        `
## There are three things to decide

- **What**: read often, changed rarely
- **For how long**: as long as it may be old
- **When to drop it**: on a change, or after a time
`,
      ),
      notes: t('하나씩 누르며 말합니다. 셋을 넘기지 마세요.', 'Press and speak, one by one. No more than three.'),
    },
    {
      keys: { id: 'take-home', layout: 'closing', seconds: 15 },
      body: t(
        `
## 이 세 문장만 기억하세요

1. 캐시는 가까운 곳에 둔 복사본입니다.
2. 빨라지는 대신 낡은 값을 볼 수 있습니다.
3. 그래서 언제 지울지를 먼저 정합니다.
`,
        `
## Take these three sentences home

1. A cache is a copy that is kept close.
2. It is faster, and may show an old value.
3. So decide first when to drop it.
`,
      ),
      notes: t('여기까지 1분입니다.', 'This makes one minute.'),
    },
  ],
  questions: [
    {
      keys: { id: 'q-cache', layout: 'question', level: '기본', core: [1, 2] },
      body: t(
        `
## 캐시를 쓰면 무엇을 조심해야 하나요?

### 한 줄

원본이 바뀌어도 복사본은 모르니, 언제 지울지를 정해 두어야 합니다.

### 답변

캐시는 복사본이라서 원본이 바뀌면 낡은 값이 됩니다. 얼마나 낡아도 되는지 먼저 정하고, 시간이 지나면 버리거나 바뀔 때 지웁니다.

### 핵심

- 원본이 바뀌면 낡은 값이 남는다
- 언제 지울지 정해 둔다
- 자주 읽고 드물게 바뀌는 것을 담는다
`,
        `
## What must you watch with a cache?

### In one line

The copy does not know when the original changes, so decide when to drop it.

### Answer

A cache is a copy, so it is old as soon as the original changes. Decide first how old it may be; drop it after a time, or when the original changes.

### Key points

- An old value stays when the original changes
- Decide when to drop it
- Keep what is read often and changed rarely
`,
      ),
    },
  ],
}
