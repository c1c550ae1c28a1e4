import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { langs, type Lang, type Slide } from '../../../src/contract/deck.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { plain } from './plain.ts'

/**
 * What study notes on Docker often have wrong, and where the course puts it right: the number of the correction, the
 * slide whose topic it is (deck and id), and what must be on it or in its notes, in Korean and in English.
 */
const corrections: readonly (readonly [fact: string, slide: string, ko: RegExp, en: RegExp])[] = [
  [
    'F01',
    '01/what-docker-does',
    /“가상화 플랫폼”보다.*패키징, 배포, 실행 플랫폼/,
    /Rather than a "virtualization platform".*packaging, shipping and running/,
  ],
  [
    'F02',
    '01/three-benefits',
    /파일과 시작 명령까지/,
    /files and the start command.*deploy by tag, even those can differ/,
  ],
  [
    'F03',
    '01/comparison-table',
    /이미지 속 라이브러리.*런타임은 층이 아니라 관리자/,
    /libraries from the image.*the runtime is a manager, not a layer/,
  ],
  ['F04', '01/comparison-table', /125\s?ms 이하/, /within 125 ms/],
  ['F05', '01/comparison-table', /한도 없음이 기본/, /no limit by default/],
  ['F06', '02/three-verbs', /capability와 seccomp와 AppArmor/, /capabilities.*seccomp.*AppArmor/],
  ['F07', '01/comparison-table', /커널과 CPU가 맞아야/, /kernel and CPU must fit/],
  ['F08', '01/any-os-truth', /그 커널에 묶는다.*시스템 콜 ABI/, /system call ABI/i],
  [
    'F09',
    '04/below-the-daemon',
    /이런 부품은 없다.*HTTP.*gRPC.*ttRPC.*fork\/exec/,
    /no such part.*HTTP.*gRPC.*ttRPC.*fork\/exec/,
  ],
  ['F10', '01/used-together', /VM 위에서 돌고.*gVisor.*Kata.*--runtime/, /on VMs.*gVisor.*Kata.*--runtime/],
  ['F11', '01/vm-stack', /CentOS Linux는 종료/, /CentOS Linux.*has been discontinued/],
  [
    'F12',
    '01/mac-and-windows',
    /Virtualization 프레임워크가 기본.*Docker VMM은 베타.*Rosetta.*WSL 2가 기본/,
    /default on a Mac is Apple's Virtualization framework.*Docker VMM is in beta.*no Rosetta.*default is WSL 2/,
  ],
  [
    'F13',
    '01/finished-sentence',
    /이미지에는 커널이.*uname -r.*리눅스 VM의 커널/,
    /image contains no kernel.*Linux VM/,
  ],
  [
    'F14',
    '02/seven-of-eight',
    /여덟 개.*29\.5.*5\.6.*실제 시각은 언제나/,
    /there are eight now.*Engine 29\.5.*5\.6.*everybody shares the time of day/,
  ],
  [
    'F15',
    '02/seven-of-eight',
    /사용자 네임스페이스.*기본으로 꺼져.*호스트에서도 UID 0/,
    /user namespace, and by default it is off.*UID 0 in the container is UID 0 on the host/,
  ],
  [
    'F16',
    '02/names-and-ipc',
    /NIS 도메인.*DNS 도메인이 아닙니다.*System V IPC.*POSIX 메시지 큐/,
    /NIS domain.*DNS.*System V IPC.*POSIX message queues/,
  ],
  [
    'F17',
    '02/cgroups-count',
    /데이터를 못 보게 하는 것은 cgroup의 일이 아니다/,
    /Keeping data out of sight is not their job/,
  ],
  ['F18', '02/no-network-dial', /없다.*net_cls.*net_prio.*tc 나 CNI bandwidth/, /net_cls.*net_prio.*tc.*CNI bandwidth/],
  [
    'F19',
    '02/cgroup-v1-v2',
    /2029년 5월까지 \(2026-11 기준\).*Cgroup Version/,
    /May 2029 \(as of November 2026\).*Cgroup Version/,
  ],
  [
    'F20',
    '02/grep-docker',
    /dockerd.*docker-proxy.*프로그램 이름 그대로.*출력하고 바로 끝난다/,
    /dockerd.*docker-proxy.*command line.*(ends|exits)/,
  ],
  ['F20', '02/ask-for-the-pid', /State\.Pid.*NSpid.*docker top/, /State\.Pid.*NSpid.*docker top/],
  [
    'F21',
    '02/pid-one',
    /핸들러를 등록하지 않은 시그널은 무시.*10초.*30초.*SIGKILL.*고아/,
    /no handler.*ten seconds.*thirty.*SIGKILL.*orphaned processes/,
  ],
  [
    'F22',
    '03/privileged-opens-all',
    /14개.*허용 목록.*모든 장치.*--cap-drop ALL --cap-add/,
    /14 all.*allow-list.*all of the host's.*--cap-drop ALL --cap-add/,
  ],
  ['F22', '03/fourteen-left', /CHOWN.*AUDIT_WRITE.*허용 목록/, /CHOWN.*AUDIT_WRITE.*seccomp is an allow-list/],
  [
    'F23',
    '03/runc-escapes',
    /CVE-2025-31133.*CVE-2025-52565.*CVE-2025-52881.*28\.5\.2.*커널, 엔진, runc를 함께/,
    /CVE-2025-31133.*CVE-2025-52565.*CVE-2025-52881.*28\.5\.2.*runc/,
  ],
  ['F23', '03/socket-is-the-key', /docker 그룹.*같은 열쇠/, /docker group.*same key/i],
  ['F24', '03/run-as-user', /initdb.*호스트의 1000번.*23\.04/, /initdb.*same number as 1000 on the host.*23\.04/],
  [
    'F25',
    '03/swap-opens-again',
    /메모리와 스왑을 더한.*--pids-limit.*free.*호스트의 값/,
    /memory plus swap.*--pids-limit.*free inside shows the host's/,
  ],
  ['F25', '03/over-the-limit', /137.*스로틀링/, /137.*throttl/i],
  [
    'F26',
    '03/read-only-root',
    /볼륨과 바인드 마운트는 그대로 쓸 수 있다.*--tmpfs.*\/tmp/,
    /[Vv]olumes and bind mounts.*writ.*--tmpfs.*\/tmp/,
  ],
  [
    'F27',
    '03/no-new-privileges',
    /sudo 나 su 로 루트가 되지 못한다.*여전히 루트.*--user , --cap-drop ALL/,
    /sudo.*su.*still root.*--user.*--cap-drop ALL/,
  ],
  [
    'F28',
    '03/scan-and-rebuild',
    /그 순간의 결과.*docker scout cves.*Trivy.*Grype.*docker scan 은 없어졌/,
    /docker scout cves.*Trivy.*Grype.*docker scan/,
  ],
  [
    'F29',
    '05/inside-an-image',
    /파일을 바꾸는 줄만.*스냅샷을 쌓았다”보다 “변경분/,
    /Only the lines that change files do.*"a stack of changes" is more exact than "a stack of snapshots"/,
  ],
  ['F29', '05/deleted-but-there', /그대로 남아.*작아지지 않습니다/, /an rm at the end does not make the image smaller/],
  [
    'F30',
    '05/what-a-container-adds',
    /실행 중인 이미지.*부족.*멈춘 것도 컨테이너/,
    /"a container is a running image" falls a little short.*stopped/,
  ],
  [
    'F30',
    '05/stop-is-not-delete',
    /쓰기 레이어는 남고.*rm을 해야 쓰기 레이어가 사라/,
    /writable layer stays.*It takes rm to delete/,
  ],
  [
    'F31',
    '05/class-and-object',
    /디스크에 남는다.*이미지가 된다.*상속이 아니라 변경분/,
    /stays on disk.*turns a container into an image.*not inheritance/,
  ],
  [
    'F32',
    '05/postgres-with-a-volume',
    /dst=\/var\/lib\/postgresql .*18\/docker/,
    /dst=\/var\/lib\/postgresql .*18\/docker/,
  ],
  ['F32', '05/data-in-volumes', /백업은 아닙니다/, /it is not a backup/],
  ['F33', '05/pros-and-cons', /오케스트레이터가/, /when to scale: an orchestrator decides/],
  [
    'F34',
    '06/registry-and-hub',
    /기본 레지스트리.*ECR.*GHCR.*Harbor.*증명되지는 않습니다/,
    /ECR, GHCR.*Harbor.*does not prove which Dockerfile/,
  ],
  [
    'F35',
    '06/image-tiers',
    /인증된 퍼블리셔.*취약점이 없다는 보장은 아닙니다.*dhi\.io/,
    /Verified Publisher.*No tier guarantees.*dhi\.io/,
  ],
  ['F36', '06/private-repositories', /비공개 저장소 1개.*암호화가 아니에요/, /1 private repository.*not encryption/],
  [
    'F37',
    '06/logging-in',
    /기기 코드.*브라우저.*액세스 토큰을 표준 입력.*base64/,
    /device code.*browser.*access token, not the password, on standard input.*base64/,
  ],
  [
    'F38',
    '06/searching',
    /도커 허브에서만.*is-automated 필터는 28\.2/,
    /Docker Hub only.*is-automated filter was removed in 28\.2/,
  ],
  [
    'F39',
    '06/tag-and-push',
    /아무것도 복사하지 않습니다.*LABEL과도 다른/,
    /copies nothing.*not the same as an image's LABEL/,
  ],
  ['F39', '06/tag-moves', /매니페스트를 가리키는.*포인터/, /pointer to a manifest/],
  [
    'F40',
    '06/latest-is-a-name',
    /옛것 그대로.*다시 받지 않아.*되돌릴 이름/,
    /it stays old.*run does not pull.*no name to go back/,
  ],
  ['F41', '06/tag-strategy', /한 번 빌드해서 같은 다이제스트를 승격/, /[Bb]uild once.*same digest/],
  ['F42', '06/tag-strategy', /128자.*더하기 기호는 못/, /128.*plus/],
  [
    'F43',
    '06/base-images-age',
    /2025-10-31.*3\.14-slim.*2025-11-13.*postgres:18.*6\.2/,
    /2025-10-31.*3\.14-slim.*2025-11-13.*postgres:18.*6\.2/,
  ],
  [
    'F44',
    '06/build-in-ci',
    /checkout.*setup-buildx-action.*login-action.*provenance.*sbom.*cache-from/,
    /checkout.*setup-buildx-action.*login-action.*provenance.*sbom.*cache-from/,
  ],
  [
    'F45',
    '06/switch-on-scanning',
    /None.*저장소 설정에서 켠 뒤에야.*Scout 분석.*정적 스캔.*10 GB 미만/,
    /None.*once you have enabled it in the repository's settings.*Scout.*[Ss]tatic.*10 GB/,
  ],
  [
    'F46',
    '06/integrity-and-origin',
    /2026-12-08 종료.*2025년 8월 8일.*엔진 29에서 CLI에서 빠졌고/,
    /2026-12-08 end.*August 8, 2025.*Engine 29 took it out of the CLI/,
  ],
  ['F46', '06/signing-today', /Cosign이나 Notation/, /Cosign or Notation/],
  [
    'F47',
    '06/private-repositories',
    /협업자.*팀.*조직 액세스 토큰/,
    /[Cc]ollaborators.*teams.*organization access token/i,
  ],
  ['F48', '06/reading-a-name', /docker\.io.*library.*latest/, /docker\.io.*library.*latest/],
  ['F48', '06/tag-and-push', /없는 레이어만.*매니페스트가 마지막/, /manifest.*last|last.*manifest/i],
  ['F49', '04/commands-of-a-life', /새 컨테이너가 생긴다.*--timeout.*-f/, /new container.*--timeout.*-f/],
  [
    'F49',
    '04/commands-to-look-inside',
    /PID 1이 끝나면.*태그 없는 것을 숨긴다.*레지스트리는 그대로.*SSH 접속이 아닙니다/,
    /PID 1.*untagged.*registry.*SSH/,
  ],
  [
    'F50',
    '06/pull-limits',
    /IPv6 \/64.*100회.*200회.*매니페스트를 GET.*HEAD는 세지 않고.*429/,
    /IPv6 \/64.*200.*manifest.*HEAD.*429/,
  ],
  [
    'F51',
    '05/three-names-of-a-layer',
    /새로 설치하면 containerd.*overlay2 그대로.*디스크를 더/,
    /new installation.*containerd.*overlay2.*disk/,
  ],
  [
    'F52',
    '06/searching',
    /인기.*지원 기간, 스캔 결과, 기본 사용자, 플랫폼/,
    /popularity.*support period, scan results, the default user and the platforms/,
  ],
  ['F53', '07/say-deploy-benefits', /DB 스키마, 비밀 값과 설정/, /Schema changes.*secrets and settings/],
  ['F54', '01/finished-sentence', /각자 갖는다.*하나를 공유 한다/, /VMs each have a kernel.*Containers share one/],
  [
    'F55',
    '05/who-deletes-a-volume',
    /익명 볼륨.*rm -v.*지워진다.*이름 있는 볼륨은 컨테이너를 지우는 명령으로는/,
    /Anonymous volume.*rm -v stays deleted.*do not delete a named volume/,
  ],
  [
    'F56',
    '07/sources',
    /1차 자료.*OCI image-spec.*containerd.*namespaces\(7\)/,
    /[Pp]rimary.*OCI image-spec.*containerd.*namespaces\(7\)/,
  ],
]

const slides = new Map<string, Slide>()
beforeAll(async () => {
  const course = await loadCourse(join(import.meta.dirname, '../../../slides/docker'), { id: 'docker', bundled: true })
  for (const { ref, slides: own } of course.decks) {
    for (const slide of own) slides.set(`${ref.lang} ${ref.name.slice(0, 2)}/${slide.id}`, slide)
  }
})

/** All that a slide shows and says, as one line. */
function textOf(lang: Lang, id: string): string {
  const slide = slides.get(`${lang} ${id}`)
  if (slide === undefined) throw new Error(`There is no slide ${id} in ${lang}.`)
  const points = slide.question?.keyPoints.map(({ html }) => html) ?? []
  return plain([slide.titleHtml, slide.html, ...points, ...slide.notes.map(({ html }) => html)].join(' '))
}

describe('the corrections of the course', () => {
  it('are all there', () => {
    const numbers = Array.from({ length: 56 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`)
    expect([...new Set(corrections.map(([fact]) => fact))].toSorted()).toEqual(numbers)
  })

  it.each(corrections)('%s is on %s', (_, id, ko, en) => {
    const wanted = { ko, en }
    for (const lang of langs) expect(textOf(lang, id)).toMatch(wanted[lang])
  })
})
