import { beforeAll, describe, expect, it } from 'vitest'
import { langs, type Lang } from '../../../src/contract/deck.ts'
import type { LoadedCourse } from '../../../src/services/courses/course.ts'
import { linesWith, readCourse, type Passage } from './passages.ts'
import { plain } from './plain.ts'

/** What an examiner found wrong in the course: how it is not said any more, and where what is said instead. */
interface Correction {
  /** In no passage of either language, pictures included. */
  readonly never?: RegExp
  /** Slides (deck and id), questions, terms and steps, with what stands there in Korean and in English. */
  readonly now?: readonly (readonly [where: string, ko: RegExp, en: RegExp])[]
}

const corrections: Readonly<Record<string, Correction>> = {
  'C01 a time namespace does not change what clocks read': {
    never:
      /부팅 뒤로 흐른 시간뿐|흐른 시간도 따로 (?:셉|센)|All that differs is the time since boot|since boot is counted apart/,
    now: [
      ['07/changed-since-2026', /오프셋이 0.*호스트와 같아요/, /offsets are zero.*as it does on the host/],
      ['02/eight-kinds', /오프셋이 0.*time-namespaces=false/, /offsets are zero.*time-namespaces=false/],
      ['glossary time-namespace', /CLOCK_MONOTONIC.*오프셋이 0/, /zero offsets/],
      ['isolation IS-6', /오프셋이 0/, /offsets are zero/],
    ],
  },
  'C02 the oldest API version went down again': {
    never: /1\.44보다 낮은 API|accepts nothing older than 1\.44/,
    now: [['04/same-request-by-curl', /29\.0에서 1\.44.*29\.3에서.*1\.40/, /1\.44 with Engine 29\.0.*1\.40.*29\.3/]],
  },
  'C03 a daemon that comes back stops what it finds alive': {
    never:
      /죽여도 이 프로세스는 그대로 돕니다|기본은 데몬과 함께 멈추지만|갑자기 죽으면 컨테이너는 계속 돌아요|keeps running even if dockerd is killed|If it dies suddenly, containers go on running|`나 `면 다시 시작하고|with ` or ` the container is started again/,
    now: [
      [
        '04/daemon-goes-down',
        /systemd가 2초쯤.*정지시켜요.*재시작 정책.*unless-stopped 는 믿으면 안.*예외가 live-restore/,
        /two seconds later systemd.*shuts down every container it finds alive.*restart policy.*Do not count on unless-stopped.*exception is live-restore/,
      ],
      [
        '04/which-way-down',
        /데몬이 돌아옴, 기본값.*재시작 정책대로.*데몬이 돌아옴, live-restore.*이어받는다/,
        /back, default.*restart policy.*back, live-restore.*adopted/,
      ],
      ['engine-flow EF-12', /2초쯤.*다시 띄우면.*재시작 정책/, /restarts dockerd about 2 s later.*restart policies/],
      ['q-daemon-dies', /2초쯤 뒤에.*정지시킵니다.*재시작 정책/, /two seconds later.*shuts down.*restart policy/],
    ],
  },
  'C04 cgroup v1 is supported at least until a date': {
    never: /cgroup v1 지원 끝|cgroup v1 support ends|지원 중단이 예고됐고 2029|supported until May 2029/,
    now: [
      ['02/cgroup-v1-v2', /적어도 2029년 5월까지.*최신판은 아닐/, /until at least May 2029.*need not be the latest/],
      ['07/changed-since-2026', /적어도 이때까지.*최신판은 아닐/, /at least until then.*not necessarily the latest/],
      ['q-cgroup-v1-v2', /적어도 2029년 5월까지/, /At least one maintained branch.*until May 2029/],
    ],
  },
  'C05 the exec form alone cures no slow stop': {
    never: /처리하거나, exec 형식|앱에서 처리하거나 `를 쓰세요|Handle it in the app, write CMD in exec form/,
    now: [
      ['04/how-it-ended', /exec 형식만으로는 낫지 않아요/, /exec form alone cures nothing/],
      ['02/pid-one', /exec 형식만으로는.*httpd도.*--init.*sh예요/, /exec form alone.*httpd.*--init.*signals sh/],
    ],
  },
  'C06 which signal a stop sends is for the image to say': {
    never: /stop은 SIGTERM부터|stop begins with SIGTERM/,
    now: [
      [
        '04/commands-of-a-life',
        /STOPSIGNAL.*--stop-signal.*SIGQUIT.*--stop-timeout/,
        /STOPSIGNAL.*--stop-signal.*SIGQUIT.*--stop-timeout/,
      ],
      ['q-slow-stop', /STOPSIGNAL/, /STOPSIGNAL/],
      ['q-lifecycle', /기본으로 SIGTERM/, /SIGTERM by default/],
      ['glossary sigterm', /STOPSIGNAL/, /STOPSIGNAL/],
    ],
  },
  'C07 where a cgroup is depends on the driver': {
    now: [
      ['02/cgroups-count', /system\.slice\/docker-.*docker\/<ID>/, /system\.slice\/docker-.*docker\/<ID>/],
      ['03/swap-opens-again', /docker exec web sh -c/, /docker exec web sh -c/],
    ],
  },
  'C08 Hub is a registry, not a repository': {
    never: /기본 저장소(?:입니다|이다|예요)/,
    now: [['q-docker-hub', /기본 레지스트리입니다/, /registry run by Docker/]],
  },
  'C09 only releases get a semantic version': {
    never: /커밋 해시와 시맨틱 버전 태그를|both the commit hash and a semantic version/,
    now: [
      [
        'q-image-workflow',
        /릴리스할 때.*시맨틱 버전.*릴리스에는 시맨틱 버전/,
        /for releases, a semantic.*a release with/,
      ],
    ],
  },
  'C10 a container outlives a child that the OOM killer took': {
    never: /종료 코드는 137이 됩니다|The exit code is then 137/,
    now: [['glossary oom-kill', /PID 1이면.*자식이면 컨테이너는 계속/, /PID 1.*a child, the container goes on/]],
  },
  'C11 another CPU is not only slow': {
    never: /에뮬레이션으로 느리게 돕니다|amd64 images run slowly under emulation/,
    now: [
      [
        'q-any-os',
        /인덱스에 맞는 게 없으면 받을 때 실패.*실행할 때 경고.*Rosetta/,
        /no match, the pull fails.*run only warns.*Rosetta/,
      ],
      ['01/any-os-truth', /인덱스에 맞는 것이 없으면 받을 때 실패/, /has none that fits, the pull fails/],
      ['01/mac-and-windows', /Virtualization 프레임워크에서 Rosetta/, /default framework, Rosetta/],
    ],
  },
  'C12 exposed ports are what -P publishes': {
    never: /표시일 뿐 아무것도 열지 않습니다|표시일 뿐 포트를 열지 않아요|it opens nothing/,
    now: [
      ['02/one-cable', /EXPOSE.*-P/, /EXPOSE.*-P/],
      [
        'q-container-network',
        /공개하는 것이 -P.*-P 는 EXPOSE한 포트를 모두/,
        /-P publishes all of those.*-P publishes every/,
      ],
    ],
  },
  'C13 no-new-privileges leaves root its su': {
    never: /그래서 `[와나] `도 안 된다|So ` and ` do not work/,
    now: [
      [
        '03/no-new-privileges',
        /일반 사용자는 sudo 나 su.*루트가 su로/,
        /ordinary user cannot.*su to another user works/,
      ],
    ],
  },
  'C14 the list of controllers has no end': {
    never: /hugetlb, misc입니다|hugetlb and misc\b/,
    now: [['02/no-network-dial', /dmem.*perf_event 등/, /dmem.*perf_event and the like/]],
  },
  'C15 the good answer is what is said of it': {
    never: /오른쪽은 네 문장|four sentences long/,
    now: [['07/two-answers', /부팅할 커널이 없어서.*세 문장이지만/, /no kernel to boot.*three sentences long/]],
  },
  'C16 a deck is called by its topic': { never: /앞 덱|다음 덱|previous deck|next deck/ },
  'C17 what is left of root protects nobody': {
    never: /열네 개와 seccomp와 AppArmor가 지켜|기본 보호는 capability 열네|protected by a set of just fourteen/,
    now: [['q-privileged', /열네 개로 줄이고 seccomp와 AppArmor를/, /cuts capabilities down to fourteen/]],
  },
  'C18 initdb fails by itself, not in the official image': {
    now: [
      ['03/run-as-user', /그냥 부른 initdb.*시작 스크립트가 nss_wrapper/, /bare initdb.*start script.*nss_wrapper/],
    ],
  },
  'C19 a signature is held to a workflow and a branch': {
    now: [
      ['06/sign-and-verify', /release\.yml.*refs\/heads\/main.*워크플로/, /release\.yml.*refs\/heads\/main.*workflow/],
    ],
  },
  'C20 a picture does not contradict itself': {
    never: /레이어마다 먼저 묻습니다|다섯 줄 가운데 새 레이어를 만드는 줄은 몇 개일까요\? `FROM`은 빼고/,
  },
  'C22 one commit has one tag': {
    now: [['06/tag-strategy', /git-3f2c9e1…/, /git-3f2c9e1…/]],
  },
  // moby/profiles #20, #22 and #23, read on 2026-12-01: the call stays blocked by seccomp, only socketcall went to LSMs.
  'only a part of what seccomp blocked went to AppArmor and SELinux': {
    never: /29\.4\.3에서 AppArmor와 SELinux 규칙으로 바꿨/,
    now: [['q-copy-fail', /일부를 AppArmor와 SELinux 규칙으로 옮겼/, /moved part of it to AppArmor and SELinux/]],
  },
  'a recording says on which host it has five namespaces': {
    now: [
      ['04/runc-goes-shim-stays', /cgroup v1이라 다섯.*일곱/, /host has cgroup v1.*makes the seven/],
      ['engine-flow EF-7', /5개는 cgroup v1이라, v2와 엔진 29\.5라면 7개/, /cgroup v1; with v2 and Engine 29\.5: 7/],
      ['engine-flow EF-8', /5개는 cgroup v1이라/, /5 namespaces: cgroup v1/],
    ],
  },
  'one pull has one number of bytes': {
    never: /1,143,754|3,346/,
    now: [
      ['05/only-the-missing', /1,143,752바이트.*3,344바이트/, /1,143,752 bytes.*3,344 bytes/],
      ['image-layers IL-5', /1,143,752 B.*3,344 B/, /1,143,752 B.*3,344 B/],
      ['hub-push-pull HP-5', /3,344 B/, /3,344 B/],
    ],
  },
  'the end of Docker Content Trust is a date without a tense': {
    never:
      /12월 8일에 (?:끝|종료됩|종료된|완전히|서비스)|12-08 ?에 ?끝|며칠 남지|(?:ends|shuts down|closes)[^.]{0,40}(?:December 8|2026-12-08)/,
  },
  'nobody is told of notes that they never saw': {
    never: /공부 노트|흔한 노트|노트에 답|What notes tend|study notes|question of the notes|that notes list/,
  },
  'what two things do is two key points': {
    never: /개수와 교체를 맡는다|Deployment and ReplicaSet keep the number|waits for healthy, Swarm/,
    now: [
      [
        'q-docker-kubernetes',
        /ReplicaSet이 파드의 개수를 지킨다 Deployment가/,
        /keeps the number of pods A Deployment/,
      ],
      ['q-healthcheck', /기다릴 수 있다 스웜은/, /can wait for healthy Swarm replaces/],
    ],
  },
  'people speak as they speak': { never: /말투는 처음부터 끝까지|One way of speaking/ },
}

let course: LoadedCourse
let passages: Readonly<Record<Lang, readonly Passage[]>>
/** All that a slide, a question, a term or a step of a picture shows and says, as one line. */
const texts = new Map<string, string>()
beforeAll(async () => {
  ;({ course, passages } = await readCourse())
  for (const { ref, slides } of course.decks) {
    for (const { id, titleHtml, html, notes } of slides) {
      const said = [titleHtml, html, ...notes.map((note) => note.html)].join(' ')
      texts.set(`${ref.lang} ${ref.name.slice(0, 2)}/${id}`, plain(said).replaceAll('&#x3C;', '<'))
    }
  }
  for (const lang of langs) {
    for (const { id, oneLineHtml, answerHtml, keyPoints } of course.questions[lang]) {
      texts.set(`${lang} ${id}`, plain([oneLineHtml, answerHtml, ...keyPoints.map(({ html }) => html)].join(' ')))
    }
    for (const { id, definition } of course.glossary) texts.set(`${lang} glossary ${id}`, definition[lang])
    for (const { where, text, isDrawn } of passages[lang]) {
      if (isDrawn === true) texts.set(`${lang} ${where}`, text.replaceAll('\n', ' '))
    }
  }
})

const held = Object.entries(corrections)
const wrongs = held.flatMap(([what, { never }]) => (never ? [[what, never] as const] : []))

describe('what an examiner corrected', () => {
  it.each(held)('%s, and is said where it belongs', (_, { now = [] }) => {
    for (const [where, ko, en] of now) {
      expect(texts.get(`ko ${where}`), where).toMatch(ko)
      expect(texts.get(`en ${where}`), where).toMatch(en)
    }
  })

  it.each(wrongs)('%s: nothing else is written', (_, never) => {
    const written = (lang: Lang) => passages[lang].filter(({ isDrawn }) => isDrawn !== true)
    expect(langs.flatMap((lang) => linesWith(written(lang), never))).toEqual([])
  })

  it.each(wrongs)('%s: no picture says otherwise', (_, never) => {
    const drawn = (lang: Lang) => passages[lang].filter(({ isDrawn }) => isDrawn === true)
    expect(langs.flatMap((lang) => linesWith(drawn(lang), never))).toEqual([])
  })
})

describe('the commands of the course', () => {
  const html = () => course.decks.flatMap(({ slides }) => slides.map((slide) => slide.html)).join('\n')

  it('read a cgroup where every driver has it', () => {
    expect(html()).not.toMatch(/\/sys\/fs\/cgroup\/docker\/[0-9a-f]/)
  })

  it('verify whose signature it is, not only of which repository', () => {
    expect(html()).not.toContain('certificate-identity-regexp')
  })

  it('wait for a server before they ask it for a dump', () => {
    expect(plain(html())).toMatch(/pg_isready.*pg_dumpall/)
  })
})

describe('the order of the course', () => {
  it('tells each thing in one place: no two slides of a deck or of two have one title or play the same steps', () => {
    const repeated = new Set(['take-home', 'sources', 'part-answer'])
    for (const lang of langs) {
      const slides = course.decks.filter(({ ref }) => ref.lang === lang).flatMap((deck) => deck.slides)
      const titles = slides.filter(({ id }) => !repeated.has(id)).map(({ title }) => title)
      expect(titles.toSorted()).toEqual([...new Set(titles)].toSorted())
      const played = slides.flatMap(({ scene }) => (scene && scene.predicts !== false ? [scene.steps.join(' ')] : []))
      expect(played.toSorted()).toEqual([...new Set(played)].toSorted())
    }
  })

  it('plans in each deck the minutes that its slides take', () => {
    for (const { ref, minutes, slides } of course.decks) {
      const seconds = slides.reduce((sum, slide) => sum + (slide.seconds ?? 0), 0)
      expect(minutes, `${ref.name} ${ref.lang}`).toBe(Math.round(seconds / 60))
    }
  })

  it('has thirty minutes in the path of thirty minutes, security among them', () => {
    for (const path of course.paths.filter(({ ref }) => ref.name === 'path:thirty-minutes')) {
      const seconds = path.slides.reduce((sum, slide) => sum + (slide.seconds ?? 0), 0)
      expect(seconds).toBeGreaterThanOrEqual(28 * 60)
      expect(seconds).toBeLessThanOrEqual(32 * 60)
      expect(path.slides.map(({ id }) => id)).toEqual(expect.arrayContaining(['three-risks', 'socket-is-the-key']))
    }
  })

  it('marks each step once in the notes of a slide', () => {
    for (const { ref, slides } of course.decks) {
      for (const { id, notes } of slides) {
        const marked = notes.flatMap(({ step }) => step ?? [])
        expect(marked, `${ref.name}/${id} ${ref.lang}`).toEqual([...new Set(marked)])
      }
    }
  })
})

describe('the questions of the course', () => {
  it('that ask for thirty seconds are answered in thirty', () => {
    for (const [lang, units, perMinute] of [
      ['ko', /[가-힣]/g, 330],
      ['en', /\S+/g, 140],
    ] as const) {
      const answer = plain(course.questions[lang].find(({ id }) => id === 'q-vm-or-container')?.answerHtml ?? '')
      expect((answer.match(units)?.length ?? Infinity) / perMinute, lang).toBeLessThanOrEqual(0.5)
    }
  })

  it('lead on to what is asked next', () => {
    for (const lang of langs) {
      const followups = new Map(course.questions[lang].map(({ id, followups: next }) => [id, next]))
      expect(followups.get('q-two-pids')).not.toContain('q-container-network')
      for (const [one, next] of [
        ['q-desktop-vm', 'q-any-os'],
        ['q-any-os', 'q-kernel'],
        ['q-kernel', 'q-shared-kernel-risk'],
      ] as const) {
        expect(followups.get(one), one).toContain(next)
      }
    }
  })
})

it('knows rootless mode by the name that the Korean decks have for it', () => {
  expect(course.glossary.find(({ id }) => id === 'rootless')?.term).toEqual({ ko: '루트리스', en: 'rootless mode' })
})
