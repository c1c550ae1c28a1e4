import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ankiFile, idsOfAnki, type AnkiQuestion } from '../../../src/core/review/index.ts'

const question = (id: string, change: Partial<AnkiQuestion['question']> = {}): AnkiQuestion => ({
  question: {
    id,
    titleHtml: `What is <code>${id}</code>?`,
    oneLineHtml: '<p>Short.</p>',
    answerHtml: '<p>Long.</p>',
    keyPoints: [
      { html: 'first', text: 'first', core: true },
      { html: 'second', text: 'second', core: false },
    ],
    level: null,
    ...change,
  },
  topics: ['01-docker'],
})
const file = (...questions: AnkiQuestion[]) => ankiFile({ course: 'docker', deck: 'Docker', lang: 'en', questions })

describe('a file for Anki', () => {
  test('says in its header what its columns are', () => {
    expect(file(question('q-a')).split('\n')).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
      '#columns:GUID\tDeck\tFront\tBack\tTags',
      [
        'lectern:en:docker/q-a',
        'Docker',
        'What is <code>q-a</code>?',
        '<blockquote><p>Short.</p></blockquote><p>Key points</p><ol><li><b>first</b></li><li>second</li></ol><p>Long.</p>',
        'lectern::en::docker::q-a 01-docker',
      ].join('\t'),
      '',
    ])
  })

  test('is one line a note: line breaks go, or stay as <br> in code; quotes are doubled', () => {
    const text = file(
      question('q-a', {
        titleHtml: 'Say "hi"',
        oneLineHtml: '',
        keyPoints: [],
        answerHtml: '<p>one\ntwo</p>\n<pre class="x"><code>a\n\tb</code></pre>',
      }),
    )
    const row = text.split('\n')[7]?.split('\t')
    expect(text.split('\n')).toHaveLength(9)
    expect(row?.[2]).toBe('"Say ""hi"""')
    expect(row?.[3]).toBe('"<p>one two</p> <pre class=""x""><code>a<br>    b</code></pre>"')
  })

  test('names the list of points in its language', () => {
    expect(ankiFile({ course: 'c', deck: 'D', lang: 'ko', questions: [question('q')] })).toContain('<p>핵심</p>')
  })

  test('gives a question another GUID in another language, so that one does not overwrite the other', () => {
    const guid = (lang: 'ko' | 'en') =>
      ankiFile({ course: 'c', deck: 'D', lang, questions: [question('q')] })
        .split('\n')[7]
        ?.split('\t')[0]
    expect([guid('ko'), guid('en')]).toEqual(['lectern:ko:c/q', 'lectern:en:c/q'])
  })
})

describe('the ids in a file of Anki', () => {
  test('are those that were written, whatever stands in names and texts', () => {
    const part = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => /^[^/]+$/u.test(text))
    fc.assert(
      fc.property(part, fc.uniqueArray(part, { minLength: 1 }), fc.string(), (course, ids, html) => {
        const questions = ids.map((id) => question(id, { titleHtml: html, answerHtml: html }))
        const text = ankiFile({ course, deck: 'D', lang: 'ko', questions })
        expect(idsOfAnki(text)).toEqual(ids.map((id) => `${course}/${id}`))
      }),
    )
  })

  test("are found in Anki's own export, with GUIDs or by the tags, among notes of others", () => {
    const header = '#separator:tab\n#html:true\n'
    const withGuids = `${header}#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\nlectern:ko:docker/q-a\tBasic\tDocker\t"What\n""is""\tit"\tBack\tlectern::ko::docker::q-a\nAbCd12\tBasic\tOther\tFront\tBack\t\n`
    expect(idsOfAnki(withGuids)).toEqual(['docker/q-a'])
    const byTags = `${header}#tags column:3\r\nFront\tBack\tmine lectern::ko::my%20course::q-b hard\r\nFront\tBack\tmine\r\n`
    expect(idsOfAnki(byTags)).toEqual(['my course/q-b'])
    expect(idsOfAnki('\uFEFF#separator:semicolon\nlectern:ko:docker/q-c;"a;b"\nlectern:en:docker/q-c;x')).toEqual([
      'docker/q-c',
    ])
    expect(idsOfAnki('Front\tBack\tlectern::ko::c::q%')).toEqual(['c/q%'])
    expect(idsOfAnki('')).toEqual([])
    expect(idsOfAnki('#separator:tab\n#html:true')).toEqual([])
    expect(idsOfAnki('#separator:/\nFront/Back/lectern::ko::c::q-d')).toEqual(['c/q-d'])
    expect(idsOfAnki('#separator:Pipe\r\nFront|Back|lectern::ko::c::q-e')).toEqual(['c/q-e'])
  })
})
