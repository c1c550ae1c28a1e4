/**
 * Runs in a copy of the clone, as a process of its own that stays: asked which test files of a kind to run and which sources
 * have changed since, it answers with the first test file that fails (the name of the kind where no file says so), or null.
 * What is read and compiled once is kept, as `vitest --watch` does.
 */
import { relative, sep } from 'node:path'
import { createVitest } from 'vitest/node'

const vitest = await createVitest(
  'test',
  { watch: false, bail: 1, maxWorkers: 1, reporters: [{}] },
  { server: { watch: null } },
)
await vitest.standalone()

async function firstFailure({ kind, tests, changed }) {
  for (const file of changed) {
    vitest.invalidateFile(file)
    vitest.watcher.invalidates.add(file)
  }
  const projects = vitest.projects.filter(({ name }) => name === kind || name.startsWith(`${kind} (`))
  const specifications =
    tests.length === 0
      ? (await vitest.globTestSpecifications()).filter(({ project }) => projects.includes(project))
      : projects.flatMap((project) => tests.map((test) => project.createSpecification(test)))
  const asked = new Set(specifications.map(({ moduleId }) => moduleId))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  const failed = testModules.find((module) => asked.has(module.moduleId) && !module.ok())
  if (failed !== undefined) return relative(process.cwd(), failed.moduleId).split(sep).join('/')
  return unhandledErrors.length > 0 ? kind : null
}

process.on('message', (request) => {
  firstFailure(request).then(
    (failed) => process.send({ failed }),
    () => process.send({ failed: request.kind }),
  )
})
process.on('disconnect', () => process.exit())
process.send({ isReady: true })
