import type { SceneStep } from '../../diagram/scene.ts'
import { containerStateSteps } from './container-states-steps.ts'
import { events } from './events.ts'
import { predictions } from './predictions.ts'
import { dockerVersion as docker, run } from './recorded.ts'
import type { State } from './state.ts'
import { msText } from '../../words/duration-text.ts'

/** That it was recorded, of which engine, and one thing to know; of what and how, the log says. */
const recorded = (ko: string, en: string): SceneStep['foot'] => ({
  ko: `기록 · 도커 ${docker} · ${ko}`,
  en: `Recorded · Docker ${docker} · ${en}`,
})
/** Times of a traced run are several times those of an ordinary one: said wherever they are shown. */
const traced = recorded('strace 때문에 몇 배 느림', 'several times slower under strace')
const tracedWithout = (ko: string, en: string, also?: SceneStep['foot']): SceneStep['foot'] => ({
  ko: `${traced.ko} · ${ko}는 기록 아님${also ? `, ${also.ko}` : ''}`,
  en: `${traced.en} · ${en} not recorded${also ? `, ${also.en}` : ''}`,
})

/** The recorded host has cgroup v1: two of the seven kinds that a new engine separates are not in its specification. */
const five = {
  ko: '네임스페이스 5개는 cgroup v1이라, v2와 엔진 29.5라면 7개',
  en: '5 namespaces: cgroup v1; with v2 and Engine 29.5: 7',
}

const pulled = recorded('다른 실행이라 시각은 따로', 'another run, with a clock of its own')

/** The steps in their own words. */
export const steps: readonly (SceneStep & { readonly change: Partial<State> })[] = [
  {
    id: 'EF-1',
    title: { ko: 'CLI는 옮겨 적을 뿐이다', en: 'The CLI only writes it down' },
    caption: {
      ko: '`docker`는 명령을 읽어 **API 요청으로 옮겨 적는 클라이언트**입니다.\n컨테이너는 CLI가 아니라 데몬 쪽에서 만들어집니다.',
      en: '`docker` is **a client: it reads the command and writes an API request**.\nContainers are made on the side of the daemon, not by the CLI.',
    },
    myth: { ko: 'CLI가 컨테이너를 만든다', en: 'The CLI makes the container' },
    foot: traced,
    events: events.parse,
    change: {},
  },
  {
    id: 'EF-2',
    title: { ko: '명령은 소켓을 지나 데몬에게 간다', en: 'The command goes to a daemon through a socket' },
    caption: {
      ko: 'CLI는 **유닉스 소켓**에 HTTP로 `create`를 요청합니다. 요청했을 뿐, 아직 아무것도 실행되지 않았습니다.\n주소만 바꾸면 **다른 컴퓨터의 데몬**에게도 같은 요청을 보냅니다.',
      en: 'Over a **Unix socket** the CLI asks, in HTTP, to `create`: a request, and nothing runs yet.\nWith another address the same request goes to **a daemon on another computer**.',
    },
    myth: { ko: '데몬은 언제나 같은 컴퓨터에 있다', en: 'The daemon is always on the same computer' },
    foot: traced,
    events: events.ask,
    change: { stage: 'ask' },
  },
  {
    id: 'EF-3',
    title: { ko: '이미지가 없으면 데몬은 거절한다', en: 'Without the image the daemon refuses' },
    caption: {
      ko: '이미지가 로컬에 없으면 `create`의 답은 **404**입니다.\n그러면 **CLI가** 없다고 알리고 pull을 따로 요청합니다.',
      en: 'If the image is not present locally, the daemon answers `create` with **404**.\nThen **the CLI** says so and requests a pull.',
    },
    myth: { ko: '데몬이 알아서 조용히 받아 온다', en: 'The daemon quietly fetches it by itself' },
    foot: pulled,
    predict: predictions.missing,
    events: events.missing,
    change: { stage: 'missing' },
  },
  {
    id: 'EF-4',
    title: { ko: '받는 일은 데몬이 한다', en: 'The daemon does the fetching' },
    caption: {
      ko: '요청은 CLI가 했지만 **레지스트리와 통신하는 것은 dockerd**입니다.\n받은 레이어는 컨테이너 안이 아니라 **이미지 저장소**에 풀립니다.',
      en: 'The CLI asked, but **it is dockerd that talks to the registry**.\nLayers are unpacked into the **image store**, not into a container.',
    },
    myth: { ko: '이미지는 컨테이너 안에 저장된다', en: 'Images are stored inside containers' },
    foot: pulled,
    events: events.pull,
    change: { stage: 'pull' },
  },
  {
    id: 'EF-5',
    title: { ko: 'create는 자리만 만든다', en: 'create only sets it up' },
    caption: {
      ko: '`201`과 함께 ID가 생기고, 이미지 레이어 위에 **빈 쓰기 레이어**가 놓입니다.\n상태는 created일 뿐, **도는 프로세스는 아직 없습니다**.',
      en: 'With `201` there is an ID, and on the layers of the image **an empty writable layer**.\nThe state is created: **no process runs yet**.',
    },
    myth: { ko: 'create와 start는 같은 것이다', en: 'create and start are the same' },
    foot: traced,
    events: events.created,
    change: { stage: 'created' },
  },
  {
    id: 'EF-6',
    title: { ko: '명령은 하나, 요청은 여러 번', en: 'One command, several requests' },
    caption: {
      ko: '**만들고**(create), 끝나면 알려 달라고 **먼저 기다려 둔** 다음(wait),\n**시작**은 맨 마지막에 요청합니다(start).',
      en: 'First **create**, then **wait** for word of the end,\nand only then **start**.',
    },
    myth: { ko: 'run은 한 번의 호출이다', en: 'run is a single call' },
    foot: recorded(
      'strace 때문에 몇 배 느림 · attach는 다른 실행',
      'several times slower under strace · attach: another run',
    ),
    events: events.start,
    change: { stage: 'start' },
  },
  {
    id: 'EF-7',
    title: { ko: '격리는 dockerd가 적은 대로 된다', en: 'Isolation is what dockerd wrote down' },
    caption: {
      ko: 'dockerd가 루트 파일시스템을 **마운트하고**, 무엇을 어떻게 격리할지 **OCI 스펙**에 적습니다.\n커널이 알아서 정하는 것은 없습니다.',
      en: 'dockerd **mounts the root file system** and writes into an **OCI spec** what to isolate and how.\nThe kernel decides none of it by itself.',
    },
    myth: { ko: '격리 설정은 커널이 알아서 정한다', en: 'The kernel chooses the isolation by itself' },
    foot: { ko: `${traced.ko} · ${five.ko}`, en: `${traced.en} · ${five.en}` },
    events: events.spec,
    change: { stage: 'spec' },
  },
  {
    id: 'EF-8',
    title: { ko: 'dockerd는 앱을 직접 띄우지 않는다', en: 'dockerd does not start the app itself' },
    caption: {
      ko: '스펙을 gRPC로 **containerd**에 넘깁니다. 먼저 Containers.Create, 다음이 Tasks.Create입니다.\n쿠버네티스는 dockerd 없이 containerd를 바로 부르므로, 도커로 만든 이미지가 그대로 돕니다.',
      en: 'It hands the spec to **containerd** over gRPC: Containers.Create first, then Tasks.Create.\nKubernetes calls containerd directly, without dockerd, so images built with Docker run there as they are.',
    },
    myth: {
      ko: '쿠버네티스가 도커를 버려서 이미지가 안 돈다',
      en: 'Kubernetes dropped Docker, so its images do not run',
    },
    foot: tracedWithout('CRI', 'CRI', { ko: '네임스페이스 5개는 cgroup v1이라', en: '5 namespaces: cgroup v1' }),
    events: events.hand,
    change: { stage: 'hand' },
  },
  {
    id: 'EF-9',
    title: { ko: '컨테이너마다 shim이 하나 붙는다', en: 'Every container gets a shim' },
    caption: {
      ko: 'containerd는 **shim**을 띄우고 손을 놓습니다. 띄운 프로세스는 곧 끝나서 shim의 부모는 PID 1이 됩니다.\n그래서 containerd도 앱의 부모가 아닙니다.',
      en: 'containerd starts a **shim** and lets go: the process that started it soon exits, so PID 1 becomes its parent.\nThat is why containerd is not the parent of the app either.',
    },
    myth: { ko: 'containerd가 앱의 부모다', en: 'containerd is the parent of the app' },
    foot: traced,
    predict: predictions.shim,
    events: events.shim,
    change: { stage: 'shim' },
  },
  {
    id: 'EF-10',
    title: { ko: 'runc create는 격리를 만들고, 앱은 기다린다', en: 'runc create isolates, and the app waits' },
    caption: {
      ko: 'runc create는 커널에 요청해 격리를 **하나씩** 만들고 종료됩니다.\n그 안의 프로세스는 아직 앱이 아니고, **문(exec.fifo) 앞에서 기다립니다**.',
      en: 'runc create asks the kernel to isolate, **one step at a time**, and exits.\nThe process inside is not the app yet: it **waits at a door (exec.fifo)**.',
    },
    myth: { ko: 'runc가 곧바로 앱을 실행한다', en: 'runc runs the app right away' },
    foot: traced,
    events: events.walls,
    change: { stage: 'walls' },
  },
  {
    id: 'EF-11',
    title: {
      ko: '네트워크를 연결하고 시작시키면 runc는 종료된다',
      en: 'Once the network is attached and the app started, runc exits',
    },
    caption: {
      ko: 'dockerd가 **네트워크를 연결한 다음**, 두 번째 runc가 문을 엽니다.\n기다리던 프로세스가 **PID 그대로 httpd가 되고**, runc는 둘 다 종료됐습니다.',
      en: 'dockerd **attaches the network**, then a second runc opens the door.\nThe waiting process **becomes httpd, with the same PID**, and both runs of runc are over.',
    },
    myth: { ko: 'runc는 컨테이너가 도는 동안 떠 있다', en: 'runc stays up while the container runs' },
    foot: tracedWithout('fifo 열기와 veth', 'opening the fifo and veth'),
    predict: predictions.exec,
    events: events.exec,
    change: { stage: 'exec' },
  },
  {
    id: 'EF-12',
    title: {
      ko: '컨테이너는 데몬이 죽을 때가 아니라 돌아올 때 멈춘다',
      en: 'Containers stop when the daemon returns, not when it dies',
    },
    caption: {
      ko: 'dockerd가 죽어도 앱은 **shim의 자식**이라 계속 돕니다. 2초쯤 뒤 systemd가 dockerd를 다시 띄우면,\n기본값에서는 **그 dockerd가 앱을 멈춥니다**(다음은 재시작 정책). **live-restore**면 그대로 둡니다.',
      en: 'If dockerd dies, the app runs on: its parent is the **shim**. systemd restarts dockerd about 2 s later,\nand by default **that dockerd stops the app** (then restart policies decide); **live-restore** spares it.',
    },
    myth: { ko: '데몬이 죽는 순간 컨테이너도 죽는다', en: 'Containers die the moment the daemon dies' },
    foot: recorded(
      'live-restore를 켜고 기록 · 끈 쪽은 예시, moby 소스(2026-08)대로',
      'with live-restore on · off: an example, after moby’s source (2026-08)',
    ),
    predict: predictions.steady,
    events: events.steady,
    change: { stage: 'steady' },
  },
  {
    id: 'EF-13',
    title: { ko: '엔터를 누르기 전, 셋은 이미 있다', en: 'Before Enter, three are already there' },
    caption: {
      ko: '`docker run` 하나에 나오는 이름은 **여섯**입니다.\n**dockerd와 containerd와 커널**은 이미 돌고 있고, CLI와 shim과 runc는 아직 없습니다.',
      en: 'One `docker run` takes **six names**.\n**dockerd, containerd and the kernel** are already running; the CLI, the shim and runc are not there yet.',
    },
    myth: { ko: 'docker run이 모두를 새로 띄운다', en: 'docker run starts all of them' },
    foot: traced,
    events: events.names,
    change: { stage: 'names' },
  },
  {
    id: 'EF-14',
    title: {
      ko: `${msText(run.exec.ms)}, 여섯이 차례로 움직인다`,
      en: `${msText(run.exec.ms)}: six, one after another`,
    },
    caption: {
      ko: '가로는 **기록된 시간**, 막대는 **살아 있는 동안**입니다.\n`httpd`가 뜨면 runc는 없고 CLI도 곧 끝납니다. **남는 것은 shim**입니다.',
      en: 'Left to right is **recorded time**; a bar is **how long a process lives**.\nOnce `httpd` runs, runc is gone and the CLI soon is. **The shim stays**.',
    },
    myth: { ko: 'runc와 CLI도 컨테이너와 함께 떠 있다', en: 'runc and the CLI stay up with the container' },
    foot: traced,
    events: events.whole,
    change: { stage: 'whole' },
  },
  ...containerStateSteps,
]
