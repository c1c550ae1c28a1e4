import type { Dialect, LeftOutKind, Text } from '../../../contract/deck.ts'
import { t } from '../../words/t.ts'

/** What the formats are called. */
export const dialectNames: Readonly<Record<Dialect, Text>> = {
  lectern: t('Lectern', 'Lectern'),
  plain: t('마크다운', 'Markdown'),
  marp: t('Marp', 'Marp'),
  slidev: t('Slidev', 'Slidev'),
  reveal: t('reveal.js', 'reveal.js'),
}

/** What was done with what is left out of a deck in another format, in a sentence. */
export const leftOutWords: Readonly<Record<LeftOutKind, Text>> = {
  animation: t('움직임은 뺐어요. 내용은 그대로예요.', 'The motion is left out; what moves is there.'),
  background: t('배경 그림은 글 뒤에 깔지 않았어요.', 'The background is not put behind the text.'),
  code: t('실행하거나 고칠 수 있는 코드는 보이기만 해요.', 'Code that could be run or edited is only shown.'),
  colour: t('색은 Lectern의 색을 써요.', 'The colours are those of Lectern.'),
  component: t('컴포넌트는 뺐어요. 안에 있는 글은 그대로예요.', 'The component is left out; text in it stays.'),
  drawing: t('그림으로 그리지 않고 쓴 코드를 그대로 보여요.', 'It is not drawn: its source is shown.'),
  expression: t('계산해서 넣는 값은 뺐어요.', 'What would be computed is left out.'),
  filter: t('그림은 놓았지만 효과는 주지 않았어요.', 'The picture is there without its effect.'),
  font: t('글꼴은 Lectern의 글꼴을 써요.', 'The typefaces are those of Lectern.'),
  frontMatter: t('머리말(YAML)을 읽지 못했어요.', 'The front matter (YAML) cannot be read.'),
  hidden: t('숨긴 슬라이드는 넣지 않았어요.', 'A hidden slide is not shown.'),
  html: t('HTML은 안전한 것만 남겼어요.', 'Of this HTML only what is safe is left.'),
  include: t(
    '이 파일은 넣지 못했어요. 폴더 안에 있는 파일만 넣어요.',
    'This file is not taken in; only files of the folder are.',
  ),
  layout: t('이 레이아웃은 없어서 글을 차례로 놓았어요.', 'There is no such layout; its text stands in order.'),
  look: t('모양을 정하는 클래스와 스타일은 쓰지 않았어요.', 'Classes and styles are not used.'),
  pageFrame: t('머리글과 바닥글은 넣지 않았어요.', 'Headers and footers are not shown.'),
  remote: t('인터넷에 있는 그림은 주소로 보여요.', 'A picture from the web is shown by its address.'),
  script: t('스크립트는 실행하지 않아요.', 'Scripts are not run.'),
  separator: t('이 구분 방식은 읽지 못해서 `---`로 나눴어요.', 'This separator cannot be read; `---` divides slides.'),
  size: t('슬라이드는 16:9로 보여요.', 'Slides are shown at 16:9.'),
  style: t('CSS는 쓰지 않았어요. 글은 그대로예요.', 'The CSS is not used; the text stays.'),
  theme: t('테마는 Lectern의 테마로 바꿨어요.', 'The theme is that of Lectern.'),
}
