import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { langs, type Deck, type Lang, type Question } from '../../../src/contract/deck.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { cornersAt, words } from '../diagram/inspect.ts'
import { view } from '../diagram/rough.ts'

/** One term, one rendering: how it is not written, and how it is. */
const renderings: Readonly<Record<Lang, readonly (readonly [wrong: RegExp, right: string])[]>> = {
  ko: [
    [/콘테이너|컨테이나|컨테이터/, '컨테이너'],
    [/(?:이미지|쓰기|읽기 전용|컨테이너|베이스|받은|변경) 층|\d+층|층 \d+개|GET 층/, '레이어'],
    [/레이여|레이아/, '레이어'],
    [/[리레]포지[토터]리|레포(?![가-힣])/, '저장소'],
    [/레지스터리|리지스트리|레지스트(?!리)/, '레지스트리'],
    [/데먼|디먼/, '데몬'],
    [/이름 ?공간|네임 스페이스|네임스패이스/, '네임스페이스'],
    [/time 네임스페이스|user 네임스페이스|유저 네임스페이스/, '시간 네임스페이스, 사용자 네임스페이스'],
    [/다이제스터|다이제스투|요약값/, '다이제스트'],
    [/메니페스트|[메매]니패스트/, '매니페스트'],
    [/이메지|이미쥐/, '이미지'],
    [/볼룸/, '볼륨'],
    [/커낼|컬널/, '커널'],
    [/하이퍼바이[져자]/, '하이퍼바이저'],
    [/시스템콜|시스템 호출/, '시스템 콜'],
    [/파일 시스템/, '파일시스템'],
    [/보내는 신호|둔 신호|종료 신호|시그날/, '시그널'],
    [/쉘/, '셸'],
    [/디렉토리/, '디렉터리'],
    [/캐쉬/, '캐시'],
    [/메세지/, '메시지'],
    [/브릿지/, '브리지'],
    [/콘트롤러/, '컨트롤러'],
    [/릴리즈/, '릴리스'],
    [/아키텍쳐/, '아키텍처'],
    [/라이센스/, '라이선스'],
    [/메뉴얼/, '매뉴얼'],
    [/데스크탑/, '데스크톱'],
    [/어플리케이션/, '애플리케이션'],
    [/쓰로틀/, '스로틀링'],
    [/멀티스테이지/, '멀티 스테이지'],
    [/멀티플랫폼/, '멀티 플랫폼'],
    [/루트 리스/, '루트리스'],
    [/지원종료/, '지원 종료'],
    [/바탕 이미지/, '베이스 이미지'],
    [/도커허브/, '도커 허브'],
    [/쿠버네테스/, '쿠버네티스'],
  ],
  en: [
    [/\bfilesystem/i, 'file system'],
    [/\bname ?space\b(?<=name space)/i, 'namespace'],
    [/\bcontrol groups?\b|\bCGroups?\b/, 'cgroup'],
    [/\bdeamon/i, 'daemon'],
    [/\bwriteable\b|\bwrite layer\b|\bread-write layer\b/i, 'writable layer'],
    [/\bofficial images\b/, 'Official Images'],
    [/\bDocker hub\b|\bdocker hub\b/, 'Docker Hub'],
    [/\bDocker engine\b|\bdocker engine\b/, 'Docker Engine'],
    [/\ballow list\b|\ballowlist\b|\bwhitelist\b/i, 'allow-list'],
    [/\bmultistage\b|\bmulti stage\b/i, 'multi-stage'],
    [/\bmulti-arch\b|\bmultiplatform\b/i, 'multi-platform'],
    [/\broot-less\b/i, 'rootless'],
    [/\bk8s\b|\bkubernetes\b(?![./-])/, 'Kubernetes'],
    [/\bmicro-?vm\b(?<!microVM)/i, 'microVM'],
    [/\brun-time\b/i, 'runtime'],
    [/\bmeta data\b/i, 'metadata'],
    [/\bdata base/i, 'database'],
    [/\bdefense|\bbehavior\b|\bcolor\b|\blicense\b/i, 'British spelling'],
    [/\b(?:virtual|organ|recogn|memor|normal|synchron)is(?:e|ed|es|ing|ation)\b/i, '-ize'],
  ],
}

interface Passage {
  readonly where: string
  readonly text: string
}
const passages: Record<Lang, Passage[]> = { ko: [], en: [] }

/** HTML as it reads: without code, which has its own spelling, and without tags. */
const reading = (html: string): string =>
  html
    .replace(/<pre[^]*?<\/pre>/g, '\n')
    .replace(/<code[^>]*>[^]*?<\/code>/g, '`')
    .replace(/<\/?(?:p|li|ul|ol|td|th|tr|table|thead|tbody|h\d|div|blockquote|br)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')

const ofDeck = ({ ref, slides }: Deck): Passage[] =>
  slides.map(({ id, titleHtml, html, notes }) => ({
    where: `${ref.name}/${id}`,
    text: reading([titleHtml, html, ...notes.map((note) => note.html)].join('\n')),
  }))

const ofQuestion = (one: Question): Passage => {
  const { id, titleHtml, oneLineHtml, answerHtml, keyPoints, mistakes, sources } = one
  const points = keyPoints.map(({ html }) => html)
  return {
    where: id,
    text: reading([titleHtml, oneLineHtml, answerHtml, ...points, ...mistakes, ...sources].join('\n')),
  }
}

/** What a frame says in our words; what a terminal shows was recorded. */
const drawnIn = ({ marks }: Frame): string[] =>
  words(
    marks.filter(({ kind }) => kind !== 'terminal'),
    () => 0,
  ).map(({ text }) => text)

/** Every sentence that an object holds in both languages, wherever in it. */
function said(value: unknown, lang: Lang): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { ko, en } = value as { ko?: unknown; en?: unknown }
  if (typeof ko === 'string' && typeof en === 'string') return [lang === 'ko' ? ko : en]
  return Object.values(value).flatMap((inner) => said(inner, lang))
}

beforeAll(async () => {
  const folder = join(import.meta.dirname, '../../../slides/docker')
  const course = await loadCourse(folder, { id: 'docker', bundled: true })
  const list = await readFile(join(folder, 'coverage.yaml'), 'utf8')
  for (const lang of langs) {
    passages[lang].push(...course.decks.filter(({ ref }) => ref.lang === lang).flatMap(ofDeck))
    passages[lang].push(...course.questions[lang].map(ofQuestion))
    passages[lang].push({ where: 'course.yaml', text: `${course.title[lang]}\n${course.description[lang]}` })
    const items = [...list.matchAll(/^ {4}(ko|en): (.*)$/gm)].filter(([, of]) => of === lang)
    passages[lang].push(...items.map(([, , text = '']) => ({ where: 'coverage.yaml', text })))
    for (const scene of scenes) {
      passages[lang].push({ where: scene.id, text: said([scene.title, scene.knobs], lang).join('\n') })
      for (const { id, title, caption, myth, foot, predict } of scene.steps) {
        const told = said([title, caption, myth, foot, predict], lang)
        const drawn = cornersAt(scene, id).flatMap((knobs) => drawnIn(frameAt(scene, id, knobs, view(lang))))
        passages[lang].push({ where: `${scene.id} ${id}`, text: [...told, ...new Set(drawn)].join('\n') })
      }
    }
  }
})

describe.each(langs)('the words of the course in %s', (lang) => {
  const found = (wrong: RegExp) =>
    passages[lang].flatMap(({ where, text }) =>
      text.split('\n').flatMap((line) => (wrong.test(line) ? [`${where}: ${line.trim()}`] : [])),
    )

  it('are there to be read', () => {
    expect(passages[lang].length).toBeGreaterThan(135 + 40 + 210 + 50)
    expect(passages[lang].filter(({ text }) => text.trim() === '')).toEqual([])
  })

  it.each(renderings[lang])('are never %s, but %s', (wrong) => {
    expect(found(wrong)).toEqual([])
  })

  it('have single spaces and no invisible ones', () => {
    expect(found(/\S {2,}\S|[\u00a0\u200b-\u200f\u2028\u2029\u3000\ufeff]/)).toEqual([])
  })

  it('are composed', () => {
    for (const { where, text } of passages[lang]) expect(text === text.normalize('NFC'), where).toBe(true)
  })

  it('are finished', () => {
    expect(found(/\b(?:TODO|FIXME|TBD|XXX|lorem)\b|\?\?\?/i)).toEqual([])
  })
})

describe('the files of the course', () => {
  it('leave nothing to do', async () => {
    const folder = join(import.meta.dirname, '../../../slides/docker')
    for (const name of await readdir(folder)) {
      expect(await readFile(join(folder, name), 'utf8'), name).not.toMatch(/\b(?:TODO|FIXME|TBD)\b/)
    }
  })
})
