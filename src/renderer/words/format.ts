import type { InBoth } from './in-both.ts'

/** A part of what there is to know about writing a course, with an example that can be taken as it is. */
export interface FormatPart {
  readonly title: string
  readonly about: string
  /** What the example's file is called. */
  readonly file?: string
  readonly example?: string
  /** What stands in it, and what that means. */
  readonly rules: readonly (readonly [what: string, means: string])[]
}

interface FormatWords {
  readonly title: string
  readonly parts: readonly FormatPart[]
}

const ko: FormatWords = {
  title: '덱과 질문 쓰는 법',
  parts: [
    {
      title: '강의 폴더',
      about: 'Markdown 파일이 든 폴더 하나가 강의예요. 저장하면 라이브러리에 바로 나타나요.',
      rules: [
        ['01-first.ko.md', '한국어 덱. 영어 덱은 이름이 같고 .en.md로 끝나요'],
        ['questions.ko.md', '강의의 질문과 답'],
        ['glossary.yaml', '용어와 뜻'],
        ['course.yaml', '제목, 덱의 순서, 맞춤 발표에 나올 슬라이드. 없어도 돼요'],
      ],
    },
    {
      title: '덱',
      about: '첫 블록은 덱을 말하고, 그다음부터는 블록 하나가 슬라이드 한 장을 시작해요.',
      file: '01-first.ko.md',
      example: `---
title: 첫 덱
lang: ko
minutes: 5
---

---
id: kernel
seconds: 60
---

## 컨테이너는 커널을 함께 쓴다

**격리**는 커널이 해 준다.

<!-- step -->

한 단계 뒤에 나타나는 문단.

<!--
발표자 노트.

[2] 둘째 단계에서 할 말.
-->
`,
      rules: [
        ['id', '덱 안에서 하나뿐인 이름. 언어가 달라도 같아야 해요'],
        ['<!-- step -->', '여기부터 한 단계 뒤에 나타나요'],
        ['<!-- … -->', '발표자 노트. [2]는 둘째 단계의 말'],
        ['asks: [q-vm]', '이 슬라이드가 답하는 질문'],
        ['diagram: isolation', '그림을 보여 줘요. steps: IS-1..IS-3으로 단계를 골라요'],
        ['layout: title', '표지. 첫 장이 표지가 아니면 덱의 제목과 장 제목으로 만들어 줘요'],
        ['cover: false', '덱의 블록에 쓰면 표지를 만들지 않아요'],
      ],
    },
    {
      title: '질문',
      about: '한 번 쓰면 슬라이드, 발표자 노트, 복습 카드가 돼요.',
      file: 'questions.ko.md',
      example: `---
id: q-vm
layout: question
level: 기본
core: [1]
---

## VM과 컨테이너는 무엇이 다른가요?

### 한 줄

VM은 커널을 각자 갖고, 컨테이너는 하나를 나눠 씁니다.

### 답변

소리 내어 말할 답을 적어요.

### 핵심

- 컨테이너는 호스트의 커널을 함께 쓴다
- VM은 하드웨어를 가상화한다
`,
      rules: [
        ['### 답변', '꼭 있어야 해요'],
        ['### 핵심', '꼭 있어야 해요. 답에 들어가야 할 것을 한 줄에 하나씩 적어요'],
        ['core: [1]', '빠지면 안 되는 핵심의 번호'],
        ['followups: [q-other]', '이어서 나올 만한 질문'],
      ],
    },
  ],
}

const en: FormatWords = {
  title: 'How to write decks and questions',
  parts: [
    {
      title: 'A course is a folder',
      about: 'A folder of Markdown files is a course. What is saved there appears in the library at once.',
      rules: [
        ['01-first.en.md', 'A deck in English; the Korean one has the same name and ends in .ko.md'],
        ['questions.en.md', 'The questions of the course and their answers'],
        ['glossary.yaml', 'Terms and what they mean'],
        ['course.yaml', 'Title, order of decks, paths. It may be left out'],
      ],
    },
    {
      title: 'A deck',
      about: 'The first block is the deck’s; each further one begins a slide.',
      file: '01-first.en.md',
      example: `---
title: First deck
lang: en
minutes: 5
---

---
id: kernel
seconds: 60
---

## Containers share one kernel

The kernel does the **isolating**.

<!-- step -->

A paragraph that appears one step later.

<!--
Speaker notes.

[2] What to say at the second step.
-->
`,
      rules: [
        ['id', 'A name that is unique in the deck, and the same in every language'],
        ['<!-- step -->', 'What follows appears one step later'],
        ['<!-- … -->', 'Speaker notes; [2] is what to say at step 2'],
        ['asks: [q-vm]', 'The questions that the slide answers'],
        ['diagram: isolation', 'Shows a picture; steps: IS-1..IS-3 chooses its steps'],
        ['layout: title', 'A cover; where the first slide is none, one is made of the title and the headings'],
        ['cover: false', 'In the deck’s own block: no cover is made'],
      ],
    },
    {
      title: 'A question',
      about: 'Written once, it is a slide, speaker notes and a card of the review.',
      file: 'questions.en.md',
      example: `---
id: q-vm
layout: question
level: basic
core: [1]
---

## How do VMs and containers differ?

### In one line

VMs have a kernel each, containers share one.

### Answer

The answer as you would say it aloud.

### Key points

- Containers share the kernel of the host
- VMs virtualise hardware
`,
      rules: [
        ['### Answer', 'Needed'],
        ['### Key points', 'Needed: what an answer must hold, one a line'],
        ['core: [1]', 'The numbers of the key points without which an answer does not count'],
        ['followups: [q-other]', 'Questions that are likely to come next'],
      ],
    },
  ],
}

export const formatWords: InBoth<FormatWords> = { ko, en }
