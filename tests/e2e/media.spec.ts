import { expectShown } from './app/windows.ts'
import { expect, test } from './fixtures.ts'
import type { Page } from '@playwright/test'

/** A second of a tone: 8,000 samples of 16 bits, https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html */
function tone(): Buffer {
  const samples = 8000
  const wave = Buffer.alloc(44 + 2 * samples)
  wave.write('RIFF')
  wave.writeUInt32LE(wave.length - 8, 4)
  wave.write('WAVEfmt ', 8)
  for (const [value, at] of [
    [16, 16],
    [samples, 24],
    [2 * samples, 28],
    [2 * samples, 40],
  ] as const) {
    wave.writeUInt32LE(value, at)
  }
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [2, 32],
    [16, 34],
  ] as const)
    wave.writeUInt16LE(value, at)
  wave.write('data', 36)
  for (let n = 0; n < samples; n += 1) wave.writeInt16LE(Math.round(8000 * Math.sin(n / 6)), 44 + 2 * n)
  return wave
}

/** A video of a second, as this browser records one. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const context = canvas.getContext('2d')
    const timer = setInterval(() => {
      if (!context) return
      context.fillStyle = `hsl(${String(performance.now() % 360)} 60% 50%)`
      context.fillRect(0, 0, 320, 180)
    }, 40)
    const parts: Blob[] = []
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.start()
    setTimeout(() => recorder.stop(), 1000)
    await stopped
    clearInterval(timer)
    return Array.from(new Uint8Array(await new Blob(parts).arrayBuffer()))
  })
  return Buffer.from(bytes)
}

const deckText = `---
title: 재생하는 덱
lang: ko
cover: false
---

---
id: one
---

## 동영상

![화면](clip.webm)

---
id: two
---

## 소리

![벨](tone.wav)

---
id: three
---

## 셋
`

test('video and audio of the folder play where the audience is, when they are pressed, and stop when their slide is left', async ({
  app,
}) => {
  const clip = await film(app.library)
  const folder = await app.folder({
    'course.yaml': 'title: { ko: 재생하는 강의, en: Playing }\n',
    '01-play.ko.md': deckText,
    'clip.webm': clip,
    'tone.wav': tone(),
  })
  await app.ask('library:open', { folder })
  await app.library.getByRole('button', { name: '재생하는 강의' }).click()
  const { deck, presenter } = await app.present('재생하는 덱')
  await expectShown('one', 1, deck, presenter)

  const video = deck.locator('section.present video')
  await expect(video).toHaveAttribute('controls')
  await expect(video).toHaveJSProperty('paused', true)
  await expect(presenter.locator('video').first()).toBeVisible()
  for (const one of await presenter.locator('video').all()) await expect(one).not.toHaveAttribute('controls')

  // A part of it can be had, so that it can be sought in.
  const part = await video.evaluate(async (one: HTMLVideoElement) => {
    const answer = await fetch(one.src, { headers: { range: 'bytes=4-9' } })
    return [answer.status, answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength]
  })
  expect(part).toEqual([206, 'video/webm', 6])

  // Reached by keys, it plays by the key that presses a button; all others are the talk's.
  await video.focus()
  await deck.keyboard.press('Space')
  await expect(video).toHaveJSProperty('paused', false)
  await expectShown('one', 1, deck, presenter)
  const first = await video.elementHandle()
  await deck.keyboard.press('ArrowRight')
  await expectShown('two', 1, deck, presenter)
  expect(await first.evaluate((one) => (one as HTMLVideoElement).paused)).toBe(true)

  const audio = deck.locator('section.present audio')
  await expect(audio).toHaveAttribute('controls')
  await audio.evaluate((one: HTMLAudioElement) => void one.play())
  await expect(audio).toHaveJSProperty('paused', false)
  await expect(presenter.getByText('벨 · tone.wav').first()).toBeVisible()
  // Pressed by a pointer, it keeps no key of the talk.
  await audio.click({ position: { x: 200, y: 20 } })
  await expect.poll(() => deck.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await deck.keyboard.press('Space')
  await expectShown('three', 1, deck, presenter)
})
