import { bound, type KeyBinding } from './binding.ts'

const inReview = { windows: ['review'] } as const
/** The keys of the review window that no other window has. */
export const reviewKeys: readonly KeyBinding[] = [
  bound(
    'reveal',
    ['Space'],
    ['Space'],
    { ko: '포인트 펼치기, 권하는 등급으로 넘어가기', en: 'Show the next point; go on with the suggested grade' },
    inReview,
  ),
  bound(
    'revealTyped',
    ['Enter', 'NumpadEnter'],
    ['Ctrl+Enter'],
    { ko: '글로 쓴 답을 마치고 포인트 펼치기', en: 'Show the next point while typing the answer' },
    { ...inReview, command: true },
  ),
  bound('hit', ['KeyJ'], ['J'], { ko: '이 포인트를 맞힘', en: 'Said this point' }, inReview),
  bound('half', ['KeyK'], ['K'], { ko: '일부만 말함', en: 'Said some of it' }, inReview),
  bound('miss', ['KeyL'], ['L'], { ko: '놓침', en: 'Missed it' }, inReview),
  bound('pointUp', ['ArrowUp'], ['↑'], { ko: '앞 포인트로', en: 'To the point before' }, inReview),
  bound('pointDown', ['ArrowDown'], ['↓'], { ko: '뒤 포인트로', en: 'To the point after' }, inReview),
  bound(
    'grade',
    [1, 2, 3, 4].flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]),
    ['1–4'],
    { ko: '다시 · 어려움 · 알맞음 · 쉬움', en: 'Again · hard · good · easy' },
    inReview,
  ),
  bound(
    'hint',
    ['KeyH'],
    ['H'],
    { ko: '힌트: 포인트의 수, 그다음 첫 낱말', en: 'Hint: how many points, then their first words' },
    inReview,
  ),
  bound(
    'dontKnow',
    ['KeyX'],
    ['X'],
    { ko: '모르겠어요 · 모의 면접에서는 꼬리 질문도 건너뜀', en: 'I do not know · in an interview its follow-ups too' },
    inReview,
  ),
  bound('typeAnswer', ['KeyT'], ['T'], { ko: '답을 글로 써 보기', en: 'Type the answer' }, inReview),
  bound('picture', ['KeyP'], ['P'], { ko: '도움이 되는 그림 보기', en: 'Show the picture that helps' }, inReview),
  bound(
    'picturePrevious',
    ['ArrowLeft'],
    ['←'],
    { ko: '그림을 한 단계 앞으로', en: 'The picture a step back' },
    inReview,
  ),
  bound('pictureNext', ['ArrowRight'], ['→'], { ko: '그림을 한 단계 다음으로', en: 'The picture a step on' }, inReview),
  bound('undo', ['KeyZ'], ['Z'], { ko: '되돌리기', en: 'Undo' }, inReview),
  bound('bury', ['KeyB'], ['B'], { ko: '내일로 미루기', en: 'Put off until tomorrow' }, inReview),
  bound('suspend', ['KeyS'], ['S'], { ko: '복습에서 빼기', en: 'Take out of review' }, inReview),
  bound(
    'endSession',
    ['Escape'],
    ['Esc'],
    { ko: '닫기, 처음 화면으로', en: 'Close; back to the start' },
    { ...inReview, shift: 'any' },
  ),
]
