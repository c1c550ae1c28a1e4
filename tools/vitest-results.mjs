/**
 * A Vitest reporter that writes how each test went, and on which try, into the file that `LECTERN_RESULTS` names;
 * Vitest's own JSON does not say that a test passed on a second try. It writes after each file, for who is cut off.
 */
import { writeFileSync } from 'node:fs'

export default class VitestResults {
  #ended = []

  onTestModuleEnd(module) {
    this.#ended.push(module)
    write(this.#ended)
  }

  onTestRunEnd(modules) {
    write(modules)
  }
}

function write(modules) {
  const tests = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => ({
      file: module.relativeModuleId,
      name: test.fullName,
      state: test.result().state,
      retries: test.diagnostic()?.retryCount ?? 0,
      note: test.result().note ?? test.meta().note,
      why: test.result().errors?.[0]?.message,
      ms: Math.round(test.diagnostic()?.duration ?? 0),
    })),
  )
  // A file may fail by itself, before its tests or after them.
  const broken = modules.filter((module) => module.errors().length > 0).map(({ relativeModuleId }) => relativeModuleId)
  writeFileSync(process.env.LECTERN_RESULTS, JSON.stringify({ tests, broken }))
}
