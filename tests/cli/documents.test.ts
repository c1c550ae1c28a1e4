/** The documents that lead by the hand are followed word for word. */
import { readFileSync } from 'node:fs'
import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolder } from '../unit/temporary-folder.ts'
import { lectern } from './lectern.ts'

const firstDeck = readFileSync('docs/first-deck.md', 'utf8').split('## 첫 덱 만들기')

/** The arguments of each `lectern` that a text calls, in order, with the names in it moved into `folder`. */
const calledIn = (text: string, folder: string, names: RegExp): string[][] =>
  [...text.matchAll(/^.*npm .*lectern -- (.*?)(?: > .*)?$/gm)].map(([, args]) =>
    (args ?? '').split(' ').map((arg) => (names.test(arg) ? join(folder, arg) : arg)),
  )

/** What stands in the fences of a language, without their indent. */
const fences = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([^]*?)^\\1\`\`\`$`, 'gm'))].map(([, indent, body]) =>
    (body ?? '').replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )

test.each([
  ['en', firstDeck[0] ?? ''],
  ['ko', firstDeck[1] ?? ''],
])('docs/first-deck.md leads from nothing to a PDF, %s', async (lang, text) => {
  const folder = await temporaryFolder()
  const calls = calledIn(text, folder, /^my-course/)
  expect(calls.map(([name]) => name)).toEqual(['new', 'check', 'export'])
  const [slide = ''] = fences(text, 'markdown')
  for (const call of calls) {
    expect(await lectern(call), call.join(' ')).toMatchObject({ code: 0 })
    if (call[0] === 'new') await appendFile(join(folder, `my-course/01-my-course.${lang}.md`), `\n${slide}`)
  }
  const { problems, slides } = JSON.parse((await lectern(['check', join(folder, 'my-course'), '--json'])).out) as {
    problems: unknown[]
    slides: number
  }
  expect({ problems, slides: slides > 1 }).toEqual({ problems: [], slides: true })
  expect(await readdir(folder)).toContain('my-course.pdf')
})

test('docs/check-in-ci.md checks a course, and its notes name what the problems have', async () => {
  const page = readFileSync('docs/check-in-ci.md', 'utf8')
  const workflow = parse(fences(page, 'yaml')[0] ?? '') as { jobs: { check: { steps: { run?: string }[] } } }
  const script = workflow.jobs.check.steps.flatMap(({ run }) => run ?? []).join('\n')
  const folder = await temporaryFolder()
  await lectern(['new', join(folder, 'one'), '--lang', 'en'])
  // Lectern's own copy, with courses of its own, stands in a folder beside the decks there.
  const course = join(folder, 'one')
  await mkdir(join(course, '.lectern', 'slides'), { recursive: true })
  await writeFile(join(course, '.lectern', 'slides', 'a.en.md'), '---\nnothing: right\n---\n')
  const [call = []] = calledIn(script, course, /^\.$/)
  expect(call).toContain('--json')
  expect(await lectern(call)).toMatchObject({ code: 0 })

  await writeFile(join(course, 'b.en.md'), '---\ntitle: B\n---\n\n---\nid: b\n---\n\n![None](none.png)\n')
  const { code, out } = await lectern(call)
  expect(code).toBe(1)
  const [problem] = (JSON.parse(out) as { problems: object[] }).problems.filter(
    (one) => (one as { code: string }).code === 'missing-image',
  )
  const asked = [...(script.split('jq -r')[1] ?? '').matchAll(/\\\(\.([a-z]+)/g)].map(([, name]) => name ?? '')
  expect(asked.length).toBeGreaterThan(5)
  for (const name of asked) expect(problem).toHaveProperty(name)

  expect(calledIn(fences(page, 'sh')[0] ?? '', course, /^\.$/)).toEqual([['check', course, '--layout']])
})
