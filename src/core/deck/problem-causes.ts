/** What lists of problems call each kind of them, and what mends it wherever it stands. */
import type { Text } from '../../contract/deck.ts'
import { t } from '../words/t.ts'
import type { ProblemCode } from './problem-texts.ts'

interface Cause {
  /** A few words, as a heading. */
  readonly name: Text
  /** What to do, where that is the same for all of them; `code` in backticks. */
  readonly cure?: Text
}

const named = (ko: string, en: string, cure?: Text): Cause => ({ name: t(ko, en), ...(cure ? { cure } : {}) })

export const problemCauses: Record<ProblemCode, Cause> = {
  'yaml-broken': named(
    '읽을 수 없는 YAML',
    'YAML that cannot be read',
    t(
      '`키: 값`을 한 줄에 하나씩 쓰고, 값에 콜론이나 `#`이 있으면 따옴표로 감싸세요.',
      'Write one `key: value` a line, and put quotes around a value with a colon or a `#` in it.',
    ),
  ),
  'unclosed-block': named(
    '닫히지 않은 YAML 블록',
    'YAML block without an end',
    t('마지막 키 아래에 `---` 줄을 추가하세요.', 'Add a `---` line below the last key.'),
  ),
  'no-deck-block': named(
    '덱의 YAML 블록이 없음',
    'No YAML block of the deck',
    t(
      '파일 맨 위에 `---`, `title: 제목`, `---` 세 줄을 추가하세요.',
      'Add three lines at the top: `---`, `title: A title`, `---`.',
    ),
  ),
  'left-out': named('그대로 옮기지 못한 것', 'Not shown as it was meant'),
  'unknown-key': named(
    '모르는 키',
    'Unknown key',
    t(
      'Marp나 Slidev의 키(`theme`, `class`, `paginate`, `transition` 등)라면 지워도 돼요.',
      'Keys of Marp or Slidev (`theme`, `class`, `paginate`, `transition` …) can be taken out.',
    ),
  ),
  'misplaced-key': named('여기서는 쓰이지 않는 키', 'Key that does nothing where it stands'),
  'missing-key': named('빠진 키', 'Missing key'),
  'bad-value': named('맞지 않는 값', 'Value that does not fit'),
  'missing-id': named(
    '`id`가 없음',
    'No `id`',
    t(
      '`id`는 순서를 바꿔도 발표 위치와 복습 기록이 따라오게 하는 이름이에요. 영문 소문자와 숫자를 붙임표로 이어 쓰세요.',
      'An `id` is the name by which places and progress follow when things are moved: lower-case letters and digits joined by hyphens.',
    ),
  ),
  'bad-id': named(
    '쓸 수 없는 `id`',
    '`id` that cannot be used',
    t(
      '영문 소문자와 숫자를 붙임표로 이어 쓰세요: `image-layers-2`.',
      'Lower-case letters and digits joined by hyphens: `image-layers-2`.',
    ),
  ),
  'duplicate-id': named(
    '같은 `id`가 둘',
    'The same `id` twice',
    t('뒤에 오는 쪽에 다른 `id`를 주세요.', 'Give the later one another `id`.'),
  ),
  'unknown-layout': named(
    '모르는 레이아웃',
    'Unknown layout',
    t(
      'Marp의 `lead`와 Slidev의 `cover`는 `layout: title`, Slidev의 `two-cols`는 `layout: columns`예요.',
      'Marp’s `lead` and Slidev’s `cover` are `layout: title`, Slidev’s `two-cols` is `layout: columns`.',
    ),
  ),
  'unknown-scene': named('모르는 그림', 'Unknown picture'),
  'unknown-scene-step': named('그림에 없는 단계', 'Step that the picture does not have'),
  'steps-out-of-range': named('그림을 벗어난 단계', 'Steps outside of the picture'),
  'untranslated-question': named(
    '한 언어로만 있는 질문',
    'Question in one language only',
    t(
      '번역하면 그 언어로 보여 줘요. 그대로 두어도 발표하고 복습할 수 있어요.',
      'Once it is translated it is shown in this language. It can be presented and reviewed without.',
    ),
  ),
  'unknown-question': named('없는 질문', 'Question that is not there'),
  'title-missing': named(
    '제목이 없음',
    'No heading',
    t('본문을 `## 제목`으로 시작하세요.', 'Begin the body with `## A heading`.'),
  ),
  'missing-section': named('필요한 부분이 없음', 'Missing part'),
  'unknown-section': named('쓰이지 않는 부분', 'Part that is not used'),
  'core-out-of-range': named('없는 핵심을 가리킴', 'Key point that is not there'),
  'stray-thematic-break': named(
    '슬라이드를 시작하지 않는 `---`',
    '`---` that starts no slide',
    t(
      '새 슬라이드라면 `---` 위에 빈 줄을 두고 아래에 `## 제목`을 쓰고, 구분선이라면 `***`로 쓰세요.',
      'For a new slide leave an empty line above it and write `## A heading` below; for a rule write `***`.',
    ),
  ),
  'text-outside-slide': named(
    '슬라이드 밖의 글',
    'Text outside of slides',
    t(
      '보이게 하려면 글 위에 슬라이드의 YAML 블록을 두세요.',
      'To have it shown, put the YAML block of a slide above it.',
    ),
  ),
  'unclosed-fence': named(
    '닫히지 않은 코드 블록',
    'Code fence without an end',
    t(
      '코드의 마지막 줄 아래에 여는 줄과 같은 기호를 쓰세요.',
      'Write the same marks as on its first line below the code.',
    ),
  ),
  'unclosed-comment': named('닫히지 않은 주석', 'Comment without an end', t('`-->`로 닫으세요.', 'Close it by `-->`.')),
  'too-nested': named('너무 깊이 겹친 글', 'Text nested too deeply'),
  'too-slow': named('읽는 데 너무 오래 걸리는 곳', 'What takes too long to read'),
  'bad-step-marker': named(
    '쓰이지 않은 단계 표시',
    'Step marker that is not used',
    t('`<!-- step -->`을 한 줄에 혼자 쓰세요.', 'Put `<!-- step -->` on a line of its own.'),
  ),
  'bad-code-lines': named(
    '읽을 수 없는 줄 강조',
    'Lines to highlight that cannot be read',
    t('`{1|3-4}`처럼 쓰세요: 단계마다 줄 번호예요.', 'Write them as `{1|3-4}`: the lines of each step.'),
  ),
  'long-code': named(
    '한 화면보다 긴 코드',
    'Code longer than the slide',
    t(
      '그대로 두어도 돼요. 보여 줄 곳은 `{1|30-32}`처럼 고르고, 아니면 줄을 줄이거나 슬라이드를 나누세요.',
      'It may stay. Choose what to show by `{1|30-32}`, or else shorten it or make two slides of it.',
    ),
  ),
  'divided-table': named(
    '한 화면보다 큰 표',
    'Table larger than the slide',
    t(
      '그대로 두어도 돼요. 한 번에 보이게 하려면 행이나 열을 줄이거나 슬라이드를 나누세요.',
      'It may stay. To show it at once, leave out rows or columns, or make two slides of it.',
    ),
  ),
  'note-step-out-of-range': named('없는 단계의 발표자 노트', 'Speaker notes of a step that is not there'),
  'html-removed': named(
    '뺀 HTML',
    'HTML that was taken out',
    t(
      '꺾쇠를 글로 보이게 하려면 `` `<title>` ``처럼 코드로 쓰세요.',
      'To show angle brackets as text, write them as code: `` `<title>` ``.',
    ),
  ),
  'bad-formula': named(
    '읽을 수 없는 수식',
    'Formula that cannot be read',
    t(
      '괄호와 명령을 고치세요. 수식이 아니라면 `\\$`처럼 쓰세요.',
      'Mend its braces and commands. If it is no formula, write `\\$`.',
    ),
  ),
  'unknown-image-setting': named(
    '모르는 이미지 설정',
    'Unknown setting of an image',
    t(
      '`{width=40%}`, `{fill}`, `{dark=다른.png}`만 쓸 수 있어요. 클래스나 스타일이라면 지우세요.',
      'There are `{width=40%}`, `{fill}` and `{dark=other.png}`; take out classes and styles.',
    ),
  ),
  'undrawn-source': named(
    '그려지지 않는 그림 코드',
    'Picture that is not drawn from its source',
    t(
      '그림을 SVG나 PNG 파일로 저장해서 `![설명](그림.svg)`으로 넣으세요.',
      'Save the drawing as SVG or PNG and put it in as `![what it shows](drawing.svg)`.',
    ),
  ),
  'stray-tag': named(
    '글로 보이는 태그',
    'Tag that is shown as text',
    t(
      '그대로 두어도 돼요. 코드라면 `` `<title>` ``처럼 쓰세요.',
      'It may stay. If it is code, write it as such: `` `<title>` ``.',
    ),
  ),
  'remote-image': named(
    '폴더 밖의 이미지',
    'Image from elsewhere',
    t('파일을 덱 옆에 두고 상대 경로로 쓰세요.', 'Put the file beside the deck and write its relative path.'),
  ),
  'missing-image': named(
    '그림을 찾지 못함',
    'Image that is not there',
    t(
      '경로는 덱이 있는 폴더에서 시작해요. Obsidian의 `![[그림.png]]`도 그 폴더에서 찾으니, 다른 곳에 있으면 폴더까지 쓰세요.',
      'Paths begin at the folder of the deck, those of Obsidian’s `![[a.png]]` too: write the folder where it is another.',
    ),
  ),
  'broken-image': named(
    '그릴 수 없는 그림',
    'Image that cannot be drawn',
    t(
      '그림 프로그램에서 열어 PNG, JPEG, WebP, GIF, AVIF나 SVG로 다시 저장하세요.',
      'Open it in a program for pictures and save it again as PNG, JPEG, WebP, GIF, AVIF or SVG.',
    ),
  ),
  'huge-image': named(
    '아주 큰 그림',
    'Very large image',
    t(
      '화면에는 긴 쪽이 4,000픽셀이면 넉넉해요. 그림 프로그램에서 줄여 저장하세요.',
      'For a screen 4,000 pixels are plenty: scale it in a program for pictures.',
    ),
  ),
  'remote-media': named(
    '폴더 밖의 동영상과 소리',
    'Video or audio from elsewhere',
    t('파일을 덱 옆에 두고 상대 경로로 쓰세요.', 'Put the file beside the deck and write its relative path.'),
  ),
  'missing-media': named(
    '동영상이나 소리를 찾지 못함',
    'Video or audio that is not there',
    t('경로는 덱이 있는 폴더에서 시작해요.', 'Paths begin at the folder of the deck.'),
  ),
  'broken-media': named(
    '재생할 수 없는 파일',
    'File that cannot be played',
    t(
      '다른 프로그램에서 열리는지 보고 MP4, WebM, MP3, OGG, WAV, M4A로 다시 저장하세요.',
      'See whether it opens in another program, and save it again as MP4, WebM, MP3, OGG, WAV or M4A.',
    ),
  ),
  'huge-media': named(
    '아주 큰 동영상이나 소리',
    'Very large video or audio',
    t('필요한 부분만 잘라 1080p로 다시 저장하세요.', 'Cut out what is needed and save it again at 1080p.'),
  ),
  'bad-link': named(
    '이어지지 않는 링크',
    'Link that leads nowhere',
    t('`#` 뒤에 이 덱에 있는 슬라이드의 `id`를 쓰세요.', 'Write the `id` of a slide of this deck after the `#`.'),
  ),
  'unopenable-link': named(
    '열 수 없는 링크',
    'Link that cannot be opened',
    t('`https:`, `mailto:`, `#슬라이드-id`만 열 수 있어요.', 'Only `https:`, `mailto:` and `#slide-id` can be opened.'),
  ),
  'empty-deck': named(
    '빈 덱',
    'Empty deck',
    t('`id`가 있는 YAML 블록과 `## 제목`을 추가하세요.', 'Add a YAML block with an `id` and a `## Heading`.'),
  ),
  'missing-translation': named(
    '번역이 없음',
    'No translation',
    t(
      '없어도 발표할 수 있어요. 있는 쪽 언어로 보여 드려요.',
      'It can be presented without: what is there is shown in its own language.',
    ),
  ),
  'twin-by-position': named('순서로 짝지은 번역', 'Translation matched by position'),
  'twin-of-other-length': named('장수가 다른 번역', 'Translation with another number of slides'),
  'unknown-deck': named('없는 덱', 'Deck that is not there'),
  'unknown-slide': named('없는 슬라이드', 'Slide that is not there'),
  'unknown-tile': named('`tile`의 슬라이드가 없음', 'Slide for the tile that is not there'),
  'weak-accent': named(
    '읽기 어려운 강조색',
    'Accent that is hard to read',
    t(
      '제안한 색을 쓰거나, 어두운 테마의 색을 따로 적으세요.',
      'Write the shade that is suggested, or one for each theme.',
    ),
  ),
  'backward-range': named('거꾸로 된 범위', 'Range that runs backwards'),
  'repeated-slide': named('두 번 고른 슬라이드', 'Slide that is named twice'),
  'empty-path': named('비어 있는 맞춤 발표', 'Path without slides'),
  'repeated-term': named('두 번 적은 용어', 'Term that is there already'),
  'repeated-prediction': named(
    '다시 묻는 예측 질문',
    'Prediction that is asked again',
    t(
      '다시 묻지 않으려면 슬라이드에 `predict: false`를 쓰세요.',
      'To ask once only, write `predict: false` on the slide.',
    ),
  ),
  'duplicate-deck': named('같은 이름의 덱', 'Deck of the same name'),
  'not-covered': named('다루지 않는 항목', 'Item that no slide covers'),
  'not-asked': named('답하는 슬라이드가 없는 질문', 'Question that no slide answers'),
  'unknown-item': named('목록에 없는 항목', 'Item that is not listed'),
  overflow: named(
    '다 들어가지 않는 슬라이드',
    'Slide that does not fit',
    t('글을 줄이거나 슬라이드를 나누세요.', 'Shorten the text, or make two slides of it.'),
  ),
  'unloaded-image': named(
    '불러오지 못한 그림',
    'Image that did not load',
    t(
      '파일이 그대로 있는지, 다른 프로그램에서 열리는지 보세요.',
      'See whether the file is still there and opens in another program.',
    ),
  ),
  'not-drawn': named(
    '글꼴에 없는 글자',
    'Characters that no font has',
    t('비슷한 다른 글자로 바꾸거나 이미지로 넣으세요.', 'Write others that look alike, or put them in as an image.'),
  ),
  'no-decks': named('덱이 없는 폴더', 'Folder without decks'),
  'folder-missing': named('없는 폴더', 'Folder that is not there'),
  'folder-unreadable': named('읽을 수 없는 폴더', 'Folder that cannot be read'),
  'not-found': named('없는 파일', 'File that is not there'),
  'not-utf8': named(
    'UTF-8이 아닌 파일',
    'File that is not UTF-8',
    t('편집기에서 인코딩을 UTF-8로 골라 다시 저장하세요.', 'Save it again with the encoding UTF-8.'),
  ),
  unreadable: named('읽을 수 없는 파일', 'File that cannot be read'),
}
