/** Images in words of a course, wherever they are drawn: in their place, or a quiet frame. */
import { fake } from '../deck/fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { imageBaseOf, withImages } from '../../../src/renderer/parts/course-images.ts'
import CourseHtml from '../../../src/renderer/parts/CourseHtml.svelte'
import { playing } from '../../../src/renderer/slide/playing.ts'

fake.install()

const base = imageBaseOf('/home/나')
/** One pixel. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

function framesIn(html: string): HTMLElement[] {
  const body = Object.assign(document.createElement('div'), { innerHTML: html })
  return [...body.querySelectorAll<HTMLElement>('[data-frame]')]
}

test('are looked for in the folder of their course, two slashes being one', () => {
  expect(base).toBe('/course/%2Fhome%2F%EB%82%98/')
  expect(withImages('<p><img src="a//disk.png" alt=""></p>', base)).toContain(`<img src="${base}a/disk.png" alt=""`)
})

describe('that stand alone', () => {
  const made = (html: string): string => withImages(html, '').replaceAll('<!---->', '')

  test('are marked, and have their titles as captions', () => {
    expect(made('<p>\n<img src="a.png" alt="A">\n</p>')).toBe('<p>\n<img src="a.png" alt="A" data-alone="">\n</p>')
    expect(made('<p data-from="2"><img src="a.png" alt="A" title="A, <b>"></p>')).toBe(
      '<figure data-from="2"><img src="a.png" alt="A" data-alone=""><figcaption>A, &lt;b&gt;</figcaption></figure>',
    )
  })

  test('are figures each, with what is shown in the dark in the same one', () => {
    const html = made(
      '<p><img src="a.png" alt="" title="A" data-look="light"><img src="b.png" alt="" title="A" data-look="dark"> <img src="c.png" alt=""></p>',
    )
    expect(
      html
        .match(/<figure>.*?<\/figure>/g)
        ?.map((one) => one.replaceAll(/<(?!img|figcap)[^>]*>| (?:alt|data)[^ >]*/g, '')),
    ).toEqual(['<img src="a.png"><img src="b.png"><figcaption>A', '<img src="c.png">'])
  })

  test.each(['<p>a <img src="a.png" alt="" title="A"></p>', '<p><img src="a.png" alt="" title="A"> <b>b</b></p>'])(
    'are not those among words: %s',
    (html) => expect(made(html)).toBe(html),
  )

  test('leave a frame with their caption where they cannot be shown', () => {
    const html = made('<p><img alt="A" title="B" data-missing="" data-look="light"></p>')
    expect(html).toMatch(
      /^<figure><span data-frame="" [^>]*data-alone="" data-look="light"><span>A<\/span><\/span><figcaption>B<\/figcaption><\/figure>$/,
    )
  })
})

describe('that cannot be shown leave a frame', () => {
  test.each([
    ['<p><img alt="a" data-missing=""></p>', true],
    ['<img alt="a" data-missing="">', true],
    ['<p>one <img alt="a" data-missing=""> two</p>', false],
    ['<li><img alt="a" data-missing=""></li>', false],
  ])('as large as a picture where nothing stands beside it: %s', (html, isAlone) => {
    expect(framesIn(withImages(html, base))[0]?.dataset['alone'] === '').toBe(isAlone)
  })

  test.each([
    ['<img alt="a disk" data-missing="" data-from="2">', 'a disk', ['a disk'], '2'],
    [
      '<img alt="a disk" data-missing="https://a.b/c.png">',
      'a disk, https://a.b/c.png',
      ['a disk', 'https://a.b/c.png'],
      undefined,
    ],
    ['<img alt="" data-missing="https://a.b/c.png">', 'https://a.b/c.png', ['https://a.b/c.png'], undefined],
    ['<img alt="a disk">', 'a disk', ['a disk'], undefined],
  ])('with what they show and where in the web they are: %s', (html, name, words, from) => {
    const [frame] = framesIn(withImages(html, base))
    expect([frame?.role, frame?.ariaLabel]).toEqual(['img', name])
    expect([...(frame?.children ?? [])].map(({ textContent }) => textContent)).toEqual(words)
    expect(frame?.dataset['from']).toBe(from)
  })

  test('that nobody hears of where nothing is known of them', () => {
    const [frame] = framesIn(withImages('<p><img alt="" data-missing=""></p>', base))
    expect([frame?.role, frame?.ariaHidden, frame?.textContent]).toEqual([null, 'true', ''])
  })
})

test('an empty corner of a table is no heading, and what needs nothing stays as it is written', () => {
  expect(withImages('<table><tr><th></th><th>a</th></tr></table>', base)).toContain('<td></td><th>a</th>')
  expect(withImages('<p>a<br/>b', base)).toBe('<p>a<br/>b')
})

test.each([
  ['among words', `<p>one <img src="data:image/png;base64,AAAA" alt="a disk" data-from="3"> two</p>`],
  ['alone', '<img src="data:image/png;base64,AAAA" alt="a disk" data-from="3">'],
])('one that does not load gives way to its frame, and to other words after it: %s', async (_, html) => {
  const screen = await render(CourseHtml, { html, as: 'div' })
  const box = screen.container.firstElementChild
  await expect.poll(() => box?.querySelector('[data-frame]')?.getAttribute('aria-label')).toBe('a disk')
  const frame = box?.querySelector<HTMLElement>('[data-frame]')
  expect(box?.querySelector('img')).toBeNull()
  expect([frame?.dataset['from'], frame?.dataset['unloaded']]).toEqual(['3', 'data:image/png;base64,AAAA'])
  // Where it was looked for is nothing that anybody is shown.
  expect(frame?.textContent).toBe('a disk')
  await screen.rerender({ html: `<p>other <img src="${dot}" alt=""></p>` })
  expect(box?.textContent.trim()).toBe('other')
  expect(box?.querySelectorAll('[data-frame]')).toHaveLength(0)
  expect(box?.querySelectorAll('img')).toHaveLength(1)
})

describe('drawings in the text', () => {
  const svg =
    '<svg data-drawing="" title="A"><g id="drawing-1-a"></g><use href="#drawing-1-a"></use><path fill="url(#drawing-1-a) red"></path></svg>'
  const drawingsIn = (html: string) => {
    const body = Object.assign(document.createElement('div'), { innerHTML: withImages(html, '') })
    return [...body.querySelectorAll<SVGElement>('svg')]
  }

  test('have ids of their own however often they are shown, and refer to those', () => {
    const all = [...drawingsIn(svg), ...drawingsIn(svg + svg)]
    const ids = all.map((one) => one.querySelector('g')?.id)
    expect(new Set(ids).size).toBe(3)
    expect(all.map((one) => one.querySelector('use')?.getAttribute('href'))).toEqual(ids.map((id) => `#${id}`))
    expect(all.map((one) => one.querySelector('path')?.getAttribute('fill'))).toEqual(
      ids.map((id) => `url(#${id}) red`),
    )
  })

  test('stand alone as images do, with their captions', () => {
    const [alone] = drawingsIn(`<p>${svg}</p>`)
    expect([alone?.dataset['alone'], alone?.parentElement?.localName, alone?.hasAttribute('title')]).toEqual([
      '',
      'figure',
      false,
    ])
    expect(alone?.nextElementSibling?.textContent).toBe('A')
    expect(drawingsIn(svg)[0]?.dataset['alone']).toBe('')
    expect(drawingsIn(`<p>a ${svg}</p>`)[0]?.dataset['alone']).toBeUndefined()
  })
})

describe('video and audio', () => {
  const made = (html: string): string => withImages(html, base).replaceAll('<!---->', '')

  test('are looked for where the course is served, with the name of their file beside them', () => {
    expect(made('<p><video src="a%20b.mp4" poster="p.png" aria-label="A" data-media=""></video></p>')).toBe(
      `<p><video src="${base}a%20b.mp4" poster="${base}p.png" aria-label="A" data-media="" data-alone="" preload="metadata"></video><span data-file="video">a b.mp4</span></p>`,
    )
    expect(made('<p>a <audio src="b/a.mp3" aria-label="벨" data-media=""></audio></p>')).toContain(
      '<span data-file="audio">벨 · a.mp3</span>',
    )
  })

  test('never play by themselves, and can be played only where the talk is given', () => {
    const body = document.createElement('div')
    const html = '<p><video data-media=""></video><audio data-media=""></audio></p>'
    body.innerHTML = html
    const all = () => [...body.querySelectorAll<HTMLMediaElement>('video, audio')]
    playing(true, html)(body)
    expect(all().map(({ controls, autoplay, paused }) => [controls, autoplay, paused])).toEqual([
      [true, false, true],
      [true, false, true],
    ])
    playing(false, html)(body)
    expect(all().map(({ controls }) => controls)).toEqual([false, false])
  })

  test('that cannot be played leave a frame with what they show', async () => {
    const html = '<p><video src="no-such.mp4" aria-label="화면" title="캡션" data-media=""></video></p>'
    const { container } = await render(CourseHtml, { html })
    await expect.poll(() => container.querySelector('[data-frame]')?.textContent).toBe('화면')
    expect(container.querySelector('video')).toBeNull()
    expect(container.querySelector('figcaption')?.textContent).toBe('캡션')
    expect(
      framesIn(made('<video aria-label="A" data-media="" data-missing="https://a.example/a.mp4"></video>'))[0]
        ?.textContent,
    ).toBe('Ahttps://a.example/a.mp4')
  })
})
