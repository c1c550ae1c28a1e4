/** Usage is written once: help, parsing and documents are held to the description. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { overallHelp, usages } from '../../../src/cli/usages.ts'
import type { CommandUsage } from '../../../src/services/terminal/command-usage.ts'
import { appUsage, openingOptions, startUsage } from '../../../src/services/terminal/opening-usage.ts'
import { helpText, usageForms } from '../../../src/services/terminal/usage-text.ts'

const all: readonly CommandUsage[] = [...Object.values(usages), startUsage, appUsage]
const hangul = /[가-힣]/

test('docs/cli.md has a heading for each way of calling each command, in the order of the help', () => {
  const headings = [...readFileSync('docs/cli.md', 'utf8').matchAll(/^#{2,3} `(lectern .*)`$/gm)].map(
    ([, form]) => form,
  )
  expect(headings).toEqual(Object.values(usages).flatMap((usage) => usageForms(usage, 'en')))
})

test.each(all.map((usage) => [usage.name, usage] as const))(
  '%s has every option in a form, and no other',
  (_, usage) => {
    const inForms = new Set(usage.forms.flatMap((form) => form.match(/--?[a-z-]+/g) ?? []))
    const flags = Object.entries(usage.options).map(([long, { short }]) =>
      inForms.has(`-${short}`) ? `-${short}` : `--${long}`,
    )
    expect([...inForms].sort()).toEqual(flags.sort())
    const args = new Set(usage.forms.flatMap((form) => form.match(/(?<![A-Za-z-])[A-Z]{2,}/g) ?? []))
    expect([...args].sort()).toEqual(Object.keys(usage.args).sort())
  },
)

test.each(all.map((usage) => [usage.name, usage] as const))(
  '%s tells itself in natural Korean and in English',
  (_, usage) => {
    const sentences = [
      usage.about,
      ...Object.values(usage.args),
      ...Object.values(usage.options).map(({ about }) => about),
    ]
    for (const { ko, en } of sentences) {
      expect(ko).toMatch(/요\.$/)
      expect(en).toMatch(/^[A-Z].*\.$/)
      expect(en).not.toMatch(hangul)
    }
    expect(helpText(usage, 'en')).not.toMatch(hangul)
    expect(helpText(usage, 'ko')).toContain('사용법: ')
  },
)

test('the help of the whole names every command', () => {
  for (const [name, { about }] of Object.entries(usages)) {
    for (const lang of ['ko', 'en'] as const) expect(overallHelp(lang)).toMatch(new RegExp(`^  ${name} +\\S.*`, 'm'))
    expect(overallHelp('ko')).toContain(about.ko)
  }
})

test('npm start gives the browser shell what only that understands', () => {
  const script = readFileSync('tools/start.mjs', 'utf8')
  const listed = (name: string): string[] =>
    [...(new RegExp(`const ${name} = .*\\[(.*)\\]`).exec(script)?.[1] ?? '').matchAll(/'--([^']*)'/g)].map(
      ([, one = '']) => one,
    )
  const ofBrowser = Object.keys(openingOptions).filter((name) => !Object.hasOwn(appUsage.options, name))
  expect(listed('ofBrowser').sort()).toEqual([...ofBrowser, 'help'].sort())
  const withValue = Object.entries(openingOptions).flatMap(([name, option]) => ('value' in option ? [name] : []))
  expect(listed('valueOf')).toEqual(withValue)
})
