import type { Prediction } from '../../diagram/scene.ts'

/** What the steps ask before they answer, by step. */
export const predictions = {
  'VC-5': {
    question: {
      ko: '앱이 파일에 쓰려고 `write()`를 부릅니다.\n컨테이너의 호출은 무엇을 거쳐 커널에 닿을까요?',
      en: 'An app calls `write()` to write to a file.\nWhat does the call pass on its way from a container to the kernel?',
    },
    choices: [
      { ko: '도커 데몬', en: 'The Docker daemon' },
      { ko: '컨테이너의 커널', en: 'The container’s own kernel' },
      { ko: '아무것도 거치지 않고 바로', en: 'Nothing: it gets there directly' },
    ],
    answer: 2,
    because: {
      ko: '컨테이너의 프로세스는 호스트 커널의 프로세스라서 호출이 바로 닿습니다.',
      en: 'A process in a container is a process of the host kernel, so its calls get there directly.',
    },
  },
  'VC-7': {
    question: {
      ko: '컨테이너를 한도 없이 띄웠는데 메모리가 계속 늘어납니다.\n어디에서 멈출까요?',
      en: 'A container was started without a limit and its memory keeps growing.\nWhere does it stop?',
    },
    choices: [
      { ko: '도커가 정한 기본 한도에서', en: 'At Docker’s default limit' },
      { ko: '이미지가 적어 둔 크기에서', en: 'At the size set in the image' },
      { ko: '호스트의 메모리가 바닥날 때', en: 'When the host runs out of memory' },
    ],
    answer: 2,
    because: {
      ko: '기본값은 한도 없음이라 `memory.max`가 `max`입니다.',
      en: 'The default is no limit: `memory.max` says `max`.',
    },
  },
  'VC-8': {
    question: {
      ko: '호스트 커널의 취약점으로 컨테이너 하나가 뚫렸습니다.\n몇 개의 앱이 위험할까요?',
      en: 'One container is broken through a flaw of the host kernel.\nHow many apps are in danger?',
    },
    choices: [
      { ko: '그 컨테이너의 앱 하나', en: 'The one in that container' },
      { ko: '그 커널 위의 앱 모두', en: 'All on that kernel' },
      { ko: 'VM의 앱까지 모두', en: 'All, those in VMs as well' },
    ],
    answer: 1,
    because: {
      ko: '커널이 하나라서 그 위의 컨테이너가 모두 함께 위험합니다. VM에는 벽이 하나 더 있습니다.',
      en: 'There is one kernel, so all containers on it are in danger together. VMs have one more wall.',
    },
  },
} as const satisfies Readonly<Record<string, Prediction>>
