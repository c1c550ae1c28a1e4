import { resolve } from 'node:path'
import type { Lang } from '../contract/deck.ts'
import { counted } from '../core/words/counted.ts'
import {
  isInside,
  record,
  recordInside,
  recordProblems,
  recordThrowAway,
  scenarios,
  type RecordProgress,
  type Scenario,
} from '../services/recording/index.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { givenArguments } from '../services/terminal/given-arguments.ts'
import { wordedInBoth } from '../services/terminal/usage-text.ts'
import { WrongUsage, wrongUsage } from '../services/terminal/wrong-usage.ts'
import { usages } from './usages.ts'
import { print, printError } from '../services/terminal/print.ts'

interface Asked {
  readonly chosen: readonly Scenario[]
  readonly areNamed: boolean
  readonly out: string | undefined
  readonly socket: string | undefined
  readonly throwAway: boolean
  readonly list: boolean
  readonly verbose: boolean
}

const sentences = {
  ko: {
    recording: (name: string, done: number, total: number) => `녹화 중 ${done + 1}/${total}: ${name}`,
    'left-out': (name: string, why: string) => `${name}: 빼고 녹화했어요. ${why}`,
    failed: (name: string, why: string) => `${name}: 녹화하지 못했어요. ${why}`,
    written: (count: number, folder: string) => `시나리오 ${count}개를 ${folder}에 녹화했어요.`,
  },
  en: {
    recording: (name: string, done: number, total: number) => `recording ${done + 1} of ${total}: ${name}`,
    'left-out': (name: string, why: string) => `${name} was left out. ${why}`,
    failed: (name: string, why: string) => `${name} could not be recorded. ${why}`,
    written: (count: number, folder: string) => `Recorded ${counted(count, 'scenario')} to ${folder}.`,
  },
}

const unknownScenario = (name: string): WrongUsage =>
  new WrongUsage({
    ko: `없는 시나리오예요: ${name}. --list로 목록을 볼 수 있어요.`,
    en: `There is no scenario ${name}. See --list.`,
  })

/** What was asked for. Throws a `WrongUsage`. */
function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = givenArguments(usages.record, args)
  const { out, socket, 'throw-away': throwAway, list, verbose } = values
  if (!list && out === undefined) throw wrongUsage.missing(wordedInBoth('--out FOLDER'))
  if (throwAway && socket !== undefined) throw wrongUsage.notTogether('--throw-away', '--socket')
  const unknown = positionals.find((name) => !scenarios.some((one) => one.name === name))
  if (unknown !== undefined) throw unknownScenario(unknown)
  const areNamed = positionals.length > 0
  const chosen = areNamed ? scenarios.filter(({ name }) => positionals.includes(name)) : scenarios
  return { chosen, areNamed, out, socket, throwAway, list, verbose }
}

/** Shows progress: one line that changes in a terminal, a line each with --verbose elsewhere; what fails always. */
function progressLine(lang: Lang, isVerbose: boolean): { show: (progress: RecordProgress) => void; clear: () => void } {
  const isTerminal = process.stderr.isTTY
  const clear = (): void => {
    if (isTerminal) process.stderr.write('\r\u001b[K')
  }
  return {
    show: (progress) => {
      clear()
      if (progress.phase !== 'recording') {
        printError(sentences[lang][progress.phase](progress.name, progress.why[lang]))
        return
      }
      const text = sentences[lang].recording(progress.name, progress.done, progress.total)
      if (isTerminal) process.stderr.write(text)
      else if (isVerbose) printError(text)
    },
    clear,
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * `lectern record [SCENARIO…] --out FOLDER`: records scenarios from a Docker engine. Ctrl+C stops it; what was made on
 * the engine is then gone, and what was recorded so far stays.
 * @returns the exit code: 0 recorded, 1 where a scenario could not be. Rejects with a `WrongUsage`, or with a
 * `LecternError` where nothing can be recorded or it was stopped.
 */
export async function recordCommand(args: readonly string[]): Promise<number> {
  const lang = systemLang()
  const asked = readAsked(args)
  if (asked.list) {
    const width = Math.max(...asked.chosen.map(({ name }) => name.length))
    for (const { name, title } of asked.chosen) print(`${name.padEnd(width)}  ${title[lang]}`)
    return 0
  }
  if (process.platform === 'win32') throw recordProblems.noUnixSockets()

  const stop = new AbortController()
  const onStop = (): void => stop.abort(recordProblems.cancelled())
  for (const signal of signals) process.on(signal, onStop)
  const { env } = process
  // Inside, the one outside closes standard input to stop us, and dies with it closed too.
  if (isInside(env)) process.stdin.on('end', onStop).resume()
  const line = progressLine(lang, asked.verbose)
  try {
    if (asked.throwAway && !isInside(env))
      return await recordThrowAway(['record', ...args], { env, signal: stop.signal })
    const options = {
      scenarios: asked.chosen,
      areNamed: asked.areNamed,
      out: resolve(asked.out ?? ''),
      env,
      signal: stop.signal,
      onProgress: line.show,
    }
    const recording = asked.throwAway ? recordInside(options) : record(options, asked.socket)
    const { written, failed } = await recording.finally(() => line.clear())
    print(sentences[lang].written(written, asked.out ?? ''))
    return failed > 0 ? 1 : 0
  } finally {
    if (isInside(env)) process.stdin.destroy()
    for (const signal of signals) process.off(signal, onStop)
  }
}
