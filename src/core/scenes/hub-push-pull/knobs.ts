import type { Knob } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'

const none = t('', '')
const choice = { kind: 'choice', min: 0, step: 1, unit: none } as const

/** How much of the image is there already. */
const present = [
  { value: 0, label: t('없음', 'None') },
  { value: 1, label: t('일부', 'Some') },
  { value: 2, label: t('전부', 'All') },
]

export const knobs: readonly Knob[] = [
  {
    ...choice,
    id: 'platform',
    label: t('플랫폼', 'Platform'),
    max: 1,
    value: 0,
    choices: [
      { value: 0, label: t('amd64', 'amd64') },
      { value: 1, label: t('arm64', 'arm64') },
    ],
    steps: ['HP-4'],
  },
  {
    ...choice,
    id: 'here',
    label: t('내 컴퓨터에 있는 레이어', 'Layers on my computer'),
    max: 2,
    value: 0,
    choices: present,
    steps: ['HP-5'],
  },
  {
    id: 'again',
    label: t('한 번 더 받기', 'Pull once more'),
    kind: 'switch',
    min: 0,
    max: 1,
    step: 1,
    value: 0,
    unit: none,
    steps: ['HP-6'],
  },
  {
    ...choice,
    id: 'there',
    label: t('레지스트리에 있는 레이어', 'Layers at the registry'),
    max: 2,
    value: 1,
    choices: present,
    steps: ['HP-8', 'HP-9'],
  },
  {
    ...choice,
    id: 'retag',
    label: t('태그 다시 붙이기', 'Pushing a tag again'),
    max: 1,
    value: 0,
    choices: [
      { value: 0, label: t('허용', 'Allowed') },
      { value: 1, label: t('불변 태그', 'Immutable tags') },
    ],
    steps: ['HP-10'],
  },
]
