import type { Text } from '../../contract/deck.ts'

/**
 * Something about the logs that the person is told. `torn`: the end of the log was cut short, as by a power cut;
 * `damaged`: lines inside are not as they were written; `newer`: lines of a newer Lectern; `conflict`: one id stands for
 * two events; `unreadable`: the log cannot be read; `empty`: the log holds nothing although it did.
 */
export interface ProgressNotice {
  readonly kind: 'torn' | 'damaged' | 'newer' | 'conflict' | 'unreadable' | 'empty'
  /** The log's name in the folder. */
  readonly file: string
  /** How many lines or events it is about. */
  readonly count: number
  /** Where the bytes were copied to, or null. */
  readonly aside: string | null
  readonly message: Text
}

const goesOn: Text = { ko: '나머지 복습 기록은 모두 그대로예요.', en: 'All other reviews are as they were.' }
const kept = (aside: string | null): Text =>
  aside === null
    ? { ko: '', en: '' }
    : { ko: ` 손상된 부분은 여기에 보관했어요: ${aside}`, en: ` What is damaged was kept here: ${aside}` }

const messages: Readonly<Record<ProgressNotice['kind'], (file: string, count: number, aside: string | null) => Text>> =
  {
    torn: (file, _, aside) => ({
      ko: `${file}의 마지막 줄이 쓰다 만 채로 남아 있어서 잘라 냈어요. ${goesOn.ko}${kept(aside).ko}`,
      en: `The last line of ${file} was only half written and was cut off. ${goesOn.en}${kept(aside).en}`,
    }),
    damaged: (file, count, aside) => ({
      ko: `${file}에서 읽을 수 없는 줄 ${count}개를 건너뛰었어요. ${goesOn.ko} 백업에 있을 수 있어요.${kept(aside).ko}`,
      en: `Damaged lines in ${file} that were skipped: ${count}. ${goesOn.en} A backup may still have them.${kept(aside).en}`,
    }),
    newer: (file, count) => ({
      ko: `${file}에 더 새로운 Lectern이 쓴 기록이 ${count}개 있어요. 지우지 않고 건너뛰었으니, 보려면 Lectern을 새 버전으로 올려 주세요.`,
      en: `Entries in ${file} of a newer Lectern: ${count}. They are kept and skipped; update Lectern to see them.`,
    }),
    conflict: (file, count) => ({
      ko: `이름은 같은데 내용이 다른 기록이 ${count}개 있어서 하나씩만 셌어요. 파일에는 모두 그대로 있어요: ${file}`,
      en: `Entries that exist in two versions: ${count}. One of each counts; the files keep both: ${file}`,
    }),
    unreadable: (file) => ({
      ko: `${file}을 읽을 수 없어서 그 안의 복습 기록이 빠져 있어요. 읽기 권한을 확인해 주세요.`,
      en: `${file} cannot be read, so its reviews are missing. Check that you may read it.`,
    }),
    empty: (file) => ({
      ko: `복습 기록이 비어 있거나 없어졌어요: ${file}. 전에 쓴 기록은 백업에서 되돌릴 수 있어요.`,
      en: `The record of reviews is empty or gone: ${file}. A backup may bring it back.`,
    }),
  }

/** A notice with its sentence. */
export function notice(
  kind: ProgressNotice['kind'],
  file: string,
  count: number,
  aside: string | null = null,
): ProgressNotice {
  return { kind, file, count, aside, message: messages[kind](file, count, aside) }
}
