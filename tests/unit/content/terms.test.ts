import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { langs, type Lang } from '../../../src/contract/deck.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { folder, linesWith, readCourse, type Passage } from './passages.ts'

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
    // To share is not to divide: 나누다 says both, and of risks or kernels the opposite of what is meant.
    [/나눠 ?(?:쓰|쓴|씁|써|썼)/, '공유하다, 함께 쓰다'],
    [/커널(?:까지|을|도) 나(?:눈|눕|눠|누)|위험도 나눈/, '커널을 분리하다, 위험을 공유하다'],
    [
      /네임스페이스.* 나[눈누눠]|멈춤과 삭제를 나|(?:것을|트래픽을|하는지를|팀으로) 나[눈눠]/,
      '분리하다, 구분하다, 정하다',
    ],
    [/부탁/, '요청'],
    [/(?:마운트|라우팅) 표/, '마운트 테이블, 라우팅 테이블'],
    [/폴더/, '디렉터리'],
    [/처리기/, '핸들러'],
    [/대역폭[을도은]? ?막|속도를 막/, '대역폭을 제한하다'],
    [/(?<!읽기 전용 )루트(?:만|를) (?:잠|읽기)/, '루트 파일시스템'],
    [/올려 쓴/, '업그레이드한'],
    [/회전을/, '로그 로테이션'],
    [/도커 (?:회사|사(?![가-힣]))/, 'Docker, Inc.'],
    [/쿠버네테스/, '쿠버네티스'],
    [/컴포즈/, 'Compose'],
    [/바탕(?!으로|색)/, '베이스'],
    [/가림막|지움 표시/, '화이트아웃, 삭제 표시'],
    [/shell 형식/, '셸 형식'],
    [/rootless(?:[는를가로나]|(?= 모드))/, '루트리스'],
    [/alpine(?:[은는이을]|(?= 이미지))/, '알파인'],
    [/Docker Desktop|(?<!도커 )데스크톱/, '도커 데스크톱'],
    [
      /(?<!in )Docker Engine(?! \d+ release notes)|Docker(?: \d|[가-힣])|Engine \d[\d.]*\b(?! release notes)/,
      '도커 엔진, 엔진 29',
    ],
    [/Docker Hub(?:[가-힣]|(?= [가-힣]))/, '도커 허브'],
    [/Virtualization framework/, '애플 Virtualization 프레임워크'],
    // 대역 is a band of frequencies or addresses: who reads it of a server looks for its network.
    [/(?:서버|io|허브).{0,4}대역(?!폭)|\(대역\)/, '시험용 서버'],
    // English that was put into Korean word by word, and words for children or for a novel.
    [/뜻이 (?:있|없)/, '의미가 있다, 의미가 없다'],
    [/에 의해|되어지|보여지|쓰여[요지집]|로 하여금|무언가/, '능동으로 쓴다'],
    [/건네(?!받)/, '전달하다, 넘기다'],
    [/(?:직접|커널만) 만[지진]/, '다루다'],
    [/울타리|깃발|찌꺼기|조리법|욕심|그루|손잡이|맡아 [두둔]|곱게|결말|마지막 말/, '기술 문서의 말'],
    [/이긴다|이깁니다|이겨요/, '우선한다'],
    [/(?:루트의 |다만 |줄어 )?힘[은이] (?:다|줄)/, '권한이 다르다, 권한이 줄다'],
    [/(?:마지막|고친) 판/, '버전'],
    [/가져(?:갈 것|가세요)/, '기억할 것'],
    // Nothing may speak of notes that whoever learns has not seen.
    [/(?<!릴리스 )노트(?!북)/, '본 적 없는 노트'],
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
    [/\b(?:it|that|this|which) is no (?!longer|more|less|different|such|way)/i, 'is not a'],
    [/\b(?:is|are|were) (?:not )?here(?: already)?\b(?! (?:to|with))/, 'present locally'],
    [/\bsplit the kernel\b/, 'separate the kernel'],
    [/\bBy it\b/, 'That is how'],
    [/\bnext but one\b/, 'two slides from now'],
    [/\bfewest rights\b/, 'least privilege'],
    [/\bdefense|\bbehavior\b|\bcolor\b|\blicense\b/i, 'British spelling'],
    [
      /\b(?:virtual|organ|recogn|memor|normal|synchron|priorit|author|optim|minim|general)is(?:e|ed|es|ing|ation)\b/i,
      '-ize',
    ],
    // German and Korean syntax in English words.
    [/\bwhoever\b/i, 'anyone who'],
    [/\bwhen (?:do |would )?you (?:use|choose|take) which\b/i, 'when you use each'],
    [/\banew\b/, 'again, or the verb with re-'],
    [/` of (?:docker )?(?:run|stop|prune|exec)\b/, '`docker run --option`'],
    [/\b(?:choose|chooses|select|selects|pick|picks)(?: it| them)? by `/, 'with an option'],
    [/\b(?:image|program|binary) of another CPU\b/, 'for another CPU'],
    [/\bfrom it\b[^.;]* (?:is|are) picked\b/, 'from which Docker picks'],
    [/\bmakes? a place\b/, 'sets it up'],
    [/\b(?:is|are) not let in\b|^not let in$/, 'rejected'],
    [/\btakes long\b/, 'takes a long time'],
    [/\bat run\b(?! time)/i, 'at run time'],
    [/\bmeet them again as\b(?<!will meet them again as)/, 'you will meet them again as'],
    [/, they say\b/, 'I hear'],
    // Two sentences with a comma between them: what is not, and what is instead.
    [
      /(?:^|[.:!?"] )(?!(?:If|When|Where|While|Once|Since|As|Unless|Because|Although|Until) )[^.,;:!?]*(?:\b(?:do|does|is|are) not|n't|\bnothing|\bonly)\b[^.,;:!?]*, (?:it|they|you|we) (?:is|are|only|just|do|does|run|go|fill|slow|describe|replace|execute|lie|put|swap)/,
      'a semicolon, or but',
    ],
  ],
}

/** What decks, questions and the glossary are held to besides; a label in a picture may be shorter or as it was recorded. */
const inFiles: typeof renderings = {
  ko: [[/\d(?:ms|[kMG]i?B)\b|밀리초|킬로바이트|메가바이트/, '125 ms, 64 MiB']],
  en: [[/\d(?:ms|[kMG]i?B)\b|\d (?:milliseconds|kilobytes|megabytes)/, '125 ms, 64 MiB']],
}

let passages: Readonly<Record<Lang, readonly Passage[]>> = { ko: [], en: [] }
beforeAll(async () => {
  passages = (await readCourse()).passages
})

describe.each(langs)('the words of the course in %s', (lang) => {
  const found = (wrong: RegExp) => linesWith(passages[lang], wrong)

  it('are there to be read', () => {
    expect(passages[lang].length).toBeGreaterThan(172 + 56 + 238 + 50)
    expect(passages[lang].filter(({ text }) => text.trim() === '')).toEqual([])
  })

  it.each(renderings[lang])('are never %s, but %s', (wrong) => {
    expect(found(wrong)).toEqual([])
  })

  it.each(inFiles[lang])('are outside of pictures never %s, but %s', (wrong) => {
    const written = passages[lang].filter(({ isDrawn }) => isDrawn !== true)
    expect(linesWith(written, wrong)).toEqual([])
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

describe('the Korean of the course', () => {
  it('says in its one-line answers what one says to an interviewer', async () => {
    const { course } = await readCourse()
    const loose = course.questions.ko.filter(({ oneLineHtml }) => !/니다\.\s*(?:<[^>]*>\s*)*$/.test(oneLineHtml))
    expect(loose.map(({ id, oneLineHtml }) => `${id}: ${oneLineHtml}`)).toEqual([])
  })

  it('ends no title on the way to its verb', async () => {
    const { course } = await readCourse()
    const titles = [
      ...course.decks
        .filter(({ ref }) => ref.lang === 'ko')
        .flatMap(({ slides }) => slides.map(({ titleHtml }) => titleHtml)),
      ...scenes.flatMap(({ steps }) => steps.map(({ title }) => title.ko)),
    ]
    expect(titles.filter((title) => /(?:까지|으로|만|[을를에]|(?<= )때)(?:<[^>]*>)*$/.test(title.trim()))).toEqual([])
  })
})

describe('the files of the course', () => {
  it('leave nothing to do', async () => {
    for (const name of await readdir(folder)) {
      expect(await readFile(join(folder, name), 'utf8'), name).not.toMatch(/\b(?:TODO|FIXME|TBD)\b/)
    }
  })
})
