import documented from '../../../assets/traces/documented-isolation.json' with { type: 'json' }
import type { Lang, Text } from '../../contract/deck.ts'
import type { Digest, Said } from './digest.ts'

const { cgroupPaths } = documented

/** Who takes part in a recording, by the id that its digest gives them. Programs that go by their own names have none. */
const parties: Readonly<Record<string, string>> = {
  registry: 'OCI 레지스트리(docker-registry 2.8.3)',
  'token-server': '토큰 서버(auth.docker.io 대역)',
  'stop-watch': '스톱워치',
  'serial-console': '시리얼 콘솔',
  'container-process': '컨테이너 속 프로세스',
  container: '컨테이너',
  'cli-and-engine': 'docker CLI와 엔진',
  'docker-proxy': 'docker-proxy(공개한 포트를 넘겨준다)',
  engine: '도커 엔진',
  'engine-classic-store': '도커 엔진(기존 이미지 저장소)',
  'engine-containerd-store': '도커 엔진(containerd 이미지 저장소)',
  'guest-init': 'VM 속 첫 프로그램',
  'guest-kernel': 'VM 속 리눅스 커널',
  'host-files': '호스트 파일시스템',
  'host-kernel': '호스트 커널과 파일시스템',
  kernel: '리눅스 커널',
  'root-shell': '호스트의 루트 셸',
  qemu: '가상 머신(QEMU)',
  'runc-init': 'runc init(컨테이너 프로세스가 된다)',
  'event-subscribers': '이벤트 구독자',
  person: '셸 앞의 사람',
  vm: '가상 머신',
}

/** Under which conditions it was recorded. */
const conditions: Readonly<Record<string, string>> = {
  'in-qemu-guest':
    'QEMU 게스트 안, 소프트웨어 에뮬레이션(KVM 없이 TCG): Debian 커널 6.1, 가상 CPU 하나, cgroup v2. 실제 하드웨어보다 모두 10~30배 느림',
  'in-qemu-guest-debian-12':
    'QEMU 게스트 안, 소프트웨어 에뮬레이션(KVM 없이 TCG): Debian 12 커널 6.1, 가상 CPU 하나, cgroup v2. 실제 하드웨어보다 모두 10~30배 느림',
  'own-namespaces-host-pids':
    'dockerd, containerd, 레지스트리는 따로 만든 mount·network·pid·uts 네임스페이스에서 loopback 장치만 두고 실행. CPU 코어 2개를 다른 작업과 나눠 씀. "host"라고 적은 PID는 그 pid 네임스페이스의 것',
  'own-namespaces':
    'dockerd, containerd, 레지스트리는 따로 만든 mount·network·pid·uts 네임스페이스에서 loopback 장치만 두고 실행. CPU 코어 2개를 다른 작업과 나눠 씀',
  'own-namespaces-own-pids':
    'dockerd, containerd, 레지스트리는 따로 만든 mount·network·pid·uts 네임스페이스에서 loopback 장치만 두고 실행. PID는 그 pid 네임스페이스의 것. CPU 코어 2개를 다른 작업과 나눠 씀',
  'byte-proxy':
    '"protocol"에 적힌 소켓에 투명한 바이트 프록시를 두고 기록. 내용은 고치지 않음. 시각은 명령을 시작한 뒤의 ms',
  'http-byte-proxy':
    'HTTP는 "protocol"에 적힌 소켓의 투명한 바이트 프록시를 지나감. 내용은 고치지 않음. 시각은 명령을 시작한 뒤의 ms',
  'bodies-shortened': '본문의 JSON에서 null, 빈 값, 0, false는 생략. 레이어와 빌드 컨텍스트 본문은 tar 목록으로 대신함',
  'bodies-and-paths-shortened':
    '본문의 JSON에서 null, 빈 값, 0, false는 생략. 레이어와 빌드 컨텍스트 본문은 tar 목록으로 대신함. 컴퓨터의 경로는 바꿔 적음',
  'hub-stand-ins':
    'hub.example과 auth.example은 도커 허브와 auth.docker.io의 대역: 토큰 인증을 켠 docker-registry와 직접 만든 작은 토큰 서버(Node, RS256), loopback의 평문 HTTP. 사용자 alice와 비밀번호는 거기에만 있음. 토큰은 줄여 적음',
  'guest-pids': '"host"라고 적은 PID는 게스트의 것',
  'no-emulator': '기록한 곳에는 에뮬레이터(binfmt_misc)가 없음',
  'grpc-proxy':
    'gRPC는 기록용 HTTP/2 프록시를 지나감(호출마다 약 1 ms 늘어남). protobuf는 스키마 없이 풀어서 필드가 번호로 남음',
  'live-restore':
    'daemon.json에서 live-restore를 켬. 192.0.2.10은 127.0.0.0/8이 아닌 주소를 쓰려고 loopback 장치에 더한 두 번째 주소',
  strace:
    'dockerd와 containerd, 그 모든 자식에 strace를 붙임: 시간이 몇 배 길어짐. 데몬이 돌아온 뒤 strace를 새로 붙였고, 시작하는 순간은 기록하지 않음',
  'measured-ten-times': '가상 머신의 CPU 코어 2개, 재는 동안 부하 평균 약 1. 한 번은 재지 않고 실행한 뒤 10번씩 잼',
  'container-times': '컨테이너: busybox 이미지, /bin/true, CLI 명령 전체에 걸린 시간',
  'vm-times':
    '가상 머신: QEMU 소프트웨어 에뮬레이션(TCG). 이 컴퓨터의 /dev/kvm은 따로 만든 게스트 커널만 받기 때문. 하드웨어 가상화에서는 VM이 몇 배 빨리 켜지므로 이 비율을 일반화할 수 없음',
  'user-mode-linux': 'User-mode Linux는 프로세서를 에뮬레이션하지 않고 자기 커널을 보통 프로세스로 실행',
  'software-emulation':
    '소프트웨어 에뮬레이션(TCG): 하드웨어 가상화를 쓸 수 없어 실제 하드웨어보다 시간이 몇 배 길어짐',
  'serial-kernel-log': '커널 로그를 시리얼로 내보냄(조용히 켤 때보다 느림: startup-times를 보세요)',
}

/** Where the files of a container's cgroup are on most hosts: not where they were while it was recorded. */
const otherDriver: Text = {
  ko: `cgroup 경로는 cgroupfs 드라이버의 것. cgroup v2와 systemd가 있는 호스트의 기본인 systemd 드라이버에서는 ${cgroupPaths.systemd}`,
  en: `cgroup paths are those of the cgroupfs driver; with the systemd driver, the default on cgroup v2 hosts with systemd, it is ${cgroupPaths.systemd}`,
}

const korean = new Map(Object.entries({ ...parties, ...conditions }))

/**
 * What the recorder says of its recording, in the language of the reader: names of parties and conditions. What has no
 * id, or one that is not known, stays as it was recorded; and so does everything that was sent and answered.
 */
export function said(recorded: Said, lang: Lang): string {
  if (typeof recorded === 'string') return recorded
  return lang === 'ko' ? (korean.get(recorded.id) ?? recorded.en) : recorded.en
}

/** Under which conditions a recording was made, and what of it is otherwise on most computers. */
export function conditionsOf({ conditions, recordedWith, events }: Digest, lang: Lang): string[] {
  const told = conditions.map((condition) => said(condition, lang))
  const cgroup = recordedWith['cgroup']
  const namesPaths = /cgroup\/(?:[^"]*\/)?docker\/|0::\/docker\//.test(JSON.stringify(events))
  return typeof cgroup === 'string' && cgroup.includes('cgroupfs') && namesPaths ? [...told, otherDriver[lang]] : told
}
