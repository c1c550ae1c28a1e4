import { t } from '../../words/t.ts'
import type { Template } from '../template.ts'

/** A piece of code, walked through line by line. */
export const codeWalk: Template = {
  slides: [
    {
      keys: { id: 'halve-it', layout: 'content', seconds: 30 },
      body: t(
        `
## 한 번 볼 때마다 절반을 버린다

정렬된 목록에서 가운데를 봅니다. 찾는 값이 더 크면 왼쪽 절반을, 더 작으면 오른쪽 절반을 버립니다.

천 개라면 열 번, 백만 개라면 스무 번이면 됩니다.
`,
        `
## Each look throws half of it away

Look at the middle of a sorted list. If the value is larger, the left half goes; if smaller, the right half.

Ten looks are enough for a thousand items, twenty for a million.
`,
      ),
      notes: t('코드를 보기 전에 무엇을 하는지부터 말합니다.', 'Say what it does before you show the code.'),
    },
    {
      keys: { id: 'the-code', layout: 'code', seconds: 90 },
      body: t(
        `
## 범위를 좁히고, 가운데를 본다

\`\`\`python {1-2|3|4-5|6-9|10}
def find(items, wanted):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted: return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return None
\`\`\`
`,
        `
## Narrow the range, look at the middle

\`\`\`python {1-2|3|4-5|6-9|10}
def find(items, wanted):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted: return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return None
\`\`\`
`,
      ),
      notes: t(
        `
[1] 찾을 범위의 양 끝입니다. 처음에는 목록 전체예요.

[2] 범위가 남아 있는 동안 되풀이합니다. 하나만 남아도 봐야 하니 \`<=\`입니다.

[3] 가운데를 봅니다. 찾았으면 그 자리를 돌려줘요.

[4] 아니면 절반을 버립니다. 가운데는 이미 봤으니 \`+ 1\`과 \`- 1\`을 잊지 마세요.

[5] 범위가 비면 없는 것입니다.
`,
        `
[1] Both ends of the range to search: the whole list at first.

[2] Go on while anything is left. A single item must be looked at too, hence \`<=\`.

[3] Look at the middle. If it is there, that is the answer.

[4] If not, throw half away. The middle has been seen, so do not forget \`+ 1\` and \`- 1\`.

[5] An empty range means that it is not there.
`,
      ),
    },
    {
      keys: { id: 'three-traps', layout: 'content', seconds: 40, steps: 'list' },
      body: t(
        `
## 세 군데서 자주 틀린다

1. \`low < high\`로 쓰면 마지막 하나를 보지 않는다
2. \`+ 1\`을 빼먹으면 끝나지 않는다
3. 정렬되지 않은 목록에서는 답이 틀린다
`,
        `
## Three places go wrong often

1. \`low < high\` never looks at the last item
2. Without \`+ 1\` it may never end
3. On a list that is not sorted the answer is wrong
`,
      ),
      notes: t('면접에서 손으로 쓸 때 가장 많이 틀리는 곳입니다.', 'These are what most get wrong at a whiteboard.'),
    },
    {
      keys: { id: 'asked', layout: 'question', seconds: 80, asks: ['q-binary-search'] },
      body: t('', ''),
      notes: t('코드를 떠올리며 답합니다.', 'Answer with the code in mind.'),
    },
    {
      keys: { id: 'take-home', layout: 'closing', seconds: 20 },
      body: t(
        `
## 이 세 문장만 기억하세요

1. 볼 때마다 절반을 버립니다.
2. 그래서 비교는 log₂ n번이면 됩니다.
3. 목록이 정렬되어 있어야 합니다.
`,
        `
## Take these three sentences home

1. Each look throws half away.
2. So log₂ n comparisons are enough.
3. The list must be sorted.
`,
      ),
      notes: t('세 문장으로 마칩니다.', 'End with three sentences.'),
    },
  ],
  questions: [
    {
      keys: { id: 'q-binary-search', layout: 'question', level: '기본', core: [1, 2] },
      body: t(
        `
## 이진 탐색은 왜 빠른가요?

### 한 줄

한 번 비교할 때마다 남은 범위가 절반으로 줄기 때문입니다.

### 답변

정렬된 목록의 가운데와 비교하면 어느 쪽 절반에 있을지 알 수 있습니다. 나머지 절반은 보지 않아도 되므로, n개라면 비교는 약 log₂ n번이면 됩니다.

대신 목록이 정렬되어 있어야 하고, 어느 자리든 바로 볼 수 있어야 합니다.

### 핵심

- 비교할 때마다 범위가 절반이 된다
- 목록이 정렬되어 있어야 한다
- 비교는 약 log₂ n번이다

### 흔한 실수

- 연결 리스트에서도 똑같이 빠르다고 말한다
`,
        `
## Why is binary search fast?

### In one line

Because every comparison halves what is left.

### Answer

Compared with the middle of a sorted list, the value must be in one half. The other need not be looked at, so about log₂ n comparisons are enough for n items.

In return the list must be sorted, and any place in it must be reached at once.

### Key points

- Every comparison halves the range
- The list must be sorted
- About log₂ n comparisons

### Common mistakes

- Saying that it is as fast on a linked list
`,
      ),
    },
  ],
}
