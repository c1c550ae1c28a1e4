import type { SceneStep } from '../../diagram/scene.ts'
import { eventsInOrder } from './event-order.ts'
import { group, host, names, network, owners, root, stop, web } from './recorded.ts'
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
    myth: { ko: '컨테이너는 특별한 무언가다', en: 'A container is something special' },
    foot: {
      ko: '기록: Docker 28.5.2 · 주소와 호스트 이름은 26.1.5',
      en: 'Recorded: Docker 28.5.2 · addresses and host name: 26.1.5',
    },
    events: eventsInOrder(web.tree.ref, host.ref, web.status.ref, host.hostname.ref, host.addresses.ref),
    change: {},
  },
  {
    id: 'IS-2',
    title: { ko: '프로세스는 하나, 번호는 둘', en: 'One process, two numbers' },
    caption: {
      ko: `안의 **${web.insidePid}번**과 호스트의 **${web.hostPid}번**은 같은 프로세스입니다.\n호스트는 안을 보지만, 안에서는 호스트의 다른 프로세스가 보이지 않습니다.`,
      en: `Number **${web.insidePid}** inside and number **${web.hostPid}** on the host are the same process.\nThe host sees in, but from inside no other process of the host is seen.`,
    },
    myth: { ko: '호스트에서는 컨테이너 프로세스가 안 보인다', en: 'The host cannot see the processes of a container' },
    foot: {
      ko: '기록: Docker 28.5.2 · 남은 프로세스가 끝나는 것은 pid_namespaces(7)',
      en: 'Recorded: Docker 28.5.2 · that the rest is killed: pid_namespaces(7)',
    },
    predict: {
      question: {
        ko: '컨테이너 안에서 1번인 httpd는 호스트의 `ps`에 어떻게 보일까요?',
        en: 'Inside the container httpd is number 1. How does `ps` on the host show it?',
      },
      choices: [
        { ko: '보이지 않는다', en: 'Not at all' },
        { ko: '똑같이 1번으로 보인다', en: 'As number 1 as well' },
        { ko: '다른 번호의 평범한 프로세스로 보인다', en: 'As an ordinary process with another number' },
        { ko: 'dockerd 하나로 묶여 보인다', en: 'As part of dockerd' },
      ],
      answer: 2,
      because: {
        ko: `PID 네임스페이스는 프로세스에 번호를 하나 더 줄 뿐이라, 호스트에서는 ${web.hostPid}번으로 그대로 보입니다.`,
        en: `A PID namespace only adds a number; on the host it is number ${web.hostPid}, in plain sight.`,
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
    title: { ko: '루트는 이미지가 채우고 pivot_root가 바꾼다', en: 'The image fills the root, pivot_root swaps it' },
    caption: {
      ko: '마운트 네임스페이스는 **마운트 표만** 따로 줄 뿐, 처음에는 호스트와 같은 파일을 봅니다.\n이미지 레이어를 합친 폴더로 `pivot_root`를 해야 **새 루트**가 됩니다.',
      en: 'A mount namespace only gives **a mount table of its own**; at first it shows the same files.\nThe folder made of the image layers becomes **the new root** with `pivot_root`.',
    },
    myth: {
      ko: '파일시스템 격리는 네임스페이스만으로 된다',
      en: 'A namespace alone isolates the file system',
    },
    foot: {
      ko: '기록: Docker 28.5.2, 시스템 콜은 strace 아래에서 · 파일 목록은 26.1.5',
      en: 'Recorded: Docker 28.5.2, calls under strace · list of files: 26.1.5',
    },
    events: eventsInOrder(...root.calls.map(({ ref }) => ref), root.mounts.ref, root.listing.ref),
    change: { picture: 'root', own: ['pid', 'mnt'], fresh: ['mnt'] },
  },
  {
    id: 'IS-4',
    title: { ko: '자기만의 네트워크, 케이블 한 줄', en: 'A network of its own, on one cable' },
    caption: {
      ko: '컨테이너의 `eth0`은 가상 케이블로 호스트의 `docker0`에 꽂혀 있습니다.\n나갈 때는 **NAT**를 거치고, 밖에서는 `-p`로 공개한 포트로만 들어옵니다.',
      en: 'The `eth0` of a container is plugged into the `docker0` of the host by a virtual cable.\nOut it goes through **NAT**; from outside only a port published with `-p` leads in.',
    },
    myth: { ko: 'EXPOSE를 쓰면 밖에서 들어온다', en: 'EXPOSE lets the outside in' },
    foot: {
      ko: '기록: Docker 28.5.2 · docker0의 주소와 NAT 규칙은 26.1.5',
      en: 'Recorded: Docker 28.5.2 · address of docker0 and NAT rule: 26.1.5',
    },
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
    title: { ko: '이름과 IPC도 따로, 소켓은 통한다', en: 'Own name, own IPC, but sockets get through' },
    caption: {
      ko: '호스트 이름(UTS)과 System V IPC, POSIX 메시지 큐가 **자기 것**이 됩니다.\n하지만 **소켓과 볼륨**은 여전히 경계를 넘습니다.',
      en: 'The host name (UTS), System V IPC and POSIX message queues become **its own**.\n**Sockets and volumes** still cross the border.',
    },
    myth: { ko: 'IPC 네임스페이스가 모든 통신을 막는다', en: 'The IPC namespace stops all communication' },
    foot: {
      ko: '기록: Docker 28.5.2 · 호스트 이름은 26.1.5',
      en: 'Recorded: Docker 28.5.2 · host name: 26.1.5',
    },
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
      ko: '하나를 끄면 **호스트의 것이 그대로** 안에 보입니다. 시간은 켜져 있어도 값이 같고,\n**실제 시각은 하나뿐**이라 컨테이너마다 맞출 수 없습니다.',
      en: 'Switch one off, and **what the host has** shows inside. Time is on and its values are the same;\n**there is only one time of day**: no container can set its own.',
    },
    myth: { ko: '컨테이너마다 시계를 맞출 수 있다', en: 'Every container can set its own clock' },
    foot: {
      ko: '기록: Docker 28.5.2, cgroup v2는 소프트웨어 에뮬레이션 · 호스트의 주소와 이름, UID는 26.1.5 · 시간은 29.5부터라 예시',
      en: 'Recorded: Docker 28.5.2, cgroup v2 emulated · host names, addresses, UIDs: 26.1.5 · time is an example: from 29.5 on',
    },
    predict: {
      question: {
        ko: '컨테이너마다 따로 가질 수 **없는** 시계는 무엇일까요?',
        en: 'Which clock can a container **not** have of its own?',
      },
      choices: [
        { ko: '켜진 뒤 흐른 시간', en: 'The time since boot' },
        { ko: '실제 시각', en: 'The time of day' },
        { ko: '둘 다 따로 가질 수 있다', en: 'It can have both' },
      ],
      answer: 1,
      because: {
        ko: '시간 네임스페이스는 MONOTONIC과 BOOTTIME 시계만 나눕니다. 실제 시각(REALTIME)은 모두가 함께 씁니다.',
        en: 'Time namespaces split the MONOTONIC and BOOTTIME clocks only; REALTIME is shared by all.',
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
      owners.plain.ps.ref,
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
