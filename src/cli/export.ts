import { resolve } from 'node:path'
import type { Lang } from '../contract/deck.ts'
import type { ExportOptions, ScaledPictures } from '../contract/library.ts'
import type { BundledCourses } from '../services/courses/course-readings.ts'
import { findDeck } from '../services/export/find-deck.ts'
import { printDeck } from '../services/export/print-deck.ts'
import type { PrintProgress } from '../services/export/printer.ts'
import { tellUnsandboxed } from '../services/export/unsandboxed.ts'
import { needExportPlace } from '../services/export/export-place.ts'
import { writeExport } from '../services/disk/write-atomic.ts'
import { sizeText } from '../core/words/bytes-text.ts'
import { counted } from '../core/words/counted.ts'
import { cureLines, plainProblem, problemLine } from './check-words.ts'
import { shownPath } from './shown-path.ts'
import { exportAnki } from './export-anki.ts'
import { findInstalledBrowser } from './find-installed-browser.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { givenArguments } from '../services/terminal/given-arguments.ts'
import { wordedInBoth } from '../services/terminal/usage-text.ts'
import { wrongUsage } from '../services/terminal/wrong-usage.ts'
import { usages } from './usages.ts'
import { print } from '../services/terminal/print.ts'

export interface ExportSetting extends BundledCourses {
  /** The folder with the built windows. */
  readonly rendererRoot: string
}

interface AskedFile {
  readonly format: 'pdf' | 'anki'
  /** The deck or the course. */
  readonly what: string
  readonly output: string
  readonly options: ExportOptions
  readonly lang: Lang | undefined
  readonly json: boolean
  readonly strict: boolean
  readonly verbose: boolean
}

/** What was asked for. Throws a `WrongUsage`. */
function readAskedFile(args: readonly string[]): AskedFile {
  const {
    values: { format = 'pdf', output, theme, steps, glossary, 'full-size': fullSize, strict, ...rest },
    positionals: [what = ''],
  } = givenArguments(usages.export, args)
  // How pages look says nothing about a file for Anki.
  const [look] =
    Object.entries({ theme, steps, glossary, 'full-size': fullSize, strict }).find(
      ([, one]) => one !== undefined && one !== false,
    ) ?? []
  if (format === 'anki' && look !== undefined) throw wrongUsage.notTogether('--format anki', `--${look}`)
  if (output === undefined) throw wrongUsage.missing(wordedInBoth('-o FILE'))
  return {
    format,
    what,
    output,
    options: { theme: theme ?? 'light', steps: steps ?? 'all', glossary, ...(fullSize && { fullSize }) },
    strict,
    ...rest,
  }
}

/** A file for Anki above this many bytes is told: Anki takes it up and syncs it field by field. */
const heavy = 10_000_000

const sentences = {
  ko: {
    'laying-out': (done: number, total: number) => `쪽 배치 ${done}/${total}`,
    printing: (_done: number, total: number) => `${total}쪽 인쇄 중`,
    written: (file: string, pages: number) => `${file}에 ${pages}쪽을 썼어요.`,
    scaled: ({ pictures, before, after }: ScaledPictures) =>
      `사진 ${pictures}장을 인쇄에 맞게 줄였어요: ${sizeText(before)} → ${sizeText(after)}. 그대로 담으려면 --full-size를 쓰세요.`,
    told: (places: number) => `그대로 싣지 못한 곳이 ${places}군데 있어요:`,
    anki: (file: string, questions: number) => `${file}에 질문 ${questions}개를 썼어요. Anki에서 가져오면 돼요.`,
    heavy: (bytes: number) =>
      `이미지가 그대로 들어 있어 파일이 ${sizeText(bytes)}예요. Anki가 느려질 수 있으니 큰 사진은 먼저 줄이세요.`,
  },
  en: {
    'laying-out': (done: number, total: number) => `laying out ${done} of ${total} pages`,
    printing: (_done: number, total: number) => `printing ${total} pages`,
    written: (file: string, pages: number) => `Wrote ${counted(pages, 'page')} to ${file}.`,
    scaled: ({ pictures, before, after }: ScaledPictures) =>
      `${counted(pictures, 'photo was', 'photos were')} scaled for print: ${sizeText(before)} → ${sizeText(after)}. --full-size keeps them as they are.`,
    told: (places: number) => `Not shown as it was meant (${counted(places, 'place')}):`,
    anki: (file: string, questions: number) => `Wrote questions to ${file}: ${questions}. Import it in Anki.`,
    heavy: (bytes: number) =>
      `Images are in it as they are, so the file has ${sizeText(bytes)}. That may make Anki slow: scale large photos first.`,
  },
}

/** Shows progress: one line that changes in a terminal, a line each with --verbose elsewhere, else nothing. */
function progressLine(lang: Lang, isVerbose: boolean): { show: (progress: PrintProgress) => void; clear: () => void } {
  const isTerminal = process.stderr.isTTY
  const nothing = (): void => undefined
  if (!isTerminal && !isVerbose) return { show: nothing, clear: nothing }
  const write = (text: string): void => void process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`)
  return {
    show: ({ phase, done, total }) => write(sentences[lang][phase](done, total)),
    clear: isTerminal ? () => write('') : nothing,
  }
}

/**
 * `lectern export DECK -o FILE`: prints a deck to PDF. Ctrl+C stops it and leaves no file. With `--format anki` it writes
 * the questions of a course.
 * @returns the exit code: 0 written, 1 with `--strict` where something is not shown as it was meant. Rejects with a `WrongUsage`, or with a `LecternError` where it cannot be written.
 */
export async function exportCommand(args: readonly string[], setting: ExportSetting): Promise<number> {
  const asked = readAskedFile(args)
  const lang = systemLang()
  const file = resolve(asked.output)
  await needExportPlace(file)
  if (asked.format === 'anki') {
    const written = await exportAnki({ ...asked, course: asked.what }, setting)
    print(asked.json ? JSON.stringify(written) : sentences[lang].anki(asked.output, written.questions))
    if (!asked.json && written.bytes > heavy) print(sentences[lang].heavy(written.bytes))
    return 0
  }
  const { courseFolder, ...found } = await findDeck(asked.what, asked.lang, setting)
  const browserPath = findInstalledBrowser()
  // What drives a browser takes longer to load than all the rest, so no other command waits for it.
  const { chromiumPrinter } = await import('../services/export/chromium-printer.ts')
  const printer = chromiumPrinter({
    ...{ browserPath, rendererRoot: setting.rendererRoot, courseFolder },
    onUnsandboxed: () => tellUnsandboxed(lang),
  })

  const line = progressLine(lang, asked.verbose)
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  let pages = 0
  try {
    const { bytes, problems, scaled } = await printDeck({ ...found, options: asked.options }, printer, {
      signal: stop.signal,
      onProgress: (progress) => {
        pages = progress.total
        line.show(progress)
      },
    })
    await writeExport(file, bytes)
    line.clear()
    const told = problems.map((one) => ({ ...one, file: shownPath(one.file) }))
    if (asked.json) {
      const listed = told.map((one) => plainProblem(one, lang))
      print(JSON.stringify({ file, pages, bytes: bytes.length, ...(scaled && { scaled }), problems: listed }))
    } else {
      print(sentences[lang].written(asked.output, pages))
      if (scaled) print(sentences[lang].scaled(scaled))
      if (told.length > 0) print(sentences[lang].told(told.length))
      for (const one of told) print(problemLine(one, lang))
      for (const one of cureLines(told, lang)) print(one)
    }
    return asked.strict && told.length > 0 ? 1 : 0
  } finally {
    line.clear()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
