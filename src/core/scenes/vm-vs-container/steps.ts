import { recordedFoot } from '../../diagram/recorded-foot.ts'
import type { SceneStep } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'
import { predictions } from './predictions.ts'
import type { State } from './state.ts'

/** The ten steps in their own words. What a step changes is all that sets it apart from the one before. */
export const steps: readonly (SceneStep & { readonly change: Partial<State> })[] = [
  {
    id: 'VC-1',
    title: { ko: '프로그램은 커널에 요청한다', en: 'A program asks the kernel' },
    caption: {
      ko: '앱은 하드웨어를 직접 다루지 못합니다. **시스템 콜**로 요청하면 커널이 대신 합니다.\n커널은 운영체제의 한 부분입니다. 같은 커널 위에 다른 배포판이 올 수 있습니다.',
      en: 'An app never touches the hardware. It makes a **system call**, and the kernel does the work.\nThe kernel is one part of an operating system: different distributions can run on the same kernel.',
    },
    myth: { ko: '커널과 OS 전체는 같은 것이다', en: 'The kernel is the operating system' },
    foot: recordedFoot(
      t(
        '커널로는 시스템 콜, 폴트, 인터럽트 때만 들어간다',
        'only system calls, faults and interrupts enter the kernel',
      ),
    ),
    change: {},
  },
  {
    id: 'VC-2',
    title: { ko: '하이퍼바이저는 컴퓨터를 여러 대 보여 준다', en: 'A hypervisor shows several computers' },
    caption: {
      ko: '하이퍼바이저는 하드웨어 하나를 **가상의 컴퓨터 여러 대**로 보여 줍니다.\n저마다 CPU, 메모리, 디스크, NIC가 다 있지만 아직 운영체제는 없습니다.',
      en: 'A hypervisor shows one set of hardware as **several virtual computers**.\nEach has a CPU, memory, a disk and a NIC of its own, and no operating system yet.',
    },
    myth: {
      ko: 'VM은 하드웨어를 쪼개 쓰는 프로그램 묶음이다',
      en: 'A VM is a bundle of programs on a slice of hardware',
    },
    foot: recordedFoot(t('게스트 이름은 예시', 'names of guests are examples')),
    change: { guests: 'empty' },
  },
  {
    id: 'VC-3',
    title: { ko: 'VM은 저마다 커널부터 부팅한다', en: 'Every VM boots a kernel of its own' },
    caption: {
      ko: '가상 하드웨어 위에서 **게스트 커널이 먼저 부팅되고**, 그 위에 라이브러리와 앱이 올라갑니다.\n커널이 저마다 따로라서 윈도우와 리눅스를 섞을 수 있습니다.',
      en: 'On the virtual hardware **a guest kernel starts first**, then libraries and the app on top of it.\nEach has its own kernel, so Windows and Linux can be mixed.',
    },
    myth: { ko: 'VM도 커널을 공유한다', en: 'VMs share a kernel too' },
    foot: recordedFoot(t('게스트와 앱 이름은 예시', 'names of guests and apps are examples')),
    change: { guests: 'booted' },
  },
  {
    id: 'VC-4',
    title: { ko: '컨테이너는 격리된 프로세스다', en: 'A container is an isolated process' },
    caption: {
      ko: '오른쪽에는 **호스트 커널 하나**뿐이고, 컨테이너는 그 위의 **격리된 프로세스**입니다.\n라이브러리는 이미지에서 오고, 도커 엔진은 컨테이너를 만들고 관리합니다.',
      en: 'On the right there is **one host kernel**, and containers are **isolated processes** on it.\nTheir libraries come from images; Docker Engine creates and manages containers.',
    },
    myth: { ko: '컨테이너는 가벼운 VM이다', en: 'A container is a lightweight VM' },
    foot: {
      ko: '점선 테두리는 네임스페이스와 cgroup, 실선 테두리는 하드웨어 가상화 · 이름은 예시',
      en: 'Dashed border: namespaces and cgroups. Solid border: hardware virtualization · names are examples',
    },
    change: { picture: 'pair' },
  },
  {
    id: 'VC-5',
    predict: predictions['VC-5'],
    title: { ko: '시스템 콜은 도커를 거치지 않는다', en: 'System calls do not pass through Docker' },
    caption: {
      ko: '디스크에 쓰는 `write()` 하나를 따라갑니다. 도커 엔진은 **옆에서 관리**할 뿐 층이 아닙니다.\n컨테이너는 **호스트 커널로 바로** 가고, VM은 게스트 커널과 하이퍼바이저를 더 지납니다.',
      en: 'Follow one `write()` to the disk. Docker Engine **manages from the side**: it is not a layer.\nA container goes **straight to the host kernel**; a VM also passes its guest kernel and the hypervisor.',
    },
    myth: { ko: '컨테이너의 시스템 콜은 도커를 거쳐 간다', en: "A container's system calls pass through Docker" },
    foot: {
      ko: 'getpid()처럼 장치가 필요 없는 호출은 VM에서도 1에서 끝난다 · 게스트와 앱 이름은 예시',
      en: 'A call that needs no device, such as getpid(), ends at 1 in a VM as well · names are examples',
    },
    change: { about: 'call' },
  },
  {
    id: 'VC-6',
    title: { ko: '건너뛰는 단계만큼 빨리 시작한다', en: 'What is skipped sets the start-up time' },
    caption: {
      ko: '컨테이너는 **이미 켜진 커널**에서 프로세스를 하나 시작할 뿐입니다.\nVM도 마이크로VM처럼 단계를 줄이면 빨라집니다.',
      en: 'A container only starts one process on **a kernel that is already running**.\nVMs become fast as well where stages are left out, as microVMs do.',
    },
    myth: { ko: 'VM은 언제나 수 분 걸린다', en: 'A VM always takes minutes' },
    foot: recordedFoot(t('칸의 너비는 시간이 아님', 'widths are not times')),
    change: { picture: 'lanes' },
  },
  {
    id: 'VC-7',
    predict: predictions['VC-7'],
    title: {
      ko: '한도가 없으면 호스트 메모리를 다 쓸 수 있다',
      en: 'Without a limit, one container can eat the whole host',
    },
    caption: {
      ko: 'VM은 정해 둔 메모리를 예약하고, 컨테이너는 쓰는 만큼만 씁니다.\n다만 **기본값은 한도 없음**이라 하나가 호스트를 다 쓸 수 있습니다.',
      en: 'A VM holds the memory it was given; a container takes what it uses.\nBut **the default is no limit**, so one of them can use up the host.',
    },
    myth: { ko: '컨테이너는 알아서 필요한 만큼만 쓴다', en: 'Containers only ever use what they need' },
    foot: recordedFoot(t('API의 메모리는 tmpfs에 쓴 40 MB', 'the memory of API: 40 MB in a tmpfs')),
    change: { picture: 'memory' },
  },
  {
    id: 'VC-8',
    predict: predictions['VC-8'],
    title: { ko: '커널 하나가 뚫리면 그 위가 모두 위험하다', en: 'One broken kernel endangers all above it' },
    caption: {
      ko: '같은 커널 취약점이라도 컨테이너는 **모두 한꺼번에** 위험합니다.\nVM은 한 대에서 막히고, 하이퍼바이저라는 벽이 하나 더 있습니다. 두껍지만 절대적이지는 않습니다.',
      en: 'The same kernel flaw endangers **all containers at once**.\nA VM keeps it to one machine: the hypervisor is one more wall, thick but not absolute.',
    },
    myth: { ko: '둘의 격리 강도는 같다', en: 'Both isolate equally well' },
    foot: {
      ko: '취약점은 예시 · 컨테이너의 점선은 네임스페이스와 cgroup, VM의 실선은 하드웨어 가상화',
      en: 'The flaw is an example · dashed: namespaces and cgroups, solid: hardware virtualization',
    },
    change: { picture: 'pair', about: 'flaw' },
  },
  {
    id: 'VC-9',
    title: {
      ko: '맥과 윈도우에서는 리눅스 VM 하나가 커널을 빌려준다',
      en: 'On Mac and Windows one Linux VM lends its kernel',
    },
    caption: {
      ko: '`docker` 명령은 **API 요청만** 보냅니다. 엔진도 컨테이너도 리눅스 VM 하나 안에 있고,\n그래서 맥이나 윈도우의 프로세스 목록에는 컨테이너가 보이지 않습니다.',
      en: 'The `docker` command **only sends API requests**. Engine and containers live in one Linux VM,\nso the process list of the Mac or PC does not show them.',
    },
    myth: { ko: '컨테이너마다 VM이 하나씩 뜬다', en: 'Every container gets a VM of its own' },
    foot: {
      ko: '맥의 기본은 애플 Virtualization 프레임워크, 윈도우의 기본은 WSL 2 · 터미널은 예시',
      en: 'Default on Mac: Apple Virtualization framework, on Windows: WSL 2 · the terminal is an example',
    },
    change: { picture: 'desktop' },
  },
  {
    id: 'VC-10',
    title: { ko: '함께 쓰고, 필요하면 더 격리한다', en: 'Used together, isolated further where needed' },
    caption: {
      ko: '클라우드에서는 보통 **VM 안에 컨테이너**를 둡니다. 둘은 겹쳐 쓰는 층이지 경쟁 관계가 아닙니다.\n믿을 수 없는 코드라면 gVisor나 Kata로 커널까지 분리합니다.',
      en: 'In the cloud **containers usually run inside VMs**: the two are layers, not rivals.\nFor code you cannot trust, gVisor or Kata separate the kernel as well.',
    },
    myth: { ko: '컨테이너가 VM을 대체했다', en: 'Containers have replaced VMs' },
    foot: {
      ko: '막대는 순서만 나타내며 잰 값이 아님 · gVisor와 Kata는 `docker run --runtime`으로 고른다',
      en: 'Bars show an order, not measurements · gVisor and Kata are chosen with `docker run --runtime`',
    },
    change: { picture: 'together' },
  },
]
