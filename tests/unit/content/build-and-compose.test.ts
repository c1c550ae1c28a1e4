import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { langs, type Lang, type Question, type Slide } from '../../../src/contract/deck.ts'
import { loadCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'
import { plain } from './plain.ts'

/** What interviews ask about builds, failing containers and Compose, and the slide that must say it in both languages. */
const claims: readonly (readonly [slide: string, ko: RegExp, en: RegExp])[] = [
  [
    '08/entrypoint-and-cmd',
    /--port 9090.*CMD를 통째로 갈아/,
    /--port 9090.*replaces CMD entirely; nothing is appended/,
  ],
  ['08/entrypoint-and-cmd', /--entrypoint sh app sh , CMD는 비워진다/, /--entrypoint sh app sh , with no CMD/],
  ['08/shell-or-exec', /닿게 할 뿐.*앱의 핸들러.*CMD도.*무시/, /only makes the signal arrive.*handler in the app/],
  [
    '08/shell-or-exec',
    /--init 을 붙이면 시그널을 받는 것은 셸/,
    /--init with the shell form sends the signal to the shell/,
  ],
  [
    '08/copy-or-add',
    /--checksum.*URL에서 받은 압축 파일은 기본으로 풀지 않는/,
    /archive from a URL is not unpacked by default/,
  ],
  [
    '08/arg-or-env',
    /이름이 같으면 밀린다 우선한다.*이어받은 스테이지 안에서만/,
    /Same name loses wins.*only visible in the stage.*and in stages based on that one/,
  ],
  [
    '08/what-breaks-the-cache',
    /수정 시각은 보지 않아.*글자와 위에서 선언한 빌드 인자.*저절로 깨지지는/,
    /modification time is left out.*text of the command and the build arguments.*Age alone/,
  ],
  [
    '08/context-and-cache-mounts',
    /이미지에는 남지 않는다.*비밀이 이미지에 들어가지/,
    /never enters the image.*do not slip into the image/,
  ],
  [
    '08/smallest-base',
    /distroless.*셸이 없다.*exec 형식.*CA 인증서/,
    /no shell.*must be in exec form.*CA certificates/,
  ],
  [
    '08/two-platforms-one-tag',
    /linux\/amd64,linux\/arm64.*호스트에 QEMU.*containerd 이미지 저장소.*서버에는 먼저 등록/,
    /linux\/amd64,linux\/arm64.*QEMU on the host.*containerd image store.*to be registered first/,
  ],
  [
    '08/how-to-stop',
    /SIGTERM, 10초.*nginx.*SIGQUIT.*마치고/,
    /SIGTERM, 10 seconds.*nginx.*SIGQUIT.*finish the requests/,
  ],
  ['08/health-check', /30초마다.*3번 실패.*엔진 25부터/, /every 30s.*3 failures.*Engine 25/],
  ['08/unhealthy-is-a-mark', /끝났을 때만.*스웜.*프로브/, /only when the process has ended.*Swarm.*probes/],
  [
    '08/restart-policies',
    /always 다시 다시 다시 뜬다 unless-stopped 다시 다시 그대로/,
    /always restarts restarts comes back unless-stopped restarts restarts stays down/,
  ],
  [
    '08/restart-policies',
    /그대로\(문서\).*문서에 적혀 있지만, 2026년 8월 소스는/,
    /stays down \(docs\).*According to the docs.*in the source of August 2026/,
  ],
  ['08/restart-policies', /0\.1초에서 두 배씩, 1분까지/, /0\.1 s and doubles up to 1 min/],
  [
    '08/restart-keeps-it',
    /쓰기 레이어도.*그대로.*재시작으로는 바뀌지 않.*Deployment에서 새 이미지는/,
    /Nothing is created.*newer image that you pulled is not picked up.*from a Deployment a new image/,
  ],
  [
    '08/logs-need-a-driver',
    /json-file \(기본\).*없다.*20 MB씩 5개.*만든 컨테이너에만.*20\.10/,
    /none.*5 files of 20 MB.*created afterwards.*20\.10/,
  ],
  ['08/memory-inside', /25%.*한도를 모른다.*1\.25부터.*1,024/, /25%.*unaware.*since 1\.25.*1,024/],
  [
    '08/what-a-dead-one-leaves',
    /지우지 않는 것.*125.*126은 명령을 실행할 수 없는.*127.*256개/,
    /not to remove it.*125.*126: it could not be invoked.*127.*256 events/,
  ],
  [
    '08/order-of-looking',
    /예시 · .*--pid=container:web.*돌고 있을 때만.*기록한 것이 아닙니다/,
    /Example · .*only while the container runs.*--pid=container:web.*not a recording/,
  ],
  [
    '08/one-file',
    /service_healthy.*POSTGRES_PASSWORD_FILE.*pg_isready -h 127\.0 \.0 \.1.*version.*쓰지 않아요.*기다렸다가 시작해요.*임시 서버/,
    /service_healthy.*POSTGRES_PASSWORD_FILE.*pg_isready -h 127\.0 \.0 \.1.*version.*obsolete.*web starts once.*temporary server/,
  ],
  ['08/started-is-not-ready', /시작할 때만 본다.*앱이 다시 연결/, /at the start only.*the app must reconnect/],
  [
    '08/which-network',
    /overlay.*스웜.*기본 브리지에서는 이름으로 찾을 수 없/,
    /overlay.*Swarm.*cannot find each other by name/,
  ],
  [
    '08/published-past-ufw',
    /nat 테이블.*INPUT을 거치지 않는다.*기본인 iptables에서 도커가 먼저 보는 DOCKER-USER/,
    /nat table.*never goes through INPUT.*DOCKER-USER.*with iptables, its default/,
  ],
  [
    '08/where-secrets-show',
    /--env-file.*docker inspect.*암호화는 아닙니다.*etcd/,
    /--env-file.*docker inspect.*is not encryption.*etcd/,
  ],
  ['08/compose-or-kubernetes', /한 대 의 서비스.*계속 맞춘다/, /on one host.*all the time/],
  [
    '08/from-image-to-deployment',
    /태그나 다이제스트.*파드.*IP와 볼륨을 공유.*restartPolicy , ReplicaSet.*kubelet이고.*CRI-O/,
    /a tag or a digest.*pod several share an IP.*restartPolicy , ReplicaSet.*by the kubelet.*CRI-O/,
  ],
  ['08/docker-podman-nerdctl', /없다.*conmon.*Quadlet/, /none.*conmon.*Quadlet/],
  ['08/clean-and-carry', /익명 볼륨까지.*volume prune -a/, /anonymous volumes too.*volume prune -a/],
  ['03/copy-fail', /페이지 캐시.*옆 컨테이너.*29\.4\.2.*29\.4\.3/, /page cache.*Neighbours.*29\.4\.2.*29\.4\.3/],
  [
    '03/flaws-of-2026',
    /34040.*29\.3\.1.*41567 docker cp -.*29\.5\.1.*41579.*1\.4\.3.*119101.*1\.3\.7, 1\.4\.4.*인가\(AuthZ\).*1\.6\.0/,
    /34040.*29\.3\.1.*41567 docker cp -.*29\.5\.1.*41579.*1\.4\.3.*119101.*1\.3\.7, 1\.4\.4.*ordinary copy.*1\.6\.0/,
  ],
]

let course: LoadedCourse
const slides = new Map<string, Slide>()
beforeAll(async () => {
  course = await loadCourse(join(import.meta.dirname, '../../../slides/docker'), { id: 'docker', bundled: true })
  for (const { ref, slides: own } of course.decks) {
    for (const slide of own) slides.set(`${ref.lang} ${ref.name.slice(0, 2)}/${slide.id}`, slide)
  }
})

/** All that a slide shows and says, as one line. */
function textOf(lang: Lang, id: string): string {
  const slide = slides.get(`${lang} ${id}`)
  if (slide === undefined) throw new Error(`There is no slide ${id} in ${lang}.`)
  return plain([slide.html, ...slide.notes.map(({ html }) => html)].join(' '))
}

describe('the deck on builds and Compose', () => {
  it.each(claims)('%s says %s', (id, ko, en) => {
    expect(textOf('ko', id)).toMatch(ko)
    expect(textOf('en', id)).toMatch(en)
  })

  it('plans its minutes to the half minute, before the decks that build on it', () => {
    const names = course.decks.filter(({ ref }) => ref.lang === 'ko').map(({ ref }) => ref.name)
    expect(names.indexOf('08-build-and-compose')).toBe(names.indexOf('05-images-and-data') + 1)
    for (const { minutes, slides: own } of course.decks.filter(({ ref }) => ref.name === '08-build-and-compose')) {
      const planned = own.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
      expect(Math.abs((minutes ?? 0) * 60 - planned)).toBeLessThanOrEqual(30)
    }
  })
})

/** How long an answer takes aloud, at 330 syllables a minute in Korean and 140 words a minute in English. */
function secondsAloud(lang: Lang, { answerHtml }: Question): number {
  const text = plain(answerHtml)
  if (lang === 'en') return (text.split(' ').length / 140) * 60
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  // Latin letters are said as names, two of them in about one syllable; a figure takes one and a half.
  return ((count(/[가-힣]/g) + count(/[A-Za-z]/g) / 2 + count(/\d/g) * 1.5) / 330) * 60
}

describe('the answers on builds and Compose', () => {
  it.each([
    ['q-dead-container', /아직 돌고 있을 때는 도구가 든 컨테이너/, /while it still runs, a container with tools/],
    ['q-restart-policy', /always는 직접 멈춘 것도/, /always revives a container you stopped, unless-stopped does not/],
  ] as const)('of %s say what holds', (id, ko, en) => {
    for (const [lang, pattern] of [
      ['ko', ko],
      ['en', en],
    ] as const) {
      const asked = course.questions[lang].find((question) => question.id === id)
      expect(plain([asked?.answerHtml, ...(asked?.keyPoints ?? []).map(({ html }) => html)].join(' '))).toMatch(pattern)
    }
  })

  it.each(langs)('take forty to sixty seconds aloud in %s', (lang) => {
    const asked = new Set(
      course.decks
        .filter(({ ref }) => ref.name.startsWith('08-'))
        .flatMap((deck) => deck.slides.flatMap(({ asks }) => asks)),
    )
    const added = course.questions[lang].slice(40)
    expect(added).toHaveLength(16)
    for (const question of added) {
      expect(secondsAloud(lang, question), question.id).toBeGreaterThanOrEqual(40)
      expect(secondsAloud(lang, question), question.id).toBeLessThanOrEqual(60)
      if (question.id !== 'q-copy-fail') expect(asked).toContain(question.id)
    }
  })
})

it.each(langs)('lets no answer of the course take more than sixty seconds aloud in %s', (lang) => {
  const long = course.questions[lang].filter((question) => secondsAloud(lang, question) > 60)
  expect(long.map(({ id }) => id)).toEqual([])
})
