/** Prose that names tags stays as it is written, and nothing behind it vanishes. */
import { describe, expect, test } from 'vitest'
import { codes, places, slideOf } from './deck-of.ts'

function read(body: string) {
  const { slide, problems } = slideOf('', `## T\n\n${body}\n`)
  // As it is shown: what is between tags.
  const shown = slide.html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x26;', '&')
  return { slide, html: slide.html, shown: shown.trim(), codes: codes(problems), problems }
}

describe('a tag that prose names', () => {
  test.each([
    'The <title> tag names a page. It stands in the head.',
    'A <script> tag blocks the parser unless it has defer.',
    'A <style>, a <textarea> and an <iframe> stand here.',
    'Use List<String> and Optional<User>, also Map<String, List<Integer>>.',
    '<select> holds options. Then List<String> has no warning of its own.',
    'docker run <image id> and <container>',
    'git switch <branch-name>',
    'The </title> closes it, and so does </script>.',
    'A <b> makes bold, a <kbd> a key.',
    'It begins with <!DOCTYPE html> and may hold <![CDATA[x]]> or <?php echo 1 ?> too.',
    '<title> begins the line. And more.',
    '<script> begins the line. And more.',
    '<?php begins the line.',
    '<!DOCTYPE html>',
    '<textarea>',
    '<T extends Comparable<T>> void sort()',
    '<v-click> without an end',
  ])('is text: %s', (body) => {
    const { shown, codes: said } = read(body)
    expect(shown).toBe(body)
    expect(new Set(said)).toEqual(new Set(['stray-tag']))
  })

  test.each([
    '<title>',
    '<script>',
    '<style>',
    '<textarea>',
    '<iframe>',
    '<select>',
    '<!DOCTYPE html>',
    '<?php',
    '<![CDATA[',
  ])('leaves what comes behind it Markdown: %s', (tag) => {
    for (const body of [`${tag} a\n\n- **b**\n\n> c`, `a ${tag} b\n\n- **b**\n\n> c`, `- ${tag}\n\n- **b**\n\n> c`]) {
      const { html, slide } = read(body)
      expect(html).toContain('<strong>b</strong>')
      expect(html).toContain('<blockquote>')
      expect(slide.notes).toEqual([])
    }
  })

  test('is told with its place', () => {
    const { problems } = read('a <title> b\n\n> - c <T> d')
    expect(places(problems)).toEqual(['stray-tag@11:3', 'stray-tag@13:7'])
    expect(problems.map(({ message }) => message.en).join()).toContain('`<title>`')
  })

  test('is text in titles, tables, notes and footnotes', () => {
    expect(slideOf('', '## Why <title>\n\nx\n').slide.title).toBe('Why <title>')
    expect(read('| a | b |\n| - | - |\n| List<T> | c |').shown).toContain('List<T>')
    expect(read('a[^1]\n\n[^1]: the <title> tag').shown).toContain('the <title> tag')
    expect(read('x\n\n<!-- say <title> and go on -->').slide.notes[0]?.html).toBe('<p>say &#x3C;title> and go on</p>')
  })

  test('makes no address of a link, which would be gone', () => {
    expect(read('[List]: <T>(one)\n\n[List] goes on').shown).toBe('[List]: <T>(one)\n[List] goes on')
    expect(read('> [a]: <b-c>"d"\n\n[e]: https://e.example\n\n[e]').shown).toBe('[a]: <b-c>"d"\n\ne')
    expect(read('[a](<T>c) and ![a](<T>c) and [a](https://a.example/<T>)').shown).toBe('[a](<T>c) and ![a](<T>c) and a')
  })

  test('stands beside emphasis', () => {
    expect(read('**List<String>**를 쓴다').html).toBe('<p><strong>List&#x3C;String></strong>를 쓴다</p>')
  })
})

describe('HTML', () => {
  test.each([
    ['<kbd>Ctrl</kbd>', '<kbd>Ctrl</kbd>'],
    ['a<br>b', 'a<br>b'],
    ['<div>\n\n**a**\n\n</div>', '<strong>a</strong>'],
    ['<b>a</b> <B>c</B>', '<b>a</b> <b>c</b>'],
    ['`<title>` and `List<T>`', '<code>List&#x3C;T></code>'],
    ['<https://a.example>', '<a href="https://a.example">'],
    ['1 < 2 and a <b', 'a &#x3C;b'],
  ])('that is whole or code stays so: %s', (body, html) => {
    const { html: read_, codes: said } = read(body)
    expect(read_).toContain(html)
    expect(said).toEqual([])
  })

  test.each([
    '<script>x</script>',
    'a <button>x</button>',
    '<iframe src="x"></iframe>',
    '<my-part>x</my-part>',
    '<embed src="x">',
  ])('that is whole and not for slides is taken out: %s', (body) => {
    const { shown, codes: said } = read(body)
    expect(shown).not.toContain('<')
    expect(said).toEqual(['html-removed'])
  })

  test('a text with every sign that could stand for a bracket is read all the same', () => {
    expect(read('⸤⸦⸨⸢ a <title> b').slide.html).toContain('⸤⸦⸨⸢ a')
    expect(read('⸤ a <title> b').shown).toBe('⸤ a <title> b')
  })
})
