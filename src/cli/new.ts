import { basename, resolve } from 'node:path'
import * as v from 'valibot'
import { newSchema, type NewThing, type TemplateName } from '../contract/beginning.ts'
import { langs, type Lang, type Text } from '../contract/deck.ts'
import { t } from '../core/words/t.ts'
import { holdsCourse, makeNew, planNew } from '../services/courses/begin.ts'
import { bundledCourses, sameFolder } from '../services/courses/course-folders.ts'
import { loadCourse, type LoadedCourse } from '../services/courses/course.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { givenArguments } from '../services/terminal/given-arguments.ts'
import { print, printError } from '../services/terminal/print.ts'
import { wrongUsage, WrongUsage } from '../services/terminal/wrong-usage.ts'
import { shownPath } from './shown-path.ts'
import { usages } from './usages.ts'

/**
 * `lectern new [FOLDER]`: makes a course, or in a folder that has one a deck or a question, over no file.
 * @returns the exit code: 0. Rejects with a `WrongUsage`, or with a `LecternError` where it cannot be written.
 */
export async function newCommand(
  args: readonly string[],
  { bundledSlides }: { readonly bundledSlides: string },
): Promise<number> {
  const { values: options, positionals } = givenArguments(usages.new, args)
  const folder = resolve(positionals[0] ?? '.')
  const course = await courseIn(folder, bundledSlides)
  const lang = systemLang()
  const what = options.what ?? (course === null ? 'course' : 'deck')
  if (what === 'question' && options.template !== undefined)
    throw wrongUsage.notTogether('--what question', '--template')
  if (what === 'question' && options.title === undefined) throw wrongUsage.missing(t('--title', '--title'))
  const languages: readonly Lang[] =
    options.lang === 'both' ? langs : [options.lang ?? (what === 'course' ? lang : (onlyLang(course) ?? lang))]
  const template: TemplateName = options.template ?? 'qa'
  const title = options.title ?? (what === 'course' ? basename(folder).normalize('NFC') : titles[template][lang])
  const asked =
    what === 'course'
      ? { what, title, template, languages, parent: null, folder }
      : what === 'deck'
        ? { what, title, template, languages, course: folder }
        : { what, title, languages, course: folder }
  const checked = v.safeParse(newSchema, asked)
  if (!checked.success)
    throw new WrongUsage(t('제목은 1자에서 200자까지 쓸 수 있어요.', 'A title has from 1 to 200 characters.'))
  const thing: NewThing = checked.output
  const files = await makeNew(await planNew(thing, course))
  const shown = files.map(shownPath)
  if (options.json) print(JSON.stringify({ folder: shownPath(folder), files: shown }, null, 2))
  else {
    for (const file of shown) print(file)
    printError(next(shownPath(folder))[lang])
  }
  return 0
}

/** The course in a folder that has one, or null. */
async function courseIn(folder: string, bundledSlides: string): Promise<LoadedCourse | null> {
  if (!(await holdsCourse(folder))) return null
  const all = await bundledCourses(bundledSlides)
  const isBundled = (await Promise.all(all.map((one) => sameFolder(one, folder)))).includes(true)
  return loadCourse(folder, { id: folder, bundled: isBundled })
}

/** The language of a course that has only one. */
function onlyLang(course: LoadedCourse | null): Lang | null {
  const found = new Set([
    ...(course?.decks ?? []).map(({ ref }) => ref.lang),
    ...(course?.questionFiles ?? []).map((file) => file.lang),
  ])
  return found.size === 1 ? ([...found][0] ?? null) : null
}

/** What a deck is called that nobody gave a title. */
const titles: Readonly<Record<TemplateName, Text>> = {
  qa: t('질문과 답', 'Question and answer'),
  compare: t('둘을 비교하기', 'Two compared'),
  myth: t('오해와 사실', 'Myth and truth'),
  code: t('코드 따라 읽기', 'A walk through code'),
  steps: t('단계가 있는 그림', 'A picture with steps'),
  summary: t('1분 정리', 'A summary in a minute'),
}

const next = (folder: string): Text =>
  t(
    `보기로 든 글을 고쳐 쓰세요. 확인하려면: lectern check ${folder}`,
    `Write over what stands there as an example. To check it: lectern check ${folder}`,
  )
