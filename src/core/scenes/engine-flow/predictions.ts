import type { Prediction } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'

/** What some steps ask before they answer. */
export const predictions = {
  missing: {
    question: t(
      '로컬에 없는 이미지로 create를 요청하면 dockerd는?',
      'Asked to create from an image it does not have locally, dockerd…',
    ),
    choices: [
      t('알아서 받아 온 뒤 만든다', 'fetches it by itself, then creates'),
      t('404로 거절한다', 'refuses with 404'),
      t('빈 컨테이너를 만들어 둔다', 'makes an empty container'),
    ],
    answer: 1,
    because: t(
      '거절하면 CLI가 따로 pull을 요청하고, 다 받은 뒤 create를 다시 요청합니다.',
      'It refuses; the CLI then requests a pull, and create once more.',
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
      '문이 열리면, 기다리던 프로세스는 어떻게 될까요?',
      'When the door opens, what becomes of the waiting process?',
    ),
    choices: [
      t('httpd를 자식으로 띄우고 남는다', 'it starts httpd as a child and stays'),
      t('끝나고, httpd가 새 PID로 뜬다', 'it exits, and httpd gets a new PID'),
      t('같은 PID로 httpd가 된다', 'it becomes httpd, with the same PID'),
    ],
    answer: 2,
    because: t(
      'execve는 프로세스를 새로 만들지 않고 프로그램만 바꿉니다. 그래서 격리도 PID도 그대로입니다.',
      'execve makes no new process; it only swaps the program: the isolation and the PID stay.',
    ),
  },
  steady: {
    question: t(
      '기본 설정에서 dockerd가 kill -9로 죽었습니다. web은 언제 멈출까요?',
      'With default settings, dockerd is killed with kill -9. When does web stop?',
    ),
    choices: [
      t('dockerd가 죽을 때 함께', 'together with dockerd'),
      t('dockerd가 다시 떴을 때', 'when dockerd is up again'),
      t('멈추지 않는다', 'it does not stop'),
    ],
    answer: 1,
    because: t(
      '앱의 부모는 shim이라 dockerd 없이도 돕니다. 다시 뜬 dockerd는 live-restore가 꺼져 있으면 살아 있는 컨테이너를 멈춥니다.',
      'Its parent is the shim, so it runs without dockerd. With live-restore off, dockerd on its return stops what it finds alive.',
    ),
  },
} as const satisfies Readonly<Record<string, Prediction>>
