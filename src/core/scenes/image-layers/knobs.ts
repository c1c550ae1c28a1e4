import type { Text } from '../../../contract/deck.ts'
import type { Knob } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'

const none: Text = { ko: '', en: '' }
const choice = (id: string, label: Text, value: number, labels: readonly Text[], steps: readonly string[]): Knob => ({
  id,
  label,
  kind: 'choice',
  min: 0,
  max: labels.length - 1,
  step: 1,
  value,
  unit: none,
  choices: labels.map((words, i) => ({ value: i, label: words })),
  steps,
})

export const knobs: readonly Knob[] = [
  choice(
    'line',
    t('무엇이 바뀌었나', 'What changed'),
    0,
    [
      t('처음 빌드', 'First build'),
      t('바뀐 것 없음', 'Nothing'),
      t('RUN 줄', 'The RUN line'),
      t('config.txt', 'config.txt'),
      t('CMD 줄', 'The CMD line'),
    ],
    ['IL-1'],
  ),
  choice(
    'write',
    t('파일 쓰기', 'Write a file'),
    1,
    [
      t('안 쓴다', 'Nothing'),
      t('index.html 고치기', 'Change index.html'),
      t('새 파일 만들기', 'Make a new file'),
      t('큰 파일의 1바이트', 'One byte of a large file'),
    ],
    ['IL-7'],
  ),
  {
    id: 'delete',
    label: t('파일 지우기', 'Delete a file'),
    kind: 'switch',
    min: 0,
    max: 1,
    step: 1,
    value: 1,
    unit: none,
    steps: ['IL-7'],
  },
  {
    id: 'containers',
    label: t('컨테이너 수', 'Containers'),
    kind: 'range',
    min: 1,
    max: 5,
    step: 1,
    value: 2,
    unit: none,
    steps: ['IL-8'],
  },
  choice(
    'volume',
    t('꽂는 것', 'What is plugged in'),
    0,
    [t('볼륨', 'Volume'), t('바인드 마운트', 'Bind mount'), t('tmpfs', 'tmpfs'), t('익명 볼륨', 'Anonymous volume')],
    ['IL-10'],
  ),
]
