export { elapsedAt } from './talk-clock.ts'
export { outlineOf, type Outline } from './outline.ts'
export { reduce, snapshotOf, startTalk, type TalkEvent, type TalkStart, type TalkState } from './talk.ts'
