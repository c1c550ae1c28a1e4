import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Deck, Question, Slide } from '../../../src/contract/deck.ts'
import { sceneOf } from '../../../src/core/scenes/index.ts'
import { deckInCourse } from '../../../src/services/courses/deck-in-course.ts'
import { loadCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'
import ids from './ids.json' with { type: 'json' }
import { plain } from './plain.ts'

const folder = join(import.meta.dirname, '../../../slides/docker')

/** Which items of the study note each slide teaches; an item that is dropped here is taught nowhere. */
const covers: Record<string, string> = {
  'what-docker-does': 'M-01 M-02 S0-01 S0-02 S2.2-01',
  'three-benefits': 'S0-03 S0-04 S0-05 S4.1-02',
  'where-used': 'S0-06 S0-07 S0-08',
  'kernel-first': 'S1.K-01 S1.K-02 S1.K-03',
  'vm-stack': 'S1.1-07 S1.1-08 S1.1-09 S1.1-14 S1.2-01',
  'container-stack': 'S1.1-10 S1.1-11 S1.1-15 S1.2-02',
  'finished-sentence': 'S1.K-04 GAP-01 GAP-03',
  'comparison-table': 'S1.1-01 S1.1-02 S1.1-03 S1.1-04 S1.1-05',
  'fast-and-light': 'S1.1-12 S1.1-13 S4.1-01',
  'any-os-truth': 'S1.2-03 S2.1-09',
  'mac-and-windows': 'S1.1-20 S1.1-21 S1.1-22 S1.1-23 S2.1-08',
  'used-together': 'S1.1-16 S4.2-03',
  'say-it': 'S1.1-06 S6.1-01',
}
/** The questions that each slide must at least answer, by their short names in ids.json. */
const asks: Record<string, readonly (keyof typeof ids)[]> = {
  'three-benefits': ['Q14'],
  'kernel-first': ['Q04'],
  'vm-stack': ['Q01'],
  'container-stack': ['Q01'],
  'finished-sentence': ['Q04'],
  'comparison-table': ['Q01'],
  'fast-and-light': ['X09'],
  'any-os-truth': ['X05'],
  'mac-and-windows': ['Q03'],
  'used-together': ['Q08', 'X17'],
  'say-it': ['Q01', 'Q08'],
}

let course: LoadedCourse
let deck: Deck
let questions: readonly Question[]
beforeAll(async () => {
  course = await loadCourse(folder, { id: 'docker', bundled: true })
  const found = course.decks.find(({ ref }) => ref.name === '01-docker-and-vm' && ref.lang === 'ko')
  if (found === undefined) throw new Error('The Korean deck is gone.')
  deck = found
  questions = course.questions.ko
})

const slideNamed = (id: string): Slide => {
  const slide = deck.slides.find((each) => each.id === id)
  if (slide === undefined) throw new Error(`There is no slide ${id}.`)
  return slide
}
const said = (slide: Slide) => slide.notes.map(({ html }) => html).join('\n')

describe('the Docker course', () => {
  it('has no errors and no warnings', () => {
    expect([...course.problems, ...course.decks.flatMap(({ problems }) => problems)]).toEqual([])
  })

  it('says what it is in both languages', () => {
    for (const text of [course.title, course.description]) {
      expect(text.ko).toMatch(/[가-힣]/)
      expect(text.en).toMatch(/[A-Za-z]/)
      expect(text.en).not.toMatch(/[가-힣]/)
    }
  })

  it('is written in composed Hangul, with line feeds, and without dashes for pauses', async () => {
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8')
      expect(text === text.normalize('NFC'), name).toBe(true)
      expect(text, name).not.toMatch(/[\r\u2013\u2014]| -- /)
      expect(text.endsWith('\n'), name).toBe(true)
    }
  })
})

it('ends every deck with the sources it is built on, as links', () => {
  for (const { ref, slides } of course.decks) {
    const last = slides.at(-1)
    expect([ref.name, ref.lang, last?.id]).toEqual([ref.name, ref.lang, 'sources'])
    expect(last?.html.match(/<a href="https:\/\//g)?.length ?? 0, ref.name).toBeGreaterThan(4)
  }
})

it('cuts no command short that somebody may type', () => {
  const decode = (html: string) => html.replace(/<[^>]*>/g, '')
  for (const { ref, slides } of course.decks) {
    for (const { id, html } of slides) {
      const blocks = [...html.matchAll(/<code class="hljs language-(\w+)">(.*?)<\/code>/gs)]
      const typed = blocks.flatMap(([, lang, code = '']) => {
        const whole = decode(code).replaceAll('\\\n', '')
        return whole.split('\n').filter((line) => lang !== 'console' || line.startsWith('$ '))
      })
      const named = [...html.matchAll(/<code>(docker .*?)<\/code>/gs)].map(([, code = '']) => decode(code))
      const cut = [...typed, ...named.filter((command) => / …/.test(command))].filter((line) => line.includes('…'))
      expect(cut, `${ref.name}/${id} ${ref.lang}`).toEqual([])
    }
  }
})

it('opens every deck with a cover that asks three questions', () => {
  for (const { ref, title, slides } of course.decks) {
    const [cover] = slides
    expect([cover?.layout, cover?.title], `${ref.name} ${ref.lang}`).toEqual(['title', title])
    const asked = [...(cover?.html ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(([, question]) => question)
    expect(asked, `${ref.name} ${ref.lang}`).toHaveLength(3)
    expect(
      asked.every((question) => question?.endsWith('?')),
      `${ref.name} ${ref.lang}`,
    ).toBe(true)
  }
})

it('has sections where the story of a deck turns, each a sentence and a name, and speaks at every one', () => {
  for (const { ref, slides } of course.decks) {
    const sections = slides.filter(({ layout }) => layout === 'section')
    const at = `${ref.name} ${ref.lang}`
    expect(sections.length, at).toBeGreaterThanOrEqual(3)
    expect(sections.length, at).toBeLessThanOrEqual(4)
    // A section with nothing in it is none.
    for (const { id, html, notes } of sections) {
      expect(plain(html).trim().length, `${at}: ${id}`).toBeLessThanOrEqual(24)
      expect(slides[slides.findIndex((slide) => slide.id === id) + 1]?.layout, `${at}: ${id}`).not.toBe('section')
      expect(notes.length, `${at}: ${id}`).toBeGreaterThan(0)
    }
  }
})

it('closes every deck with three sentences to take home, and leads on to the next', () => {
  for (const lang of ['ko', 'en'] as const) {
    const decks = course.decks.filter(({ ref }) => ref.lang === lang).map((each) => deckInCourse(each, course))
    expect(decks.map(({ next }) => next)).toEqual([...decks.slice(1).map(({ title }) => title), undefined])
    for (const { ref, courseTitle, slides } of decks) {
      const closing = slides.at(-2)
      expect([closing?.id, closing?.layout], ref.name).toEqual(['take-home', 'closing'])
      expect(closing?.html.match(/<li>/g), ref.name).toHaveLength(3)
      expect(courseTitle, ref.name).toBe(course.title[lang])
    }
  }
})

it('leaves a picture room: few words beside it, on every slide of every deck', () => {
  for (const { ref, slides } of course.decks) {
    for (const { id, scene, html } of slides) {
      if (scene === null) continue
      const words = plain(html.replace(/<h2[^>]*>.*?<\/h2>/s, '')).match(/\S+/g) ?? []
      expect(words.length, `${ref.name}/${id} ${ref.lang}`).toBeLessThanOrEqual(40)
    }
  }
})

describe('the deck on Docker and VMs', () => {
  it('has the slides of the outline in their order between its cover and what to take home', () => {
    const told = deck.slides.filter(({ layout }) => layout !== 'section').map(({ id }) => id)
    expect(told).toEqual(['cover', ...Object.keys(covers), 'take-home', 'sources'])
  })

  it.each(Object.entries(covers))('%s carries its items', (id, items) => {
    expect(slideNamed(id).covers).toEqual(items.split(' '))
  })

  it.each(Object.entries(asks))('%s answers its questions', (id, names) => {
    expect(slideNamed(id).asks).toEqual(expect.arrayContaining(names.map((name) => ids[name])))
  })

  it('plays every step of the picture', () => {
    const played = new Set(
      deck.slides.flatMap(({ scene }) => (scene?.id === 'vm-vs-container' ? [...scene.steps] : [])),
    )
    expect(played).toEqual(new Set(sceneOf('vm-vs-container')?.steps.map(({ id }) => id)))
  })

  it('plans its thirteen minutes to the second', () => {
    expect(deck.minutes).toBe(13)
    expect(deck.slides.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)).toBe(13 * 60)
    expect(deck.slides.filter(({ seconds }) => seconds === null)).toEqual([])
  })

  it.each(Object.keys(covers))('%s has a short title and notes that can be spoken', (id) => {
    const slide = slideNamed(id)
    // A question is asked in its own words, however many they are.
    if (slide.layout !== 'question') expect(slide.title.length).toBeLessThanOrEqual(24)
    expect(plain(said(slide))).toMatch(/(요|니다|세요)[.?]/)
    expect(plain(said(slide)).length).toBeGreaterThan(80)
  })

  it('names its sources in the notes of every slide that teaches something', () => {
    for (const slide of deck.slides.filter(
      ({ layout }) => !['title', 'section', 'question', 'closing'].includes(layout),
    )) {
      expect(said(slide), slide.id).toContain('<a href="https://')
    }
  })

  it('has notes for each step of a picture that takes several', () => {
    for (const slide of deck.slides.filter(({ scene, steps }) => scene !== null && steps > 1)) {
      const bound = slide.notes.flatMap(({ step }) => step ?? [])
      expect(bound, slide.id).toEqual(Array.from({ length: slide.steps }, (_, index) => index + 1))
    }
  })

  it('fits its tables on a slide', () => {
    for (const id of ['three-benefits', 'comparison-table']) {
      const rows = slideNamed(id).html.match(/<tr>/g) ?? []
      const cells = [...slideNamed(id).html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => plain(cell))
      expect(rows.length, id).toBeLessThanOrEqual(6)
      expect(cells.length / (rows.length - 1), id).toBeLessThanOrEqual(4)
      for (const cell of cells) expect(cell.length, cell).toBeLessThanOrEqual(26)
    }
  })

  it('ends on the question of the deck with its key points one by one and the answer in a line', () => {
    const slide = slideNamed('say-it')
    expect(slide.question?.id).toBe(ids.Q01)
    expect(slide.steps).toBe(1 + (slide.question?.keyPoints.length ?? 0) + 1)
  })
})

describe('what the deck corrects', () => {
  it.each([
    ['what-docker-does', /가상화 플랫폼.*보다/],
    ['three-benefits', /다이제스트/],
    ['where-used', /볼륨/],
    ['comparison-table', /이미지 속 라이브러리.*관리자.*125 ms.*한도 없음.*절대적이지 않다.*CPU/],
    ['any-os-truth', /시스템 콜 ABI/],
  ])('%s shows it on the slide', (id, correction) => {
    expect(plain(slideNamed(id).html)).toMatch(correction)
  })

  it.each([
    ['kernel-first', /계산은 사용자 모드에서 CPU가 바로/],
    ['vm-stack', /CentOS Linux는 종료/],
    ['container-stack', /도커를 거치지 않고 호스트 커널로 바로/],
    ['finished-sentence', /리눅스 VM의 커널 버전/],
    ['fast-and-light', /소프트웨어 에뮬레이션.*비율은 의미가 없습니다.*한도 없음/],
    ['mac-and-windows', /2026년 8월 문서 기준.*Docker VMM은 베타.*WSL 2가 기본/],
    ['used-together', /VM 위에서 돌고.*gVisor.*Kata/],
  ])('%s says it in the notes', (id, correction) => {
    expect(plain(said(slideNamed(id)))).toMatch(correction)
  })
})

describe('the questions', () => {
  it('are all fifty-six, each once', () => {
    expect(questions).toHaveLength(56)
    expect(questions.map(({ id }) => id).toSorted()).toEqual(Object.values(ids).toSorted())
  })

  it.each(Object.values(ids))('%s has every part', (id) => {
    const question = questions.find((each) => each.id === id)
    if (question === undefined) throw new Error(`There is no question ${id}.`)
    const { text, level, oneLineHtml, answerHtml, keyPoints, mistakes, sources, followups, picture } = question
    expect(text).toMatch(/[?.]$/)
    expect(level).toMatch(/^(기본|심화)$/)
    expect(plain(oneLineHtml)).toMatch(/(요|니다)\.$/)
    expect(plain(oneLineHtml).split(' ').length).toBeLessThanOrEqual(60)
    expect(plain(answerHtml).length).toBeGreaterThan(plain(oneLineHtml).length * 2)
    expect(plain(answerHtml)).toMatch(/[요다죠]\.$/)
    expect(keyPoints.length).toBeGreaterThanOrEqual(3)
    expect(keyPoints.filter(({ core }) => core).length).toBeGreaterThanOrEqual(1)
    expect(keyPoints.filter(({ core }) => core).length).toBeLessThanOrEqual(3)
    for (const point of keyPoints) expect(point.text).not.toMatch(/말했다|언급했다/)
    expect(mistakes.length).toBeGreaterThan(0)
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources) expect(source).toMatch(/^<a href="https:\/\/[^"]+">[^<]+<\/a>$/)
    expect(followups.length).toBeGreaterThan(0)
    expect(followups).not.toContain(id)
    for (const next of followups) expect(Object.values(ids)).toContain(next)
    expect(picture).not.toBeNull()
  })

  it('date what will change', () => {
    const answer = (id: string) => plain(questions.find((each) => each.id === id)?.answerHtml ?? '')
    for (const id of [ids.Q03, ids.Q11, ids.X04, ids.X14]) expect(answer(id), id).toContain('2026년 8월 문서 기준')
    for (const id of [ids.Q17, ids.X15]) expect(answer(id), id).toContain('2026년 12월 8일')
    expect(answer(ids.X11)).toContain('2029년 5월')
  })
})
