import { afterEach, expect, it } from 'vitest'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import '../../../src/renderer/look/base.css'

afterEach(() => document.body.replaceChildren())

const loaded = (family: string): boolean =>
  [...document.fonts].some((face) => face.family.replaceAll('"', '') === family && face.status === 'loaded')

it('fetches a whole font only for a character that the small one lacks', async () => {
  await fontsReady()
  const words = document.createElement('p')
  words.textContent = '컨테이너는 격리된 프로세스예요. → docker run'
  document.body.append(words)
  await document.fonts.ready
  expect([loaded('Lectern Text'), loaded('Pretendard')]).toEqual([true, false])

  words.textContent = '찦차를 타고 온 펲시맨과 쑛다리 똠방각하'
  await expect.poll(() => loaded('Pretendard')).toBe(true)
})
