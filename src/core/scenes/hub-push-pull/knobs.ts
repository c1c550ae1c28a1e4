import type { Knob } from '../../diagram/scene.ts'
import { t } from '../../words/t.ts'
import { LAST_MS } from './download-time.ts'
import { docs } from './recorded.ts'

const none = t('', '')
const choice = { kind: 'choice', min: 0, step: 1, unit: none } as const
const toggle = { kind: 'switch', min: 0, max: 1, step: 1, unit: none } as const

/** How much of the image is there already. */
const present = [
  { value: 0, label: t('없음', 'No') },
  { value: 1, label: t('일부', 'Some') },
  { value: 2, label: t('전부', 'All') },
]

export const knobs: readonly Knob[] = [
  {
    ...choice,
    id: 'name',
    label: t('이름', 'Name'),
    max: 2,
    value: 0,
    choices: [
      { value: 0, label: t('짧게', 'Short') },
      { value: 1, label: t('다 적어서', 'Full') },
      { value: 2, label: t('다이제스트로', 'By digest') },
    ],
    steps: ['HP-1'],
  },
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
    label: t('이미 있는 것', 'Already here'),
    max: 2,
    value: 0,
    choices: present,
    steps: ['HP-5'],
  },
  {
    id: 'moment',
    label: t('시간', 'Time'),
    kind: 'range',
    min: 0,
    max: LAST_MS,
    step: 0.5,
    value: LAST_MS,
    unit: t('ms', 'ms'),
    steps: ['HP-5'],
  },
  {
    id: 'pulls',
    label: t('받은 횟수', 'Pulls'),
    kind: 'range',
    min: 1,
    max: docs.pullLimits.anonymous + 1,
    step: 1,
    value: 1,
    unit: t('회', ''),
    steps: ['HP-6'],
  },
  {
    ...choice,
    id: 'there',
    label: t('거기 있는 것', 'Already there'),
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
  {
    id: 'signed',
    label: t('서명', 'Signature'),
    ...toggle,
    value: 1,
    steps: ['HP-11'],
  },
  {
    id: 'scanned',
    label: t('스캔', 'Scanning'),
    ...toggle,
    value: 1,
    steps: ['HP-12'],
  },
]
