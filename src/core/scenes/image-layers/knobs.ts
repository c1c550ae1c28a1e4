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

/** No sheet, or one of the four layers. */
const sheets: readonly Text[] = [t('없음', 'None'), ...[1, 2, 3, 4].map((n) => t(`${n}`, `${n}`))]

export const knobs: readonly Knob[] = [
  choice(
    'line',
    t('무엇이 바뀌었나', 'What changed'),
    0,
    [t('처음', 'First'), t('그대로', 'Same'), t('RUN', 'RUN'), t('COPY', 'COPY'), t('CMD', 'CMD')],
    ['IL-1'],
  ),
  choice('opened', t('펼칠 레이어', 'Opened layer'), 3, sheets, ['IL-2']),
  choice('lifted', t('들어 올릴 장', 'Lifted sheet'), 0, [...sheets, t('쓰기', 'Writable')], ['IL-6']),
  choice(
    'write',
    t('파일 쓰기', 'Write a file'),
    1,
    [t('없음', 'No'), t('수정', 'Change'), t('새로', 'New'), t('큰 파일', 'Large')],
    ['IL-7'],
  ),
  {
    id: 'delete',
    label: t('삭제', 'Delete'),
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
    t('마운트하는 것', 'What is plugged in'),
    0,
    [t('볼륨', 'Volume'), t('바인드 마운트', 'Bind mount'), t('tmpfs', 'tmpfs'), t('익명 볼륨', 'Anonymous')],
    ['IL-10'],
  ),
  {
    id: 'cover',
    label: t('맨 위 장 들기', 'Lift the top'),
    kind: 'switch',
    min: 0,
    max: 1,
    step: 1,
    value: 0,
    unit: none,
    steps: ['IL-11'],
  },
]
