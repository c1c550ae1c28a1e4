/** Small courses for specs, and what the bundled one holds. */
import { join } from 'node:path'
import type { Lang } from '../../../src/contract/deck.ts'
import { openReadings } from '../../../src/services/courses/course-readings.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { built, clone } from './process.ts'

/** How many decks the bundled course has in a language, and how many slides they have together. */
export async function bundledCourse(lang: Lang): Promise<{ readonly decks: number; readonly slides: number }> {
  const readings = await openReadings(join(built, 'readings.json'))
  const { decks } = await loadCourse(join(clone, 'slides', 'docker'), { id: 'docker', bundled: true, readings })
  const shown = decks.filter(({ ref }) => ref.lang === lang)
  return { decks: shown.length, slides: shown.reduce((sum, { slides }) => sum + slides.length, 0) }
}

/** Two decks in Korean; the first also in English. */
export const smallCourse = {
  'course.yaml': 'title:\n  ko: 작은 강의\n  en: Small course\ndecks: [01-first, 02-second]\n',
  '01-first.ko.md': `---
title: 첫째 덱
lang: ko
cover: false
minutes: 3
---

---
id: one
layout: content
---

## 하나

첫 문장

<!-- step -->

둘째 문장

<!-- step -->

셋째 문장

<!--
모두에게 하는 말

[2] 둘째 단계에서 하는 말
-->

---
id: two
layout: content
---

## 둘

![점](picture.png)

---
id: three
layout: content
---

## 셋

끝
`,
  '01-first.en.md': `---
title: The first deck
lang: en
cover: false
minutes: 3
---

---
id: one
layout: content
---

## One

First

<!-- step -->

Second

<!-- step -->

Third

---
id: two
layout: content
---

## Two

![A dot](picture.png)

---
id: three
layout: content
---

## Three

The end
`,
  '02-second.ko.md': `---
title: 둘째 덱
lang: ko
---

---
id: only
layout: title
---

# 한 장뿐인 덱
`,
  // One grey pixel.
  'picture.png': Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
    (letter) => letter.charCodeAt(0),
  ),
} as const

/** A deck of many slides, each of two steps. */
export function bigCourse(slides: number): Record<string, string> {
  const slide = (n: number): string =>
    `---\nid: slide-${n}\nlayout: content\n---\n\n## 슬라이드 ${n}\n\n- 글 한 줄\n\n<!-- step -->\n\n둘째 단계의 **글**\n`
  const all = Array.from({ length: slides }, (_, i) => slide(i + 1)).join('\n')
  return { '01-big.ko.md': `---\ntitle: 큰 덱\nlang: ko\ncover: false\n---\n\n${all}` }
}
