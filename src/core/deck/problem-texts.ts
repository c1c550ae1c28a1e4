/** Every problem that Lectern finds in decks, by its stable code: how grave it is and its sentence in both languages. */
import { layouts, type Problem, type Text } from '../../contract/deck.ts'
import { counted } from '../words/counted.ts'
import { numberText } from '../words/number-text.ts'

interface Said {
  readonly message: Text
  readonly fix?: Text | undefined
}

const both = (ko: string, en: string): Text => ({ ko, en })
const same = (text: string): Text => both(text, text)
const say = (ko: string, en: string, fix?: Text | null): Said => ({ message: both(ko, en), fix: fix ?? undefined })
const meant = (guess: string | null): Text | null => (guess === null ? null : same(guess))
/** What was probably meant, else all that there is. */
const oneOf = (guess: string | null, allowed: readonly string[]): Text => same(guess ?? allowed.join(', '))

const error = <A extends unknown[]>(said: (...given: A) => Said) => ({ severity: 'error' as const, said })
const warning = <A extends unknown[]>(said: (...given: A) => Said) => ({ severity: 'warning' as const, said })

const putBack = both(
  '폴더를 제자리에 돌려놓으면 다시 나타나요. 더 쓰지 않으면 라이브러리에서 빼 주세요.',
  'Put the folder back and its decks appear again, or take it out of the library.',
)

export const problemTexts = {
  'yaml-broken': error((reason: Text) =>
    say(`YAML을 읽을 수 없어요: ${reason.ko}`, `This YAML cannot be read: ${reason.en}`),
  ),
  'unclosed-block': error(() =>
    say(
      'YAML 블록을 닫는 `---` 줄이 없어요.',
      'This YAML block has no closing `---` line.',
      both('블록의 마지막 키 아래에 `---` 줄을 추가하세요.', 'Add a `---` line below the last key of the block.'),
    ),
  ),
  'no-deck-block': error(() =>
    say(
      '파일은 덱의 YAML 블록(`title`이 있는 블록)으로 시작해야 해요.',
      'The file must begin with the YAML block of the deck, the one with its `title`.',
      both(
        '파일 맨 위에 `---`, `title: 제목`, `---` 세 줄을 추가하세요.',
        'Add three lines at the top: `---`, `title: A title`, `---`.',
      ),
    ),
  ),
  'unknown-key': warning((key: string, guess: string | null, allowed: readonly string[]) =>
    say(`알 수 없는 키예요: \`${key}\`.`, `Unknown key: \`${key}\`.`, oneOf(guess, allowed)),
  ),
  'misplaced-key': warning((key: string, place: Text) =>
    say(
      `\`${key}\` 키는 여기서 아무 일도 하지 않아요. ${place.ko}`,
      `The key \`${key}\` does nothing here. ${place.en}`,
    ),
  ),
  'missing-key': error((key: string) =>
    say(`\`${key}\` 키가 필요해요.`, `The key \`${key}\` is missing.`, same(`${key}:`)),
  ),
  'bad-value': error((key: string, expected: Text) =>
    say(`\`${key}\` 값이 올바르지 않아요. ${expected.ko}`, `The value of \`${key}\` does not fit. ${expected.en}`),
  ),
  'missing-id': error((guess: string) =>
    say('여기에는 `id`가 필요해요.', 'An `id` is needed here.', same(`id: ${guess}`)),
  ),
  'bad-id': error((id: string, guess: string | null) =>
    say(
      `\`id\`에는 한글, 영문 소문자, 숫자를 붙임표로 이어 쓰세요: "${id}".`,
      `An \`id\` is lower-case letters (or Hangul) and digits joined by hyphens: "${id}".`,
      meant(guess),
    ),
  ),
  'duplicate-id': error((id: string, line: number, file?: string) =>
    say(
      `같은 \`id\`가 ${file === undefined ? '' : `${file}의 `}${line}번째 줄에 이미 있어요: "${id}".`,
      `The id "${id}" is already taken in line ${line}${file === undefined ? '' : ` of ${file}`}.`,
    ),
  ),
  'unknown-layout': error((layout: string, guess: string | null) =>
    say(`알 수 없는 레이아웃이에요: "${layout}".`, `Unknown layout: "${layout}".`, oneOf(guess, layouts)),
  ),
  'unknown-scene': error((scene: string, guess: string | null) =>
    say(`알 수 없는 그림이에요: "${scene}".`, `Unknown picture: "${scene}".`, meant(guess)),
  ),
  'unknown-scene-step': error((scene: string, step: string, guess: string | null) =>
    say(`"${scene}" 그림에 없는 단계예요: "${step}".`, `The picture "${scene}" has no step "${step}".`, meant(guess)),
  ),
  'steps-out-of-range': error((range: string, scene: string, first: string, last: string) =>
    say(
      `단계 범위가 그림을 벗어나거나 거꾸로예요: "${range}". "${scene}"의 단계는 ${first}에서 시작해 ${last}에서 끝나요.`,
      `The range of steps "${range}" leaves the picture or runs backwards. "${scene}" goes from ${first} to ${last}.`,
      same(`${first}..${last}`),
    ),
  ),
  'untranslated-question': warning((id: string, language: Text) =>
    say(
      `"${id}" 질문은 ${language.ko}로만 있어서 ${language.ko}로 보여 줘요.`,
      `The question "${id}" is there in ${language.en} only, and is shown in that.`,
    ),
  ),
  'unknown-question': error((id: string, guess: string | null) =>
    say(`이 강의에 없는 질문이에요: "${id}".`, `This course has no question "${id}".`, meant(guess)),
  ),
  'title-missing': error(() =>
    say(
      '제목이 없어요.',
      'There is no heading.',
      both('본문을 `## 제목`으로 시작하세요.', 'Begin the body with `## A heading`.'),
    ),
  ),
  'missing-section': error((heading: string) =>
    say(
      `필요한 부분이 없거나 비어 있어요: "${heading}".`,
      `A needed part is missing or empty: "${heading}".`,
      same(`### ${heading}`),
    ),
  ),
  'unknown-section': warning((heading: string, guess: string | null) =>
    say(
      `알 수 없는 부분이라 쓰이지 않아요: "${heading}".`,
      `This part is unknown and not used: "${heading}".`,
      meant(guess),
    ),
  ),
  'core-out-of-range': error((core: number, points: number) =>
    say(
      `\`core\`가 가리키는 핵심이 없어요: ${core}. 핵심은 ${points}개예요.`,
      `\`core\` names key point ${core}, but there are ${points}.`,
    ),
  ),
  'stray-thematic-break': error(() =>
    say(
      '이 `---`는 슬라이드를 시작하지 않아요. 위에는 빈 줄이, 아래에는 글이 있어야 해요.',
      'This `---` starts no slide: that takes an empty line above it and text below.',
      both('구분선이라면 `***`로 쓰세요.', 'For a rule write `***`.'),
    ),
  ),
  'left-out': warning((source: string, done: Text) =>
    say(`그대로 옮기지 못했어요: ${source}. ${done.ko}`, `Not as it was meant: ${source}. ${done.en}`),
  ),
  'text-outside-slide': warning(() =>
    say('첫 슬라이드 앞에 있는 글은 보이지 않아요.', 'Text before the first slide is not shown.'),
  ),
  'unclosed-fence': error((closing: string) =>
    say('코드 블록이 닫히지 않았어요.', 'This code fence is never closed.', same(closing)),
  ),
  'unclosed-comment': error((closing: string) =>
    say('주석이 닫히지 않았어요.', 'This comment is never closed.', same(closing)),
  ),
  'too-nested': error(() => say('글이 너무 깊이 겹쳐 있어요.', 'The text is nested too deeply.')),
  'too-slow': error(() =>
    say(
      '읽는 데 너무 오래 걸려서 그만두었어요.',
      'Reading this takes too long, so it was given up.',
      both(
        '같은 기호(`*`, `[`, `<!--` 등)가 아주 많이 이어지는 곳을 고치거나 내용을 나누세요.',
        'Mend where a mark such as `*`, `[` or `<!--` stands very many times in a row, or divide the text.',
      ),
    ),
  ),
  'bad-step-marker': warning(() =>
    say(
      '`<!-- step -->`은 한 줄에 혼자 있어야 해요. 이 표시는 쓰이지 않아요.',
      '`<!-- step -->` must stand on a line of its own; this one is not used.',
    ),
  ),
  'bad-code-lines': error((written: string, lines: number) =>
    say(
      `강조할 줄을 읽을 수 없거나 코드(${lines}줄)를 벗어나요: "${written}".`,
      `The lines to highlight cannot be read or leave the code (${counted(lines, 'line')}): "${written}".`,
      same('{1|3-4}'),
    ),
  ),
  'long-code': warning((lines: number) =>
    say(
      `코드(${lines}줄)가 한 화면보다 길어서 단계마다 한 부분씩 보여요.`,
      `This code (${counted(lines, 'line')}) is longer than the slide: each step shows a part of it.`,
    ),
  ),
  'divided-table': warning((pages: number) =>
    say(
      `표가 한 화면보다 커서 ${pages}단계로 나누어 보여요.`,
      `This table is larger than the slide: it is shown in ${pages} steps.`,
    ),
  ),
  'note-step-out-of-range': error((step: number, steps: number) =>
    say(
      `발표자 노트가 없는 단계를 가리켜요: [${step}]. 이 슬라이드의 단계는 ${steps}개예요.`,
      `The speaker notes name step [${step}], but this slide has ${counted(steps, 'step')}.`,
    ),
  ),
  'html-removed': warning((what: string) =>
    say(`안전을 위해 HTML을 뺐어요: ${what}.`, `HTML was removed for safety: ${what}.`),
  ),
  'bad-formula': warning((tex: string) =>
    say(
      `수식을 읽을 수 없어서 쓴 그대로 보여요: \`${tex}\`.`,
      `This formula cannot be read and is shown as written: \`${tex}\`.`,
    ),
  ),
  'unknown-image-setting': warning((written: string) =>
    say(
      `이미지 뒤에 쓸 수 없는 설정이에요: \`${written}\`.`,
      `Nothing is known of \`${written}\` behind an image.`,
      same('{width=40%}, {fill}, {dark=other.png}'),
    ),
  ),
  'undrawn-source': warning((lang: string) =>
    say(
      `\`${lang}\`는 그림으로 그리지 않아서 쓴 코드가 그대로 보여요.`,
      `\`${lang}\` is not drawn: its source stands on the slide.`,
    ),
  ),
  'stray-tag': warning((written: string) =>
    say(
      `HTML이 아니라서 쓴 그대로 보여요: \`${written}\`.`,
      `This is no HTML and is shown as it is written: \`${written}\`.`,
    ),
  ),
  'remote-image': error((src: string) =>
    say(
      `이미지는 강의 폴더 안의 파일이어야 해요: "${src}".`,
      `An image must be a file in the course's folder: "${src}".`,
      both('파일을 덱 옆에 두고 상대 경로로 쓰세요.', 'Put the file beside the deck and write its relative path.'),
    ),
  ),
  'missing-image': error((src: string, guess: string | null) =>
    say(`이미지 파일이 없어요: "${src}".`, `There is no image file "${src}".`, meant(guess)),
  ),
  'broken-image': error((src: string, reason: Text) =>
    say(`이미지를 그릴 수 없어요: "${src}". ${reason.ko}`, `The image "${src}" cannot be drawn: ${reason.en}`),
  ),
  'huge-image': warning((src: string, width: number, height: number, size: string) =>
    say(
      `이미지가 아주 커서 늦게 나타날 수 있어요: "${src}", ${numberText(width)} × ${numberText(height)}, ${size}.`,
      `The image "${src}" is so large that it may appear late: ${numberText(width)} × ${numberText(height)}, ${size}.`,
    ),
  ),
  'remote-media': error((src: string) =>
    say(
      `동영상과 소리는 강의 폴더 안의 파일이어야 해요: "${src}".`,
      `Video and audio must be files in the course's folder: "${src}".`,
      both('파일을 덱 옆에 두고 상대 경로로 쓰세요.', 'Put the file beside the deck and write its relative path.'),
    ),
  ),
  'missing-media': error((src: string, guess: string | null) =>
    say(`동영상이나 소리 파일이 없어요: "${src}".`, `There is no video or audio file "${src}".`, meant(guess)),
  ),
  'broken-media': error((src: string, reason: Text) =>
    say(`재생할 수 없어요: "${src}". ${reason.ko}`, `"${src}" cannot be played: ${reason.en}`),
  ),
  'huge-media': warning((src: string, size: string) =>
    say(
      `파일이 아주 커서 늦게 재생될 수 있어요: "${src}", ${size}.`,
      `The file "${src}" is so large that it may play late: ${size}.`,
    ),
  ),
  'bad-link': error((href: string, guess: string | null) =>
    say(
      `이 덱에 없는 슬라이드로 가는 링크예요: "${href}".`,
      `The link "${href}" leads to no slide of this deck.`,
      meant(guess),
    ),
  ),
  'unopenable-link': warning((href: string) =>
    say(
      `열 수 없는 링크예요: "${href}". https:, mailto:, #슬라이드-id만 열 수 있어요.`,
      `The link "${href}" cannot be opened: only https:, mailto: and #slide-id can.`,
    ),
  ),
  'empty-deck': error(() =>
    say(
      '덱에 슬라이드가 없어요.',
      'The deck has no slides.',
      both('`id`가 있는 YAML 블록과 `## 제목`을 추가하세요.', 'Add a YAML block with an `id` and a `## Heading`.'),
    ),
  ),
  'missing-translation': warning((what: string, lang: Text) =>
    say(`"${what}"의 ${lang.ko} 쪽이 없어요.`, `"${what}" has no ${lang.en} counterpart.`),
  ),
  'twin-by-position': warning((lead: string, count: number) =>
    say(
      `슬라이드 ${count}장을 "${lead}"의 슬라이드와 순서대로 짝지었어요. 적어 둔 \`id\`가 없어서예요.`,
      `${counted(count, 'slide')} ${count === 1 ? 'is' : 'are'} taken for the translation of "${lead}" by position, as no \`id\` is written.`,
      same('lectern check --fix'),
    ),
  ),
  'twin-of-other-length': warning((lead: string, own: number, there: number) =>
    say(
      `"${lead}"에는 슬라이드가 ${there}장, 여기에는 ${own}장 있어서, 여기부터는 짝이 어긋날 수 있어요.`,
      `"${lead}" has ${counted(there, 'slide')} and this file ${own}: from here on they may be matched wrongly.`,
      both(
        '빠진 슬라이드를 채우거나, 짝이 되는 두 슬라이드의 제목 아래에 같은 `<!-- id: … -->`를 적으세요.',
        'Add what is missing, or write the same `<!-- id: … -->` below the headings of two slides that belong together.',
      ),
    ),
  ),
  'unknown-deck': error((name: string, guess: string | null) =>
    say(`이 강의에 없는 덱이에요: "${name}".`, `This course has no deck "${name}".`, meant(guess)),
  ),
  'unknown-slide': error((deck: string, slide: string, guess: string | null) =>
    say(`"${deck}" 덱에 없는 슬라이드예요: "${slide}".`, `The deck "${deck}" has no slide "${slide}".`, meant(guess)),
  ),
  'unknown-tile': warning((slide: string, guess: string | null) =>
    say(
      `\`tile\`에 적은 슬라이드가 이 덱에 없어요: "${slide}".`,
      `\`tile\` names "${slide}", which is no slide of this deck.`,
      meant(guess),
    ),
  ),
  'weak-accent': warning((written: string, theme: 'light' | 'dark', contrast: number, needed: number, used: string) =>
    say(
      `강조색 "${written}"은(는) ${theme === 'light' ? '밝은' : '어두운'} 테마에서 대비가 ${contrast}:1이라 글자로 읽기 어려워요(${needed}:1 이상). 가장 가까운 "${used}"로 그려요.`,
      `The accent "${written}" has a contrast of ${contrast}:1 in the ${theme} theme, too little for words (${needed}:1). The nearest shade, "${used}", is drawn.`,
      same(`"${used}"`),
    ),
  ),
  'backward-range': error((first: string, last: string) =>
    say(
      `범위가 거꾸로예요: "${last}"이(가) "${first}"보다 먼저 나와요.`,
      `The range runs backwards: "${last}" comes before "${first}".`,
      same(`${last}..${first}`),
    ),
  ),
  'repeated-slide': warning((slide: string) =>
    say(
      `같은 슬라이드를 두 번 골랐어요: "${slide}". 한 번만 나와요.`,
      `The slide "${slide}" is named twice and shown once.`,
    ),
  ),
  'empty-path': error((id: string) =>
    say(
      `"${id}" 맞춤 발표에는 보여 줄 슬라이드가 없어요. 적힌 덱이 모두 같은 언어로 있어야 해요.`,
      `The path "${id}" has no slides to show; its decks must exist in one language.`,
    ),
  ),
  'repeated-term': warning((spelling: string, other: string) =>
    say(
      `"${spelling}"은(는) 용어 "${other}"에 이미 있어요. 먼저 적은 쪽이 쓰여요.`,
      `The term "${other}" is spelt "${spelling}" already; the earlier one is used.`,
    ),
  ),
  'repeated-prediction': warning((step: string, slide: string) =>
    say(
      `"${step}"의 예측 질문은 "${slide}" 슬라이드에서 이미 물었어요. 여기서 또 물어요.`,
      `What "${step}" asks was asked on the slide "${slide}" already, and is asked again here.`,
      same('predict: false'),
    ),
  ),
  'duplicate-deck': error((other: string) =>
    say(
      `같은 이름과 언어의 덱이 이미 있어요: "${other}".`,
      `A deck of the same name and language exists already: "${other}".`,
    ),
  ),
  'not-covered': error((item: string, said: Text, lang: Text) =>
    say(
      `${lang.ko} 슬라이드 가운데 "${item}" 항목을 다루는 것이 없어요: ${said.ko}`,
      `No ${lang.en} slide covers "${item}": ${said.en}`,
      both('이 내용을 말하는 슬라이드의 `covers`에 적으세요.', 'Name it in the `covers` of the slide that teaches it.'),
    ),
  ),
  'not-asked': error((question: string, lang: Text) =>
    say(
      `${lang.ko} 슬라이드 가운데 "${question}" 질문에 답하는 것이 없어요.`,
      `No ${lang.en} slide answers the question "${question}".`,
      both(
        '답하는 슬라이드의 `asks`에 적거나, 질문 슬라이드를 추가하세요.',
        'Name it in the `asks` of a slide that answers it, or add a slide that asks it.',
      ),
    ),
  ),
  'unknown-item': error((item: string, guess: string | null) =>
    say(
      `coverage.yaml에 없는 항목을 다룬다고 적혀 있어요: "${item}".`,
      `\`covers\` names "${item}", which coverage.yaml does not have.`,
      meant(guess),
    ),
  ),
  overflow: error((slide: string, part: Text, steps: string, by: number) =>
    say(
      `"${slide}" 슬라이드의 ${part.ko} 자리를 ${by}px 벗어나요. 단계: ${steps}.`,
      `On the slide "${slide}" ${part.en} by ${by} px, at step ${steps}.`,
      both('글을 줄이거나 슬라이드를 나누세요.', 'Shorten the text, or make two slides of it.'),
    ),
  ),
  'unloaded-image': error((slide: string, path: string) =>
    say(
      `"${slide}" 슬라이드의 이미지를 불러오지 못했어요: "${path}".`,
      `On the slide "${slide}" the image "${path}" did not load.`,
    ),
  ),
  'not-drawn': warning((slide: string, characters: string) =>
    say(
      `"${slide}" 슬라이드에 그릴 글꼴이 없는 글자가 있어요: ${characters}`,
      `On the slide "${slide}" no font has these characters: ${characters}`,
    ),
  ),
  'no-decks': error(() =>
    say(
      '이 폴더에는 덱이 없어요. 덱은 `이름.md` 같은 마크다운 파일이에요.',
      'There are no decks in this folder. A deck is a Markdown file such as `name.md`.',
    ),
  ),
  'folder-missing': error((reason: Text) => say(reason.ko, reason.en, putBack)),
  'folder-unreadable': error((reason: Text) => say(reason.ko, reason.en, putBack)),
  'not-found': error(() => say('파일이나 폴더가 없어요.', 'There is no such file or folder.')),
  'not-utf8': error((encoding: Text) =>
    say(`${encoding.ko} 파일을 UTF-8로 다시 저장하세요.`, `${encoding.en} Save the file as UTF-8.`),
  ),
  unreadable: error((reason: Text) =>
    say(`파일을 읽을 수 없어요: ${reason.ko}`, `The file cannot be read: ${reason.en}`),
  ),
}

export type ProblemCode = keyof typeof problemTexts
export type ProblemData<C extends ProblemCode> = Parameters<(typeof problemTexts)[C]['said']>
export type Severity = Problem['severity']
