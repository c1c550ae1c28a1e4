import { recordedFoot } from '../../diagram/recorded-foot.ts'
import type { SceneStep } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'
import { eventsInOrder } from './event-order.ts'
import { group, host, names, network, owners, root, stop, timeNamespace, web } from './recorded.ts'
import type { State } from './state.ts'

/** IS-1 to IS-6: a process loses sight of one thing after the other. */
export const seeing: readonly (SceneStep & { readonly change: Partial<State> })[] = [
  {
    id: 'IS-1',
    title: { ko: '평범한 프로세스는 호스트를 다 본다', en: 'An ordinary process sees the whole host' },
    caption: {
      ko: '컨테이너도 시작은 **평범한 프로세스**입니다. 평범한 프로세스는 프로세스 목록도, 파일도,\n네트워크도 호스트의 것을 그대로 봅니다. 여기서 **시야를 하나씩 걷어 냅니다**.',
      en: 'A container starts as **an ordinary process**, and such a process sees all processes, files\nand networks of the host. From here on we **take its view away**, piece by piece.',
    },
    myth: { ko: '컨테이너는 프로세스와는 다른 것이다', en: 'A container is something special' },
    foot: recordedFoot(),
    events: eventsInOrder(web.tree.ref, host.ref, web.status.ref, host.hostname.ref, host.addresses.ref),
    change: {},
  },
  {
    id: 'IS-2',
    title: { ko: '프로세스는 하나, 번호는 둘', en: 'One process, two numbers' },
    caption: {
      ko: `안의 **${web.insidePid}번**과 호스트의 **${web.hostPid}번**은 같은 프로세스입니다.\n호스트는 안을 보지만, 안에서는 호스트의 다른 프로세스가 보이지 않습니다.`,
      en: `Number **${web.insidePid}** inside and number **${web.hostPid}** on the host are the same process.\nThe host sees in, but the container cannot see any other host process.`,
    },
    myth: { ko: '호스트에서는 컨테이너 프로세스가 안 보인다', en: 'The host cannot see the processes of a container' },
    foot: recordedFoot(
      t('남은 프로세스가 끝나는 것은 pid_namespaces(7)', 'that the rest is killed: pid_namespaces(7)'),
    ),
    predict: {
      question: {
        ko: `호스트 목록의 ${web.hostPid}번 httpd는 컨테이너의 프로세스입니다.\n컨테이너 안의 \`ps\`에는 몇 번으로 보일까요?`,
        en: `Number ${web.hostPid}, httpd, in the host's list is a process of a container.\nWhich number does \`ps\` inside the container show?`,
      },
      choices: [
        { ko: `${web.hostPid}번 그대로`, en: `${web.hostPid} as well` },
        { ko: '1번, 복사본이다', en: '1, a copy' },
        { ko: '1번, 같은 프로세스다', en: '1, the same process' },
      ],
      answer: 2,
      because: {
        ko: `PID 네임스페이스는 프로세스에 번호를 하나 더 줄 뿐이라, 호스트에서 ${web.hostPid}번인 그 프로세스가 안에서는 ${web.insidePid}번입니다.`,
        en: `A PID namespace only adds a number: the process that is number ${web.hostPid} on the host is number ${web.insidePid} inside.`,
      },
    },
    events: eventsInOrder(
      web.tree.ref,
      web.status.ref,
      web.inside.ref,
      stop.command.ref,
      ...stop.signals.map(({ ref }) => ref),
      stop.died,
      stop.exit.ref,
      stop.delivered,
      stop.killed,
    ),
    change: { picture: 'processes', own: ['pid'], fresh: ['pid'] },
  },
  {
    id: 'IS-3',
    title: { ko: '루트는 이미지가 채우고 pivot_root가 바꾼다', en: 'The image fills the root; pivot_root swaps it' },
    caption: {
      ko: '마운트 네임스페이스는 **마운트 테이블만** 따로 줄 뿐, 처음에는 호스트와 같은 파일을 봅니다.\n이미지 레이어를 합친 디렉터리로 `pivot_root`를 해야 **새 루트**가 됩니다.',
      en: 'A mount namespace only gives **a mount table of its own**; at first it shows the same files.\nThe directory made of the image layers becomes **the new root** with `pivot_root`.',
    },
    myth: {
      ko: '파일시스템 격리는 네임스페이스만으로 된다',
      en: 'A namespace alone isolates the file system',
    },
    foot: recordedFoot(),
    events: eventsInOrder(...root.calls.map(({ ref }) => ref), root.mounts.ref, root.listing.ref),
    change: { picture: 'root', own: ['pid', 'mnt'], fresh: ['mnt'] },
  },
  {
    id: 'IS-4',
    title: { ko: '컨테이너는 케이블 한 줄로 이어진다', en: 'A network of its own, on one cable' },
    caption: {
      ko: '컨테이너의 `eth0`은 가상 케이블로 호스트의 `docker0`에 꽂혀 있습니다.\n나갈 때는 **NAT**를 거치고, 밖에서는 `-p`로 공개한 포트로만 들어옵니다.',
      en: 'A virtual cable plugs the `eth0` of a container into the `docker0` of the host.\nTraffic leaves through **NAT**; from outside only a port published with `-p` leads in.',
    },
    myth: { ko: 'EXPOSE를 쓰면 밖에서 들어온다', en: 'EXPOSE lets the outside in' },
    foot: recordedFoot(),
    events: eventsInOrder(
      network.inside.ref,
      network.ask.ref,
      network.dnat.ref,
      host.addresses.ref,
      network.route.ref,
      network.nat.ref,
    ),
    change: { picture: 'network', own: ['pid', 'mnt', 'net'], fresh: ['net'] },
  },
  {
    id: 'IS-5',
    title: { ko: '이름과 IPC는 분리되고 소켓은 통한다', en: 'Own name, own IPC, but sockets get through' },
    caption: {
      ko: '호스트 이름(UTS)과 System V IPC, POSIX 메시지 큐가 **자기 것**이 됩니다.\n하지만 **소켓과 볼륨**은 여전히 경계를 넘습니다.',
      en: 'The host name (UTS), System V IPC and POSIX message queues become **its own**.\n**Sockets and volumes** still cross the border.',
    },
    myth: { ko: 'IPC 네임스페이스가 모든 통신을 막는다', en: 'The IPC namespace stops all communication' },
    foot: recordedFoot(),
    events: eventsInOrder(
      names.queues.ref,
      names.memory.ref,
      names.set.ref,
      network.direct.ref,
      names.written.ref,
      names.read.ref,
      host.hostname.ref,
    ),
    change: { picture: 'names', own: ['pid', 'mnt', 'net', 'uts', 'ipc'], fresh: ['uts', 'ipc'] },
  },
  {
    id: 'IS-6',
    title: { ko: '여덟 가운데 일곱이 켜진다', en: 'Seven of eight are on' },
    caption: {
      ko: '하나를 끄면 **호스트의 것이 그대로** 안에 보입니다. 시간은 따로 만들어도 **오프셋이 0이라 값이 같고**,\n실제 시각은 하나뿐이라 컨테이너마다 맞출 수 없습니다.',
      en: 'Switch one off, and **what the host has** shows inside. Time is separate, but **its offsets are zero**:\nno clock differs. And there is one time of day, which no container can set for itself.',
    },
    myth: { ko: '컨테이너마다 시계를 맞출 수 있다', en: 'Every container can set its own clock' },
    foot: recordedFoot(
      t(
        `시간은 엔진 ${timeNamespace.since}부터라 예시 · cgroup 경로는 cgroupfs 드라이버, systemd라면 /system.slice 아래`,
        `time: an example, from Docker ${timeNamespace.since} on · cgroup path of the cgroupfs driver; systemd: below /system.slice`,
      ),
    ),
    predict: {
      question: {
        ko: `엔진 ${timeNamespace.since}부터 따로 갖는 시간 네임스페이스 안에서는 무엇이 달라질까요?`,
        en: `Since Docker ${timeNamespace.since} a container has its own time namespace. What differs inside?`,
      },
      choices: [
        { ko: '켜진 뒤 시간이 0부터 간다', en: 'Time since boot starts at zero' },
        { ko: '실제 시각을 따로 맞춘다', en: 'It sets its own time of day' },
        { ko: '모든 시각이 호스트와 같다', en: 'Nothing: no clock differs' },
      ],
      answer: 2,
      because: {
        ko: '도커는 그 오프셋을 0으로 두고, 실제 시각(REALTIME)은 언제나 공유합니다.',
        en: 'Docker leaves its offsets at zero, and the time of day (REALTIME) is always shared.',
      },
    },
    events: eventsInOrder(
      web.tree.ref,
      web.status.ref,
      network.inside.ref,
      host.hostname.ref,
      host.addresses.ref,
      root.listing.ref,
      group.ref,
      group.outside.ref,
      group.inside.ref,
      owners.remapped.ps.ref,
      owners.remapped.inside.ref,
    ),
    change: {
      picture: 'eight',
      own: ['pid', 'mnt', 'net', 'uts', 'ipc', 'cgroup', 'time'],
      fresh: ['cgroup', 'time'],
    },
  },
]
