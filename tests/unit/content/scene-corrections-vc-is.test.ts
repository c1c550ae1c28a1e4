import { describe, expect, it } from 'vitest'
import documented from '../../../assets/traces/documented-isolation.json' with { type: 'json' }
import { langs, type Lang } from '../../../src/contract/deck.ts'
import { frameAt, type Scene, type SceneStep } from '../../../src/core/diagram/scene.ts'
import { isolation } from '../../../src/core/scenes/isolation/index.ts'
import { vmVsContainer } from '../../../src/core/scenes/vm-vs-container/index.ts'
import { conditionsOf } from '../../../src/core/traces/recording-words.ts'
import { cornersAt, textsOf } from '../diagram/inspect.ts'
import { view } from '../diagram/rough.ts'

/** What a review of the course found wrong in these two pictures and must not come back. */
const pictures = [vmVsContainer, isolation]
const sceneOf = (id: string): Scene => (id.startsWith('VC') ? vmVsContainer : isolation)

function stepOf(id: string): SceneStep {
  const step = sceneOf(id).steps.find((one) => one.id === id)
  if (!step) throw new Error(`no step ${id}`)
  return step
}

const drawn = (id: string, lang: Lang): string[] => textsOf(frameAt(sceneOf(id), id, {}, view(lang)))

/** All that a step says and draws, however its knobs stand, and what it asks. */
function everything(id: string, lang: Lang): string {
  const { title, caption, myth, foot, predict } = stepOf(id)
  const asked = predict ? [predict.question, predict.because, ...predict.choices] : []
  const scene = sceneOf(id)
  const pictured = cornersAt(scene, id).flatMap((knobs) => textsOf(frameAt(scene, id, knobs, view(lang))))
  return [title, caption, myth, foot, ...asked]
    .map((words) => words[lang])
    .concat(pictured)
    .join('\n')
}

describe('the time namespace, whose offsets are zero', () => {
  it('changes no clock: neither in the row, nor in the caption, nor in the answer of its question', () => {
    const { caption, predict } = stepOf('IS-6')
    expect([caption.ko, caption.en]).toEqual([
      expect.stringMatching(/오프셋이 0이라 값이 같고/),
      expect.stringMatching(/offsets are zero\*\*:\s*no clock differs/),
    ])
    const right = predict?.choices[predict.answer]
    expect([right?.ko, right?.en]).toEqual([
      expect.stringMatching(/모든 시각이 호스트와 같다/),
      expect.stringMatching(/^Nothing/),
    ])
    for (const lang of langs) {
      expect(everything('IS-6', lang)).not.toMatch(/따로 셉니다|counted apart|달라지는 것은.*시간뿐|All that differs/)
      const { marks } = frameAt(isolation, 'IS-6', {}, view(lang))
      expect(marks.find(({ key }) => key === 'view/time/sign')).toMatchObject({ text: '=' })
    }
  })
})

describe('paths of cgroups, which most hosts have elsewhere', () => {
  it('are told in the log of every recording that names them, and of no other', () => {
    for (const digest of pictures.flatMap(({ digests = [] }) => digests)) {
      const names = digest.events.some((event) =>
        /cgroup\/(memory\/)?docker\/|0::\/docker\//.test(JSON.stringify(event)),
      )
      for (const lang of langs) {
        const told = conditionsOf(digest, lang).filter((text) => text.includes(documented.cgroupPaths.systemd))
        expect([digest.of, told.length]).toEqual([digest.of, names ? 1 : 0])
      }
    }
    const of = 'engine-28.5/below-web-isolation-cgroup2'
    const digest = isolation.digests?.find((one) => one.of === of)
    expect(digest && conditionsOf(digest, 'ko').at(-1)).toMatch(
      /cgroupfs 드라이버의 것.*system\.slice\/docker-<id>\.scope/,
    )
  })

  it('are said to be those of one driver where one is drawn', () => {
    for (const lang of langs) {
      expect(drawn('IS-6', lang).join('\n')).toContain('0::/docker/')
      expect(stepOf('IS-6').foot[lang]).toMatch(/cgroupfs.*systemd.*\/system\.slice/)
    }
  })
})

it('dates what is documented and not recorded, and names where it is', () => {
  for (const fact of [documented.timeNamespace, documented.cgroupPaths]) {
    expect(fact.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(fact.sources.length).toBeGreaterThan(0)
    for (const source of fact.sources) expect(source).toMatch(/^https:\/\//)
  }
})

it('says nothing in words that were corrected', () => {
  const wrong = {
    // To share is not to divide; what is asked of a kernel is requested; a handler has its name; tables are tables.
    ko: /나눠 쓰|나눠 쓴|나눕니다|나눈다|부탁|처리기|부린다|마운트 표|맞수|다이얼|폴더/,
    en: /no business of|is no (layer|part)|is seen\.|grows to the end|drives the host|split (the kernel )?further/,
  }
  for (const { steps } of pictures)
    for (const { id } of steps)
      for (const lang of langs)
        expect([id, lang, wrong[lang].exec(everything(id, lang))?.[0]]).toEqual([id, lang, undefined])
})

describe('a question', () => {
  /** What would answer it, where the step before is still seen. */
  const given: Readonly<Record<string, RegExp>> = {
    'VC-5': /끼지 않|층이 아니|옆에서|옆자리|관리만|바로|거치지|layer|side|only|straight|directly/,
    'VC-7': /한도|limit|max/,
    'VC-8': /취약|위험|flaw|danger|exposed/,
    'IS-2': /같은 프로세스|번호는 둘|안의 번호|one httpd|same process|two numbers/,
    'IS-6': /오프셋|같은 값|offset|same value/,
    'IS-7': /UID 0|root/,
    'IS-8': /SIGKILL|OOM|종료|killed/,
  }

  it('is asked of everything that these steps ask about', () => {
    const asked = pictures.flatMap(({ steps }) => steps.filter(({ predict }) => predict).map(({ id }) => id))
    expect(Object.keys(given)).toEqual(asked)
  })

  it.each(Object.entries(given))('%s is not answered by the step before', (id, answer) => {
    const { steps } = sceneOf(id)
    const before = steps[steps.findIndex((step) => step.id === id) - 1]?.id ?? ''
    const { title, caption, myth, foot } = stepOf(before)
    for (const lang of langs) {
      const said = [title, caption, myth, foot].map((words) => words[lang])
      const seen = [...said, ...drawn(before, lang)].join('\n')
      expect([before, lang, answer.exec(seen)?.[0]]).toEqual([before, lang, undefined])
    }
  })

  it('of who root is outside is not answered by the log of the step before', () => {
    const [before, own] = [stepOf('IS-6').events ?? [], stepOf('IS-7').events ?? []]
    const answers = ['below-userns#2', 'below-userns#3', 'below-userns#4'] as const
    expect(own).toEqual(expect.arrayContaining([...answers]))
    expect(before.filter((ref) => answers.some((answer) => answer === ref))).toEqual([])
  })
})

it('has one quiet word below a picture for what is recorded; names and versions are in its log', () => {
  for (const { steps, digests = [] } of pictures) {
    for (const { id, foot, events = [] } of steps) {
      for (const [lang, word] of [['ko', '기록'] as const, ['en', 'Recorded'] as const]) {
        const text = foot[lang]
        expect([id, text.startsWith(word)]).toEqual([id, events.length > 0])
        expect([id, digests.filter(({ of }) => text.includes(of)).map(({ of }) => of)]).toEqual([id, []])
        expect([id, /\d+\.\d+\.\d+/.exec(text)?.[0]]).toEqual([id, undefined])
      }
    }
  }
})
