import { recordedFoot } from '../../diagram/recorded-foot.ts'
import type { SceneStep } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'
import { eventsInOrder } from './event-order.ts'
import { kernel, owners, rights, use } from './recorded.ts'
import type { State } from './state.ts'

/** IS-7 to IS-10: who it is outside, how much it may use, what it may do, and where the fences end. */
export const using: readonly (SceneStep & { readonly change: Partial<State> })[] = [
  {
    id: 'IS-7',
    title: { ko: '여덟 번째 스위치는 꺼져 있다', en: 'The eighth switch is off' },
    caption: {
      ko: '기본 설정에서는 사용자 네임스페이스가 없어서 **안의 root가 곧 호스트의 root**입니다.\n`userns-remap`이나 루트리스를 켜야 권한 없는 번호로 바뀝니다.',
      en: 'By default there is no user namespace, so **root inside is root on the host**.\nOnly `userns-remap` or rootless mode turns it into a number without privileges.',
    },
    myth: {
      ko: '컨테이너 root는 자동으로 안전한 root다',
      en: 'Root in a container is safe by itself',
    },
    foot: recordedFoot(
      t(
        '루트리스는 기록 아님 · containerd 이미지 저장소와 remap은 함께 못 씀',
        'rootless: not recorded · no remap with the containerd image store',
      ),
    ),
    predict: {
      question: {
        ko: '기본 설정에서, 컨테이너 안의 root(UID 0)는 호스트에서 누구일까요?',
        en: "By default, who is a container's root (UID 0) on the host?",
      },
      choices: [
        { ko: '호스트의 root(UID 0)', en: "The host's root (UID 0)" },
        { ko: '권한 없는 큰 번호의 사용자', en: 'A user with a high number and no privileges' },
        { ko: '컨테이너를 띄운 사용자', en: 'The user who started the container' },
      ],
      answer: 0,
      because: {
        ko: `번호 매핑이 \`${owners.plain.map}\`, 곧 그대로입니다. 다만 권한(capability)은 줄어 있습니다.`,
        en: `The map is \`${owners.plain.map}\`: unchanged. Root only has fewer capabilities.`,
      },
    },
    events: eventsInOrder(
      owners.plain.ps.ref,
      owners.inside.ref,
      owners.plain.file.ref,
      owners.restarted,
      owners.subordinate.ref,
      owners.remapped.ps.ref,
      owners.remapped.inside.ref,
      owners.remapped.file.ref,
    ),
    change: { picture: 'owners', fresh: ['user'] },
  },
  {
    id: 'IS-8',
    title: { ko: '한도에 닿으면 결과가 다르다', en: 'At the limit, the outcomes differ' },
    caption: {
      ko: 'CPU는 **느려지고**, 메모리는 **종료되고**, PID는 **거절됩니다**.\n아무것도 정하지 않으면 한도가 없습니다. 네트워크 대역폭은 cgroup이 제한하지 않습니다.',
      en: 'CPU is **slowed down**, memory gets a process **killed**, a PID is **refused**.\nWithout a setting there is no limit. cgroups do not handle network bandwidth.',
    },
    myth: { ko: '한도를 넘으면 다 똑같다', en: 'Going over a limit always ends the same way' },
    foot: recordedFoot(t('파일은 cgroup v2의 것', 'files are those of cgroup v2')),
    predict: {
      question: {
        ko: `메모리 한도가 ${use.memory.limit} MiB인 컨테이너에서 프로세스가 ${use.memory.asked} MiB를 요청하면?`,
        en: `With a memory limit of ${use.memory.limit} MiB a process asks for ${use.memory.asked} MiB. What happens?`,
      },
      choices: [
        { ko: '느려진다', en: 'It slows down' },
        { ko: '요청이 거절되고 계속 돈다', en: 'It is refused and goes on' },
        { ko: '커널이 그 프로세스를 끝낸다', en: 'The kernel kills it' },
        { ko: '호스트가 함께 멈춘다', en: 'The host stops as well' },
      ],
      answer: 2,
      because: {
        ko: `메모리는 늦출 수 없어서 커널이 SIGKILL을 보냅니다. 종료 코드는 ${use.memory.other.exitCode}입니다.`,
        en: `Memory cannot be slowed down, so the kernel sends SIGKILL. The exit code is ${use.memory.other.exitCode}.`,
      },
    },
    events: eventsInOrder(
      use.memory.file.ref,
      use.memory.idle.ref,
      use.cpu.file.ref,
      use.pids.file.ref,
      use.cpu.loop.ref,
      use.cpu.measured,
      use.cpu.quarter.command.ref,
      use.cpu.quarter.file.ref,
      use.pids.forks.ref,
      use.pids.answer.ref,
      use.memory.other.ref,
      use.memory.peak.ref,
      use.memory.answer.ref,
      use.memory.otherState.ref,
      use.memory.first.ref,
      use.memory.firstState.ref,
      use.memory.log.ref,
      use.memory.unlimited.ref,
      use.cpu.unlimited.ref,
      use.pids.unlimited.ref,
      use.cpu.freeRef,
    ),
    change: { picture: 'dials', fresh: [] },
  },
  {
    id: 'IS-9',
    title: { ko: '할 수 있는 일도 줄인다', en: 'What it may do is cut down too' },
    caption: {
      ko: `root의 권한 ${rights.kept.length + rights.dropped.length}개 가운데 **${rights.kept.length}개만** 남고, seccomp는 목록에 있는 시스템 콜만 통과시킵니다.\n보이지 않게 하고 양을 제한하는 것만으로는 부족합니다.`,
      en: `Of ${rights.kept.length + rights.dropped.length} root capabilities **only ${rights.kept.length}** are left, and seccomp passes only the system calls on its list.\nHiding things and limiting amounts would not be enough.`,
    },
    myth: { ko: '네임스페이스와 cgroup이면 끝이다', en: 'Namespaces and cgroups are all it takes' },
    foot: recordedFoot(t('AppArmor, SELinux, `reboot()`는 문서에서', 'AppArmor, SELinux and `reboot()`: documented')),
    events: eventsInOrder(rights.status.ref, ...Object.values(rights.refs)),
    change: { picture: 'rights' },
  },
  {
    id: 'IS-10',
    title: { ko: '격리는 세 동사, 구멍은 셋', en: 'Three verbs, three holes' },
    caption: {
      ko: '보이는 것, 쓰는 양, 할 수 있는 일을 다 줄여도 **커널은 늘 공유합니다**.\n`--privileged`와 `docker.sock`은 우리가 스스로 여는 구멍입니다.',
      en: 'However much see, use and do are cut down, **the kernel is always shared**.\n`--privileged` and `docker.sock` are holes that we open ourselves.',
    },
    myth: { ko: '격리됐으니 안전하다', en: 'It is isolated, so it is safe' },
    foot: recordedFoot(t('구멍 셋은 문서에서', 'the three holes: documented')),
    events: eventsInOrder(
      use.memory.file.ref,
      use.cpu.file.ref,
      use.pids.file.ref,
      rights.refs.masking,
      rights.refs.seccomp,
      rights.refs.set,
      kernel.outside.ref,
      kernel.inside.ref,
    ),
    change: { picture: 'fences' },
  },
]
