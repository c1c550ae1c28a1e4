import type { Prediction } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'

/** What some steps ask before they answer. */
export const predictions = {
  missing: {
    question: t(
      '로컬에 없는 이미지로 create를 부탁하면 dockerd는?',
      'Asked to create from an image that is not here, dockerd…',
    ),
    choices: [
      t('알아서 받아 온 뒤 만든다', 'fetches it by itself, then creates'),
      t('404로 거절한다', 'refuses with 404'),
      t('빈 컨테이너를 만들어 둔다', 'makes an empty container'),
    ],
    answer: 1,
    because: t(
      '거절하면 CLI가 따로 pull을 부탁하고, 다 받은 뒤 create를 다시 부탁합니다.',
      'It refuses; the CLI then asks for a pull, and asks to create once more.',
    ),
  },
  shim: {
    question: t(
      '다 뜬 뒤, 컨테이너의 앱은 누구의 자식일까요?',
      'Once all is running, whose child is the app in the container?',
    ),
    choices: [t('dockerd', 'dockerd'), t('containerd', 'containerd'), t('shim', 'the shim'), t('runc', 'runc')],
    answer: 2,
    because: t(
      'runc는 곧 끝나고, 앱은 shim의 자식으로 남습니다. shim의 부모는 PID 1입니다.',
      'runc soon ends, and the app stays a child of the shim, whose parent is PID 1.',
    ),
  },
  exec: {
    question: t(
      '컨테이너가 도는 동안 runc 프로세스는 몇 개일까요?',
      'How many runc processes are there while a container runs?',
    ),
    choices: [t('0개', 'none'), t('컨테이너마다 1개', 'one per container'), t('컨테이너마다 2개', 'two per container')],
    answer: 0,
    because: t(
      'runc create도 runc start도 할 일을 하면 바로 끝납니다.',
      'Both runc create and runc start end as soon as their work is done.',
    ),
  },
  steady: {
    question: t(
      'dockerd와 containerd를 kill -9로 끝내면 web은?',
      'dockerd and containerd are ended with kill -9. What of web?',
    ),
    choices: [
      t('바로 함께 죽는다', 'It dies at once'),
      t('계속 답한다', 'It keeps answering'),
      t('멈춰 있다가 데몬이 오면 이어진다', 'It freezes until they return'),
    ],
    answer: 1,
    because: t(
      '앱의 부모는 shim이고 앱은 커널에 바로 부탁하므로, 데몬이 없어도 돕니다.',
      'Its parent is the shim and it asks the kernel directly, so it needs no daemon to run.',
    ),
  },
} as const satisfies Readonly<Record<string, Prediction>>
