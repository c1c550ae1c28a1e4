import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { withEmbeddedImages } from '../../../src/services/reviews/anki-images.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { codes, slideOf } from './deck-of.ts'

const htmlOf = (body: string): string => slideOf('', `\n## T\n\n${body}\n`).slide.html
const codesOf = (body: string): string[] => codes(slideOf('', `\n## T\n\n${body}\n`).problems)

describe('video and audio', () => {
  it.each([
    [
      '![화면](clips/a%20b.mp4 "캡션"){width=50%}',
      '<video src="clips/a%20b.mp4" title="캡션" width="50%" aria-label="화면" data-media=""></video>',
    ],
    ['![](a b.WebM)', '<video src="a%20b.WebM" data-media=""></video>'],
    ['![벨](a.mp3)', '<audio src="a.mp3" aria-label="벨" data-media=""></audio>'],
    ['![[a.m4a]]', '<audio src="a.m4a" data-media=""></audio>'],
    [
      '<video src="a.mp4" poster="p.png" controls autoplay loop muted></video>',
      '<video src="a.mp4" poster="p.png" data-media=""></video>',
    ],
    [
      '<audio controls preload="auto"><source src="a.ogg"><source src="a.mp3">No sound</audio>',
      '<audio data-media="" src="a.ogg"></audio>',
    ],
  ])('are files of the folder, written as images or as HTML has them: %s', (body, html) => {
    expect(htmlOf(body)).toBe(`<p>${html}</p>`)
    expect(codesOf(body)).toEqual([])
  })

  it.each([
    ['![화면](https://a.example/a.mp4)', ['remote-media'], 'data-missing="https://a.example/a.mp4"'],
    ['<video src="//a.example/a.mp4"></video>', ['remote-media'], 'data-missing="//a.example/a.mp4"'],
    ['<video src="a.mp4" poster="https://a.example/p.png"></video>', ['remote-image'], '<video src="a.mp4"'],
    [
      '<video src="a.mp4" onplay="x()" autopictureinpicture></video>',
      ['html-removed', 'html-removed'],
      '<video src="a.mp4"',
    ],
  ])('from elsewhere, and what would run, are told: %s', (body, told, html) => {
    expect(codesOf(body)).toEqual(told)
    expect(htmlOf(body)).toContain(html)
    expect(htmlOf(body)).not.toMatch(/poster=|on\w+=|src="(?:https:|\/)/)
  })

  it('that only a sentence names stay text', () => {
    expect(htmlOf('A <video> is a tag')).toContain('A &#x3C;video> is a tag')
  })

  it('are looked for in the folder, and framed where they cannot be played', async () => {
    const folder = await temporaryFolder()
    const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content)
    await put('good.mp4', Buffer.from('\0\0\0\x18ftypisom'))
    await put('good.mp3', Buffer.from([0xff, 0xfb, 0x90, 0]))
    await put('page.webm', '<!doctype html>')
    await put('empty.wav', '')
    await put('near.ogg', 'OggS')
    await put('near.png', 'no picture')
    const names = ['good.mp4', 'good.mp3', 'page.webm', 'empty.wav', 'naer.ogg', '../out.mp4']
    const body = names.map((name) => `![${name}](${name})`).join('\n\n')
    await put('a.ko.md', `---\ntitle: T\n---\n\n---\nid: one\n---\n\n## T\n\n${body}\n`)
    const [deck] = (await loadCourse(folder, { id: 'c', bundled: false })).decks
    expect(codes(deck?.problems ?? [])).toEqual(['broken-media', 'broken-media', 'missing-media', 'remote-media'])
    expect(deck?.problems[2]?.fix?.en).toBe('near.ogg')
    const html = deck?.slides[0]?.html ?? ''
    expect(html.match(/src="[^"]*"/g)).toEqual(['src="good.mp4"', 'src="good.mp3"'])
    expect(html.match(/data-missing=""/g)).toHaveLength(4)
  })

  it('are left out of a file for Anki, but for their names', async () => {
    const question = {
      titleHtml: 'Q',
      oneLineHtml: '',
      answerHtml: '<p><video src="clips/a.mp4" data-media=""></video></p>',
    }
    const rest = { keyPoints: [], mistakes: [], sources: [] }
    const written = await withEmbeddedImages({ ...question, ...rest } as never, await temporaryFolder())
    expect(written.answerHtml).toBe('<p>▶ a.mp4</p>')
  })
})
