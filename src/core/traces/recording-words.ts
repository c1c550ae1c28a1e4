import type { Lang } from '../../contract/deck.ts'

/** Who takes part in a recording, by what the recorder calls them. Names of programs are the same in both languages. */
const parties: Readonly<Record<string, string>> = {
  'OCI registry (docker-registry 2.8.3)': 'OCI 레지스트리(docker-registry 2.8.3)',
  'token server (a stand-in for auth.docker.io)': '토큰 서버(auth.docker.io 대역)',
  'the stop watch': '스톱워치',
  'serial console': '시리얼 콘솔',
  'a process in the container': '컨테이너 속 프로세스',
  'process in the container': '컨테이너 속 프로세스',
  container: '컨테이너',
  'docker CLI and engine': 'docker CLI와 엔진',
  'docker-proxy (forwards the published port)': 'docker-proxy(공개한 포트를 넘겨준다)',
  'Docker engine': '도커 엔진',
  'Docker engine (classic image store)': '도커 엔진(기존 이미지 저장소)',
  "Docker engine with containerd's image store": '도커 엔진(containerd 이미지 저장소)',
  'the first program inside the VM': 'VM 속 첫 프로그램',
  'the Linux kernel inside the VM': 'VM 속 리눅스 커널',
  'the host file system': '호스트 파일시스템',
  'the host kernel and file system': '호스트 커널과 파일시스템',
  'Linux kernel': '리눅스 커널',
  'a root shell on the host': '호스트의 루트 셸',
  'QEMU, the virtual machine': '가상 머신(QEMU)',
  'runc init, becomes the container process': 'runc init(컨테이너 프로세스가 된다)',
  'event subscribers': '이벤트 구독자',
  'the person at the shell': '셸 앞의 사람',
  'virtual machine': '가상 머신',
}

/** Under which conditions it was recorded, by the recorder's own sentences. */
const conditions: Readonly<Record<string, string>> = {
  'inside a QEMU guest with software emulation (TCG, no KVM): Debian kernel 6.1, one virtual CPU, cgroup v2; everything is 10 to 30 times slower than on hardware':
    'QEMU 게스트 안, 소프트웨어 에뮬레이션(KVM 없이 TCG): Debian 커널 6.1, 가상 CPU 하나, cgroup v2. 실제 하드웨어보다 모두 10~30배 느림',
  'inside a QEMU guest with software emulation (TCG, no KVM): Debian 12 kernel 6.1, one virtual CPU, cgroup v2; everything is 10 to 30 times slower than on hardware':
    'QEMU 게스트 안, 소프트웨어 에뮬레이션(KVM 없이 TCG): Debian 12 커널 6.1, 가상 CPU 하나, cgroup v2. 실제 하드웨어보다 모두 10~30배 느림',
  'dockerd, containerd and the registry run in private mount, network, pid and uts namespaces with only a loopback device; 2 CPU cores shared with other work; pids called "host" are those of that pid namespace':
    'dockerd, containerd, 레지스트리는 따로 만든 mount·network·pid·uts 네임스페이스에서 loopback 장치만 두고 실행. CPU 코어 2개를 다른 작업과 나눠 씀. "host"라고 적은 PID는 그 pid 네임스페이스의 것',
  'dockerd, containerd and the registry run in private mount, network, pid and uts namespaces with only a loopback device; 2 CPU cores shared with other work':
    'dockerd, containerd, 레지스트리는 따로 만든 mount·network·pid·uts 네임스페이스에서 loopback 장치만 두고 실행. CPU 코어 2개를 다른 작업과 나눠 씀',
  'dockerd, containerd and the registry run in private mount, network, pid and uts namespaces with only a loopback device; pids are those of that pid namespace; 2 CPU cores shared with other work':
    'dockerd, containerd, 레지스트리는 따로 만든 mount·network·pid·uts 네임스페이스에서 loopback 장치만 두고 실행. PID는 그 pid 네임스페이스의 것. CPU 코어 2개를 다른 작업과 나눠 씀',
  'recorded by a transparent byte proxy on the sockets named in "protocol"; nothing is rewritten; times are ms since the command was started':
    '"protocol"에 적힌 소켓에 투명한 바이트 프록시를 두고 기록. 내용은 고치지 않음. 시각은 명령을 시작한 뒤의 ms',
  'HTTP passed through a transparent byte proxy on the sockets named in "protocol"; nothing is rewritten; times are ms since the command was started':
    'HTTP는 "protocol"에 적힌 소켓의 투명한 바이트 프록시를 지나감. 내용은 고치지 않음. 시각은 명령을 시작한 뒤의 ms',
  'null, empty, zero and false JSON fields are left out of bodies; layer and build-context bodies are replaced by a listing of the tar':
    '본문의 JSON에서 null, 빈 값, 0, false는 생략. 레이어와 빌드 컨텍스트 본문은 tar 목록으로 대신함',
  'null, empty, zero and false JSON fields are left out of bodies; layer and build-context bodies are replaced by a listing of the tar; machine paths are replaced':
    '본문의 JSON에서 null, 빈 값, 0, false는 생략. 레이어와 빌드 컨텍스트 본문은 tar 목록으로 대신함. 컴퓨터의 경로는 바꿔 적음',
  'hub.example and auth.example stand in for Docker Hub and auth.docker.io: docker-registry with token authentication and a small token server of our own (Node, RS256), plain HTTP on loopback; user alice and her password exist only there; tokens are shortened':
    'hub.example과 auth.example은 도커 허브와 auth.docker.io의 대역: 토큰 인증을 켠 docker-registry와 직접 만든 작은 토큰 서버(Node, RS256), loopback의 평문 HTTP. 사용자 alice와 비밀번호는 거기에만 있음. 토큰은 줄여 적음',
  'pids called "host" are those of the guest': '"host"라고 적은 PID는 게스트의 것',
  'no emulator (binfmt_misc) is installed in the lab': '기록한 곳에는 에뮬레이터(binfmt_misc)가 없음',
  'gRPC passed through a recording HTTP/2 proxy (about 1 ms added per call); protobuf decoded without the schema, so fields carry numbers':
    'gRPC는 기록용 HTTP/2 프록시를 지나감(호출마다 약 1 ms 늘어남). protobuf는 스키마 없이 풀어서 필드가 번호로 남음',
  'live-restore is on in daemon.json; 192.0.2.10 is a second address put on the loopback device of the lab, to have an address that is not in 127.0.0.0/8':
    'daemon.json에서 live-restore를 켬. 192.0.2.10은 127.0.0.0/8이 아닌 주소를 쓰려고 loopback 장치에 더한 두 번째 주소',
  "strace attached to dockerd and containerd and all their children: times are several times longer than without; a new strace is attached after the daemons' return, their start itself is not traced":
    'dockerd와 containerd, 그 모든 자식에 strace를 붙임: 시간이 몇 배 길어짐. 데몬이 돌아온 뒤 strace를 새로 붙였고, 시작하는 순간은 기록하지 않음',
  '2 CPU cores of a virtual machine; load average about 1 while measuring; 10 runs each after one unmeasured run':
    '가상 머신의 CPU 코어 2개, 재는 동안 부하 평균 약 1. 한 번은 재지 않고 실행한 뒤 10번씩 잼',
  'containers: busybox image, /bin/true, wall time of the whole CLI command':
    '컨테이너: busybox 이미지, /bin/true, CLI 명령 전체에 걸린 시간',
  'virtual machines: QEMU with software emulation (TCG), because the /dev/kvm here only takes specially built guest kernels: on hardware virtualisation a VM boots many times faster, so the ratio is not to be generalised':
    '가상 머신: QEMU 소프트웨어 에뮬레이션(TCG). 이 컴퓨터의 /dev/kvm은 따로 만든 게스트 커널만 받기 때문. 하드웨어 가상화에서는 VM이 몇 배 빨리 켜지므로 이 비율을 일반화할 수 없음',
  'User-mode Linux runs its own kernel as a normal process, without emulation of the processor':
    'User-mode Linux는 프로세서를 에뮬레이션하지 않고 자기 커널을 보통 프로세스로 실행',
  'software emulation (TCG): no hardware virtualisation was usable, so times are many times longer than on real hardware':
    '소프트웨어 에뮬레이션(TCG): 하드웨어 가상화를 쓸 수 없어 실제 하드웨어보다 시간이 몇 배 길어짐',
  'kernel log on the serial line (slower than a quiet boot: see startup-times)':
    '커널 로그를 시리얼로 내보냄(조용히 켤 때보다 느림: startup-times를 보세요)',
}

const korean = new Map(Object.entries({ ...parties, ...conditions }))

/**
 * What the recorder says of its recording, in the language of the reader: names of parties and conditions. What is not
 * known, as in a recording made later, stays as it was recorded; and so does everything that was sent and answered.
 */
export const said = (recorded: string, lang: Lang): string =>
  lang === 'ko' ? (korean.get(recorded) ?? recorded) : recorded
