import { expect, it, onTestFinished, vi } from 'vitest'
import { timeZoneMinutes } from '../../../src/services/progress/time-zone.ts'

const winter = Date.UTC(2026, 0, 15, 12)
const summer = Date.UTC(2026, 6, 15, 12)

it.each([
  ['Asia/Seoul', winter, 540],
  ['Asia/Kathmandu', winter, 345],
  ['America/St_Johns', winter, -210],
  ['America/St_Johns', summer, -150],
  ['America/Los_Angeles', winter, -480],
  ['Europe/Berlin', summer, 120],
  ['UTC', winter, 0],
])('%s is ahead of UTC by so many minutes', (zone, at, minutes) => {
  expect(timeZoneMinutes(at, zone)).toBe(minutes)
})

it.each(['Asia/Seoul', 'America/St_Johns', 'UTC'])('is that of the system, here %s, where none is named', (zone) => {
  vi.stubEnv('TZ', zone)
  onTestFinished(() => void vi.unstubAllEnvs())
  for (const at of [winter, summer]) expect(timeZoneMinutes(at)).toBe(timeZoneMinutes(at, zone))
})
