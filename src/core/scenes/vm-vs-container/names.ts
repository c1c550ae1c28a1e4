import type { Lang, Text } from '../../../contract/deck.ts'
import type { Hand } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'

/** What to call a thing, and how where there is little room. */
export interface Name {
  readonly long: Text
  readonly short: Text
}

const same = (name: string): Text => ({ ko: name, en: name })
const name = (long: Text, short: Text = long): Name => ({ long, short })

export const guests: readonly Name[] = [
  name(same('Ubuntu')),
  name(same('Windows Server'), same('Windows')),
  name(same('Rocky Linux'), same('Rocky')),
  name(same('Debian')),
  name(same('Fedora')),
]

export const guestKernels: readonly Name[] = guests.map((_, i) =>
  i === 1
    ? name({ ko: '윈도우 커널', en: 'Windows kernel' }, { ko: '커널', en: 'Kernel' })
    : name({ ko: '리눅스 커널', en: 'Linux kernel' }, { ko: '커널', en: 'Kernel' }),
)

const web = name({ ko: '웹 서버', en: 'Web' }, { ko: '웹', en: 'Web' })
const batch = name({ ko: '배치 작업', en: 'Batch' }, { ko: '배치', en: 'Batch' })
const queue = name({ ko: '큐', en: 'Queue' })
const cache = name({ ko: '캐시', en: 'Cache' })

export const guestApps: readonly Name[] = [
  web,
  name({ ko: '그룹웨어', en: 'Intranet' }, { ko: '업무', en: 'Intra' }),
  batch,
  queue,
  cache,
]
export const containerApps: readonly Name[] = [web, name(same('API')), batch, queue, cache]

const COUNT: Readonly<Record<Lang, readonly string[]>> = {
  ko: ['하나', '둘', '셋', '넷', '다섯'],
  en: ['one', 'two', 'three', 'four', 'five'],
}

/** A small number as a word: 3 is "셋" or "three". */
export const countWord = (n: number, lang: Lang): string => COUNT[lang][n - 1] ?? String(n)

/** The same as the first word of an English phrase. */
export const countFirst = (n: number): string => {
  const word = countWord(n, 'en')
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** The long names of a row where all of them fit, else the short ones: like things are called alike. */
export function rowNames(pen: Pen, names: readonly Name[], width: number, hand: Hand): Text[] {
  const long = names.map((name) => name.long)
  return long.every((words) => pen.set(words, width, hand).fits) ? long : names.map((name) => name.short)
}
