import { expect, it } from 'vitest'
import { notice, type ProgressNotice } from '../../../src/services/progress/notices.ts'

const kinds = [
  'torn',
  'damaged',
  'newer',
  'conflict',
  'unreadable',
  'empty',
] as const satisfies ProgressNotice['kind'][]

it.each(kinds)('%s: says in both languages which file it is about', (kind) => {
  const { message } = notice(kind, 'kim.log', 3)
  for (const text of [message.ko, message.en]) expect(text).toContain('kim.log')
  const counts = ['damaged', 'newer', 'conflict'].includes(kind)
  for (const text of [message.ko, message.en]) expect(/3/.test(text)).toBe(counts)
})

it.each(['torn', 'damaged'] as const)('%s: says where the bytes were kept, if they were', (kind) => {
  const kept = notice(kind, 'kim.log', 1, '/aside/kim.log')
  expect(kept.message.ko).toMatch(/보관했어요: \/aside\/kim\.log$/)
  expect(kept.message.en).toMatch(/was kept here: \/aside\/kim\.log$/)
  const lost = notice(kind, 'kim.log', 1)
  expect(lost.aside).toBeNull()
  for (const text of [lost.message.ko, lost.message.en]) expect(text).not.toMatch(/보관|kept here|null/)
})
