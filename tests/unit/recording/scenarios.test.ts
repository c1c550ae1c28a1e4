import { describe, expect, test } from 'vitest'
import { containersOf, fill, imagesOf, namesFor, type Scenario } from '../../../src/services/recording/scenario.ts'
import { scenarios } from '../../../src/services/recording/scenarios.ts'

const names = namesFor('lectern-', '127.0.0.1:5000', { contexts: '/contexts', work: '/work' })
const containers = ['web', 'talk', 'second', 'fresh'] as const

/** What a scenario runs, in order: what it starts from, then what is recorded. */
const run = ({ before = [], commands }: Scenario): readonly string[] => [
  ...before,
  ...commands.map(({ command }) => command),
]

describe.each(scenarios)('$name', (scenario) => {
  test('has a name of its own, a title in both languages, and commands that run something', () => {
    expect(scenarios.filter(({ name }) => name === scenario.name)).toHaveLength(1)
    expect(scenario.name).toMatch(/^[a-z][a-z-]+$/)
    expect(scenario.title.ko).toMatch(/docker|web/)
    expect(scenario.title.en).toMatch(/docker|web/)
    expect(scenario.commands.length).toBeGreaterThan(0)
    for (const command of run(scenario)) expect(command).toMatch(/docker (?!\{)[a-z]+/)
  })

  test('names what there is, and a container only after it was made', () => {
    const made = new Set<string>()
    for (const command of run(scenario)) {
      expect(fill(command, names)).not.toMatch(/\{[a-z][a-z-]*\}/)
      const [, fresh] = /docker run .*--name \{(\w+)\}/.exec(command) ?? []
      if (fresh !== undefined) made.add(fresh)
      for (const name of containers)
        if (command.includes(`{${name}}`)) expect([command, made.has(name)]).toEqual([command, true])
    }
  })

  test('keeps calls by the last part of their path', () => {
    const { calls } = scenario.keep
    if (calls !== 'all') for (const ending of calls) expect(ending).toMatch(/^\/[a-z]+$/)
  })

  test('uses of images, contexts and registry what it says that it needs', () => {
    const text = run(scenario).join('\n')
    const needs = ['nothing', 'engine', 'contexts', 'images', 'registry'].indexOf(scenario.needs)
    if (text.includes('{contexts}')) expect(needs).toBeGreaterThanOrEqual(2)
    if (/\{app-a\}|docker run .*\{busybox\}/.test(text)) expect(needs).toBeGreaterThanOrEqual(3)
    if (/docker (push|pull)/.test(text)) expect(needs).toBe(4)
  })
})

test('one is told an exit code where a command is to fail, and only there', () => {
  const failing = scenarios.flatMap(({ name, commands }) =>
    commands.filter(({ exit }) => exit !== undefined).map(({ exit }) => [name, exit]),
  )
  expect(failing).toEqual([
    ['docker-no-engine', 1],
    ['registry-pull-unknown-tag', 1],
  ])
})

test('all that is made bears the prefix, so that nothing of anyone else is taken away', () => {
  for (const made of containersOf(names)) expect(made).toMatch(/^lectern-/)
  expect(new Set(containersOf(names)).size).toBe(containers.length)
  expect(imagesOf(names)).toEqual([
    'lectern-busybox',
    'lectern-app-a',
    '127.0.0.1:5000/lectern-team/busybox:1',
    '127.0.0.1:5000/lectern-team/app-a:1',
  ])
})

test('names are put in place of curly brackets, other brackets stay', () => {
  expect(fill('docker exec {web} ps --format "{{.Names}}" {nobody} ${HOME}', names)).toBe(
    'docker exec lectern-web ps --format "{{.Names}}" {nobody} ${HOME}',
  )
})
