/** How each command of `lectern` is called; the headings of docs/cli.md say the same, in the same order. */
import { templateNames } from '../contract/beginning.ts'
import { langs, type Lang } from '../contract/deck.ts'
import { grades, sessionModes } from '../contract/review.ts'
import { t } from '../core/words/t.ts'
import type { CommandUsage, OptionUsages } from '../services/terminal/command-usage.ts'
import { opening } from '../services/terminal/opening-usage.ts'
import { inColumns, usageText } from '../services/terminal/usage-text.ts'

const json = { about: t('답을 JSON으로 써요.', 'Writes the answer as JSON.') }
const options = {
  check: {
    coverage: {
      about: t('강의가 가르치기로 한 것을 다 다루는지도 봐요.', 'Also checks what the course is to teach and ask.'),
    },
    facts: {
      about: t('시간이 지나면 달라질 사실을 오래된 것부터 보여 줘요.', 'Lists what will not stay true, oldest first.'),
    },
    layout: { about: t('슬라이드에 다 들어가는지도 봐요.', 'Also checks whether everything fits on its slides.') },
    fix: { about: t('제목에서 만든 id를 파일에 적어요.', 'Writes the ids made from headings into the files.') },
    json,
    lang: { choices: langs, about: t('이 언어로 말해요.', 'The language of its sentences.') },
  },
  new: {
    what: {
      choices: ['course', 'deck', 'question'],
      about: t(
        '무엇을 만들지 골라요. 없으면 새 폴더에는 강의를, 강의가 있는 폴더에는 덱을 만들어요.',
        'What to make; without it, a course, or a deck where the folder has a course.',
      ),
    },
    template: {
      choices: templateNames,
      about: t(
        '덱을 시작할 보기예요. 없으면 질문과 답으로 시작해요.',
        'The example that a deck begins with; without it, question and answer.',
      ),
    },
    title: { value: 'TITLE', about: t('제목이나, 새 질문이에요.', 'Its title, or the question.') },
    lang: {
      choices: [...langs, 'both'],
      about: t('이 언어로 써요. both는 둘 다예요.', 'The language to write it in; both writes two.'),
    },
    json,
  },
  export: {
    output: { short: 'o', value: 'FILE', about: t('이 파일에 써요.', 'The file to write.') },
    lang: { choices: langs, about: t('이 언어의 덱이나 질문을 써요.', 'The language of the deck or the questions.') },
    theme: { choices: ['light', 'dark'], about: t('쪽의 색이에요.', 'How pages look.') },
    steps: {
      choices: ['all', 'final'],
      about: t('단계마다 한 쪽이나, 슬라이드마다 한 쪽으로 써요.', 'A page a step, or a page a slide.'),
    },
    glossary: { about: t('끝에 용어를 덧붙여요.', 'Adds the terms of the course at the end.') },
    'full-size': { about: t('그림을 인쇄에 맞게 줄이지 않아요.', 'Does not scale pictures for print.') },
    strict: {
      about: t(
        '그대로 싣지 못한 곳이 있으면 코드 1로 끝나요.',
        'Exits with 1 where something is not shown as it was meant.',
      ),
    },
    format: {
      choices: ['pdf', 'anki'],
      about: t('덱은 PDF로, 강의의 질문은 Anki 파일로 써요.', 'A deck as PDF, or the questions of a course for Anki.'),
    },
    json,
  },
  review: {
    course: { value: 'COURSE', about: t('복습할 강의예요.', 'The course to review.') },
    mode: {
      choices: sessionModes,
      about: t(
        '오늘 볼 것, 미리 볼 것, 잘 잊는 것 가운데 골라요.',
        'What is due, what is due later, or what is remembered worst.',
      ),
    },
    topic: { value: 'DECK', about: t('이 덱의 질문만 봐요.', 'Only the questions of this deck.') },
    answer: { value: 'ID', about: t('이 질문에 답한 것을 기록해요.', 'Records an answer to this question.') },
    points: {
      value: 'hit,half,miss…',
      mayBeEmpty: true,
      about: t('핵심마다 맞혔는지 차례로 적어요.', 'A mark for each key point, in order.'),
    },
    grade: { choices: grades, about: t('제안된 평가 대신 쓸 평가예요.', 'The grade, instead of the suggested one.') },
    hints: { value: 'N', about: t('힌트를 본 수예요.', 'How many hints were seen.') },
    ms: { value: 'N', about: t('답하는 데 걸린 밀리초예요.', 'How many milliseconds the answer took.') },
    'gave-up': { about: t('답을 몰라서 넘어갔어요.', 'Says that no answer was known.') },
    undo: { about: t('마지막 답을 되돌려요.', 'Takes the newest answer back.') },
    log: { about: t('복습 기록을 모두 보여 줘요.', 'Prints all that was recorded.') },
    'anki-ids': {
      value: 'FILE',
      about: t('Anki 파일에 든 질문을 보여 줘요.', 'Lists the questions in a file of Anki’s.'),
    },
    lang: { choices: langs, about: t('질문과 문장의 언어예요.', 'The language of questions and sentences.') },
    json,
  },
  scenes: { json },
  record: {
    out: { value: 'FOLDER', about: t('이 폴더에 써요.', 'The folder to write to.') },
    socket: { value: 'PATH', about: t('이 소켓의 엔진을 녹화해요.', 'The socket of the engine to record.') },
    'throw-away': {
      about: t('녹화할 엔진을 따로 켰다가 지워요.', 'Starts an engine of its own and removes it again.'),
    },
    list: { about: t('시나리오를 보여 줘요.', 'Lists the scenarios.') },
  },
} as const satisfies Readonly<Record<string, OptionUsages>>

export const usages = {
  check: {
    name: 'lectern check',
    about: t(
      '덱이나 강의, 강의 모음에 잘못된 곳이 있는지 확인해요.',
      'Checks a deck, a course or a folder of courses.',
    ),
    forms: ['[PATH] [--coverage] [--facts] [--layout] [--fix] [--json] [--lang]'],
    args: {
      PATH: t(
        '확인할 덱 파일이나 폴더예요. 없으면 Lectern에 든 강의를 확인해요.',
        'What to check; without it, the courses that come with Lectern.',
      ),
    },
    takes: { least: 0, most: 1 },
    options: options.check,
  },
  new: {
    name: 'lectern new',
    about: t(
      '보기가 든 강의나 덱, 질문을 새로 만들어요.',
      'Makes a course, a deck or a question, with an example in it.',
    ),
    forms: ['[FOLDER] [--what] [--template] [--title] [--lang] [--json]'],
    args: {
      FOLDER: t(
        '만들 폴더예요. 없으면 지금 있는 폴더에 만들어요.',
        'Where to make it; without it, the working directory.',
      ),
    },
    takes: { least: 0, most: 1 },
    options: options.new,
  },
  export: {
    name: 'lectern export',
    about: t(
      '덱을 PDF로 쓰거나, 강의의 질문을 Anki 파일로 써요.',
      'Prints a deck to PDF, or writes the questions of a course for Anki.',
    ),
    forms: [
      'DECK -o [--lang] [--theme] [--steps] [--glossary] [--full-size] [--strict] [--json]',
      'COURSE --format anki -o [--lang] [--json]',
    ],
    args: {
      DECK: t(
        'docker/01-docker-and-vm 같은 이름이나, 덱의 경로예요.',
        'A name such as docker/01-docker-and-vm, or a path.',
      ),
      COURSE: t('docker 같은 이름이나, 강의의 폴더예요.', 'A name such as docker, or a folder.'),
    },
    takes: { least: 1, most: 1 },
    options: options.export,
  },
  review: {
    name: 'lectern review',
    about: t('복습할 질문과 그 까닭을 보여 주고, 답을 기록해요.', 'Tells what is due and why, and records answers.'),
    forms: [
      '[--course] [--mode] [--topic] [--lang] [--json]',
      '--answer [--points] [--grade] [--hints] [--ms] [--gave-up] [--course] [--lang] [--json]',
      '--undo [--course] [--lang] [--json]',
      '--log [--course] [--lang] [--json]',
      '--anki-ids [--course] [--lang] [--json]',
    ],
    args: {},
    takes: { least: 0, most: 0 },
    options: options.review,
  },
  present: { name: 'lectern present', ...opening },
  scenes: {
    name: 'lectern scenes',
    about: t('그림과 그 단계를 보여 줘요.', 'Lists the pictures and their steps.'),
    forms: ['[--json]'],
    args: {},
    takes: { least: 0, most: 0 },
    options: options.scenes,
  },
  record: {
    name: 'lectern record',
    about: t('도커 엔진이 일하는 모습을 녹화해요.', 'Records the Docker engine at work.'),
    forms: ['[SCENARIO…] --out [--socket | --throw-away]', '--list'],
    args: { SCENARIO: t('녹화할 시나리오예요. 없으면 모두 녹화해요.', 'What to record; without it, everything.') },
    takes: { least: 0, most: Infinity },
    options: options.record,
  },
} as const satisfies Readonly<Record<string, CommandUsage>>

export type CommandName = keyof typeof usages

const overall: CommandUsage = {
  name: 'lectern',
  about: t('Lectern: 면접 노트로 만드는 발표 덱', 'Lectern: decks from interview notes'),
  forms: ['COMMAND …', 'help COMMAND', '--version'],
  args: {},
  takes: { least: 0, most: 0 },
  options: {},
}
const codes = t(
  '끝날 때의 코드는 잘 끝나면 0, 입력에 문제가 있으면 1, 사용법이 틀리면 2예요.',
  'Exit codes: 0 done, 1 something is wrong with the input, 2 wrong usage.',
)

/** The help of the whole: all commands, a sentence each. */
export function overallHelp(lang: Lang): string {
  const commands = Object.entries(usages).map(([name, { about }]) => [name, about[lang]] as const)
  return [overall.about[lang], '', usageText(overall, lang), '', ...inColumns(commands), '', codes[lang]].join('\n')
}
