import type { WindowKind } from '../../contract/channels.ts'
import type { Text } from '../../contract/deck.ts'

export const actions = [
  'next',
  'previous',
  'nextSlide',
  'previousSlide',
  'first',
  'last',
  'log',
  'scene',
  'followUp',
  'back',
  'blackout',
  'fullScreen',
  'swapDisplays',
  'pauseClock',
  'resetClock',
  'rung',
  'notesDown',
  'notesUp',
  'notesLarger',
  'notesSmaller',
  'notesNormal',
  'leave',
  'help',
  'gallery',
  'openFolder',
  'exportPdf',
  'chooseDeck',
  'present',
] as const
export type Action = (typeof actions)[number]

/** One row of the key table. */
export interface KeyBinding {
  readonly action: Action
  /** Physical keys (`event.code`): the same whether the keyboard types Hangul or Latin. */
  readonly codes: readonly string[]
  /** Whether Shift must be held; `any` where it makes no difference. */
  readonly shift: boolean | 'any'
  /** Whether Ctrl (or the command key) must be held. */
  readonly command: boolean
  /** Codes that clickers send: they work whatever has the focus, also while typing. */
  readonly clicker: readonly string[]
  /** What the keys are called in the list of keys. */
  readonly keys: readonly string[]
  readonly windows: readonly WindowKind[]
  readonly label: Text
  /** Held down, it acts again and again. */
  readonly repeats: boolean
  /** Acts only when it has been held for a second, so that a slip costs nothing. */
  readonly held: boolean
}

const both: readonly WindowKind[] = ['deck', 'presenter']
/** Where pictures are stepped through. */
const stepping: readonly WindowKind[] = ['deck', 'presenter', 'gallery']
const bound = (
  action: Action,
  codes: readonly string[],
  keys: readonly string[],
  label: Text,
  more: Partial<Pick<KeyBinding, 'shift' | 'command' | 'clicker' | 'windows' | 'repeats' | 'held'>> = {},
): KeyBinding => ({
  action,
  codes,
  keys,
  label,
  shift: false,
  command: false,
  clicker: [],
  windows: both,
  repeats: false,
  held: false,
  ...more,
})

/** Every key of every window, in the order in which the list of keys shows them. */
export const keyTable: readonly KeyBinding[] = [
  bound(
    'next',
    ['ArrowRight', 'Space', 'PageDown'],
    ['→', 'Space', 'Page Down'],
    { ko: '다음 단계', en: 'Next step' },
    { clicker: ['PageDown'], repeats: true, windows: stepping },
  ),
  bound(
    'previous',
    ['ArrowLeft', 'PageUp'],
    ['←', 'Page Up'],
    { ko: '이전 단계', en: 'Previous step' },
    { clicker: ['PageUp'], repeats: true, windows: stepping },
  ),
  bound(
    'nextSlide',
    ['ArrowRight', 'PageDown'],
    ['Shift+→', 'Shift+Page Down'],
    { ko: '다음 슬라이드', en: 'Next slide' },
    { shift: true, repeats: true },
  ),
  bound(
    'previousSlide',
    ['ArrowLeft', 'PageUp'],
    ['Shift+←', 'Shift+Page Up'],
    { ko: '이전 슬라이드', en: 'Previous slide' },
    { shift: true, repeats: true },
  ),
  bound('first', ['Home'], ['Home'], { ko: '첫 슬라이드', en: 'First slide' }),
  bound('last', ['End'], ['End'], { ko: '마지막 슬라이드', en: 'Last slide' }),
  bound(
    'followUp',
    [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]),
    ['1–9'],
    { ko: '꼬리 질문에 답하는 슬라이드로', en: 'To the slide that answers a follow-up' },
  ),
  bound('back', ['Backspace'], ['Backspace'], { ko: '뛰어오기 전 자리로', en: 'Back to where you jumped from' }),
  bound(
    'blackout',
    ['KeyB', 'Period', 'NumpadDecimal'],
    ['B', '.'],
    { ko: '청중 화면 검게 / 다시 켜기', en: 'Black out the audience screen, and back' },
    { clicker: ['KeyB', 'Period'] },
  ),
  bound(
    'fullScreen',
    ['KeyF', 'F5'],
    ['F', 'F5'],
    { ko: '전체 화면', en: 'Full screen' },
    { shift: 'any', clicker: ['F5'], windows: stepping },
  ),
  bound(
    'log',
    ['KeyL'],
    ['L'],
    { ko: '그림의 기록 보이기 / 숨기기', en: 'Show or hide the log of the picture' },
    { windows: stepping },
  ),
  bound(
    'scene',
    [1, 2, 3, 4, 5].flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]),
    ['1–5'],
    { ko: '그림 고르기', en: 'Choose a picture' },
    { windows: ['gallery'] },
  ),
  bound('swapDisplays', ['KeyS'], ['S'], {
    ko: '청중 화면을 다른 모니터로',
    en: 'Audience screen to the other display',
  }),
  bound('pauseClock', ['KeyT'], ['T'], { ko: '시계 멈춤 / 다시 시작', en: 'Pause the clock, and go on' }),
  bound(
    'resetClock',
    ['KeyR'],
    ['R'],
    { ko: '시계를 0으로 (1초 누르기)', en: 'Clock to zero (hold for a second)' },
    { held: true },
  ),
  bound(
    'rung',
    ['KeyN'],
    ['N'],
    { ko: '노트: 한 줄 → 답변 → 깊이', en: 'Notes: one line → answer → depth' },
    { windows: ['presenter'] },
  ),
  bound(
    'notesDown',
    ['ArrowDown'],
    ['↓'],
    { ko: '노트 아래로', en: 'Scroll the notes down' },
    { windows: ['presenter'], repeats: true },
  ),
  bound(
    'notesUp',
    ['ArrowUp'],
    ['↑'],
    { ko: '노트 위로', en: 'Scroll the notes up' },
    { windows: ['presenter'], repeats: true },
  ),
  bound(
    'notesLarger',
    ['Equal', 'NumpadAdd'],
    ['+'],
    { ko: '노트 글자 크게', en: 'Larger notes' },
    { shift: 'any', repeats: true },
  ),
  bound(
    'notesSmaller',
    ['Minus', 'NumpadSubtract'],
    ['−'],
    { ko: '노트 글자 작게', en: 'Smaller notes' },
    { shift: 'any', repeats: true },
  ),
  bound('notesNormal', ['Digit0', 'Numpad0'], ['0'], { ko: '노트 글자 처음 크기로', en: 'Notes at their first size' }),
  bound(
    'leave',
    ['Escape'],
    ['Esc'],
    { ko: '검은 화면과 전체 화면에서 나가기', en: 'Leave the black screen or full screen' },
    { shift: 'any', clicker: ['Escape'], windows: stepping },
  ),
  bound(
    'help',
    ['Slash', 'F1'],
    ['?', 'F1'],
    { ko: '모든 키 보기', en: 'Show all keys' },
    { shift: 'any', windows: [...stepping, 'library'] },
  ),
  bound(
    'chooseDeck',
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    ['←', '→', '↑', '↓'],
    { ko: '덱 고르기', en: 'Choose a deck' },
    { windows: ['library'] },
  ),
  bound(
    'present',
    ['Enter', 'NumpadEnter'],
    ['Enter'],
    { ko: '고른 덱으로 발표 시작', en: 'Present the chosen deck' },
    { windows: ['library'] },
  ),
  bound(
    'gallery',
    ['KeyG'],
    ['Ctrl+G', '⌘G'],
    { ko: '그림 갤러리 열기', en: 'Open the picture gallery' },
    { command: true, windows: ['library'] },
  ),
  bound(
    'openFolder',
    ['KeyO'],
    ['Ctrl+O', '⌘O'],
    { ko: '폴더 열기', en: 'Open a folder' },
    { command: true, windows: ['library'] },
  ),
  bound(
    'exportPdf',
    ['KeyP'],
    ['Ctrl+P', '⌘P'],
    { ko: '고른 덱을 PDF로 내보내기', en: 'Export the chosen deck as PDF' },
    { command: true, windows: ['library'] },
  ),
]
