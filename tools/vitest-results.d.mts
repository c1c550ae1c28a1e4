interface Ended {
  readonly relativeModuleId: string
  readonly children: { allTests(): Iterable<unknown> }
  errors(): readonly unknown[]
}
/** Writes how each test went into the file that `LECTERN_RESULTS` names. */
export default class VitestResults {
  onTestModuleEnd(module: Ended): void
  onTestRunEnd(modules: readonly Ended[]): void
}
